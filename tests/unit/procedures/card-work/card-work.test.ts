import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import type { CardWorkTask } from '../../../../src-main/procedures/card-cases/card-work-task.ts'
import { holderOf } from '../../../../src-main/training/card/profiles/holder-of.ts'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import type { FailureCode } from '../../../../src-preload/contract.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { CardHouse } from '../../../fixtures/procedures/card-house.ts'
import { renewalTask, resetTask } from '../../../fixtures/procedures/scripted-card-work.ts'

async function begun(task: CardWorkTask, card = testCard(), lastTry: 'staff' | 'refuse' = 'staff'): Promise<CardHouse> {
  const house = new CardHouse(lastTry)
  house.work.offer(task)
  expect(await house.begin()).toEqual(ok())
  await house.press('next')
  house.place(card)
  await house.settle()
  return house
}

const chosen = ['8263', '8263', 'KX92PT', 'KX92PT']

describe('a reset of PINs that a clerk began', () => {
  it('explains, proves the card, asks for new PINs twice, gives the held card to the issuer and ends the case', async () => {
    const house = new CardHouse()
    house.work.offer(resetTask)
    expect(await house.begin()).toEqual(ok())
    expect(house.session.snapshot()).toMatchObject({
      procedure: 'cardWork',
      screen: { kind: 'cardWork', work: 'pinReset', phase: 'explain', pins: ['userAuthentication', 'signature'] },
      progress: { steps: ['card', 'newPin', 'result'], current: 0 },
    })
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'placeCard', again: null })
    const card = house.place()
    await house.settle()
    expect(house.work.seen).toMatchObject([{ certificate: expect.any(Uint8Array) as unknown, attributes: null }])
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', pin: 'userAuthentication', phase: 'first' })
    await house.enter('8263', '8263')
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', pin: 'signature', phase: 'first' })
    let heldDuringOrders = false
    house.work.duringOrders = async (channel) => {
      const answer = await channel.transmit(Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, 0x0a, 0xd3, 0x92, 0xf0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01))
      heldDuringOrders = answer.ok && card.powered
    }
    await house.enter('KX92PT', 'KX92PT')
    expect(house.screen).toMatchObject({ kind: 'cardWork', work: 'pinReset', phase: 'done', pins: ['userAuthentication', 'signature'], cardPresent: true })
    expect(house.work.performed).toEqual([{ userAuthentication: '8263', signature: 'KX92PT' }])
    expect(heldDuringOrders).toBe(true)
    expect(card.powered).toBe(false)
    expect(house.work.finished).toEqual([null])
    expect(house.verified).toEqual([])
    await house.press('next')
    house.expectClean()
    expect(house.work.gaveUp).toEqual([])
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'completed' }])
    expect([...house.eventsOf('card-work-begin'), ...house.eventsOf('card-work-end')]).toMatchObject([{ caseId: resetTask.caseId }, { outcome: 'done', code: null }])
    expect(house.work.listeners).toBe(0)
  })

  it('begins also when the card lay there already and nothing was chosen', async () => {
    const house = new CardHouse()
    house.place()
    await house.settle()
    expect(house.screen.kind).toBe('chooseService')
    house.work.offer(resetTask)
    expect(await house.begin()).toEqual(ok())
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', pin: 'userAuthentication' })
    await house.endsClean()
    expect(house.work.gaveUp).toEqual([null])
    expect(house.eventsOf('session-begin')).toHaveLength(1)
  })

  it('does not begin while somebody is being served, nor without a case', async () => {
    const house = new CardHouse()
    expect(await house.begin()).toMatchObject({ ok: false, failure: { code: 'CASE-STATE' } })
    await house.toValidity()
    house.work.offer(resetTask)
    expect(await house.begin()).toEqual(fail('MESSAGE-ILL-TIMED'))
    house.work.takeBack()
    await house.endsClean()
  })

  it('takes the place of a screen that is only still being read: done, or failed for good', async () => {
    const house = await begun({ ...resetTask, choose: [] })
    expect(house.screen).toMatchObject({ kind: 'cardWork', phase: 'done' })
    house.work.offer(resetTask)
    expect(await house.begin()).toEqual(ok())
    expect(house.screen).toMatchObject({ kind: 'cardWork', phase: 'explain' })
    house.work.order = fail('ISSUER-REFUSED')
    await house.press('next')
    await house.enter(...chosen)
    expect(house.screen).toMatchObject({ kind: 'failed', next: 'staff' })
    house.work.offer(resetTask)
    expect(await house.begin()).toEqual(ok())
    expect(house.screen).toMatchObject({ kind: 'cardWork', phase: 'explain' })
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'completed' }, { outcome: 'failed', code: 'ISSUER-REFUSED' }])
    await house.endsClean()
  })

  it('does not take the place of one where the card is asked for again', async () => {
    const house = await begun(resetTask)
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', next: 'again' })
    expect(await house.begin()).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(house.screen).toMatchObject({ kind: 'failed', next: 'again' })
    await house.endsClean()
  })

  it('says so when an interrupted attempt had done it: the PINs of then hold', async () => {
    const house = await begun({ ...resetTask, repeats: true })
    house.work.order = ok({ pins: 'setBefore', readCertificateAgain: false })
    await house.enter(...chosen)
    expect(house.screen).toMatchObject({ kind: 'cardWork', phase: 'doneBefore', pins: ['userAuthentication', 'signature'] })
    await house.endsClean()
  })

  it.each([
    ['the birth date of the record', '0405', 'birthDate'],
    ['the security code that the clerk typed', '5926', 'securityCode'],
    ['the year in which the card ends', '2033', 'expiryYear'],
    ['a run', '3456', 'run'],
  ] as const)('refuses %s before the card is touched', async (_what, weak, refused) => {
    const house = new CardHouse()
    house.work.offer(resetTask)
    await house.begin()
    await house.press('next')
    const card = house.place()
    await house.settle()
    const commands = card.commands.length
    await house.enter(weak)
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'first', refused })
    expect(card.commands.length).toBe(commands)
    await house.endsClean()
  })

  it("takes the card's own end where the clerk typed none", async () => {
    const house = await begun({ ...resetTask, pinFacts: { ...resetTask.pinFacts, expiresOn: null, securityCode: null } })
    await house.enter(cardProfiles().expiry.slice(0, 4))
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', refused: 'expiryYear' })
    await house.endsClean()
  })

  it('leads back from the repeat to the first, and from one PIN to the one before', async () => {
    const house = await begun(resetTask)
    expect(house.session.snapshot().can.back).toBe(false)
    await house.enter('8263')
    await house.press('back')
    expect(house.screen).toMatchObject({ pin: 'userAuthentication', phase: 'first', entered: 0 })
    await house.enter('8263', '8263')
    expect(house.session.snapshot().can.back).toBe(true)
    await house.press('back')
    expect(house.screen).toMatchObject({ pin: 'userAuthentication', phase: 'first', entered: 0 })
    await house.enter('7391', '7391', 'KX92PT', 'KX92PT')
    expect(house.work.performed).toEqual([{ userAuthentication: '7391', signature: 'KX92PT' }])
    await house.endsClean()
  })

  it('ends at a clerk when the rules are guessed at', async () => {
    const house = await begun(resetTask)
    await house.enter(...Array.from({ length: 10 }, () => '7777'))
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-WEAK' })
    expect(house.work.gaveUp).toEqual(['PIN-WEAK'])
    await house.endsClean()
  })
})

