import type { KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../../src-main/clock.ts'
import type { CertificateVerdict, StatusEvidence } from '../../../../src-main/pki/certificate-status.ts'
import { statusEvidenceSchema, toPlainEvidence } from '../../../../src-main/pki/evidence/evidence-schema.ts'
import { verifyEvidence, type EvidenceRules } from '../../../../src-main/pki/evidence/verify-evidence.ts'
import { certIdOf } from '../../../../src-main/pki/ocsp/message/cert-id.ts'
import { combineSources } from '../../../../src-main/pki/providers/combined-source.ts'
import { createCrlFileSource } from '../../../../src-main/pki/providers/crl/crl-file-source.ts'
import { createOcspSource, type OcspTransport } from '../../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import { createPathCertificateStatus } from '../../../../src-main/pki/providers/path-certificate-status.ts'
import { authorityKey } from '../../../../src-main/training/issuer/x509/training-profile.ts'
import { integer } from '../../../../src-main/training/issuer/x509/der-writer.ts'
import { extension, revocationList, type RevokedEntry } from '../../../../src-main/training/issuer/x509/x509-writer.ts'
import { later, newAuthority, newKey, newLeaf, newResponder, now, oneDay, parsed, responderName, type Authority } from '../ocsp/support/authority.ts'
import { answer, errorAnswer, type ForgedAnswer, type ForgedStatus } from '../ocsp/support/forge-answer.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-ocsp-'))
const file = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

let authority: Authority
let namesake: Authority
let responderKey: KeyObject
let attackerKey: KeyObject
let leaf: Uint8Array
const serial = 0x0132_c4abn
const nonce = Uint8Array.from({ length: 32 }, (_, i) => 255 - i)

beforeAll(() => {
  authority = newAuthority()
  namesake = newAuthority()
  responderKey = newKey()
  attackerKey = newKey()
  leaf = newLeaf(authority, attackerKey, { serial })
  writeFileSync(file('ca.der'), authority.der)
  writeFileSync(file('namesake.der'), namesake.der)
})

const revokedSince = later(-3 * oneDay)
const entry = (of = serial): RevokedEntry => ({ serial: of, at: revokedSince, reason: 3 })

function listOf(...revoked: RevokedEntry[]): string {
  const content = { issuer: authority.name, issuerKey: authority.key, thisUpdate: later(-3600), nextUpdate: later(oneDay), revoked }
  writeFileSync(file('list.crl'), revocationList({ ...content, extensions: [authorityKey(authority.key), extension('2.5.29.20', integer(1n))] }))
  return file('list.crl')
}

type Responds = (request: Uint8Array) => Uint8Array | null
const says = (status: ForgedStatus, changes: Partial<ForgedAnswer> & { readonly responderCertificate?: Uint8Array; readonly about?: Uint8Array } = {}): Responds => {
  const { responderCertificate = newResponder(authority, responderKey), about = leaf, ...rest } = changes
  return () =>
    answer({
      responder: { name: responderName },
      producedAt: now,
      singles: [{ id: certIdOf(parsed(about), authority.certificate, 'sha256'), status, thisUpdate: now, nextUpdate: later(60) }],
      nonce,
      certificates: [responderCertificate],
      signer: responderKey,
      ...rest,
    })
}
const silence: Responds = () => null

function transport(responds: Responds): OcspTransport {
  return {
    description: 'OCSP responder ocsp.example',
    ask: (request) => {
      const response = responds(request)
      return Promise.resolve(response === null ? { ok: false, why: 'the connection failed (ECONNREFUSED)' } : { ok: true, response })
    },
  }
}

interface House {
  readonly ocsp?: Responds
  readonly lists?: readonly string[]
  readonly anchors?: readonly string[]
  readonly afterUnknown?: 'stop' | 'next'
}

