import { describe, expect, it } from 'vitest'
import { emptyApplicationFacts } from '../../../../src-preload/contract.ts'
import { idOf, photoBase64 } from '../../../fixtures/applications/application-house.ts'
import { value } from '../../queue/temporary-store.ts'
import { adult, freshForm, ResidentHouse } from './resident-house.ts'

const places = {
  'the form': (house: ResidentHouse) => house.begin(),
  'the details': (house: ResidentHouse) => house.toDetails(),
  'the photo': (house: ResidentHouse) => house.toPhoto(),
  'the end': (house: ResidentHouse) => house.toConfirm(),
}

describe.each(Object.entries(places))('at %s', (_place, go) => {
  it('stopping leaves nothing of the person', async () => {
    const house = new ResidentHouse()
    await go(house)
    const { applicationId } = house.only
    await house.press('stop')
    house.expectAtStart()
    expect(house.stored).toEqual([])
    expect(house.inner.store.applications.openPersonal(applicationId).ok).toBe(false)
  })

  it('walking away leaves nothing of the person', async () => {
    const house = new ResidentHouse()
    await go(house)
    const { applicationId } = house.only
    house.timers.advance(95_000)
    await house.settle()
    house.expectAtStart()
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'idle' }])
    expect(house.inner.store.applications.openPersonal(applicationId).ok).toBe(false)
  })

  it('a clerk who ends the session goes on with the draft', async () => {
    const house = new ResidentHouse()
    await go(house)
    await house.session.end()
    house.expectAtStart()
    expect(house.only).toMatchObject({ state: 'draft', leftBy: 'resident', atResident: false })
  })

  it('a crash of the program loses nothing: the next start leaves the draft to the staff', async () => {
    const house = new ResidentHouse()
    await go(house)
    const store = value(house.inner.house.open()).applications
    expect(value(store.recover())).toBe(1)
    expect(value(store.list())).toMatchObject([{ state: 'draft', leftBy: 'crash', atResident: false }])
  })
})

it('a clerk who takes the application away meanwhile ends it here, with words', async () => {
  const house = new ResidentHouse()
  await house.toConfirm()
  value(house.inner.store.applications.change(house.only, { kind: 'refuse', reason: 'other', note: '' }, 'tanaka'))
  await house.press('confirm')
  expect(house.screen).toMatchObject({ kind: 'failed', failure: 'APPLICATION-STATE', next: 'staff' })
  await house.press('next')
  house.expectAtStart()
})