describe('work for which PINs must be known', () => {
  it('has the card confirm each, and hands the new certificate to the case', async () => {
    const house = await begun(renewalTask)
    house.work.order = ok({ pins: 'none', readCertificateAgain: true })
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: 'userAuthentication', asking: 'present', triesLeft: 3 })
    await house.enter('1234')
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: 'residentRegister', triesLeft: 3, entered: 0 })
    await house.enter('1234')
    expect(house.screen).toMatchObject({ kind: 'cardWork', work: 'certificateRenewal', phase: 'done', pins: [] })
    expect(house.work.performed).toEqual([{}])
    expect(house.work.finished).toMatchObject([expect.any(Uint8Array)])
    await house.press('next')
    house.expectClean()
  })

  it('tells the tries left after a wrong one, and sends nothing again by itself', async () => {
    const house = await begun(renewalTask)
    await house.enter('9999')
    expect(house.screen).toMatchObject({ kind: 'enterPin', triesLeft: 2, wasWrong: true, entered: 0 })
    expect(house.verified).toEqual(['9999'])
    await house.enter('1234')
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: 'residentRegister', wasWrong: false })
    await house.endsClean()
  })

  it.each([
    ['a clerk allows', true, 'enterPin'],
    ['a clerk declines', false, 'failed'],
  ] as const)('waits with the last try until %s', async (_who, allow, shows) => {
    const house = await begun(renewalTask, testCard('last-try'))
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'userAuthentication', state: 'ask' })
    await house.press('tryLastTime')
    expect(house.verified).toEqual([])
    house.session.decideLastTry(allow)
    await house.settle()
    expect(house.screen.kind).toBe(shows)
    await house.endsClean()
    expect(house.work.gaveUp).toEqual([allow ? null : 'PIN-LAST-TRY-DECLINED'])
  })

  it('is handed back with a PIN that is blocked', async () => {
    const house = await begun(renewalTask, testCard('resident-register-blocked'))
    await house.enter('1234')
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-BLOCKED', next: 'staff' })
    expect(house.work.gaveUp).toEqual(['PIN-BLOCKED'])
    await house.endsClean()
  })

  it('is not for a card that has no PINs, while work that needs none is', async () => {
    const house = await begun(renewalTask, testCard('face-authentication'))
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-FACE-ONLY' })
    await house.endsClean()
    const other = await begun({ ...resetTask, kind: 'cardReturn', choose: [] }, testCard('face-authentication'))
    expect(other.screen).toMatchObject({ kind: 'cardWork', work: 'cardReturn', phase: 'done' })
    await other.endsClean()
  })
})

