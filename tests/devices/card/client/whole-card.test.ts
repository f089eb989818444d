import { createVerify, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIndividualNumberCard } from '../../../../src-main/card/client/open-individual-number-card.ts'
import type { IndividualNumberCard } from '../../../../src-main/card/individual-number-card.ts'
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
