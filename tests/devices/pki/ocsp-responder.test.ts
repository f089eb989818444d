import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../src-main/clock.ts'
import type { CertificateVerdict } from '../../../src-main/pki/certificate-status.ts'
import { certIdOf } from '../../../src-main/pki/ocsp/message/cert-id.ts'
import { OCSP } from '../../../src-main/pki/ocsp/message/identifiers.ts'
import { encodeOcspRequest } from '../../../src-main/pki/ocsp/message/request.ts'
import { combineSources } from '../../../src-main/pki/providers/combined-source.ts'
import { createCrlFileSource } from '../../../src-main/pki/providers/crl/crl-file-source.ts'
import { httpOcspTransport } from '../../../src-main/pki/providers/ocsp/http-transport.ts'
import { createOcspSource, type OcspTransport } from '../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import { integer, nothing } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { extension, revocationList } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { OpensslResponder, type ResponderSetting } from '../../fixtures/pki/openssl-responder.ts'
import * as x from '../../unit/pki/support/issuing/extensions.ts'
import { certificateDer, issueAuthority, party, signings } from '../../unit/pki/support/issuing/parties.ts'
import { newAuthority, newKey, newLeaf, newResponder, parsed, type Authority } from '../../unit/pki/ocsp/support/authority.ts'

const seconds = (count: number): Date => new Date(Date.now() + count * 1000)
const day = 86_400
const period = { notBefore: seconds(-400 * day), notAfter: seconds(400 * day) }

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-ocsp-'))
const revokedSince = new Date('2026-04-01T00:00:00Z')

let authority: Authority
let namesake: Authority
let responderKey: KeyObject
let good: Uint8Array
let revoked: Uint8Array
let unlisted: Uint8Array
let responder: Uint8Array
let anchor: string
let list: string

