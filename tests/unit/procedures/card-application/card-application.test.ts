import { describe, expect, it } from 'vitest'
import { jpegFile } from '../../../fixtures/applications/jpeg-file.ts'
import { adult, freshForm, ResidentHouse } from './resident-house.ts'

describe('an application by the resident', () => {
  it('goes from its kind to the slip, and is with the staff, sealed, with all that was answered', async () => {
    const house = new ResidentHouse()
    await house.begin('renewal')
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '', scanned: false, refused: null })
    await house.type(freshForm)
    await house.press('next')
    expect(house.screen).toEqual({ kind: 'applicationMoved' })
    await house.press({ type: 'applicationMoved', moved: false }, { type: 'applicationBirthDate', date: adult })
    expect(house.screen).toMatchObject({ kind: 'applicationDetails', question: 'wishes', signatureAllowed: true, wishes: { signature: true, userAuthentication: true, braille: false, formerName: false } })
    await house.press({ type: 'setWish', wish: 'signature', wanted: false }, { type: 'setWish', wish: 'braille', wanted: true }, 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationDetails', question: 'collection', collections: ['atDelivery', 'atApplication'] })
    await house.press({ type: 'chooseCollection', collection: 'atDelivery' })
    expect(house.screen).toEqual({ kind: 'photo', taken: 0, fileAllowed: false, refused: null })
    await house.press(house.photo())
    expect(house.screen).toEqual({ kind: 'photoAsk', findings: [], asked: ['photoOfPhoto'], state: 'waitingForStaff' })
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'applicationConfirm', application: 'renewal', formId: freshForm, birthDate: adult, photo: { source: 'camera' }, cardValidUntil: '2036-07-15', fee: 0 })
    await house.press('confirm')
    expect(house.screen).toEqual({ kind: 'applicationSlip', number: 'S-001', slip: 'printed', failure: null, next: 'staff', collection: 'atDelivery', express: false })
    expect(house.slips).toMatchObject([{ lines: [{ text: 'S-001' }, { text: 'staff' }] }])
    expect(house.eventsOf('application-paper-printed')).toMatchObject([{ actor: 'resident', paper: 'slip', outcome: 'success' }])
    await house.press('next')
    house.expectAtStart()
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'completed' }])
    expect(house.only).toMatchObject({ state: 'draft', origin: 'resident', kind: 'renewal', photo: 'toConfirm', leftBy: null, atResident: false })
    expect(house.facts).toMatchObject({ formId: freshForm, movedSinceForm: false, birthDate: adult, certificates: { signature: false, userAuthentication: true }, braille: true, oldCard: 'kept', present: true })
  })

  it('says so when the slip did not come out, and keeps the application', async () => {
    const house = new ResidentHouse()
    house.receiptFailure = 'RECEIPT-PAPER-OUT'
    await house.toConfirm()
    await house.press('confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', slip: 'failed', failure: 'RECEIPT-PAPER-OUT' })
    expect(house.only).toMatchObject({ state: 'draft', leftBy: null })
  })

  it('leads back through every question, and keeps what was answered', async () => {
    const house = new ResidentHouse()
    await house.toConfirm()
    const seen: string[] = []
    for (let step = 0; step < 8; step += 1) {
      const { screen } = house
      seen.push(screen.kind === 'applicationDetails' ? screen.question : screen.kind)
      await house.press('back')
    }
    expect(seen).toEqual(['applicationConfirm', 'photoAsk', 'photo', 'collection', 'wishes', 'birthDate', 'applicationMoved', 'applicationForm'])
    expect(house.screen).toMatchObject({ kind: 'applicationKind', chosen: 'first' })
    await house.press('back', 'back')
    expect(house.screen.kind).toBe('chooseService')
    expect(house.stored).toEqual([])
  })
})