function status({ ocsp, lists, anchors = [file('namesake.der'), file('ca.der')], afterUnknown = 'stop' }: House) {
  const sources = [
    ...(ocsp === undefined ? [] : [createOcspSource({ transport: transport(ocsp), hash: 'sha256', nonce: 'required', maxAgeSeconds: oneDay, skewSeconds: 60, random: () => nonce })]),
    ...(lists === undefined ? [] : [createCrlFileSource({ crls: lists, maxAgeDays: 7, skewSeconds: 60 })]),
  ]
  const clock = fixedClock(now.toISOString())
  return createPathCertificateStatus({ kind: 'userAuthentication', anchors, intermediates: [], policies: [], source: combineSources({ sources, afterUnknown }), clock })
}
const check = (house: House): Promise<CertificateVerdict> => status(house).check(leaf, now)

describe('a certificate asked about by OCSP', () => {
  it('is good, revoked or unknown as the responder says, beside an anchor of the same name', async () => {
    expect(await check({ ocsp: says('good') })).toMatchObject({ status: 'good', evidence: { source: 'OCSP responder ocsp.example', producedAt: now } })
    expect(await check({ ocsp: says({ at: revokedSince, reason: 6 }) })).toMatchObject({ status: 'revoked', reason: 'certificateHold', at: revokedSince })
    expect(await check({ ocsp: says('unknown') })).toEqual({ status: 'unknown', why: 'OCSP responder ocsp.example does not know the certificate' })
  })

  it.each([1, 2, 3, 5, 6])('is unreachable where the responder gives error %i, and where nobody answers', async (error) => {
    expect((await check({ ocsp: () => errorAnswer(error) })).status).toBe('unreachable')
    expect((await check({ ocsp: silence })).status).toBe('unreachable')
  })

  it('is unknown where the answer is not to be believed', async () => {
    expect((await check({ ocsp: () => new Uint8Array([1, 2, 3]) })).status).toBe('unknown')
    expect((await check({ ocsp: says('good', { signer: attackerKey }) })).status).toBe('unknown')
    expect((await check({ ocsp: says('good', { nonce: null }) })).status).toBe('unknown')
  })

  it('is not even asked about where its path does not hold', async () => {
    const asked: Uint8Array[] = []
    const listening = { ocsp: (request: Uint8Array) => (asked.push(request), null), anchors: [file('namesake.der')] }
    expect((await check(listening)).status).toBe('untrusted')
    expect(asked).toHaveLength(0)
  })

  it('is answered for by a responder whose own certificate may be revoked only when somebody else says that it is not', async () => {
    const responderCertificate = newResponder(authority, responderKey, { noCheck: false })
    const ocsp = says('good', { responderCertificate })
    expect(await check({ ocsp })).toMatchObject({ status: 'unknown', why: expect.stringContaining('the responder is not trusted') as unknown })
    expect((await check({ ocsp, lists: [listOf()] })).status).toBe('good')
    const verdict = await check({ ocsp, lists: [listOf()] })
    expect(verdict).toMatchObject({ evidence: { source: 'OCSP responder ocsp.example', proof: { answers: [{ kind: 'ocsp' }, { kind: 'crl' }] } } })
  })

  it('is never good by a responder that was revoked, nor by one that vouches for itself', async () => {
    const responderCertificate = newResponder(authority, responderKey, { noCheck: false })
    const itself = says('good', { responderCertificate, singles: [leaf, responderCertificate].map((about) => ({ id: certIdOf(parsed(about), authority.certificate, 'sha256'), status: 'good', thisUpdate: now, nextUpdate: null })) })
    expect((await check({ ocsp: itself })).status).toBe('unknown')
    expect(await check({ ocsp: itself, lists: [listOf(entry(900n))] })).toMatchObject({ status: 'good', evidence: { source: 'CRL file list.crl' } })
    expect((await check({ ocsp: itself, lists: [listOf(entry(900n), entry())] })).status).toBe('revoked')
  })

  it('is not answered for by a card, an authority of the same name, or the responder of one', async () => {
    const imposters: Partial<ForgedAnswer>[] = [
      { certificates: [leaf], signer: attackerKey, responder: { key: attackerKey } },
      { certificates: [namesake.der], signer: namesake.key, responder: { name: namesake.name } },
      { certificates: [newResponder(namesake, attackerKey), namesake.der], signer: attackerKey },
    ]
    for (const imposter of imposters) expect((await check({ ocsp: says('good', imposter) })).status).toBe('unknown')
  })
})

