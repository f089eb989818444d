import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IssuerOrder } from '../../../../src-main/issuer/issuer-terminal.ts'
import { cardMemory } from '../../../../src-main/training/card/chip/card-memory.ts'
import { operation } from '../../../../src-main/training/card/issuing/protocol.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { codeOf, pin } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { clientOf, IssuerBench, pulledAt, type Moment } from '../../../fixtures/training/issuer-bench.ts'

let bench: IssuerBench
beforeEach(async () => {
  bench = await IssuerBench.open()
})
afterEach(() => bench.dispose())

const record = { name: '見本　花子', address: '架空県見本市新町一丁目１番１号', birthDate: '1987-07-15', sex: '2' } as const

/** Each order that takes the card, and how to see on the card whether it was done. */
const orders: readonly { readonly order: (orderId: string) => IssuerOrder; readonly profile: string; readonly done: (card: SimulatedCard) => Promise<boolean> }[] = [
  {
    profile: 'pin-blocked',
    order: (orderId) => ({ orderId, kind: 'resetPins', pins: { userAuthentication: pin('8263'), residentRegister: pin('3058') } }),
    done: async (card) => value(await (await clientOf(card)).pinTries('userAuthentication')).left === 3,
  },
  {
    profile: 'adult',
    order: (orderId) => ({ orderId, kind: 'issueCertificates', certificates: ['userAuthentication', 'signature'], record, pins: {} }),
    done: async (card) => (await bench.check('userAuthentication', value(await (await clientOf(card)).readCertificate('userAuthentication')))).status === 'good',
  },
  {
    profile: 'adult',
    order: (orderId) => ({ orderId, kind: 'switchToFaceAuthentication' }),
    done: async (card) => value(await (await clientOf(card)).overview()).faceAuthenticationOnly,
  },
  {
    profile: 'adult',
    order: (orderId) => ({ orderId, kind: 'returnCard' }),
    done: async (card) => value(await (await clientOf(card)).pinTries('inputSupport')).left === 0,
  },
  {
    profile: 'adult',
    order: (orderId) => ({ orderId, kind: 'continueUse', municipalityCode: '999986', record }),
    done: async (card) => value(await (await clientOf(card)).readCardData()).municipalityCode === '99998',
  },
  { profile: 'suspended', order: (orderId) => ({ orderId, kind: 'release' }), done: async () => Object.values((await bench.register()).cards).every(({ state }) => state !== 'suspended') },
]

/** How often each certificate is in the register as revoked: once at most. */
async function revokedTwice(): Promise<string[]> {
  const all = (await bench.register()).revocations.map(({ hierarchy, serial, generation }) => `${hierarchy} ${generation} ${serial}`)
  return all.filter((one, index) => all.indexOf(one) !== index)
}

