import { describe, expect, it } from 'vitest'
import { emptyApplicationFacts } from '../../../../src-preload/contract.ts'
import { idOf } from '../../../fixtures/applications/application-house.ts'
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
    expect(house.start(draft(house))).toBe('ok')
    await house.settle()
    expect(house.screen).toEqual({ kind: 'photo', taken: 0, refused: null })
    expect(house.only.atResident).toBe(true)
    await house.press('back')
    expect(house.screen.kind).toBe('photo')
    await house.press(house.photo(), 'next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'staff' })
    expect(house.only).toMatchObject({ photo: 'toConfirm', atResident: false })
  })

  it('in which nothing is missing but the photo is received at once, where a good photo needs no clerk', async () => {
    const house = new ResidentHouse({ photoConfirmed: 'whenHinted' })
    house.start(draft(house))
    await house.settle()
    await house.press(house.photo(), 'next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'received' })
    expect(house.only).toMatchObject({ state: 'received', transfer: 'waiting' })
  })

  it('without a birth date has nothing to be confirmed here', async () => {
    const house = new ResidentHouse()
    house.start(draft(house, null))
    await house.settle()
    await house.press(house.photo(), 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip' })
  })

  it('is never thrown away here: who stops gives it back', async () => {
    const house = new ResidentHouse()
    house.start(draft(house))
    await house.settle()
    await house.press('stop')
    house.expectAtStart()
    expect(house.only).toMatchObject({ state: 'draft', origin: 'staff', leftBy: 'resident' })
  })

  it('waits while somebody is being served, and one that is not there is refused', async () => {
    const house = new ResidentHouse()
    const applicationId = draft(house)
    await house.begin()
    expect(house.start(applicationId)).toBe('MESSAGE-ILL-TIMED')
    expect(house.start(idOf('another'))).toBe('APPLICATION-NOT-FOUND')
  })
})