describe('OCSP first, then lists', () => {
  it('takes the list where OCSP is silent, and nothing where both are', async () => {
    expect(await check({ ocsp: silence, lists: [listOf()] })).toMatchObject({ status: 'good', evidence: { source: 'CRL file list.crl' } })
    expect((await check({ ocsp: silence, lists: [listOf(entry())] })).status).toBe('revoked')
    expect((await check({ ocsp: silence, lists: [file('not-there.crl')] })).status).toBe('unreachable')
    expect((await check({})).status).toBe('unreachable')
  })

  it.each<[string, () => Responds]>([
    ['signed by an attacker', () => says('good', { signer: attackerKey })],
    ['signed by an attacker with a responder certificate of his own authority', () => says('good', { signer: attackerKey, responderCertificate: newResponder({ ...authority, key: attackerKey }, attackerKey) })],
    ['to another question', () => says('good', { nonce: nonce.toReversed() })],
    ['without a nonce', () => says('good', { nonce: null })],
    ['about another certificate', () => says('good', { about: newLeaf(authority, attackerKey, { serial: 99n }) })],
    ['out of date', () => says('good', { producedAt: later(-2 * oneDay), singles: [{ id: certIdOf(parsed(leaf), authority.certificate, 'sha256'), status: 'good', thisUpdate: later(-2 * oneDay), nextUpdate: later(-oneDay) }] })],
  ])('an answer %s never makes a revoked certificate good', async (_, forge) => {
    expect((await check({ ocsp: forge() })).status).toBe('unknown')
    expect(await check({ ocsp: forge(), lists: [listOf(entry())] })).toMatchObject({ status: 'revoked', reason: 'affiliationChanged', at: revokedSince })
  })

  it('believes OCSP alone where it answers: it is newer than any list', async () => {
    expect((await check({ ocsp: says({ at: now, reason: 1 }), lists: [listOf()] })).status).toBe('revoked')
  })

  it('stops at a signed "unknown" unless the operator lets it ask on', async () => {
    expect((await check({ ocsp: says('unknown'), lists: [listOf()] })).status).toBe('unknown')
    expect((await check({ ocsp: says('unknown'), lists: [listOf()], afterUnknown: 'next' })).status).toBe('good')
    expect((await check({ ocsp: says('unknown'), lists: [file('not-there.crl')], afterUnknown: 'next' })).status).toBe('unknown')
  })

  it('is ready as long as one of them is', async () => {
    const aboutItself = says('unknown', { about: newLeaf(authority, attackerKey, { serial: 1n }) })
    const anchors = [file('ca.der')]
    expect(await status({ anchors, ocsp: aboutItself }).readiness()).toMatchObject({ ready: true })
    expect(await status({ anchors, ocsp: silence, lists: [listOf()] }).readiness()).toMatchObject({ ready: true })
    expect(await status({ anchors, ocsp: silence }).readiness()).toEqual({ ready: false, why: 'OCSP responder ocsp.example: the connection failed (ECONNREFUSED)' })
    expect((await status({ anchors, ocsp: says('good', { signer: attackerKey }) }).readiness()).ready).toBe(false)
  })
})

