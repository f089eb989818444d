import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KitCard } from '../../../build/training-kit/make-pki.ts'
import { systemClock } from '../../../src-main/clock.ts'
import type { CertificateKind } from '../../../src-main/issuer/issuer-terminal.ts'
import { httpOcspTransport } from '../../../src-main/pki/providers/ocsp/http-transport.ts'
import { createOcspSource } from '../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import { registerFile } from '../../../src-main/training/issuer/register/register-file.ts'
import type { OpensslResponder } from '../../fixtures/pki/openssl-responder.ts'
import { sharedKit } from '../../fixtures/training/kit.ts'
import { kitResponder } from '../../fixtures/training/kit-responder.ts'

const day = 86_400
let kit: string
let cards: readonly KitCard[]
const responders = new Map<string, OpensslResponder>()

beforeAll(async () => {
  kit = await sharedKit()
  cards = JSON.parse(readFileSync(join(kit, 'pki', 'cards.json'), 'utf8')) as KitCard[]
  const register = await registerFile(join(kit, 'pki')).read()
  for (const kind of ['userAuthentication', 'signature'] as const) {
    for (const generation of [2, 3]) responders.set(`${kind} ${generation}`, await kitResponder(kit, kind, generation, register))
  }
}, 300_000)
afterAll(async () => {
  for (const responder of responders.values()) await responder.stop()
})

async function statusOf(profile: string, kind: CertificateKind, generation: number): Promise<string> {
  const card = cards.find((one) => one.profile === profile)
  const file = kind === 'signature' ? card?.signCertificateFile : card?.certificateFile
  const responder = responders.get(`${kind} ${generation}`)
  if (file === null || file === undefined || responder === undefined) throw new Error(`no certificate or responder for ${profile}`)
  const source = createOcspSource({ transport: httpOcspTransport(responder.url, 20), hash: 'sha256', nonce: 'required', maxAgeSeconds: day, skewSeconds: 300 })
  const stem = kind === 'signature' ? 'sign-ca' : 'user-ca'
  const anchors = ['', '-2'].map((suffix) => join(kit, 'pki', `${stem}${suffix}.der`))
  const status = createPathCertificateStatus({ kind, anchors, intermediates: [], policies: [], source, clock: systemClock })
  const verdict = await status.check(readFileSync(join(kit, 'pki', file)), new Date(Date.now() + 2000))
  return verdict.status === 'revoked' ? verdict.reason : verdict.status
}

describe('the status responders of the training kit', () => {
  it.each([
    ['adult', 'userAuthentication', 3, 'good'],
    ['adult', 'signature', 3, 'good'],
    ['second-generation', 'userAuthentication', 2, 'good'],
    ['second-generation', 'signature', 2, 'good'],
    ['revoked', 'userAuthentication', 3, 'cessationOfOperation'],
    ['moved', 'userAuthentication', 3, 'good'],
    ['moved', 'signature', 3, 'affiliationChanged'],
    ['superseded', 'signature', 3, 'superseded'],
    ['suspended', 'userAuthentication', 3, 'certificateHold'],
    ['key-compromised', 'signature', 3, 'keyCompromise'],
    ['discarded', 'userAuthentication', 3, 'unspecified'],
  ] as const)('say of %s (%s, generation %i): %s', async (profile, kind, generation, expected) => {
    expect(await statusOf(profile, kind, generation)).toBe(expected)
  })

  it('of one generation are not believed about another', async () => {
    expect(['unknown', 'unreachable']).toContain(await statusOf('adult', 'userAuthentication', 2))
  })
})
