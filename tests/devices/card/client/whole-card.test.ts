import { createVerify, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIndividualNumberCard } from '../../../../src-main/card/client/open-individual-number-card.ts'
import type { IndividualNumberCard, PinChangeResult, ResidentRegisterKey } from '../../../../src-main/card/individual-number-card.ts'
import { pinKinds, type PinKind } from '../../../../src-main/issuer/issuer-terminal.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { cardOperations, secretsOf, testIssuerKeys } from '../../../fixtures/card/card-operations.ts'
import { pin, testCard } from '../../../fixtures/card/observed-card.ts'
import { codeOf, untilState, value } from '../../../fixtures/pcscd/reader-states.ts'
import { realReader, type RealReader } from '../../../fixtures/pcscd/real-reader.ts'

let real: RealReader
beforeAll(async () => {
  real = await realReader('koffi')
})
afterAll(() => real.dispose())

async function laid(card: SimulatedCard): Promise<void> {
  real.bridge.remove()
  await untilState(real.reader, 'noCard')
  real.bridge.insert(card)
  await untilState(real.reader, 'card')
}

async function placed(card: SimulatedCard): Promise<IndividualNumberCard> {
  await laid(card)
  return value(await openIndividualNumberCard(real.reader))
}

const secrets = secretsOf('adult')
const oldOf = (kind: PinKind): Uint8Array => (kind === 'signature' ? secrets.password() : secrets.pin())
const newOf = (kind: PinKind): Uint8Array => (kind === 'signature' ? secrets.newPassword() : secrets.newPin())

/** The card leaves the reader at command `step`, before or after the chip has done what it was told. */
function pulledAt(card: SimulatedCard, step: number, moment: 'before' | 'after'): { readonly card: SimulatedCard; readonly reached: () => number } {
  let count = 0
  return {
    reached: () => count,
    card: {
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
    },
  }
}

/** Which value each key of 住民基本台帳用 holds, asked past the client. */
async function truth(card: SimulatedCard): Promise<Record<ResidentRegisterKey, 'old' | 'new'>> {
  const aids = { common: 'd3921000310001010100', residentRegister: 'd3921000310001010401' } as const
  const opened = await placed(card)
  const holds = (key: ResidentRegisterKey): Promise<'old' | 'new'> =>
    opened.forIssuer(async (channel) => {
      const verify = async (secret: Uint8Array): Promise<string> => Buffer.from(value(await channel.transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...secret])))).toString('hex')
      value(await channel.transmit(Buffer.from(`00a4040c0a${aids[key]}`, 'hex')))
      if ((await verify(secrets.pin())) === '9000') return 'old'
      expect(await verify(secrets.newPin())).toBe('9000')
      return 'new'
    })
  const found = { common: await holds('common'), residentRegister: await holds('residentRegister') }
  await opened.release()
  return found
}

describe('the whole card over a real pcscd', () => {
  test.each(cardOperations)('$name', async (operation) => {
    const card = await placed(testCard())
    const outcome = await operation.run(card, secrets, testIssuerKeys)
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('ok')
    await card.release()
  })

  test.each(pinKinds)('a change of %s outlives the power of the card', async (kind) => {
    const simulated = testCard()
    const card = await placed(simulated)
    expect(codeOf(await card.changePin(kind, oldOf(kind), newOf(kind)))).toBeUndefined()
    await card.release()
    const again = await placed(simulated)
    expect(codeOf(await again.verifyPin(kind, oldOf(kind)))).toBe('PIN-WRONG')
    expect(codeOf(await again.verifyPin(kind, newOf(kind)))).toBeUndefined()
    await again.release()
  })

  test('what either key signs is verified by its certificate', async () => {
    const card = await placed(testCard())
    const message = Buffer.from('challenge of the terminal')
    for (const kind of ['userAuthentication', 'signature'] as const) {
      value(await card.verifyPin(kind, oldOf(kind)))
      const certificate = new X509Certificate(value(await card.readCertificate(kind)))
      expect(createVerify('sha256').update(message).verify(certificate.publicKey, value(await card.sign(kind, message)))).toBe(true)
    }
    await card.release()
  })

  test('a release takes the verified PIN from the card', async () => {
    const simulated = testCard()
    const card = await placed(simulated)
    value(await card.verifyPin('userAuthentication', secrets.pin()))
    await card.release()
    const again = value(await openIndividualNumberCard(real.reader))
    expect(codeOf(await again.sign('userAuthentication', Buffer.from('m')))).toBe('CARD-REFUSED')
    await again.release()
  })
})