describe('the form', () => {
  it('that was printed before a move is stopped, with its number forgotten, and another one or none may follow', async () => {
    const house = new ResidentHouse()
    await house.begin()
    await house.press({ type: 'applicationFormId', text: `https://example.invalid/?id=${freshForm}` })
    await house.press({ type: 'applicationMoved', moved: true })
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '', refused: 'stale' })
    await house.press('applicationWithoutForm')
    expect(house.screen).toMatchObject({ kind: 'applicationDetails', question: 'birthDate' })
    expect(house.facts).toMatchObject({ formId: null, movedSinceForm: null })
  })

  it('that the record itself knows to be from before the move is stopped without a question', async () => {
    const house = new ResidentHouse()
    await house.begin()
    await house.press({ type: 'applicationFormId', text: '20140401000010000102009' })
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '', refused: 'stale' })
    expect(house.facts).toMatchObject({ formId: null })
  })

  it('of which another application was made is not taken again', async () => {
    const house = new ResidentHouse()
    await house.toConfirm()
    await house.press('confirm', 'next')
    await house.begin()
    await house.press({ type: 'applicationFormId', text: freshForm })
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '', refused: 'used' })
  })

  it('is typed digit by digit: no more than 23, erased one by one, not taken when incomplete', async () => {
    const house = new ResidentHouse()
    await house.begin()
    await house.type('123')
    await house.press('applicationErase', 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '12', refused: 'incomplete' })
    await house.type(freshForm)
    expect(house.screen).toMatchObject({ digits: `12${freshForm.slice(0, 21)}`, refused: null })
  })

  it.each(['見本の二次元コード', '1234567890123456789012', `${freshForm} 99999999999999999999999`])('is not in a code that says %s', async (text) => {
    const house = new ResidentHouse()
    await house.begin()
    await house.type('1')
    await house.press({ type: 'applicationFormId', text })
    expect(house.screen).toMatchObject({ kind: 'applicationForm', digits: '', scanned: false, refused: 'notAForm' })
  })

  it('that was scanned can only be begun anew', async () => {
    const house = new ResidentHouse()
    await house.begin()
    await house.press({ type: 'applicationFormId', text: freshForm }, 'back')
    expect(house.screen).toMatchObject({ digits: freshForm, scanned: true })
    await house.type('1')
    expect(house.screen).toMatchObject({ digits: freshForm })
    await house.press('applicationErase')
    expect(house.screen).toMatchObject({ digits: '', scanned: false })
  })
})