describe('evidence', () => {
  const rules = (): EvidenceRules => ({ anchors: [namesake.certificate, authority.certificate], lists: { maxAgeDays: 7, skewSeconds: 60 }, ocsp: { maxAgeSeconds: oneDay, skewSeconds: 60 } })

  /** As it comes back out of the seal. */
  async function kept(house: House): Promise<StatusEvidence> {
    const verdict = await check(house)
    if (verdict.status !== 'good' && verdict.status !== 'revoked') throw new Error(verdict.status)
    return statusEvidenceSchema.parse(JSON.parse(JSON.stringify(toPlainEvidence(verdict.evidence))))
  }

  it.each<[string, () => House]>([
    ['an OCSP answer', () => ({ ocsp: says('good') })],
    ['an answer of the authority itself', () => ({ ocsp: says('good', { signer: authority.key, responder: { name: authority.name }, certificates: [] }) })],
    ['an OCSP answer and the list about its responder', () => ({ ocsp: says('good', { responderCertificate: newResponder(authority, responderKey, { noCheck: false }) }), lists: [listOf()] })],
    ['a list', () => ({ lists: [listOf()] })],
  ])('of %s proves the verdict again', async (_, house) => {
    expect(await verifyEvidence(await kept(house()), rules())).toEqual({ outcome: 'proven', status: 'good', at: now })
  })

  it('of a revocation proves it again', async () => {
    for (const house of [{ ocsp: says({ at: revokedSince, reason: 3 }) }, { lists: [listOf(entry())] }]) {
      expect(await verifyEvidence(await kept(house), rules())).toEqual({ outcome: 'proven', status: 'revoked', at: now, reason: 'affiliationChanged', since: revokedSince })
    }
  })

  it('names who answered and keeps the answer as it came, with its hash', async () => {
    const { proof } = await kept({ ocsp: says('good') })
    expect(proof).toMatchObject({ answers: [{ kind: 'ocsp', responder: 'CN=OCSP responder,O=Mihon City,C=JP', raw: Buffer.from(says('good')(new Uint8Array())!).toString('base64') }] })
  })

  it('of a list that is too large is kept as a hash, and proves nothing by itself', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => entry(BigInt(i) + 1_000_000_000n))
    const evidence = await kept({ lists: [listOf(...many)] })
    expect(evidence.proof?.answers).toMatchObject([{ raw: null, sha256: evidence.sha256 }])
    expect(await verifyEvidence(evidence, rules())).toEqual({ outcome: 'unproven', why: 'an answer was too large to be kept' })
  })

  it('without a proof, as it was kept before there was one, proves nothing', async () => {
    const { proof, ...old } = await kept({ ocsp: says('good') })
    expect(proof).toBeDefined()
    expect((await verifyEvidence(statusEvidenceSchema.parse(JSON.parse(JSON.stringify(old))), rules())).outcome).toBe('unproven')
  })

  it.each<[string, (evidence: StatusEvidence) => StatusEvidence, RegExp]>([
    ['another answer under the same hash', (evidence) => withAnswer(evidence, { raw: Buffer.from(says('good', { producedAt: later(-1) })(new Uint8Array())!).toString('base64') }), /not the one whose hash/],
    ['another hash', (evidence) => ({ ...evidence, sha256: '00'.repeat(32) }), /missing/],
    ['another certificate', (evidence) => withPath(evidence, [newLeaf(authority, attackerKey, { serial: 98n })]), /another certificate|list/],
    ['no certificate', (evidence) => withPath(evidence, []), /missing/],
    ['no answer', (evidence) => ({ ...evidence, sha256: null, proof: { ...evidence.proof!, answers: [] } }), /list/],
    ['another anchor', (evidence) => ({ ...evidence, proof: { ...evidence.proof!, anchorSha256: '00'.repeat(32) } }), /another anchor/],
    ['another time', (evidence) => ({ ...evidence, checkedAt: later(61) }), /overdue/],
  ])('with %s in its place is broken', async (_, change, why) => {
    expect(await verifyEvidence(change(await kept({ ocsp: says('good') })), rules())).toEqual({ outcome: 'broken', why: expect.stringMatching(why) as unknown })
  })

  function withAnswer(evidence: StatusEvidence, changes: { readonly raw: string }): StatusEvidence {
    return { ...evidence, proof: { ...evidence.proof!, answers: evidence.proof!.answers.map((one) => ({ ...one, ...changes })) } }
  }
  function withPath(evidence: StatusEvidence, path: readonly Uint8Array[]): StatusEvidence {
    return { ...evidence, proof: { ...evidence.proof!, path: path.map((der) => Buffer.from(der).toString('base64')) } }
  }
})
