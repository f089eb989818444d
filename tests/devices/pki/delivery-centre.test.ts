import { createHash, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../src-main/clock.ts'
import { createCentreSource, type CentreTransport } from '../../../src-main/pki/providers/delivery-centre/centre-source.ts'
import { httpsCentreTransport, type CentreConnection } from '../../../src-main/pki/providers/delivery-centre/https-transport.ts'
import { centreRequestSchema, type CentreRequest } from '../../../src-main/pki/providers/delivery-centre/message.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import { boolean, namedBits, sequence, taggedPrimitive } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { certificate, extension, type NameParts } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { handling, type Handler } from '../../fixtures/pki/http-server.ts'
import { pem } from '../../fixtures/pki/openssl-responder.ts'
import { later, newAuthority, newKey, newLeaf, now, oneDay, type Authority } from '../../unit/pki/ocsp/support/authority.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-centre-'))
const file = (name: string): string => join(folder, name)
/** TLS looks at the real clock. */
const today = { notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) }
const json = { 'content-type': 'application/json' }

let authority: Authority
let leaf: Uint8Array
let server: Server
let handler: Handler
let connection: CentreConnection

const lineName: NameParts = [['CN', 'line authority']]

function onLine(name: string, key: KeyObject, issuerKey: KeyObject): string {
  const loopback = sequence(taggedPrimitive(7, Uint8Array.of(127, 0, 0, 1)))
  const isAuthority = key === issuerKey
  const extensions = isAuthority
    ? [extension('2.5.29.19', sequence(boolean(true)), true), extension('2.5.29.15', namedBits([5]), true)]
    : [extension('2.5.29.17', loopback), extension('2.5.29.15', namedBits([0]), true)]
  const subject: NameParts = isAuthority ? lineName : [['CN', name]]
  const der = certificate({ serial: BigInt(name.length), issuer: lineName, subject, subjectKey: key, issuerKey, ...today, extensions })
  writeFileSync(file(`${name}.pem`), pem(der))
  writeFileSync(file(`${name}.key`), key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  return pem(der)
}

beforeAll(async () => {
  authority = newAuthority()
  leaf = newLeaf(authority, newKey())
  writeFileSync(file('ca.der'), authority.der)
  const lineKey = newKey()
  const ca = onLine('line', lineKey, lineKey)
  const serverKey = newKey()
  const cert = onLine('adapter', serverKey, lineKey)
  onLine('terminal', newKey(), lineKey)
  const strangerKey = newKey()
  onLine('stranger', strangerKey, strangerKey)
  const key = serverKey.export({ format: 'pem', type: 'pkcs8' })
  server = createServer({ ca, cert, key, requestCert: true, rejectUnauthorized: true }, handling(() => handler))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  connection = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/status`,
    authoritiesFile: file('line.pem'),
    certificateFile: file('terminal.pem'),
    keyFile: file('terminal.key'),
    deadlineSeconds: 20,
  }
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  rmSync(folder, { recursive: true })
})

function check(transport: CentreTransport | null = httpsCentreTransport(connection)) {
  const source = createCentreSource({ transport, maxAgeSeconds: oneDay, skewSeconds: 60 })
  const clock = fixedClock(now.toISOString())
  return createPathCertificateStatus({ kind: 'userAuthentication', anchors: [file('ca.der')], intermediates: [], policies: [], source, clock }).check(leaf, now)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type Answering = (request: CentreRequest) => unknown
const says = (answering: Answering): Handler => (body, response) => {
  const request = centreRequestSchema.parse(JSON.parse(body.toString('utf8')))
  response.writeHead(200, json).end(JSON.stringify(answering(request)))
}
const about = ({ requestId, certificate: base64 }: CentreRequest) => ({ version: 1, requestId, certificateSha256: sha256(Buffer.from(base64, 'base64')), asOf: later(-60).toISOString() })

describe('証明書交付センター behind its adapter', () => {
  it('is told the certificate and its issuer, and believed in what it says', async () => {
    handler = says((request) => {
      expect(Buffer.from(request.certificate, 'base64').equals(leaf)).toBe(true)
      expect(request.issuerCertificateSha256).toBe(sha256(authority.der))
      return { ...about(request), status: 'good' }
    })
    expect(await check()).toMatchObject({ status: 'good', evidence: { source: '証明書交付センター', producedAt: later(-60), proof: { answers: [{ kind: 'deliveryCentre' }] } } })
    handler = says((request) => ({ ...about(request), status: 'revoked', reason: 'affiliationChanged', revokedAt: later(-oneDay).toISOString() }))
    expect(await check()).toMatchObject({ status: 'revoked', reason: 'affiliationChanged', at: later(-oneDay) })
    handler = says((request) => ({ ...about(request), status: 'unknown' }))
    expect((await check()).status).toBe('unknown')
  })

  it.each<[string, Answering, RegExp]>([
    ['to another question', (request) => ({ ...about(request), status: 'good', requestId: '00'.repeat(16) }), /another question/],
    ['about another certificate', (request) => ({ ...about(request), status: 'good', certificateSha256: '00'.repeat(32) }), /another certificate/],
    ['of yesterday', (request) => ({ ...about(request), status: 'good', asOf: later(-oneDay - 1).toISOString() }), /older than/],
    ['of tomorrow', (request) => ({ ...about(request), status: 'good', asOf: later(61).toISOString() }), /future/],
    ['of another version', (request) => ({ ...about(request), status: 'good', version: 2 }), /agreed message/],
    ['with something beside it', (request) => ({ ...about(request), status: 'good', name: '見本' }), /agreed message/],
    ['without a status', (request) => about(request), /agreed message/],
    ['that is no object', () => 'good', /agreed message/],
  ])('is not believed in an answer %s', async (_, answering, why) => {
    handler = says(answering)
    expect(await check()).toEqual({ status: 'unknown', why: expect.stringMatching(why) as unknown })
  })

  it.each<[string, Uint8Array]>([
    ['not JSON', Buffer.from('{"status":"good"')],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['nothing', new Uint8Array()],
  ])('is not believed in what is %s', async (_, bytes) => {
    handler = (__, response) => void response.writeHead(200, json).end(bytes)
    expect((await check()).status).toBe('unknown')
  })

  it('is unreachable where it has trouble, or where either side does not know the other', async () => {
    handler = (_, response) => void response.writeHead(503, json).end('{}')
    expect(await check()).toMatchObject({ status: 'unreachable', why: expect.stringContaining('HTTP 503') as unknown })
    handler = says((request) => ({ ...about(request), status: 'good' }))
    const asStranger = httpsCentreTransport({ ...connection, certificateFile: file('stranger.pem'), keyFile: file('stranger.key') })
    expect((await check(asStranger)).status).toBe('unreachable')
    const toStranger = httpsCentreTransport({ ...connection, authoritiesFile: file('stranger.pem') })
    expect(await check(toStranger)).toMatchObject({ status: 'unreachable', why: expect.stringMatching(/connection failed \([A-Z_]+\)/) as unknown })
    const withoutKey = httpsCentreTransport({ ...connection, keyFile: file('not-there.key') })
    expect(await check(withoutKey)).toMatchObject({ status: 'unreachable', why: expect.stringContaining("can't be read") as unknown })
    expect((await check()).status).toBe('good')
  })

  it('is refused with that reason where it is not configured', async () => {
    expect(await check(null)).toEqual({ status: 'unreachable', why: '証明書交付センター: not configured at this terminal' })
  })
})