describe('the person', () => {
  it.each(['2026-11-22', '1872-12-31', '1901-11-21'])('was not born on %s', async (date) => {
    const house = new ResidentHouse()
    await house.toDetails()
    await house.press({ type: 'applicationBirthDate', date })
    expect(house.screen).toMatchObject({ question: 'birthDate', birthDateRefused: true, birthDate: null })
  })

  it('under 15 gets no certificate for signing, and is asked for none', async () => {
    const house = new ResidentHouse()
    await house.toDetails()
    await house.press({ type: 'applicationBirthDate', date: '2011-11-22' }, { type: 'setWish', wish: 'signature', wanted: true })
    expect(house.screen).toMatchObject({ question: 'wishes', signatureAllowed: false, wishes: { signature: false, userAuthentication: true } })
  })

  it('under one year has no photo, and a card of five birthdays', async () => {
    const house = new ResidentHouse({ collections: ['atDelivery'] })
    await house.toDetails()
    await house.press({ type: 'applicationBirthDate', date: '2025-11-22' }, 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationConfirm', photo: null, cardValidUntil: '2030-11-22' })
    await house.press('back')
    expect(house.screen).toMatchObject({ question: 'wishes' })
  })

  it('may ask for 特急発行 on a ground of the kind, which costs more', async () => {
    const house = new ResidentHouse()
    await house.press({ type: 'chooseService', service: 'cardApplication' }, { type: 'chooseApplicationKind', application: 'reissueLost' })
    expect(house.screen).toMatchObject({ kind: 'applicationKind', chosen: 'reissueLost', express: expect.arrayContaining(['lost']) as unknown })
    await house.press({ type: 'chooseExpress', ground: 'newborn' })
    expect(house.screen.kind).toBe('applicationKind')
    await house.press({ type: 'chooseExpress', ground: 'lost' }, 'applicationWithoutForm', { type: 'applicationBirthDate', date: adult }, 'next', { type: 'chooseCollection', collection: 'atDelivery' }, house.photo(), 'next')
    expect(house.screen).toMatchObject({ kind: 'applicationConfirm', express: 'lost', fee: 2000 })
    expect(house.facts).toMatchObject({ express: { ground: 'lost', since: null }, oldCard: 'lost' })
  })
})

describe('the photo', () => {
  it('is refused with the reason when the file breaks a rule, and the next one is taken', async () => {
    const house = new ResidentHouse()
    await house.toPhoto()
    await house.press(house.photo([], Buffer.from('not a picture').toString('base64')))
    expect(house.screen).toMatchObject({ kind: 'photo', refused: 'PHOTO-NOT-JPEG' })
    await house.press(house.photo([], jpegFile({ components: 4 }).toString('base64')))
    expect(house.screen).toMatchObject({ kind: 'photo', refused: 'PHOTO-COLOUR', taken: 0 })
    await house.press(house.photo(['shadow', 'hat']))
    expect(house.screen).toMatchObject({ kind: 'photoAsk', findings: ['shadow', 'hat'], asked: ['hat', 'photoOfPhoto'] })
    expect(house.only.photo).toBe('toConfirm')
  })

  it('comes from a file only where the terminal takes files', async () => {
    const without = new ResidentHouse()
    await without.toPhoto()
    await without.press({ ...without.photo(), source: 'file' })
    expect(without.screen).toEqual({ kind: 'photo', taken: 0, fileAllowed: false, refused: null })
    expect(without.only.photo).toBe('none')
    const watched = new ResidentHouse({ photoFile: true })
    await watched.toPhoto()
    expect(watched.screen).toMatchObject({ fileAllowed: true })
    await watched.press({ ...watched.photo(), source: 'file' })
    expect(watched.screen).toMatchObject({ kind: 'photoAsk' })
    expect(watched.only.photo).toBe('toConfirm')
  })

  it('is taken as often as wanted; the last choice is kept', async () => {
    const house = new ResidentHouse()
    await house.toPhoto()
    await house.press(house.photo(['shadow']), 'photoAgain')
    expect(house.screen).toEqual({ kind: 'photo', taken: 1, fileAllowed: false, refused: null })
    await house.press(house.photo(), 'photoAgain', 'next')
    expect(house.screen).toMatchObject({ kind: 'photoAsk', findings: [] })
  })

  it('can be left to a clerk where there is no camera', async () => {
    const house = new ResidentHouse()
    await house.toPhoto()
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'applicationConfirm', photo: null })
    await house.press('back')
    expect(house.screen.kind).toBe('photo')
    await house.press('next', 'confirm')
    expect(house.screen).toMatchObject({ kind: 'applicationSlip', next: 'staff' })
  })

  it('that a clerk accepts meanwhile leads on by itself; one that is not accepted is taken anew', async () => {
    const house = new ResidentHouse()
    await house.toPhoto()
    await house.press(house.photo())
    const judge = async (accepted: boolean): Promise<void> => {
      const { applicationId, version } = house.only
      expect(await house.inner.does({ type: 'applicationPhotoConfirm', applicationId, version, accepted })).toBe('ok')
      await house.settle()
    }
    await judge(false)
    expect(house.screen).toMatchObject({ kind: 'photoAsk', state: 'notAccepted' })
    await house.press('next')
    expect(house.screen.kind).toBe('photoAsk')
    await house.press('photoAgain', house.photo())
    expect(house.screen).toMatchObject({ kind: 'photoAsk', state: 'waitingForStaff' })
    await judge(true)
    expect(house.screen.kind).toBe('applicationConfirm')
    await house.press('confirm')
    expect(house.only).toMatchObject({ photo: 'confirmed', leftBy: null })
  })
})
