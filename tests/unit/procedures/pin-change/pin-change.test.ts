import { describe, expect, it } from 'vitest'
import { ok, fail } from '../../../../src-main/failures/result.ts'
import { pinKinds, type PinKind } from '../../../../src-main/issuer/issuer-terminal.ts'
import { opened, open, pin as ascii, testCard } from '../../../fixtures/card/observed-card.ts'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import { CardHouse } from '../../../fixtures/procedures/card-house.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'

const presentOf = (kind: PinKind): string => (kind === 'signature' ? 'ABC123' : '1234')
const newOf = (kind: PinKind): string => (kind === 'signature' ? 'KX92PT' : '8263')

/** What the card itself says, after the terminal let it go. */
async function takes(card: SimulatedCard, kind: PinKind, secret: string): Promise<boolean> {
  const bench = await open(card)
  const verified = await opened(bench).verifyPin(kind, ascii(secret))
  await opened(bench).release()
  bench.reader.remove()
  return verified.ok
}

describe.each(pinKinds)('the PIN of %s', (kind) => {
  it('is verified, chosen twice and changed, with the tries shown before it is asked for', async () => {
    const house = new CardHouse()
    const card = testCard()
    await house.toPinChange(kind, card)
    const tries = kind === 'signature' ? 5 : 3
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: kind, asking: 'present', triesLeft: tries, maxTries: tries, wasWrong: false })
    await house.enter(presentOf(kind))
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', pin: kind, phase: 'first', refused: null })
    await house.enter(newOf(kind))
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'repeat', entered: 0 })
    await house.enter(newOf(kind))
    expect(house.screen).toMatchObject({ kind: 'pinChanged', pin: kind, more: true, cardPresent: true })
    await house.press('changeAnotherPin')
    expect(house.screen).toMatchObject({ kind: 'choosePin', pins: pinKinds.map((pin) => ({ pin, state: 'usable', changed: pin === kind })) })
    await house.press('back', 'stop')
    house.expectClean()
    expect(house.eventsOf('pin-change-end')).toMatchObject([{ pin: kind, outcome: 'success', code: null }])
    house.reader.remove()
    expect(await takes(card, kind, newOf(kind))).toBe(true)
  })

  it('that is wrong costs one try, is told at once, and is never sent again by itself', async () => {
    const house = new CardHouse()
    await house.toPinChange(kind)
    const wrong = kind === 'signature' ? 'ZZZZZ9' : '9999'
    await house.enter(wrong)
    const tries = kind === 'signature' ? 5 : 3
    expect(house.screen).toMatchObject({ kind: 'enterPin', pin: kind, triesLeft: tries - 1, wasWrong: true, entered: 0 })
    expect(house.verified).toEqual([wrong])
    await house.endsClean()
    expect(house.verified).toEqual([wrong])
  })

  it('that is too short is not handed in: no try, no command to the card', async () => {
    const house = new CardHouse()
    const card = await house.toPinChange(kind)
    const commands = card.commands.length
    await house.enter('12')
    expect(house.screen).toMatchObject({ kind: 'enterPin', entered: 2 })
    expect(card.commands.length).toBe(commands)
    await house.endsClean()
  })

  it('whose last try is left is asked for only after a clerk said yes', async () => {
    const house = new CardHouse()
    await house.toPinChange(kind, testCard('adult', { triesLeft: { [kind]: 1 } }))
    expect(house.screen).toEqual({ kind: 'lastTry', pin: kind, state: 'ask' })
    await house.press('tryLastTime')
    expect(house.screen).toEqual({ kind: 'lastTry', pin: kind, state: 'waitingForStaff' })
    expect(house.alerts.list()).toMatchObject([{ kind: 'lastTry' }])
    await house.enter(presentOf(kind))
    expect(house.verified).toEqual([])
    expect(house.session.decideLastTry(true)).toEqual(ok())
    await house.enter(presentOf(kind))
    expect(house.screen.kind).toBe('enterNewPin')
    await house.endsClean()
  })

  it('whose last try a clerk declines is not sent', async () => {
    const house = new CardHouse()
    await house.toPinChange(kind, testCard('adult', { triesLeft: { [kind]: 1 } }))
    await house.press('tryLastTime')
    expect(house.session.decideLastTry(false)).toEqual(ok())
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-LAST-TRY-DECLINED', next: 'staff' })
    expect(house.verified).toEqual([])
    await house.endsClean()
  })

  it('whose last try is left is not spent where nobody is there', async () => {
    const house = new CardHouse('refuse')
    await house.toPinChange(kind, testCard('adult', { triesLeft: { [kind]: 1 } }))
    await house.press('tryLastTime')
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-LAST-TRY-DECLINED' })
    expect(house.session.decideLastTry(true)).toEqual(fail('MESSAGE-ILL-TIMED'))
    await house.endsClean()
  })

  it('that is blocked can not be chosen, and says so', async () => {
    const house = new CardHouse()
    await house.toPinChange(kind, testCard('adult', { triesLeft: { [kind]: 0 } }))
    expect(house.screen).toMatchObject({ kind: 'choosePin' })
    expect(house.screen.kind === 'choosePin' && house.screen.pins.find(({ pin }) => pin === kind)).toMatchObject({ state: 'blocked', triesLeft: 0 })
    expect(house.session.dispatch({ type: 'choosePin', pin: kind })).toEqual(fail('MESSAGE-ILL-TIMED'))
    await house.endsClean()
  })

  it('is refused as a new one when it is the old one', async () => {
    const house = new CardHouse()
    await house.toPinChange(kind)
    await house.enter(presentOf(kind), presentOf(kind))
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'first', refused: 'sameAsOld' })
    await house.endsClean()
  })
})