describe('a card pulled in the middle of an order', () => {
  const moments: readonly Moment[] = ['before', 'after']
  it.each(orders.map(({ profile, order, done }) => [order('').kind, { profile, order, done }] as const))(
    '%s: at any command, what is told is true, and the repeat does it once',
    async (kind, { profile, order, done }) => {
      const commands = pulledAt(bench.card(profile), Infinity, 'before')
      value(await bench.issuer.terminal.perform(order('whole'), commands))
      const whole = commands.sent()
      expect(whole).toBeGreaterThan(4)
      // Long orders are pulled at their first and last commands, and at some between.
      const steps = Array.from({ length: whole }, (_, step) => step).filter((step) => step < 7 || step >= whole - 3 || step % 29 === 0)
      for (const step of steps) {
        for (const moment of moments) {
          await bench.restart(false)
          const card = bench.card(profile)
          const id = `${kind}-${step}-${moment}`
          const pulled = await bench.issuer.terminal.perform(order(id), pulledAt(card, step, moment))
          const last = step === whole - 1
          expect([step, moment, codeOf(pulled)]).toEqual([step, moment, last ? 'ISSUER-UNCERTAIN' : 'CARD-REMOVED'])
          // A power cut of the kiosk as well, now and then.
          if (step % 2 === 0) await bench.restart()
          const receipt = value(await bench.perform(order(id), card))
          expect(await done(card)).toBe(true)
          expect(await revokedTwice()).toEqual([])
          expect(value(await bench.perform(order(id), card))).toEqual(receipt)
        }
      }
    },
    240_000,
  )

  it('is settled by the next order for the same card, when nobody repeats the one before', async () => {
    const card = bench.card('adult')
    const before = value(await (await clientOf(card)).readCertificate('userAuthentication'))
    const issue: IssuerOrder = { orderId: 'first', kind: 'issueCertificates', certificates: ['userAuthentication'], record, pins: {} }
    const counted = pulledAt(bench.card('adult'), Infinity, 'before')
    value(await bench.issuer.terminal.perform({ ...issue, orderId: 'counted' }, counted))
    await bench.restart(false)
    expect(codeOf(await bench.issuer.terminal.perform(issue, pulledAt(card, counted.sent() - 1, 'after')))).toBe('ISSUER-UNCERTAIN')
    expect((await bench.check('userAuthentication', before)).status).toBe('good')
    value(await bench.perform({ orderId: 'second', kind: 'resetPins', pins: { inputSupport: pin('9174') } }, card))
    expect(await bench.check('userAuthentication', before)).toMatchObject({ status: 'revoked', reason: 'superseded' })
    const now = value(await (await clientOf(card)).readCertificate('userAuthentication'))
    expect((await bench.check('userAuthentication', now)).status).toBe('good')
  })

  it('keeps an order whose commit nobody knows of from being done with another card', async () => {
    const order: IssuerOrder = { orderId: 'one', kind: 'returnCard' }
    const counted = pulledAt(bench.card('mixed'), Infinity, 'before')
    value(await bench.issuer.terminal.perform({ ...order, orderId: 'counted' }, counted))
    expect(codeOf(await bench.issuer.terminal.perform(order, pulledAt(bench.card('adult'), counted.sent() - 1, 'before')))).toBe('ISSUER-UNCERTAIN')
    expect(codeOf(await bench.perform(order, bench.card('single')))).toBe('ISSUER-UNCERTAIN')
    expect(value(await (await clientOf(bench.card('single'))).pinTries('inputSupport')).left).toBe(3)
  })

  it('does not believe an answer to COMMIT that the card did not seal', async () => {
    const card = bench.card('adult')
    const channel = pulledAt(card, Infinity, 'before')
    const order: IssuerOrder = { orderId: 'one', kind: 'returnCard' }
    const refusing = {
      async transmit(command: Uint8Array) {
        const answer = await channel.transmit(command)
        return command[2] === operation.commit ? { ok: true as const, value: Uint8Array.of(0x69, 0x85) } : answer
      },
    }
    expect(codeOf(await bench.issuer.terminal.perform(order, refusing))).toBe('ISSUER-UNCERTAIN')
    expect(value(await bench.perform(order, card)).revoked).toHaveLength(2)
  })
})

describe('a card', () => {
  it('keeps what was done to it in its memory, and nothing that was not committed', async () => {
    const memory = cardMemory()
    const card = bench.card('adult', memory)
    await bench.issuer.terminal.perform({ orderId: 'one', kind: 'resetPins', pins: { userAuthentication: pin('8263'), signature: pin('KX92PT') } }, pulledAt(card, 5, 'after'))
    expect(codeOf(await (await clientOf(bench.card('adult', memory))).verifyPin('userAuthentication', pin('1234')))).toBe('ok')
    value(await bench.perform({ orderId: 'two', kind: 'resetPins', pins: { userAuthentication: pin('8263') } }, card))
    expect(codeOf(await (await clientOf(bench.card('adult', memory))).verifyPin('userAuthentication', pin('8263')))).toBe('ok')
  })
})