beforeAll(() => {
  authority = newAuthority(undefined, period)
  namesake = newAuthority(undefined, period)
  responderKey = newKey()
  const cardKey = newKey()
  const leaf = (serial: bigint): Uint8Array => newLeaf(authority, cardKey, { serial, ...period })
  good = leaf(0x1001n)
  revoked = leaf(0x1002n)
  unlisted = leaf(0x1003n)
  responder = newResponder(authority, responderKey, {}, period)
  anchor = join(folder, 'ca.der')
  writeFileSync(anchor, authority.der)
  list = join(folder, 'list.crl')
  const revocations = [{ serial: 0x1002n, at: revokedSince, reason: 4 }]
  const content = { issuer: authority.name, issuerKey: authority.key, thisUpdate: seconds(-60), nextUpdate: seconds(day), revoked: revocations }
  writeFileSync(list, revocationList({ ...content, extensions: [authorityKey(authority.key), extension('2.5.29.20', integer(1n))] }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const running: OpensslResponder[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

async function start(changes: Partial<ResponderSetting> = {}): Promise<string> {
  const index = [
    { serial: '1001', revoked: null },
    { serial: '1002', revoked: { at: revokedSince, reason: 'superseded' } },
  ]
  const started = await OpensslResponder.start({ authority: authority.der, signer: responder, signerKey: responderKey, index, ...changes })
  running.push(started)
  return started.url
}

interface Asking {
  readonly hash?: 'sha1' | 'sha256'
  readonly at?: Date
  readonly lists?: readonly string[]
  readonly nonce?: 'required' | 'optional'
  /** File of the anchor. */
  readonly trusted?: string
}

function check(transport: OcspTransport, certificate: Uint8Array, { hash = 'sha256', at = new Date(), lists = [], nonce = 'required', trusted = anchor }: Asking = {}): Promise<CertificateVerdict> {
  const sources = [
    createOcspSource({ transport, hash, nonce, maxAgeSeconds: day, skewSeconds: 60 }),
    ...(lists.length === 0 ? [] : [createCrlFileSource({ crls: lists, maxAgeDays: 7, skewSeconds: 60 })]),
  ]
  const source = combineSources({ sources, afterUnknown: 'stop' })
  return createPathCertificateStatus({ kind: 'userAuthentication', anchors: [trusted], intermediates: [], policies: [], source, clock: systemClock }).check(certificate, at)
}
const over = (url: string): OcspTransport => httpOcspTransport(url, 20)

/** Somebody in the line between the terminal and the responder. */
const between = (url: string, change: { readonly request?: (request: Uint8Array) => Uint8Array; readonly response?: (response: Uint8Array) => Uint8Array }): OcspTransport => ({
  description: 'OCSP responder in between',
  async ask(request) {
    const asked = await over(url).ask(change.request?.(request) ?? request)
    return asked.ok ? { ok: true, response: change.response?.(asked.response) ?? asked.response } : asked
  },
})

describe('a responder of openssl', () => {
  it.each(['sha1', 'sha256'] as const)('that the authority delegated to says good, revoked and unknown (%s)', async (hash) => {
    const url = await start()
    expect(await check(over(url), good, { hash })).toMatchObject({ status: 'good', evidence: { source: `OCSP responder ${new URL(url).host}`, proof: { answers: [{ responder: 'CN=OCSP responder,O=Mihon City,C=JP' }] } } })
    expect(await check(over(url), revoked, { hash })).toMatchObject({ status: 'revoked', reason: 'superseded', at: revokedSince })
    expect((await check(over(url), unlisted, { hash })).status).toBe('unknown')
  })

  it.each([
    ['names itself by its key', ['-resp_key_id']],
    ['signs with SHA-384', ['-rmd', 'sha384']],
  ])('that %s is believed', async (_, options) => {
    const url = await start({ options })
    expect((await check(over(url), good)).status).toBe('good')
    expect((await check(over(url), revoked)).status).toBe('revoked')
  })

  it.each([
    ['with its certificate', []],
    ['without any certificate', ['-resp_no_certs']],
    ['named by its key, without any certificate', ['-resp_no_certs', '-resp_key_id']],
  ])('that is the authority itself, %s, is believed', async (_, options) => {
    const url = await start({ signer: authority.der, signerKey: authority.key, options })
    expect((await check(over(url), good)).status).toBe('good')
    expect((await check(over(url), revoked)).status).toBe('revoked')
  })

  it('of the coming generation, P-384 and SHA-384 throughout, is believed', async () => {
    const [issuer, signer, person] = ['Root 384', 'Responder 384', 'A0'].map((label) => party(label, generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey))
    if (issuer === undefined || signer === undefined || person === undefined) throw new Error('three parties')
    const shape = { ...period, signing: signings.ecdsaSha384 }
    const self = issueAuthority(issuer, issuer, { ...shape, serial: 1n })
    const leaf = (serial: bigint): Uint8Array => certificateDer(issuer, person, { ...shape, serial, extensions: [x.keyUsage(0)] })
    const delegation = certificateDer(issuer, signer, { ...shape, serial: 9n, extensions: [x.keyUsage(0), x.extendedKeyUsage(OCSP.signingPurpose), extension(OCSP.noCheck, nothing())] })
    const trusted = join(folder, 'ca-384.der')
    writeFileSync(trusted, self.encoding)
    const url = await start({ authority: self.encoding, signer: delegation, signerKey: signer.key, options: ['-rmd', 'sha384'] })
    expect(await check(over(url), leaf(0x1001n), { trusted })).toMatchObject({ status: 'good' })
    expect(await check(over(url), leaf(0x1002n), { trusted })).toMatchObject({ status: 'revoked', reason: 'superseded' })
  })

  it('that may not sign with SHA-1 is refused when it does', async () => {
    const url = await start({ options: ['-rmd', 'sha1'] })
    expect(await check(over(url), good)).toMatchObject({ status: 'unknown', why: expect.stringContaining('not accepted') as unknown })
  })

  it.each<[string, () => Partial<ResponderSetting>]>([
    ['has expired', () => ({ signer: newResponder(authority, responderKey, {}, { ...period, notAfter: seconds(-day) }) })],
    ['may not sign answers', () => ({ signer: newResponder(authority, responderKey, { purposes: ['1.3.6.1.5.5.7.3.1'] }, period) })],
    ['has no purpose', () => ({ signer: newResponder(authority, responderKey, { purposes: null }, period) })],
    ['was certified by another authority of the same name', () => ({ signer: newResponder(namesake, responderKey, {}, period) })],
    ['is another authority of the same name', () => ({ signer: namesake.der, signerKey: namesake.key })],
    ['certified itself', () => ({ signer: newResponder({ ...authority, key: responderKey }, responderKey, {}, period) })],
    ['sends no certificate of its own', () => ({ options: ['-resp_no_certs'] })],
  ])('that %s is not believed, and a revoked certificate stays revoked by the list', async (_, setting) => {
    const url = await start({ ...setting(), index: [{ serial: '1001', revoked: null }, { serial: '1002', revoked: null }] })
    expect((await check(over(url), revoked)).status).toBe('unknown')
    expect(await check(over(url), revoked, { lists: [list] })).toMatchObject({ status: 'revoked', evidence: { source: 'CRL file list.crl' } })
    expect((await check(over(url), good, { lists: [list] })).status).toBe('good')
  })
})

describe('an answer of openssl', () => {
  it('with one octet changed, wherever it is, never turns revoked into good', async () => {
    const url = await start()
    let whole = new Uint8Array()
    await check(between(url, { response: (response) => (whole = Uint8Array.from(response)) }), revoked)
    for (let at = 0; at < whole.length; at += 53) {
      const { status } = await check(between(url, { response: (response) => response.map((octet, i) => (i === at ? octet ^ 0x01 : octet)) }), revoked)
      expect(['revoked', 'unknown', 'unreachable']).toContain(status)
    }
  })

  it('about another certificate is refused', async () => {
    const url = await start()
    const other = (request: Uint8Array): Uint8Array => Buffer.from(Buffer.from(request).toString('hex').replace('02021002', '02021001'), 'hex')
    expect(await check(between(url, { request: other }), revoked)).toMatchObject({ status: 'unknown', why: expect.stringContaining('another certificate') as unknown })
  })

  it('that was good yesterday is refused when it is played again', async () => {
    const index = [{ serial: '1002', revoked: null }]
    let recorded = new Uint8Array()
    const before = await start({ index })
    expect((await check(between(before, { response: (response) => (recorded = Uint8Array.from(response)) }), revoked)).status).toBe('good')
    const after = await start()
    expect((await check(over(after), revoked)).status).toBe('revoked')
    const replay = between(after, { response: () => recorded })
    expect(await check(replay, revoked)).toMatchObject({ status: 'unknown', why: expect.stringContaining('nonce') as unknown })
    expect((await check(replay, revoked, { lists: [list] })).status).toBe('revoked')
  })

  it('without a nonce is refused unless the operator takes answers made in advance', async () => {
    const url = await start()
    const withoutNonce = (): Uint8Array => encodeOcspRequest(certIdOf(parsed(good), authority.certificate, 'sha256'), null)
    expect(await check(between(url, { request: withoutNonce }), good)).toMatchObject({ status: 'unknown', why: expect.stringContaining('no nonce') as unknown })
    expect((await check(between(url, { request: withoutNonce }), good, { nonce: 'optional' })).status).toBe('good')
  })

  it('is refused after its next update and before it is made', async () => {
    const url = await start()
    expect(await check(over(url), good, { at: seconds(6 * 60) })).toMatchObject({ status: 'unknown', why: expect.stringContaining('overdue') as unknown })
    expect(await check(over(url), good, { at: seconds(-10 * 60) })).toMatchObject({ status: 'unknown', why: expect.stringContaining('future') as unknown })
  })
})

it('a responder that is not there is unreachable', async () => {
  const url = await start()
  for (const one of running.splice(0)) await one.stop()
  expect(await check(over(url), good)).toMatchObject({ status: 'unreachable', why: expect.stringContaining('ECONNREFUSED') as unknown })
  expect((await check(over(url), revoked, { lists: [list] })).status).toBe('revoked')
})