describe('the four PINs one after the other', () => {
  it('are changed in one session with one card', async () => {
    const house = new CardHouse()
    const card = testCard()
    await house.toPinChange('userAuthentication', card)
    for (const kind of pinKinds) {
      if (kind !== 'userAuthentication') await house.press('changeAnotherPin', { type: 'choosePin', pin: kind })
      await house.enter(presentOf(kind), newOf(kind), newOf(kind))
      expect(house.screen).toMatchObject({ kind: 'pinChanged', pin: kind, more: kind !== 'residentRegister' })
    }
    await house.press('next')
    house.expectClean()
    expect(house.opened).toBe(1)
    house.reader.remove()
    for (const kind of pinKinds) expect(await takes(card, kind, newOf(kind))).toBe(true)
  })
})

describe('a new PIN', () => {
  it.each([
    ['the birth date in the register', '0405', 'birthDate'],
    ['the year of birth', '1980', 'birthDate'],
    ['the year in which the card ends', cardProfiles().expiry.slice(0, 4), 'expiryYear'],
    ['a run', '3456', 'run'],
    ['a repeat', '7777', 'repeat'],
  ] as const)('that is %s is refused before the card is touched', async (_what, weak, refused) => {
    const house = new CardHouse()
    const card = await house.toPinChange('inputSupport')
    await house.enter('1234')
    const commands = card.commands.length
    await house.enter(weak)
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'first', entered: 0, refused })
    expect(card.commands.length).toBe(commands)
    await house.endsClean()
  })

  it('that differs the second time is asked for anew', async () => {
    const house = new CardHouse()
    const card = await house.toPinChange('userAuthentication')
    await house.enter('1234')
    const commands = card.commands.length
    await house.enter('8263', '8264')
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'first', refused: 'different' })
    expect(card.commands.length).toBe(commands)
    await house.endsClean()
  })

  it.each([
    ['the card leads to nobody in the register', 'RESIDENT-NOT-FOUND'],
    ['the register is down', 'REGISTRY-UNAVAILABLE'],
  ] as const)('is chosen without the birth date while %s', async (_why, code) => {
    const house = new CardHouse()
    house.answers.record = fail(code)
    await house.toPinChange('userAuthentication')
    await house.enter('1234', '0405')
    expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'repeat', refused: null })
    await house.endsClean()
  })

  it('that is guessed at again and again ends at a clerk', async () => {
    const house = new CardHouse()
    await house.toPinChange('userAuthentication')
    await house.enter('1234', ...Array.from({ length: 10 }, () => '7777'))
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-WEAK', next: 'staff' })
    expect(house.verified).toEqual(['1234'])
    await house.endsClean()
  })
})

describe('a card with other PINs than an adult\'s', () => {
  it('of a child shows no password of 署名用', async () => {
    const house = new CardHouse()
    await house.toPinChange('signature', testCard('under-15'))
    expect(house.screen).toMatchObject({ kind: 'choosePin', pins: [{ state: 'usable' }, { pin: 'signature', state: 'absent' }, { state: 'usable' }, { state: 'usable' }] })
    await house.endsClean()
  })

  it('for the face alone never comes to a PIN', async () => {
    const house = new CardHouse()
    await house.toPinChange('userAuthentication', testCard('face-authentication'))
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-FACE-ONLY', next: 'staff' })
    expect(house.verified).toEqual([])
    await house.endsClean()
  })

  it('another one after a change begins with nothing changed', async () => {
    const house = new CardHouse()
    await house.toPinChange('userAuthentication')
    await house.enter('1234', '8263', '8263')
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'pinChanged', cardPresent: false })
    await house.press('changeAnotherPin')
    expect(house.screen.kind).toBe('placeCard')
    house.place(testCard('under-15'))
    await house.settle()
    expect(house.screen.kind === 'choosePin' && house.screen.pins.some(({ changed }) => changed)).toBe(false)
    await house.endsClean()
  })
})
