import { beforeAll, describe, expect, it } from 'vitest'
import type { IndividualNumberCard } from '../../../../src-main/card/individual-number-card.ts'
import { cardProfileNames } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { createVirtualCard } from '../../../../src-main/training/card/virtual-card.ts'
import { cardOperations, openPatiently, secretsOf } from '../../../fixtures/card/card-operations.ts'
import { opened } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { recordRoots } from '../../../fixtures/training/issuer-bench.ts'
import { sharedKit } from '../../../fixtures/training/kit.ts'

let kit = ''
let roots: ReturnType<typeof recordRoots>
beforeAll(async () => {
  kit = await sharedKit()
  roots = recordRoots(kit)
})

/** The card without the troubles of its profile: what is on it is what is asked for here. */
const card = (profile: string): SimulatedCard => value(createVirtualCard(profile, kit, { troubles: {} }))
const client = async (profile: string): Promise<IndividualNumberCard> => opened(await openPatiently(card(profile)))

const user = ['verify 利用者証明用', 'change 利用者証明用', 'sign 利用者証明用']
const signature = ['verify 署名用', 'change 署名用', 'certificate 署名用', 'sign 署名用']
const inputSupport = ['verify 券面事項入力補助用', 'change 券面事項入力補助用', 'attributes by PIN', 'number by PIN']
const residentRegister = ['verify 住民基本台帳用', 'change 住民基本台帳用', 'repair 住民基本台帳用']
const blocked = (operations: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(operations.map((name) => [name, 'PIN-BLOCKED']))
const noSignature = { 'certificate 署名用': 'CARD-NO-CERTIFICATE', 'sign 署名用': 'CARD-REFUSED' }
const noCertificate = { ...noSignature, 'certificate 利用者証明用': 'CARD-NO-CERTIFICATE', 'sign 利用者証明用': 'CARD-REFUSED' }

/** As the issuer sends it: nothing opens it but what is printed on it. */
const notDelivered = { ...blocked([...user, ...signature, ...inputSupport, ...residentRegister]), 'certificate 利用者証明用': 'CARD-NO-CERTIFICATE' }

/** What stops an operation, where anything does; every other operation of every profile succeeds, with the issuer's signatures in order. */
const stops: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'under-15': noSignature,
  'signature-only-missing': noSignature,
  'no-certificate': noCertificate,
  garbage: noCertificate,
  'pin-blocked': blocked(user),
  'signature-blocked': blocked(signature),
  'input-support-blocked': blocked(inputSupport),
  'resident-register-blocked': blocked(residentRegister),
  'all-blocked': blocked([...user, ...signature, ...inputSupport, ...residentRegister]),
  'face-authentication': blocked([...user, ...signature, ...inputSupport, ...residentRegister]),
  'blocked-6983': blocked([...user, ...signature]),
  'to-be-delivered': notDelivered,
  'to-be-delivered-under-15': notDelivered,
}

/** Cards that the client does not open. */
const closed: Readonly<Record<string, string>> = { 'foreign-card': 'CARD-FOREIGN', 'old-juki': 'CARD-OLD-JUKI', phone: 'CARD-PHONE', iphone: 'CARD-PHONE' }

describe('the complete client', () => {
  it.each(cardProfileNames().filter((name) => !Object.hasOwn(closed, name)))('on a card of the kit: %s', async (profile) => {
    const { expiry } = value(await (await client(profile)).readCardData())
    const secrets = secretsOf(profile, expiry)
    const stopped: Record<string, string> = {}
    const reading = await client(profile)
    for (const { name, changes, run } of cardOperations) {
      const outcome = await run(changes === 0 ? reading : await client(profile), secrets, roots)
      if (!outcome.ok) stopped[name] = outcome.failure.code
    }
    expect(stopped).toEqual(stops[profile] ?? {})
  })

  it.each(Object.entries(closed))('does not open %s: %s', async (profile, code) => {
    const bench = await openPatiently(card(profile))
    expect(bench.opened).toMatchObject({ ok: false, failure: { code } })
  })
})