describe("a clerk's draft", () => {
  const draft = (house: ResidentHouse, birthDate: string | null = adult): string => {
    const applicationId = idOf('a')
    const facts = { ...emptyApplicationFacts('first' as const), formId: freshForm, movedSinceForm: false, birthDate, applicant: { name: '見本　花子', kana: null, address: null } }
    value(house.inner.store.applications.open({ applicationId, origin: 'staff', batchId: null, facts }, 'tanaka'))
    return applicationId
  }

  it('comes to this screen for its photo and goes back with it', async () => {
    const house = new ResidentHouse()
    expect(await house.start(draft(house))).toBe('ok')
    await house.settle()
    expect(house.screen).toEqual({ kind: 'photo', taken: 0, fileAllowed: false, refused: null })
    expect(house.only.atResident).toBe(true)
    await house.press('back')
    expect(house.screen.kind).toBe('photo')
    await house.press(house.photo(), 'next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'staff' })
    expect(house.only).toMatchObject({ photo: 'toConfirm', atResident: false })
  })

  it('in which nothing is missing but the photo is received at once, where a good photo needs no clerk', async () => {
    const house = new ResidentHouse({ photoConfirmed: 'whenHinted' })
    await house.start(draft(house))
    await house.settle()
    await house.press(house.photo())
    expect(house.screen.kind).toBe('applicationConfirm')
    await house.press('back')
    expect(house.screen.kind).toBe('photo')
    await house.press('next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'received' })
    expect(house.only).toMatchObject({ state: 'received', transfer: 'waiting' })
  })

  it('with something in the photo that was noticed is asked about, where a good one would not be', async () => {
    const house = new ResidentHouse({ photoConfirmed: 'whenHinted' })
    await house.start(draft(house))
    await house.settle()
    await house.press(house.photo(['hat']))
    expect(house.screen).toMatchObject({ kind: 'photoAsk', asked: ['hat', 'photoOfPhoto'] })
    const detail = await house.inner.detail(house.only.applicationId)
    expect(detail.photo?.ask).toEqual(['hat', 'photoOfPhoto'])
    await house.press('photoAgain', house.photo())
    expect((await house.inner.detail(house.only.applicationId)).photo?.ask).toEqual([])
  })

  it('without a birth date has nothing to be confirmed here', async () => {
    const house = new ResidentHouse()
    await house.start(draft(house, null))
    await house.settle()
    await house.press(house.photo(), 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip' })
  })

  it('is never thrown away here: who stops gives it back', async () => {
    const house = new ResidentHouse()
    await house.start(draft(house))
    await house.settle()
    await house.press('stop')
    house.expectAtStart()
    expect(house.only).toMatchObject({ state: 'draft', origin: 'staff', leftBy: 'resident' })
  })

  it('waits while somebody is being served, and one that is not there is refused', async () => {
    const house = new ResidentHouse()
    const applicationId = draft(house)
    await house.begin()
    expect(await house.start(applicationId)).toBe('MESSAGE-ILL-TIMED')
    expect(await house.start(idOf('another'))).toBe('APPLICATION-NOT-FOUND')
  })
})

describe('an application that the issuer sent back for its photo', () => {
  async function returned(): Promise<{ house: ResidentHouse; applicationId: string }> {
    const house = new ResidentHouse({ photoConfirmed: 'whenHinted' })
    const { applications } = house.inner.store
    const applicationId = idOf('a')
    const facts = { ...emptyApplicationFacts('first' as const), formId: freshForm, movedSinceForm: false, birthDate: adult, applicant: { name: '見本　花子', kana: null, address: null } }
    value(applications.open({ applicationId, origin: 'resident', batchId: null, facts }, 'resident'))
    house.inner.resident.keepPhoto(applicationId, { jpeg: photoBase64(), findings: [], source: 'camera' })
    value(await house.inner.resident.submit(applicationId))
    value(applications.beginPacket(idOf('packet'), 'packet.mdgp', 'tanaka'))
    const sent = value(applications.get(applicationId))
    value(applications.change(sent, { kind: 'return', on: sent.day, reason: 'photo', note: '' }, 'tanaka'))
    return { house, applicationId }
  }

  it('comes to this screen for a new photo, and goes to the staff, who say that it is mended', async () => {
    const { house, applicationId } = await returned()
    const before = value(house.inner.store.applications.openPersonal(applicationId)).photo?.takenAt
    house.inner.house.clock.advance(60_000)
    expect(await house.start(applicationId)).toBe('ok')
    await house.settle()
    expect(house.screen).toEqual({ kind: 'photo', taken: 0, fileAllowed: false, refused: null })
    await house.press(house.photo(), 'next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'staff' })
    expect(house.only).toMatchObject({ state: 'returned', atResident: false, transfer: 'none' })
    const judged = value(await house.inner.resident.judge(applicationId))
    expect(judged.evaluation.findings).toEqual([])
    expect(judged.personal.photo?.takenAt).not.toBe(before)
  })

  it.each(['stop', 'walk', 'clerk', 'crash'] as const)('is what it was when this ends before: %s', async (how) => {
    const { house, applicationId } = await returned()
    await house.start(applicationId)
    await house.settle()
    expect(house.only).toMatchObject({ state: 'returned', atResident: true })
    if (how === 'stop') await house.press('stop')
    if (how === 'walk') house.timers.advance(95_000)
    if (how === 'clerk') await house.session.end()
    await house.settle()
    const { applications } = how === 'crash' ? value(house.inner.house.open()) : house.inner.store
    if (how === 'crash') expect(value(applications.recover())).toBe(1)
    expect(value(applications.get(applicationId))).toMatchObject({ state: 'returned', atResident: false, photo: 'toConfirm' })
    expect(value(applications.openPersonal(applicationId)).photo).not.toBeNull()
  })
})

it.each(['received', 'shipped'] as const)('what is %s comes to no resident’s screen', async (state) => {
  const house = new ResidentHouse({ photoConfirmed: 'whenHinted' })
  await house.toConfirm()
  await house.press('confirm')
  const { applications } = house.inner.store
  const { applicationId } = house.only
  value(applications.change(house.only, { kind: 'receive' }, 'tanaka'))
  if (state === 'shipped') value(applications.change(house.only, { kind: 'shipped', on: house.only.day }, 'tanaka'))
  expect(await house.start(applicationId)).toBe('APPLICATION-STATE')
})
