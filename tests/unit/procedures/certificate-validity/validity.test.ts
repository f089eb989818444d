import { describe, expect, it } from 'vitest'
import { ok } from '../../../../src-main/failures/result.ts'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { CardHouse, good } from '../../../fixtures/procedures/card-house.ts'

const rows = (house: CardHouse) => (house.screen.kind === 'validity' ? house.screen.certificates : [])

describe('a card that is placed to be checked', () => {
  it('tells of 利用者証明用 and of itself without any PIN', async () => {
    const house = new CardHouse()
    await house.toValidity()
    expect(house.screen).toMatchObject({
      kind: 'validity',
      certificates: [
        { certificate: 'userAuthentication', state: 'good', validUntil: '2030-01-01' },
        { certificate: 'signature', state: 'locked', advice: 'enterPassword' },
      ],
      card: { validUntil: cardProfiles().expiry },
      receipt: 'offered',
      cardPresent: true,
    })
    expect(house.verified).toEqual([])
    await house.press('next')
    house.expectClean()
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'completed' }])
    expect(house.eventsOf('certificate-checked')).toMatchObject([{ certificate: 'userAuthentication', status: 'good' }])
  })

  it.each([
    ['under-15', 'good', 'absent'],
    ['no-certificate', 'absent', 'absent'],
    ['face-authentication', 'good', 'absent'],
    ['signature-blocked', 'good', 'locked'],
  ] as const)('%s', async (profile, userAuthentication, signature) => {
    const house = new CardHouse()
    await house.toValidity(testCard(profile))
    expect(rows(house)).toMatchObject([{ state: userAuthentication }, { state: signature, advice: 'askStaff' }])
    await house.press('checkSignatureCertificate')
    expect(house.screen.kind).toBe('validity')
    await house.endsClean()
  })

  it.each([
    ['foreign-card', 'CARD-FOREIGN'],
    ['old-juki', 'CARD-OLD-JUKI'],
    ['phone', 'CARD-PHONE'],
  ] as const)('%s is sent away', async (profile, failure) => {
    const house = new CardHouse()
    await house.toValidity(testCard(profile))
    expect(house.screen).toMatchObject({ kind: 'failed', failure })
    await house.endsClean()
  })

  it('stays checked when it is taken away while the list is asked, and on the screen', async () => {
    const house = new CardHouse()
    await house.toValidity()
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'validity', cardPresent: false })
    expect(rows(house)[0]).toMatchObject({ state: 'good' })
    await house.endsClean()
  })

  it.each(['untrusted', 'malformed'] as const)('whose certificate is %s is shown as unconfirmed, and the staff are told in silence', async (status) => {
    const house = new CardHouse()
    house.answers.verdicts.userAuthentication = { status, why: '' }
    await house.toValidity()
    expect(rows(house)[0]).toMatchObject({ state: 'unconfirmed', advice: 'askStaff' })
    expect(house.alerts.list()).toMatchObject([{ kind: 'notGenuineCard' }])
    await house.endsClean()
  })

  it.each(['unknown', 'unreachable'] as const)('is never confirmed by an answer that is %s', async (status) => {
    const house = new CardHouse()
    house.answers.verdicts.userAuthentication = { status, why: '' }
    await house.toValidity()
    expect(rows(house)[0]).toMatchObject({ state: 'unconfirmed', advice: 'tryAgain' })
    expect(house.alerts.list()).toEqual([])
    await house.endsClean()
  })
})

