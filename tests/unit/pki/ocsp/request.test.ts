import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { certIdOf } from '../../../../src-main/pki/ocsp/message/cert-id.ts'
import { encodeOcspRequest } from '../../../../src-main/pki/ocsp/message/request.ts'
import { openssl } from '../support/openssl.ts'
import { newAuthority, newKey, newLeaf, parsed } from './support/authority.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-ocsp-request-'))
afterAll(() => rmSync(folder, { recursive: true }))

const authority = newAuthority()
const leaf = newLeaf(authority, newKey())
writeFileSync(join(folder, 'ca.der'), authority.der)
writeFileSync(join(folder, 'leaf.der'), leaf)

function asOpensslReads(request: Uint8Array): string {
  writeFileSync(join(folder, 'request.der'), request)
  const { status, output } = openssl(['ocsp', '-reqin', join(folder, 'request.der'), '-req_text', '-noverify'])
  expect(status).toBe(0)
  return output
}

describe('an OCSP request', () => {
  it.each(['sha1', 'sha256'] as const)('with %s is, octet for octet, what openssl asks', (hash) => {
    const own = encodeOcspRequest(certIdOf(parsed(leaf), authority.certificate, hash), null)
    const theirs = join(folder, `${hash}.der`)
    // openssl takes the issuer of the certificates that follow it, and PEM alone.
    for (const name of ['ca', 'leaf']) openssl(['x509', '-inform', 'DER', '-in', join(folder, `${name}.der`), '-out', join(folder, `${name}.pem`)])
    const { status } = openssl(['ocsp', `-${hash}`, '-issuer', join(folder, 'ca.pem'), '-cert', join(folder, 'leaf.pem'), '-no_nonce', '-reqout', theirs])
    expect(status).toBe(0)
    expect(openssl(['base64', '-A', '-in', theirs]).output.trim()).toBe(Buffer.from(own).toString('base64'))
  })

  it('carries a nonce that openssl reads', () => {
    const nonce = Uint8Array.from({ length: 32 }, (_, i) => i + 1)
    const text = asOpensslReads(encodeOcspRequest(certIdOf(parsed(leaf), authority.certificate, 'sha256'), nonce))
    expect(text).toContain('OCSP Nonce')
    expect(text).toContain('04200102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20')
  })

  it.each([0, 33])('is never made with a nonce of %i octets', (octets) => {
    expect(() => encodeOcspRequest(certIdOf(parsed(leaf), authority.certificate, 'sha1'), new Uint8Array(octets))).toThrow(RangeError)
  })

  it('names the certificate by its issuer\'s key, so that authorities of one name are told apart', () => {
    const namesake = newAuthority()
    const [one, other] = [authority, namesake].map(({ certificate }) => certIdOf(parsed(leaf), certificate, 'sha256'))
    expect(one?.issuerNameHash).toEqual(other?.issuerNameHash)
    expect(one?.issuerKeyHash).not.toEqual(other?.issuerKeyHash)
  })
})
