import { describe, expect, test } from 'vitest'
import { openIndividualNumberCard } from '../../../../src-main/card/client/open-individual-number-card.ts'
import type { IndividualNumberCard, PinChangeResult, ResidentRegisterKey } from '../../../../src-main/card/individual-number-card.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { secretsOf } from '../../../fixtures/card/card-operations.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { codeOf, untilState, value } from '../../../fixtures/pcscd/reader-states.ts'
import { realReader } from '../../../fixtures/pcscd/real-reader.ts'

const secrets = secretsOf('adult')
const moments = ['before', 'after'] as const
type Moment = (typeof moments)[number]

/** Lays a card on the reader, in place of the one before, and opens it. */
type Place = (card: SimulatedCard) => Promise<IndividualNumberCard>

/** With a reader of its own behind a pcscd of its own: the tests of this file wait beside one another. */
async function withReader(work: (place: Place) => Promise<void>): Promise<void> {
  const real = await realReader('koffi')
  try {
    await work(async (card) => {
      real.bridge.remove()
      await untilState(real.reader, 'noCard')
      real.bridge.insert(card)
      await untilState(real.reader, 'card')
      return value(await openIndividualNumberCard(real.reader))
    })
  } finally {
    await real.dispose()
  }
}

/** The card leaves the reader at command `step`, before or after the chip has done what it was told. */
function pulledAt(card: SimulatedCard, step: number, moment: Moment): SimulatedCard {
  let count = 0
  return {
    atr: card.atr,
    powerOn: () => card.powerOn(),
    powerOff: () => card.powerOff(),
    reset: () => card.reset(),
    async transmit(command) {
      const index = count++
      if (index !== step) return card.transmit(command)
      if (moment === 'after') await card.transmit(command)
      return 'removed'
    },
  }
}

/** Which value each key of 住民基本台帳用 holds, asked of the chip itself. */
async function truth(card: SimulatedCard): Promise<Record<ResidentRegisterKey, 'old' | 'new'>> {
  const aids = { common: 'd3921000310001010100', residentRegister: 'd3921000310001010401' } as const
  const transmit = async (command: Buffer): Promise<string> => {
    const answer = await card.transmit(command)
    if (typeof answer === 'string') throw new Error(answer)
    return Buffer.from(answer).toString('hex')
  }
  const verify = (secret: Uint8Array): Promise<string> => transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...secret]))
  const holds = async (key: ResidentRegisterKey): Promise<'old' | 'new'> => {
    expect(await transmit(Buffer.from(`00a4040c0a${aids[key]}`, 'hex'))).toBe('9000')
    if ((await verify(secrets.pin())) === '9000') return 'old'
    expect(await verify(secrets.newPin())).toBe('9000')
    return 'new'
  }
  card.powerOn()
  const found = { common: await holds('common'), residentRegister: await holds('residentRegister') }
  card.powerOff()
  return found
}

describe.concurrent('a card pulled in the middle of a change', () => {
  test.each(moments)('at any command, just %s the chip acts: one PIN, and what is told is true', { timeout: 600_000 }, (moment) =>
    withReader(async (place) => {
      for (let step = 2; ; step += 1) {
        const simulated = testCard()
        const card = await place(pulledAt(simulated, step, moment))
        const result = await card.changePin('inputSupport', secrets.pin(), secrets.newPin())
        if (result.ok) {
          expect(step).toBeGreaterThanOrEqual(6)
          await card.release()
          return
        }
        const again = await place(simulated)
        const isNew = codeOf(await again.verifyPin('inputSupport', secrets.newPin())) === undefined
        expect([step, result.failure.code, isNew]).toEqual([step, step === 5 ? 'PIN-CHANGE-UNCERTAIN' : 'CARD-REMOVED', step === 5 && moment === 'after'])
        await again.release()
      }
    }),
  )

  test.each(moments)('at any command, just %s the chip acts: two keys, what is told is true and can be repaired', { timeout: 900_000 }, (moment) =>
    withReader(async (place) => {
      for (let step = 2; ; step += 1) {
        const simulated = testCard()
        const card = await place(pulledAt(simulated, step, moment))
        const result: PinChangeResult = await card.changePin('residentRegister', secrets.pin(), secrets.newPin())
        if (result.ok) {
          expect(step).toBeGreaterThanOrEqual(13)
          await card.release()
          return
        }
        const held = await truth(simulated)
        for (const key of ['common', 'residentRegister'] as const) {
          const told = result.keys?.[key] ?? 'unknown'
          if (told !== 'unknown') expect([step, key, told]).toEqual([step, key, held[key]])
        }
        if (held.common !== held.residentRegister) expect(['PIN-PARTLY-CHANGED', 'PIN-CHANGE-UNCERTAIN']).toContain(result.failure.code)
        const buffer = { old: secrets.pin(), new: secrets.newPin() }
        const again = await place(simulated)
        expect(codeOf(await again.repairResidentRegisterPin({ common: buffer[held.common], residentRegister: buffer[held.residentRegister] }, secrets.newPin()))).toBeUndefined()
        expect(codeOf(await again.verifyPin('residentRegister', secrets.newPin()))).toBeUndefined()
        await again.release()
      }
    }),
  )
})
