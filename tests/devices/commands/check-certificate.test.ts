import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { integer } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { extension, revocationList } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { OpensslResponder, pem, type ResponderSetting } from '../../fixtures/pki/openssl-responder.ts'
import { newAuthority, newKey, newLeaf, newResponder, type Authority } from '../../unit/pki/ocsp/support/authority.ts'

const entry = fileURLToPath(new URL('../../../src-main/cli.ts', import.meta.url))
const seconds = (count: number): Date => new Date(Date.now() + count * 1000)
const day = 86_400
const period = { notBefore: seconds(-400 * day), notAfter: seconds(400 * day) }
const revokedSince = new Date('2026-04-01T00:00:00Z')

interface Ended {
  /** Null where it was killed. */
  readonly code: number | null
  readonly said: Record<string, unknown>
  readonly stderr: string
}

describe('check-certificate as a process, with a responder of openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-check-'))
  const path = (name: string): string => join(folder, name)
  const responderKey = newKey()
  let authority: Authority
  let namesake: Authority
  let responder: OpensslResponder | null = null

  beforeAll(() => {
    authority = newAuthority(undefined, period)
    namesake = newAuthority(undefined, period)
    const cardKey = newKey()
    writeFileSync(path('ca.pem'), pem(authority.der))
    writeFileSync(path('ca-before.der'), namesake.der)
    for (const [name, serial] of [['good', 0x1001n], ['revoked', 0x1002n], ['unlisted', 0x1003n]] as const) writeFileSync(path(`${name}.cer`), newLeaf(authority, cardKey, { serial, ...period }))
    const revoked = [{ serial: 0x1002n, at: revokedSince, reason: 4 }]
    const content = { issuer: authority.name, issuerKey: authority.key, thisUpdate: seconds(-60), nextUpdate: seconds(day), revoked }
    writeFileSync(path('list.crl'), revocationList({ ...content, extensions: [authorityKey(authority.key), extension('2.5.29.20', integer(1n))] }))
  })
  afterEach(async () => {
    await responder?.stop()
    responder = null
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function start(changes: Partial<ResponderSetting> = {}): Promise<string> {
    const index = [{ serial: '1001', revoked: null }, { serial: '1002', revoked: { at: revokedSince, reason: 'superseded' } }]
    const signer = newResponder(authority, responderKey, {}, period)
    responder = await OpensslResponder.start({ authority: authority.der, signer, signerKey: responderKey, index, ...changes })
    return responder.url
  }

  /** Both authorities of one name are trusted, as all generations of JPKI's are. */
  function check(name: string, ...words: string[]): Promise<Ended> {
    const all = ['check-certificate', '--json', '--cert', path(`${name}.cer`), '--anchor', path('ca-before.der'), '--anchor', path('ca.pem'), ...words]
    return new Promise((resolve) => {
      execFile(process.execPath, [entry, ...all], { env: { ...process.env, LC_ALL: 'C.UTF-8' } }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
        resolve({ code, said: stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>), stderr })
      })
    })
  }

  it('says good with 0, revoked with 1, and with 3 that the responder does not know it', async () => {
    const url = await start()
    const source = `OCSP responder ${new URL(url).host}`
    expect(await check('good', '--ocsp', url, '--purpose', 'userAuthentication')).toMatchObject({
      code: 0,
      said: { ok: true, status: 'good', path: [{ role: 'anchor' }, { role: 'certificate', revocation: source }], evidence: { source, answers: [{ kind: 'ocsp', responder: 'CN=OCSP responder,O=Mihon City,C=JP' }] } },
      stderr: '',
    })
    expect(await check('revoked', '--ocsp', url)).toMatchObject({ code: 1, said: { ok: false, status: 'revoked', revocationReason: 'superseded', revokedAt: revokedSince.toISOString() } })
    expect(await check('unlisted', '--ocsp', url, '--crl', path('list.crl'))).toMatchObject({ code: 3, said: { ok: false, status: 'unknown' } })
  })

  it('believes no responder of the authority before, and asks the list instead', async () => {
    const forger = newKey()
    const url = await start({ signer: newResponder(namesake, forger, {}, period), signerKey: forger, index: [{ serial: '1002', revoked: null }] })
    expect(await check('revoked', '--ocsp', url)).toMatchObject({ code: 3, said: { status: 'unknown' } })
    expect(await check('revoked', '--ocsp', url, '--crl', path('list.crl'))).toMatchObject({ code: 1, said: { status: 'revoked', evidence: { source: 'CRL file list.crl' } } })
  })

  it('names issuers by SHA-1 for responders that know nothing else', async () => {
    const url = await start()
    expect((await check('good', '--ocsp', url, '--ocsp-hash', 'sha1')).code).toBe(0)
  })

  it('ends with 3 when nobody is there, and never with 0', async () => {
    const url = await start()
    await responder?.stop()
    expect(await check('good', '--ocsp', url)).toMatchObject({ code: 3, said: { ok: false, status: 'unreachable' } })
  })
})