describe('the card of the case', () => {
  it('is the only one that is worked on: another is refused, and the case waits for its own', async () => {
    const house = new CardHouse()
    house.work.proof = 'CASE-OTHER-CARD'
    house.work.offer(resetTask)
    await house.begin()
    await house.press('next')
    house.place(testCard('second-card'))
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CASE-OTHER-CARD', next: 'again' })
    expect(house.work.task()).not.toBeNull()
    house.work.proof = null
    house.reader.remove()
    house.place()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'enterNewPin' })
    await house.endsClean()
  })

  const face = (securityCode?: string): CardWorkTask['face'] => {
    const profile = cardProfiles().profiles['no-certificate']
    const holder = profile === undefined ? null : holderOf(profile, null)
    if (holder === null) throw new Error('nobody holds the card')
    return { birthDate: holder.birthDate, expiresOn: holder.expiry, securityCode: securityCode ?? holder.securityCode }
  }

  it('without a certificate is known by what its face opens', async () => {
    const house = await begun({ ...resetTask, face: face() }, testCard('no-certificate'))
    expect(house.work.seen).toMatchObject([{ certificate: null, attributes: { name: expect.any(String) as unknown } }])
    await house.endsClean()
  })

  it('whose face was typed wrong is asked once, not with every placing', async () => {
    const house = new CardHouse()
    house.work.proof = 'CASE-OTHER-CARD'
    house.work.offer({ ...resetTask, face: face('0000') })
    await house.begin()
    await house.press('next')
    const card = testCard('no-certificate')
    const verifies = (commands: readonly string[]): number => commands.filter((command) => command.startsWith('002000') && command.length > 10).length
    const first = house.place(card)
    await house.settle()
    house.reader.remove()
    const second = house.place(card)
    await house.settle()
    expect([verifies(first.commands), verifies(second.commands)]).toEqual([1, 0])
    expect(house.work.seen).toMatchObject([{ attributes: null }, { attributes: null }])
    await house.endsClean()
  })

  it('taken away before the orders: what was entered is zeroed, and it begins again from the card', async () => {
    const house = await begun(resetTask)
    await house.enter('8263', '8263', 'KX92PT')
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-REMOVED', next: 'again' })
    house.place()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', pin: 'userAuthentication', phase: 'first', entered: 0 })
    expect(house.work.seen).toHaveLength(2)
    await house.enter(...chosen)
    expect(house.work.performed).toHaveLength(1)
    await house.endsClean()
  })

  it('taken away during the orders: nothing is repeated here, the case is the clerk\'s', async () => {
    const house = await begun(resetTask)
    house.work.duringOrders = () => house.reader.remove()
    house.work.order = fail('CARD-REMOVED')
    await house.enter(...chosen)
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'ISSUER-UNCERTAIN', next: 'staff' })
    expect(house.work.gaveUp).toEqual(['ISSUER-UNCERTAIN'])
    house.place()
    await house.settle()
    expect(house.screen.kind).toBe('failed')
    expect(house.work.performed).toHaveLength(1)
    await house.endsClean()
  })

  it('taken away after the orders: done all the same, the clerk links the certificate later', async () => {
    const house = await begun({ ...resetTask, choose: [] })
    expect(house.screen).toMatchObject({ phase: 'done' })
    await house.endsClean()
    const other = new CardHouse()
    other.work.order = ok({ pins: 'none', readCertificateAgain: true })
    other.work.duringOrders = () => other.reader.remove()
    other.work.offer({ ...resetTask, choose: [] })
    await other.begin()
    await other.press('next')
    other.place()
    await other.settle()
    expect(other.screen).toMatchObject({ kind: 'cardWork', phase: 'done', cardPresent: false })
    expect(other.work.finished).toEqual([null])
    await other.endsClean()
  })
})

describe('an order that does not go through', () => {
  it.each(['ISSUER-REFUSED', 'ISSUER-UNREACHABLE', 'ISSUER-UNCERTAIN', 'ISSUER-NOT-CONFIGURED', 'STORE-FULL', 'CASE-STATE'] as const)('%s: told once, handed back, the PINs zeroed', async (code: FailureCode) => {
    const house = await begun(resetTask)
    house.work.order = fail(code)
    await house.enter(...chosen)
    expect(house.screen).toMatchObject({ kind: 'failed', failure: code, next: 'staff' })
    expect(house.work.gaveUp).toEqual([code])
    expect(house.secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true)
    await house.press('next')
    house.expectClean()
  })

  it('because of a bug: wiped, let go, handed back, reported', async () => {
    const house = await begun(resetTask)
    house.work.order = 'bug'
    await house.enter(...chosen)
    expect(house.bugs).toHaveLength(1)
    expect(house.work.gaveUp).toEqual(['INTERNAL'])
    house.expectClean()
  })

  it('and could not be handed back at once is handed back at the end', async () => {
    const house = await begun(resetTask)
    house.work.order = fail('ISSUER-REFUSED')
    house.work.giveUpFails = 'STORE-FULL'
    await house.enter(...chosen)
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'ISSUER-REFUSED' })
    house.work.giveUpFails = null
    await house.press('next')
    expect(house.work.gaveUp).toEqual(['ISSUER-REFUSED'])
    house.expectClean()
  })
})