describe('a card pulled in the middle of a change', () => {
  test.each(['before', 'after'] as const)('at any command, just %s the chip acts: one PIN, and what is told is true', { timeout: 600_000 }, async (moment) => {
    for (let step = 2; ; step += 1) {
      const simulated = testCard()
      const pulled = pulledAt(simulated, step, moment)
      const card = await placed(pulled.card)
      const result = await card.changePin('inputSupport', secrets.pin(), secrets.newPin())
      if (result.ok) {
        expect(step).toBeGreaterThanOrEqual(6)
        await card.release()
        return
      }
      const again = await placed(simulated)
      const isNew = codeOf(await again.verifyPin('inputSupport', secrets.newPin())) === undefined
      expect([step, result.failure.code, isNew]).toEqual([step, step === 5 ? 'PIN-CHANGE-UNCERTAIN' : 'CARD-REMOVED', step === 5 && moment === 'after'])
      await again.release()
    }
  })

  test.each(['before', 'after'] as const)('at any command, just %s the chip acts: two keys, what is told is true and can be repaired', { timeout: 900_000 }, async (moment) => {
    for (let step = 2; ; step += 1) {
      const simulated = testCard()
      const pulled = pulledAt(simulated, step, moment)
      const card = await placed(pulled.card)
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
      const again = await placed(simulated)
      expect(codeOf(await again.repairResidentRegisterPin({ common: buffer[held.common], residentRegister: buffer[held.residentRegister] }, secrets.newPin()))).toBeUndefined()
      expect(codeOf(await again.verifyPin('residentRegister', secrets.newPin()))).toBeUndefined()
      await again.release()
    }
  })
})

describe('a card swapped for another between PIN and signature', () => {
  test('is noticed: the connection ends with the card that was verified', async () => {
    const card = await placed(testCard())
    value(await card.verifyPin('signature', secrets.password()))
    await laid(testCard('single'))
    expect(codeOf(await card.sign('signature', Buffer.from('m')))).toBe('CARD-REMOVED')
    await card.release()
  })

  test('is refused when the procedure goes on with what is on the reader now, and the first card is taken again', async () => {
    const first = testCard()
    const card = await placed(first)
    const identity = value(await card.identity())
    value(await card.verifyPin('userAuthentication', secrets.pin()))
    await laid(testCard('second-card'))
    await card.release()
    expect(codeOf(await openIndividualNumberCard(real.reader, identity))).toBe('CARD-SWAPPED')
    await laid(first)
    const again = value(await openIndividualNumberCard(real.reader, identity))
    await again.release()
  })

  test('does not sign either when the reader never notices, for the second chip has verified nothing', async () => {
    const [first, second] = [testCard(), testCard('single')]
    let current = first
    const card = await placed({
      atr: first.atr,
      powerOn: () => [first, second].forEach((each) => each.powerOn()),
      powerOff: () => [first, second].forEach((each) => each.powerOff()),
      reset: () => [first, second].forEach((each) => each.reset()),
      transmit: (command) => current.transmit(command),
    })
    value(await card.verifyPin('userAuthentication', pin('1234')))
    current = second
    expect(codeOf(await card.sign('userAuthentication', Buffer.from('m')))).toBe('CARD-REFUSED')
    await card.release()
  })
})
