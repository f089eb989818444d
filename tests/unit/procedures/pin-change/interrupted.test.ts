import { describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/failures/result.ts'
import { open, opened, pin as ascii, sw, testCard, type Interceptor } from '../../../fixtures/card/observed-card.ts'
import { CardHouse } from '../../../fixtures/procedures/card-house.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'


const isChange = (command: Uint8Array): boolean => command[1] === 0x24 || command[1] === 0x32

/** The first key takes the new PIN, the second refuses it, and then the first refuses to have its own back. */
function refusingSecond(): Interceptor {
  let changes = 0
  return (command) => {
    if (!isChange(command)) return null
    changes += 1
    return changes === 2 || changes === 3 ? sw(0x6985) : null
  }
}

/** Is taken away while it answers its first CHANGE: before it did it, or after, so that only the answer is lost. */
function pulledAtChange(card: SimulatedCard, done: boolean): SimulatedCard {
  let pulled = false
  return {
    atr: card.atr,
    powerOn: () => card.powerOn(),
    powerOff: () => card.powerOff(),
    reset: () => card.reset(),
    transmit: async (command) => {
      if (pulled || !isChange(command)) return card.transmit(command)
      pulled = true
      if (done) await card.transmit(command)
      return 'removed'
    },
  }
}

const putBack = async (house: CardHouse, card: SimulatedCard): Promise<void> => {
  house.place(card)
  await house.settle()
}

async function held(card: SimulatedCard, kind: 'userAuthentication' | 'residentRegister', secret: string): Promise<string> {
  const bench = await open(card)
  const verified = await opened(bench).verifyPin(kind, ascii(secret))
  await opened(bench).release()
  bench.reader.remove()
  return verified.ok ? 'ok' : verified.failure.code
}

describe.each([
  ['before it was done', false, '1234'],
  ['after it was done', true, '8263'],
] as const)('a card taken away during the change, %s', (_when, done, holds) => {
  it('is asked for again; what the resident enters once tells which PIN holds', async () => {
    const house = new CardHouse()
    const card = pulledAtChange(testCard(), done)
    await house.toPinChange('userAuthentication', card)
    await house.enter('1234', '8263', '8263')
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-CHANGE-UNCERTAIN', next: 'again' })
    expect(house.verified).toEqual(['1234'])
    await putBack(house, card)
    expect(house.screen).toMatchObject({ kind: 'enterPin', asking: 'whichHolds', triesLeft: 3 })
    await house.enter(holds)
    if (done) expect(house.screen).toMatchObject({ kind: 'pinChanged', pin: 'userAuthentication' })
    else expect(house.screen).toMatchObject({ kind: 'enterNewPin', phase: 'first' })
    expect(house.verified).toEqual(['1234', holds])
    await house.endsClean()
    house.reader.remove()
    expect(await held(card, 'userAuthentication', holds)).toBe('ok')
  })

  it('and exchanged for another: the other one is refused, the PINs wait for theirs', async () => {
    const house = new CardHouse()
    const card = pulledAtChange(testCard(), done)
    await house.toPinChange('userAuthentication', card)
    await house.enter('1234', '8263', '8263')
    await putBack(house, testCard('second-card'))
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-SWAPPED' })
    expect(house.verified).toEqual(['1234'])
    house.reader.remove()
    await putBack(house, card)
    expect(house.screen).toMatchObject({ kind: 'enterPin', asking: 'whichHolds' })
    await house.endsClean()
  })

  it('and not put back: everything is forgotten when the resident leaves', async () => {
    const house = new CardHouse()
    const card = pulledAtChange(testCard(), done)
    await house.toPinChange('userAuthentication', card)
    await house.enter('1234', '8263', '8263')
    house.timers.advance(91_000)
    await house.settle()
    house.expectClean()
  })
})

describe('the second key of 住民基本台帳用', () => {
  it('that could not be changed leaves the card partly changed, and one press repairs it', async () => {
    const house = new CardHouse()
    const card = testCard()
    await house.toPinChange('residentRegister', card, refusingSecond())
    await house.enter('1234', '8263', '8263')
    expect(house.screen).toEqual({ kind: 'pinPartlyChanged', pin: 'residentRegister', next: 'repair' })
    expect(house.session.dispatch({ type: 'back' })).toEqual(fail('MESSAGE-ILL-TIMED'))
    await house.press('repairPin')
    expect(house.screen).toMatchObject({ kind: 'pinChanged', pin: 'residentRegister' })
    expect(house.eventsOf('pin-change-end')).toMatchObject([{ outcome: 'failure', code: 'PIN-PARTLY-CHANGED' }, { outcome: 'success' }])
    await house.endsClean()
    house.reader.remove()
    expect(await held(card, 'residentRegister', '8263')).toBe('ok')
  })

  it('is repaired with the card put back, when it was taken in between', async () => {
    const house = new CardHouse()
    const card = testCard()
    await house.toPinChange('residentRegister', card, refusingSecond())
    await house.enter('1234', '8263', '8263')
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'pinPartlyChanged', next: 'placeCard' })
    await putBack(house, card)
    expect(house.screen).toMatchObject({ kind: 'pinPartlyChanged', next: 'repair' })
    await house.press('repairPin')
    expect(house.screen.kind).toBe('pinChanged')
    await house.endsClean()
  })

  it('found different from an earlier visit is asked for, and both become the new one', async () => {
    const card = testCard()
    const first = new CardHouse()
    await first.toPinChange('residentRegister', card, refusingSecond())
    await first.enter('1234', '8263', '8263')
    await first.endsClean()
    first.reader.remove()

    const house = new CardHouse()
    await house.toPinChange('residentRegister', card)
    await house.enter('8263')
    expect(house.screen).toMatchObject({ kind: 'pinPartlyChanged', next: 'repair' })
    await house.press('repairPin')
    expect(house.screen).toMatchObject({ kind: 'enterPin', asking: 'otherKey' })
    await house.enter('1234', '7391', '7391')
    expect(house.screen).toMatchObject({ kind: 'pinChanged', pin: 'residentRegister' })
    await house.endsClean()
    house.reader.remove()
    expect(await held(card, 'residentRegister', '7391')).toBe('ok')
  })
})

describe('a card taken away at any command of a change', () => {
  const flow = async (at: number): Promise<{ house: CardHouse; commands: number; card: SimulatedCard }> => {
    const house = new CardHouse()
    const card = testCard()
    const observed = await house.toPinChange('residentRegister', card, (_command, index) => (index === at ? 'removed' : null))
    await house.enter('1234', '8263', '8263')
    return { house, commands: observed.commands.length, card }
  }

  it('leaves no PIN in memory, no card in use, and no screen from which there is no way on', async () => {
    const { house: whole, commands } = await flow(-1)
    await whole.endsClean()
    expect(commands).toBeGreaterThan(20)
    for (let at = 0; at < commands; at += 1) {
      const { house, card } = await flow(at)
      expect(['failed', 'pinPartlyChanged', 'placeCard', 'pinChanged']).toContain(house.screen.kind)
      expect(house.bugs).toEqual([])
      // Whatever holds now, the holder gets on with the same card.
      house.reader.remove()
      await putBack(house, card)
      expect(['choosePin', 'enterPin', 'pinPartlyChanged', 'pinChanged', 'failed', 'placeCard']).toContain(house.screen.kind)
      await house.endsClean()
    }
  })
})
