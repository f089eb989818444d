import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { certificateKinds, type CertificateKind, type IssuerOrder } from '../../../../src-main/issuer/issuer-terminal.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { name } from '../../../../src-main/training/issuer/x509/x509-writer.ts'
import { caName } from '../../../../src-main/training/issuer/x509/training-profile.ts'
import { IssuingCard } from '../../../../src-main/training/issuer/terminal/issuing-card.ts'
import { certificateObjects, presence, presenceFile } from '../../../../src-main/training/issuer/terminal/card-objects.ts'
import { readTerminalKey } from '../../../../src-main/training/card/profiles/kit-supplies.ts'
import { pin } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { channelTo, IssuerBench, pulledAt } from '../../../fixtures/training/issuer-bench.ts'

let bench: IssuerBench
beforeAll(async () => {
  bench = await IssuerBench.open()
})
afterAll(() => bench.dispose())

const record = { name: '見本　花子', address: '架空県見本市中央一丁目２番３号', birthDate: '1987-07-15', sex: '2' } as const
/** 製造番号 of the card `adult`. */
const serial = '999999910000102'
const kinds: fc.Arbitrary<CertificateKind[]> = fc.subarray([...certificateKinds], { minLength: 1 })
type Kind = IssuerOrder['kind']

interface Step {
  readonly kind: Kind
  readonly certificates: readonly CertificateKind[]
  /** Command at which the card is pulled; null: it is left alone. */
  readonly pulled: { readonly at: number; readonly moment: 'before' | 'after' } | null
  /** Whether an order that was cut off is repeated. */
  readonly repeated: boolean
  readonly restarted: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  // The orders after which a card takes no other are rare here, so that there is something to see.
  kind: fc.constantFrom<Kind>('resetPins', 'issueCertificates', 'issueCertificates', 'issueCertificates', 'suspend', 'release', 'release', 'updateRecord', 'switchToFaceAuthentication', 'returnCard'),
  certificates: kinds,
  pulled: fc.option(fc.record({ at: fc.integer({ min: 0, max: 60 }), moment: fc.constantFrom('before' as const, 'after' as const) })),
  repeated: fc.boolean(),
  restarted: fc.boolean(),
})

function orderOf({ kind, certificates }: Step, orderId: string, certificate: string): IssuerOrder {
  switch (kind) {
    case 'resetPins':
      return { orderId, kind, pins: { userAuthentication: pin('8263') } }
    case 'issueCertificates':
      return { orderId, kind, certificates, record, pins: {} }
    case 'suspend':
      return { orderId, kind, serials: [{ certificate: 'userAuthentication', issuer: name(caName('userAuthentication')), serial: certificate }] }
    case 'updateRecord':
      return { orderId, kind, record }
    case 'continueUse':
      return { orderId, kind, municipalityCode: '99999', record }
    case 'release':
    case 'returnCard':
    case 'switchToFaceAuthentication':
      return { orderId, kind }
  }
}

/** Serial numbers of what is on the card, past every access rule. */
async function onCard(card: SimulatedCard): Promise<Record<CertificateKind, string | null>> {
  const session = value(await IssuingCard.open(channelTo(card), readTerminalKey(bench.kit)))
  const marks = value(await session.readFile(presenceFile))
  const serialOf = async (kind: CertificateKind): Promise<string | null> => {
    if (marks[certificateObjects[kind].presence] !== presence.there) return null
    const file = value(await session.readFile(certificateObjects[kind].certificate))
    return new X509Certificate(file.subarray(0, 4 + Buffer.from(file).readUInt16BE(2))).serialNumber.toLowerCase().replace(/^0+/, '')
  }
  return { userAuthentication: await serialOf('userAuthentication'), signature: await serialOf('signature') }
}

it('keeps card, books and lists at one, whatever is ordered and wherever a card is pulled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      await bench.restart(false)
      const card = bench.card('adult')
      const seen = new Map<string, CertificateKind>()
      const look = async (): Promise<void> => {
        for (const [kind, found] of Object.entries(await onCard(card))) if (found !== null) seen.set(`${kind} ${found}`, kind === 'signature' ? 'signature' : 'userAuthentication')
      }
      await look()
      for (const [index, one] of steps.entries()) {
        const current = (await bench.register()).cards[serial]?.userAuthentication?.serial ?? ''
        const order = orderOf(one, `order-${index}`, current)
        const channel = one.pulled === null ? channelTo(card) : pulledAt(card, one.pulled.at, one.pulled.moment)
        const result = await bench.issuer.terminal.perform(order, order.kind === 'suspend' ? null : channel)
        if (one.restarted) await bench.restart()
        if (!result.ok && result.failure.code !== 'ISSUER-REFUSED' && one.repeated) await bench.perform(order, card)
        await look()
      }
      // Whatever was left open is settled at the card's next meeting with the issuer, even when the issuer then refuses.
      await bench.perform({ orderId: 'last', kind: 'resetPins', pins: { userAuthentication: pin('8263') } }, card)
      const register = await bench.register()
      const entry = register.cards[serial]
      expect(await onCard(card)).toEqual({ userAuthentication: entry?.userAuthentication?.serial ?? null, signature: entry?.signature?.serial ?? null })
      const own = register.revocations.map(({ hierarchy, serial: revoked }) => `${hierarchy} ${revoked}`)
      expect(new Set(own).size).toBe(own.length)
      for (const [certificate, kind] of seen) {
        // Of all certificates that were ever on the card, only those that still are may be good.
        if (entry?.[kind]?.serial !== certificate.split(' ')[1]) expect(own).toContain(certificate)
      }
      if (entry?.state !== 'inUse') for (const kind of certificateKinds) if (entry?.[kind]) expect(own).toContain(`${kind} ${entry[kind].serial}`)
      expect(Object.values(register.orders).every(({ state }) => state === 'done')).toBe(true)
    }),
    { numRuns: 12 },
  )
}, 300_000)
