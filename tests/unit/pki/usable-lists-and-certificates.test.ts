import { writeFileSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boolean, element, enumerated, integer, octetString, sequence, tagged } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey, caName, userAuthenticationExtensions } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { extension, name } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { createCrlFileCertificateStatus } from '../../../src-main/pki/crl-file-certificate-status.ts'
import { fixedClock } from '../../../src-main/clock.ts'
import type { RevocationReason } from '../../../src-main/pki/certificate-status.ts'
import { leaf, list, oneDay, rsaKey, signedWithSha1, unknownExtension } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'

const now = new Date(Math.floor(Date.now() / 1000) * 1000)
let kit: Kit
let key: KeyObject
let subjectKey: KeyObject
let good: Uint8Array

beforeAll(async () => {
  kit = await freshKit()
  key = kit.key('user-ca.key.pem')
  subjectKey = rsaKey()
  good = leaf(key, now, { subjectKey })
})
afterAll(() => kit.remove())

/** The verdict on `certificate` with `crl` as the only list. */
function verdict(certificate: Uint8Array, crl: Uint8Array, at = now) {
  writeFileSync(kit.path('test.crl'), crl)
  const files = { anchors: [kit.path('user-ca.der')], crls: [kit.path('test.crl')] }
  return createCrlFileCertificateStatus({ ...files, maxAgeDays: 7, skewSeconds: 60, clock: fixedClock(now.toISOString()) }).check(certificate, at)
}
const later = (milliseconds: number): Date => new Date(now.getTime() + milliseconds)
const own = () => [authorityKey(key), extension('2.5.29.20', integer(1n))]
const number = (value: bigint) => extension('2.5.29.27', integer(value), true)

describe('a revocation list', () => {
  it('is good news when it is complete and fresh', async () => {
    expect((await verdict(good, list(key, now))).status).toBe('good')
  })

  it.each<[number | null, RevocationReason]>([
    [null, 'unspecified'],
    [0, 'unspecified'],
    [1, 'keyCompromise'],
    [2, 'caCompromise'],
    [3, 'affiliationChanged'],
    [4, 'superseded'],
    [5, 'cessationOfOperation'],
    [6, 'certificateHold'],
    [9, 'privilegeWithdrawn'],
    [10, 'aaCompromise'],
  ])('tells reason %s as %s', async (reason, text) => {
    const at = later(-3 * oneDay)
    expect(await verdict(good, list(key, now, { revoked: [{ serial: 77n, at, reason }] }))).toMatchObject({ status: 'revoked', reason: text, at })
  })

  it('revokes also when the date of revocation is yet to come', async () => {
    expect((await verdict(good, list(key, now, { revoked: [{ serial: 77n, at: later(oneDay), reason: null }] }))).status).toBe('revoked')
  })

  it('names other certificates without harm, negative neighbours of the number included', async () => {
    const revoked = [76n, 78n, 0x4dn << 8n, 0x4d4dn].map((serial) => ({ serial, at: now, reason: 1 }))
    expect((await verdict(good, list(key, now, { revoked }))).status).toBe('good')
  })

  it.each([7, 8, 11, 99])('with reason number %i is not believed', async (reason) => {
    expect((await verdict(good, list(key, now, { revoked: [{ serial: 1n, at: now, reason }] }))).status).toBe('unknown')
  })

  it.each([
    ['is a delta list', () => ({ extensions: [...own(), number(1n)] })],
    ['is a delta list that is not marked critical', () => ({ extensions: [...own(), extension('2.5.29.27', integer(1n))] })],
    [
      'is limited to authorities',
      () => ({ extensions: [...own(), extension('2.5.29.28', sequence(element(0x82, Uint8Array.of(0xff))), true)] }),
    ],
    ['is limited to attribute certificates', () => ({ extensions: [...own(), extension('2.5.29.28', sequence(element(0x85, Uint8Array.of(0xff))), true)] })],
    ['has an unknown critical extension', () => ({ extensions: [...own(), unknownExtension(true)] })],
    [
      'has an entry of another issuer',
      () => ({
        revoked: [{ serial: 1n, at: now, reason: 1, extensions: [extension('2.5.29.29', sequence(tagged(4, name([['O', 'other']]))), true)] }],
      }),
    ],
    [
      'has an unknown critical extension in an entry',
      () => ({ revoked: [{ serial: 1n, at: now, reason: 1, extensions: [unknownExtension(true)] }] }),
    ],
    ['names no next update', () => ({ nextUpdate: null })],
    ['is overdue', () => ({ nextUpdate: later(-1000) })],
    ['is from the future beyond the skew', () => ({ thisUpdate: later(61_000) })],
    ['is older than the operator allows', () => ({ thisUpdate: later(-7 * oneDay - 1000) })],
    ['is by another name', () => ({ issuer: caName('signature') })],
    ['claims another key', () => ({ extensions: [authorityKey(rsaKey())] })],
    ['has an extension twice', () => ({ extensions: [...own(), authorityKey(key)] })],
    [
      'has a malformed reason',
      () => ({ revoked: [{ serial: 1n, at: now, reason: null, extensions: [extension('2.5.29.21', octetString(Uint8Array.of(1)))] }] }),
    ],
  ])('is not believed when it %s', async (_, changes) => {
    const found = await verdict(good, list(key, now, changes()))
    expect(found.status).toBe('unknown')
  })

  it('is not believed when signed by another key, even under the right key identifier', async () => {
    const forged = list(rsaKey(), now, { extensions: own() })
    expect(await verdict(good, forged)).toMatchObject({ status: 'unknown', why: expect.stringContaining('signature') as string })
  })

  it('is not believed when signed with SHA-1', async () => {
    expect(await verdict(good, signedWithSha1(list(key, now), key))).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('1.2.840.113549.1.1.5') as string,
    })
  })

  it.each([
    ['ends with this very second', () => ({ nextUpdate: now })],
    ['is ahead of us by the skew', () => ({ thisUpdate: later(60_000) })],
    ['is exactly as old as allowed', () => ({ thisUpdate: later(-7 * oneDay) })],
    [
      'has unknown extensions that are not critical',
      () => ({
        extensions: [...own(), unknownExtension(false)],
        revoked: [{ serial: 1n, at: now, reason: 1, extensions: [unknownExtension(false)] }],
      }),
    ],
    [
      'has an invalidity date in an entry',
      () => ({ revoked: [{ serial: 1n, at: now, reason: 1, extensions: [extension('2.5.29.24', element(0x18, Buffer.from('20260101000000Z')))] }] }),
    ],
    ['names no key identifier', () => ({ extensions: [] })],
  ])('is believed when it %s', async (_, changes) => {
    expect((await verdict(good, list(key, now, changes()))).status).toBe('good')
  })
})