describe('署名用', () => {
  it('is read with its password when the resident asks, and then the card is let go', async () => {
    const house = new CardHouse()
    house.answers.verdicts.signature = good('2027-01-10T14:59:59.000Z')
    const card = await house.toValidity()
    await house.press('checkSignatureCertificate')
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: 'signature', asking: 'present', triesLeft: 5, maxTries: 5, alphabet: 'digitsAndCapitals', minLength: 6, maxLength: 16 })
    await house.enter('ABC123')
    expect(rows(house)).toMatchObject([{ state: 'good' }, { certificate: 'signature', state: 'good', validUntil: '2027-01-10', advice: 'renewNow' }])
    expect(card.powered).toBe(false)
    expect(house.secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true)
    await house.press('checkSignatureCertificate')
    expect(house.screen.kind).toBe('validity')
    expect(house.verified).toEqual(['ABC123'])
    await house.endsClean()
  })

  it('with a wrong password costs one try, which is told, and "back" leaves it unchecked', async () => {
    const house = new CardHouse()
    await house.toValidity()
    await house.press('checkSignatureCertificate')
    await house.enter('ZZZ999')
    expect(house.screen).toMatchObject({ kind: 'enterPin', triesLeft: 4, wasWrong: true, entered: 0 })
    await house.press('back')
    expect(rows(house)[1]).toMatchObject({ state: 'locked', advice: 'enterPassword' })
    expect(house.verified).toEqual(['ZZZ999'])
    await house.endsClean()
  })

  it('with one try left waits for a clerk', async () => {
    const house = new CardHouse()
    await house.toValidity(testCard('adult', { triesLeft: { signature: 1 } }))
    await house.press('checkSignatureCertificate')
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'signature', state: 'ask' })
    await house.press('tryLastTime')
    expect(house.session.decideLastTry(true)).toEqual(ok())
    await house.enter('ABC123')
    expect(rows(house)[1]).toMatchObject({ state: 'good' })
    await house.endsClean()
  })

  it('with one try left is left alone where nobody is there', async () => {
    const house = new CardHouse('refuse')
    await house.toValidity(testCard('adult', { triesLeft: { signature: 1 } }))
    await house.press('checkSignatureCertificate', 'tryLastTime')
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-LAST-TRY-DECLINED' })
    expect(house.verified).toEqual([])
    await house.endsClean()
  })

  it('of a card that was taken away is asked for with the card, which is read anew', async () => {
    const house = new CardHouse()
    await house.toValidity()
    house.reader.remove()
    await house.settle()
    await house.press('checkSignatureCertificate')
    expect(house.screen).toMatchObject({ kind: 'placeCard', again: 'CARD-REMOVED' })
    house.place(testCard('under-15'))
    await house.settle()
    expect(rows(house)).toMatchObject([{ state: 'good' }, { state: 'absent' }])
    expect(house.verified).toEqual([])
    await house.endsClean()
  })
})

describe('the result on paper', () => {
  it('is printed when it is asked for, once, as it stands on the screen, in the language of the screen', async () => {
    const house = new CardHouse()
    await house.toValidity()
    await house.press({ type: 'setLanguage', language: 'en' }, 'printReceipt')
    expect(house.screen).toMatchObject({ kind: 'validity', receipt: 'printed', receiptFailure: null })
    await house.press('printReceipt')
    expect(house.printed).toHaveLength(1)
    const { screen } = house
    if (screen.kind !== 'validity') throw new Error('not on the screen of the result')
    expect(house.printed[0]).toEqual({ language: 'en', findings: { certificates: screen.certificates, card: screen.card } })
    expect(house.eventsOf('validity-receipt-printed')).toMatchObject([{ outcome: 'success' }])
    await house.endsClean()
  })

  it('that does not come out is told, and can be asked for again', async () => {
    const house = new CardHouse()
    house.answers.receipt = 'RECEIPT-PAPER-OUT'
    await house.toValidity()
    await house.press('printReceipt')
    expect(house.screen).toMatchObject({ receipt: 'failed', receiptFailure: 'RECEIPT-PAPER-OUT' })
    house.answers.receipt = null
    await house.press('printReceipt')
    expect(house.screen).toMatchObject({ receipt: 'printed', receiptFailure: null })
    await house.endsClean()
  })

  it('is not offered by a printer that can not print', async () => {
    const house = new CardHouse()
    house.answers.printerUsable = false
    await house.toValidity()
    expect(house.screen).toMatchObject({ kind: 'validity', receipt: 'unavailable' })
    await house.press('printReceipt')
    expect(house.printed).toEqual([])
    await house.endsClean()
  })

  it('is offered anew when 署名用 was checked as well', async () => {
    const house = new CardHouse()
    await house.toValidity()
    await house.press('printReceipt', 'checkSignatureCertificate')
    await house.enter('ABC123')
    expect(house.screen).toMatchObject({ kind: 'validity', receipt: 'offered' })
    await house.endsClean()
  })
})

it('a card taken away at any command leaves no password in memory and a screen with a way on', async () => {
  const flow = async (at: number): Promise<{ house: CardHouse; commands: number }> => {
    const house = new CardHouse()
    const card = await house.toValidity(testCard(), (_command, index) => (index === at ? 'removed' : null))
    if (house.screen.kind === 'validity') await house.press('checkSignatureCertificate')
    await house.enter('ABC123')
    return { house, commands: card.commands.length }
  }
  const whole = await flow(-1)
  expect(rows(whole.house)[1]).toMatchObject({ state: 'good' })
  await whole.house.endsClean()
  for (let at = 0; at < whole.commands; at += 1) {
    const { house } = await flow(at)
    expect(house.bugs).toEqual([])
    expect(house.screen).toMatchObject({ kind: 'failed', next: 'again' })
    await house.endsClean()
  }
})

it('a verdict that can not be written down is not shown', async () => {
  const house = new CardHouse()
  house.answers.audit = (event) => (event.type === 'certificate-checked' ? 'STORE-FULL' : null)
  await house.toValidity()
  expect(house.screen).toMatchObject({ kind: 'failed', failure: 'STORE-FULL' })
  await house.endsClean()
})
