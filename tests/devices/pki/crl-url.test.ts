import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../src-main/clock.ts'
import { createCrlUrlSource } from '../../../src-main/pki/providers/crl/crl-url-source.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import { integer } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { extension, revocationList, type RevocationListContent } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { ScriptedServer } from '../../fixtures/pki/http-server.ts'
import { later, newAuthority, newKey, newLeaf, now, oneDay, type Authority } from '../../unit/pki/ocsp/support/authority.ts'

const crlType = { 'content-type': 'application/pkix-crl' }
let authority: Authority
let stranger: Authority
let leaf: Uint8Array
let server: ScriptedServer
let folder: string
let clock: ReturnType<typeof fixedClock>
let asked: number

beforeAll(async () => {
  authority = newAuthority()
  stranger = newAuthority()
  leaf = newLeaf(authority, newKey(), { serial: 77n })
  server = await ScriptedServer.open()
})
afterAll(() => server.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-crl-url-'))
  writeFileSync(join(folder, 'ca.der'), authority.der)
  clock = fixedClock(now.toISOString())
  asked = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const cacheFile = (): string => join(folder, 'kept', 'list.crl')

function list(changes: Partial<RevocationListContent> = {}, { key, name } = authority): Uint8Array {
  const content = { issuer: name, issuerKey: key, thisUpdate: later(-60), nextUpdate: later(oneDay), revoked: [], ...changes }
  return revocationList({ ...content, extensions: [authorityKey(key), extension('2.5.29.20', integer(1n))] })
}
const revoking = (changes: Partial<RevocationListContent> = {}): Uint8Array => list({ revoked: [{ serial: 77n, at: now, reason: 1 }], ...changes })

function serve(body: Uint8Array, headers: Readonly<Record<string, string>> = crlType): void {
  server.handler = (_, response) => {
    asked += 1
    response.writeHead(200, headers).end(body)
  }
}

/** The status of one run of the kiosk. */
function status(deadlineSeconds = 20) {
  const source = createCrlUrlSource({
    url: `${server.url}list.crl`,
    cacheFile: cacheFile(),
    signers: () => Promise.resolve([authority.certificate]),
    refreshSeconds: 3600,
    deadlineSeconds,
    maxAgeDays: 7,
    skewSeconds: 60,
    clock,
  })
  const checker = createPathCertificateStatus({ kind: 'userAuthentication', anchors: [join(folder, 'ca.der')], intermediates: [], policies: [], source, clock })
  return { check: () => checker.check(leaf, clock.now()), readiness: () => checker.readiness() }
}

describe('a revocation list at an address', () => {
  it('is fetched, kept readable by its owner alone, and asked', async () => {
    serve(list())
    expect(await status().check()).toMatchObject({ status: 'good', evidence: { source: `CRL of ${new URL(server.url).host}` } })
    expect(statSync(cacheFile()).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'kept'))).toEqual(['list.crl'])
    serve(revoking())
    clock.advance(3_600_000)
    expect((await status().check()).status).toBe('revoked')
  })

  it('may be PEM, and is fetched once for many checks at a time and until it is time again', async () => {
    serve(Buffer.from(`-----BEGIN X509 CRL-----\n${Buffer.from(list()).toString('base64')}\n-----END X509 CRL-----\n`), { 'content-type': 'application/x-pem-file' })
    const one = status()
    const verdicts = await Promise.all(Array.from({ length: 10 }, () => one.check()))
    expect(verdicts.map((verdict) => verdict.status)).toEqual(Array.from({ length: 10 }, () => 'good'))
    expect(asked).toBe(1)
    clock.advance(3_599_000)
    await one.check()
    expect(asked).toBe(1)
    clock.advance(2000)
    await one.check()
    expect(asked).toBe(2)
  })

  it('is not sent again while it is the same', async () => {
    const body = list()
    const etags: unknown[] = []
    server.handler = (_, response, { headers }) => {
      etags.push(headers['if-none-match'])
      if (headers['if-none-match'] === '"one"') response.writeHead(304).end()
      else response.writeHead(200, { ...crlType, etag: '"one"' }).end(body)
    }
    const one = status()
    await one.check()
    clock.advance(3_600_000)
    expect((await one.check()).status).toBe('good')
    expect(etags).toEqual([undefined, '"one"'])
  })

  it('is used from the last run of the kiosk while the server is away, and no longer than until its next update', async () => {
    serve(list())
    await status().check()
    server.handler = (_, response) => void response.destroy()
    const next = status()
    expect((await next.check()).status).toBe('good')
    expect(await next.readiness()).toMatchObject({ ready: true })
    clock.advance(oneDay * 1000 + 1000)
    expect(await next.check()).toMatchObject({ status: 'unreachable', why: expect.stringMatching(/ECONNRESET.*overdue/) as unknown })
    expect((await next.readiness()).ready).toBe(false)
  })

  it('leaves a server in peace for a minute after it failed', async () => {
    server.handler = (_, response) => {
      asked += 1
      response.writeHead(500).end()
    }
    const one = status()
    expect(await one.check()).toMatchObject({ status: 'unreachable', why: expect.stringContaining('HTTP 500') as unknown })
    expect((await one.check()).status).toBe('unreachable')
    expect(asked).toBe(1)
    serve(list())
    clock.advance(61_000)
    expect((await one.check()).status).toBe('good')
  })

  it.each<[string, () => Uint8Array, Readonly<Record<string, string>>?]>([
    ['signed by a stranger of the same name', () => list({ thisUpdate: later(3000) }, stranger)],
    ['with a changed octet', () => list().map((octet, i, all) => (i === all.length - 1 ? octet ^ 1 : octet))],
    ['older than the one before', () => list({ thisUpdate: later(-120) })],
    ['cut short', () => list().subarray(0, 200)],
    ['that is a page', () => Buffer.from('<html>'), { 'content-type': 'text/html' }],
    ['that is empty', () => new Uint8Array()],
  ])('%s never takes the place of the good one', async (_, forge, headers) => {
    serve(revoking())
    const one = status()
    expect((await one.check()).status).toBe('revoked')
    const kept = readFileSync(cacheFile())
    serve(forge(), headers)
    clock.advance(3_600_000)
    expect((await one.check()).status).toBe('revoked')
    expect(readFileSync(cacheFile())).toEqual(kept)
  })

  it('is asked for again after the clock was set back', async () => {
    serve(list())
    const one = status()
    await one.check()
    clock.advance(-30 * oneDay * 1000)
    await one.check()
    expect(asked).toBe(2)
  })

  it('does not hold a check up beyond its deadline', async () => {
    server.handler = () => undefined
    expect(await status(1).check()).toMatchObject({ status: 'unreachable', why: expect.stringContaining('within 1 seconds') as unknown })
  })

  it('that can not be kept is not silently lost', async () => {
    serve(list())
    writeFileSync(join(folder, 'kept'), 'a file where the folder should be')
    expect(await status().check()).toMatchObject({ status: 'unreachable', why: expect.stringMatching(/can't be kept \(E/) as unknown })
  })
})