describe('a certificate', () => {
  const usual = () => userAuthenticationExtensions({ subjectKey, issuerKey: key })
  const without = (id: string) => usual().filter((one) => !Buffer.from(one).includes(Buffer.from(id, 'hex')))
  const keyUsage = (octets: string) => extension('2.5.29.15', Buffer.from(octets, 'hex'), true)
  const purposes = (id: string) => extension('2.5.29.37', sequence(Buffer.from(id, 'hex')))

  it.each([
    ['has an unknown critical extension', () => [...usual(), unknownExtension(true)]],
    ['has no key usage', () => without('551d0f')],
    ['may only sign certificates', () => [keyUsage('03020204'), ...without('551d0f')]],
    ['is an authority', () => [...usual(), extension('2.5.29.19', sequence(boolean(true)), true)]],
    ['is for servers only', () => [...usual(), purposes('06082b06010505070301')]],
    ['claims another key of the issuer', () => [...without('551d23'), authorityKey(subjectKey)]],
  ])('is not trusted when it %s', async (_, extensions) => {
    expect((await verdict(leaf(key, now, { subjectKey, extensions: extensions() }), list(key, now))).status).toBe('untrusted')
  })

  it.each([
    ['has an unknown extension that is not critical', () => [...usual(), unknownExtension(false)]],
    ['is for clients', () => [...usual(), purposes('06082b06010505070302')]],
    ['says that it is no authority', () => [...usual(), extension('2.5.29.19', sequence(), true)]],
    ['names no key of the issuer', () => without('551d23')],
  ])('is trusted when it %s', async (_, extensions) => {
    expect((await verdict(leaf(key, now, { subjectKey, extensions: extensions() }), list(key, now))).status).toBe('good')
  })

  it.each([
    ['has a name constraint that constrains nothing', () => [...usual(), extension('2.5.29.30', sequence(), true)]],
    ['has an extension twice', () => [...usual(), authorityKey(key)]],
    ['has a malformed key usage', () => [extension('2.5.29.15', enumerated(1), true), ...without('551d0f')]],
    ['has an empty policy list', () => [...without('551d20'), extension('2.5.29.32', sequence())]],
  ])('is malformed when it %s', async (_, extensions) => {
    expect((await verdict(leaf(key, now, { subjectKey, extensions: extensions() }), list(key, now))).status).toBe('malformed')
  })

  it('is not trusted under the right key identifier with the wrong signature', async () => {
    const stranger = rsaKey()
    const forged = leaf(stranger, now, { subjectKey, extensions: usual() })
    expect(await verdict(forged, list(key, now))).toEqual({ status: 'untrusted', why: 'the signature does not hold' })
  })

  it('is not trusted when signed with SHA-1', async () => {
    expect(await verdict(signedWithSha1(good, key), list(key, now))).toEqual({
      status: 'untrusted',
      why: 'signature algorithm 1.2.840.113549.1.1.5 is not accepted',
    })
  })
})
