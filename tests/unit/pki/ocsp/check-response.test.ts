import { beforeAll, describe, expect, it } from 'vitest'
import type { KeyObject } from 'node:crypto'
import { enumerated, octetString, tagged, taggedPrimitive } from '../../../../src-main/training/issuer/x509/der-writer.ts'
import { caName } from '../../../../src-main/training/issuer/x509/training-profile.ts'
import { name } from '../../../../src-main/training/issuer/x509/x509-writer.ts'
import type { Decoded } from '../../../../src-main/pki/der/der-reader.ts'
import { checkOcspResponse, type OcspExpectations, type OcspStatement } from '../../../../src-main/pki/ocsp/checks/check-response.ts'
import { certIdOf, type CertId } from '../../../../src-main/pki/ocsp/message/cert-id.ts'
import { parseOcspResponse } from '../../../../src-main/pki/ocsp/message/response.ts'
import { unknownExtension } from '../support/forge.ts'
import { later, newAuthority, newKey, newLeaf, newResponder, now, oneDay, parsed, responderName, type Authority } from './support/authority.ts'
import { answer, errorAnswer, nonceExtension, responseData, signedBasic, successful, type ForgedAnswer, type ForgedSingle } from './support/forge-answer.ts'

let authority: Authority
let namesake: Authority
let responderKey: KeyObject
let strangerKey: KeyObject
let leaf: Uint8Array
let responder: Uint8Array
let id: CertId
const nonce = Uint8Array.from({ length: 32 }, (_, i) => i)

beforeAll(() => {
  authority = newAuthority()
  namesake = newAuthority()
  responderKey = newKey()
  strangerKey = newKey()
  leaf = newLeaf(authority, strangerKey)
  responder = newResponder(authority, responderKey)
  id = certIdOf(parsed(leaf), authority.certificate, 'sha256')
})

const single = (changes: Partial<ForgedSingle> = {}): ForgedSingle => ({ id, status: 'good', thisUpdate: later(-5), nextUpdate: later(300), ...changes })

/** What an honest delegated responder says, but for `changes`. */
const forged = (changes: Partial<ForgedAnswer> = {}): ForgedAnswer => ({
  responder: { name: responderName },
  producedAt: later(-2),
  singles: [single()],
  nonce,
  certificates: [responder],
  signer: responderKey,
  ...changes,
})

const byAuthority = (changes: Partial<ForgedAnswer> = {}): ForgedAnswer => forged({ responder: { name: authority.name }, certificates: [], signer: authority.key, ...changes })

async function checkBytes(der: Uint8Array, expected: Partial<OcspExpectations> = {}): Promise<Decoded<OcspStatement>> {
  const read = parseOcspResponse(der)
  if (!read.ok) return read
  if (read.value.status !== 'successful') return { ok: false, why: read.value.status }
  return checkOcspResponse(read.value.basic, {
    id,
    issuer: authority.certificate,
    nonce,
    noncePolicy: 'required',
    at: now,
    maxAgeSeconds: oneDay,
    skewSeconds: 60,
    vouch: () => Promise.resolve({ ok: true, value: [] }),
    ...expected,
  })
}
const check = (changes: Partial<ForgedAnswer>, expected?: Partial<OcspExpectations>) => checkBytes(answer(forged(changes)), expected)
const statusOf = (result: Decoded<OcspStatement>) => (result.ok ? result.value.status.kind : result.why)

describe('an answer of a responder that the authority delegated to', () => {
  it('says good', async () => {
    const result = await check({})
    expect(result).toMatchObject({ ok: true, value: { status: { kind: 'good' }, producedAt: later(-2), thisUpdate: later(-5), nextUpdate: later(300), responder: { delegated: true } } })
  })

  it('says revoked, with date and reason', async () => {
    const at = later(-3 * oneDay)
    const result = await check({ singles: [single({ status: { at, reason: 3 } })] })
    expect(result).toMatchObject({ ok: true, value: { status: { kind: 'revoked', at, reason: 'affiliationChanged' } } })
  })

  it('says revoked without a reason', async () => {
    expect(await check({ singles: [single({ status: { at: now, reason: null } })] })).toMatchObject({ value: { status: { kind: 'revoked', reason: 'unspecified' } } })
  })

  it('says unknown, which is not good', async () => {
    expect(statusOf(await check({ singles: [single({ status: 'unknown' })] }))).toBe('unknown')
  })

  it('may name itself by its key', async () => {
    expect(statusOf(await check({ responder: { key: responderKey } }))).toBe('good')
  })

  it('may have no next update as long as it is young', async () => {
    expect(statusOf(await check({ singles: [single({ nextUpdate: null })] }))).toBe('good')
  })

  it('is trusted only when somebody vouches for the responder', async () => {
    expect(await check({}, { vouch: () => Promise.resolve({ ok: false, why: 'it was revoked' }) })).toEqual({ ok: false, why: 'the responder is not trusted: it was revoked' })
  })
})

describe('an answer of the authority itself', () => {
  it.each([
    ['its name', () => byAuthority()],
    ['its key', () => byAuthority({ responder: { key: authority.key } })],
    ['its name, its certificate sent along', () => byAuthority({ certificates: [authority.der] })],
  ])('is believed by %s', async (_, forge) => {
    expect(await checkBytes(answer(forge()))).toMatchObject({ ok: true, value: { status: { kind: 'good' }, responder: { delegated: false } } })
  })

  it('needs nobody to vouch for it', async () => {
    expect(statusOf(await checkBytes(answer(byAuthority()), { vouch: () => Promise.resolve({ ok: false, why: 'nobody does' }) }))).toBe('good')
  })
})

describe('an answer is refused whose responder', () => {
  const by = (certificate: () => Uint8Array, changes: Partial<ForgedAnswer> = {}) => () => forged({ certificates: [certificate()], ...changes })

  it.each<[string, () => ForgedAnswer, RegExp]>([
    ['has no purpose at all', by(() => newResponder(authority, responderKey, { purposes: null })), /may not sign OCSP/],
    ['has another purpose', by(() => newResponder(authority, responderKey, { purposes: ['1.3.6.1.5.5.7.3.2'] })), /may not sign OCSP/],
    ['has any purpose', by(() => newResponder(authority, responderKey, { purposes: ['2.5.29.37.0'] })), /may not sign OCSP/],
    ['has a key for certificates alone', by(() => newResponder(authority, responderKey, { keyUsage: [5] })), /key may not sign/],
    ['has expired', by(() => newResponder(authority, responderKey, {}, { notAfter: later(-1) })), /expired/],
    ['is not valid yet', by(() => newResponder(authority, responderKey, {}, { notBefore: later(1) })), /not valid yet/],
    ['was certified by another authority of the same name', by(() => newResponder(namesake, responderKey)), /issuer's key/],
    ['was certified by another authority', by(() => newResponder({ ...namesake, name: caName('signature') }, responderKey)), /not certified by the issuer/],
    ['certified itself', by(() => newResponder({ ...authority, key: responderKey }, responderKey)), /issuer's key/],
    ['is another authority of the same name', () => byAuthority({ signer: namesake.key, certificates: [namesake.der] }), /signature|issuer/],
    ['did not come along', () => forged({ certificates: [] }), /nobody known/],
    ['is not the one that came along', () => forged({ responder: { name: [['CN', 'somebody else']] } }), /nobody known/],
    ['signed with a key of its own', () => forged({ signer: strangerKey }), /signature does not hold/],
    ['is the card itself', () => forged({ signer: strangerKey, responder: { key: strangerKey }, certificates: [leaf] }), /may not sign OCSP/],
    ['claims to be the authority', () => byAuthority({ signer: strangerKey }), /signature does not hold/],
  ])('%s', async (_, forge, why) => {
    expect(await checkBytes(answer(forge()))).toEqual({ ok: false, why: expect.stringMatching(why) as unknown })
  })

  it('signs correctly beside a certificate of the same name that does not', async () => {
    const other = newResponder(authority, strangerKey)
    expect(statusOf(await check({ certificates: [other, responder] }))).toBe('good')
  })
})

describe('an answer is refused that', () => {
  it.each<[string, () => Partial<ForgedAnswer>, RegExp]>([
    ['has another nonce', () => ({ nonce: Uint8Array.from(nonce, (octet) => octet ^ 1) }), /nonce of another/],
    ['has a shorter nonce', () => ({ nonce: nonce.subarray(0, 31) }), /nonce of another/],
    ['has no nonce', () => ({ nonce: null }), /no nonce/],
    ['has a nonce that is no octet string', () => ({ nonce: null, extensions: [unknownNonce()] }), /nonce of another/],
    ['speaks of no certificate', () => ({ singles: [] }), /another certificate/],
    ['speaks of another serial number', () => ({ singles: [single({ id: { ...id, serial: Uint8Array.of(1) } })] }), /another certificate/],
    ['speaks of a serial number that only begins the same', () => ({ singles: [single({ id: { ...id, serial: Buffer.concat([id.serial, Uint8Array.of(0)]) } })] }), /another certificate/],
    ['speaks of another issuer key', () => ({ singles: [single({ id: certIdOf(parsed(leaf), namesake.certificate, 'sha256') })] }), /another certificate/],
    ['speaks of another issuer name', () => ({ singles: [single({ id: { ...id, issuerNameHash: id.issuerKeyHash } })] }), /another certificate/],
    ['was asked by another hash', () => ({ singles: [single({ id: certIdOf(parsed(leaf), authority.certificate, 'sha1') })] }), /another certificate/],
    ['names the right hashes under another function', () => ({ singles: [single({ id: { ...id, hash: '2.16.840.1.101.3.4.2.2' } })] }), /another certificate/],
    ['ends before now', () => ({ singles: [single({ nextUpdate: later(-1) })] }), /overdue/],
    ['begins later', () => ({ singles: [single({ thisUpdate: later(61) })] }), /future/],
    ['is made later', () => ({ producedAt: later(61) }), /future/],
    ['is too old in what it knows', () => ({ singles: [single({ thisUpdate: later(-oneDay - 1) })] }), /older/],
    ['was made too long ago', () => ({ producedAt: later(-oneDay - 1), singles: [single({ nextUpdate: null })] }), /older/],
    ['ends before it begins', () => ({ singles: [single({ thisUpdate: later(30), nextUpdate: later(29) })] }), /before it begins/],
    ['has an unknown critical extension', () => ({ extensions: [unknownExtension(true)] }), /critical extension 2\.999\.1/],
    ['has an unknown critical extension at the certificate', () => ({ singles: [single({ extensions: [unknownExtension(true)] })] }), /critical extension 2\.999\.1/],
  ])('%s', async (_, changes, why) => {
    expect(await check(changes())).toEqual({ ok: false, why: expect.stringMatching(why) as unknown })
  })

  const unknownNonce = () => nonceExtension(nonce).map((octet, i, all) => (i === all.length - 33 - 1 ? 0x0c : octet))

  it('is the answer to an earlier question, also with everything else right', async () => {
    const earlier = answer(forged())
    expect(statusOf(await checkBytes(earlier))).toBe('good')
    expect(statusOf(await checkBytes(earlier, { nonce: Uint8Array.from({ length: 32 }, () => 7) }))).toMatch(/nonce of another/)
  })
})

describe('what is no reason to refuse', () => {
  it.each<[string, Partial<ForgedAnswer>]>([
    ['an unknown extension that is not critical', { extensions: [unknownExtension(false)] }],
    ['a nonce marked critical', { nonce: null, extensions: [nonceExtension(nonce, true)] }],
    ['a clock that is a little ahead', { producedAt: later(60) }],
  ])('%s', async (_, changes) => {
    expect(statusOf(await check(changes))).toBe('good')
  })

  it('the last second of the answer', async () => {
    expect(statusOf(await check({ singles: [single({ nextUpdate: now })] }))).toBe('good')
    expect(statusOf(await check({ singles: [single({ nextUpdate: now })] }, { at: new Date(now.getTime() + 999) }))).toBe('good')
    expect(statusOf(await check({ singles: [single({ nextUpdate: now })] }, { at: later(1) }))).toMatch(/overdue/)
  })

  it('neighbours in the answer', async () => {
    const neighbour = single({ id: { ...id, serial: Uint8Array.of(9) }, status: { at: now, reason: 1 } })
    expect(statusOf(await check({ singles: [neighbour, single(), neighbour] }))).toBe('good')
  })

  it('a missing nonce where the operator said so; another one is a replay even then', async () => {
    expect(statusOf(await check({ nonce: null }, { noncePolicy: 'optional' }))).toBe('good')
    expect(statusOf(await check({ nonce: Uint8Array.of(1) }, { noncePolicy: 'optional' }))).toMatch(/nonce of another/)
  })
})

describe('several statements about the same certificate', () => {
  const revoked = { status: { at: now, reason: 1 } } as const
  it.each<[string, () => readonly ForgedSingle[], string]>([
    ['good and revoked', () => [single(), single(revoked)], 'revoked'],
    ['revoked and good', () => [single(revoked), single()], 'revoked'],
    ['unknown and good', () => [single({ status: 'unknown' }), single()], 'unknown'],
    ['an overdue good one and a timely unknown one', () => [single({ nextUpdate: later(-1) }), single({ status: 'unknown' })], 'unknown'],
    ['an overdue good one and a timely good one', () => [single({ nextUpdate: later(-1) }), single()], 'good'],
  ])('%s: the gravest timely one counts', async (_, singles, expected) => {
    expect(statusOf(await check({ singles: singles() }))).toBe(expected)
  })
})

describe('an OCSP response', () => {
  it.each([
    [1, 'malformedRequest'],
    [2, 'internalError'],
    [3, 'tryLater'],
    [5, 'sigRequired'],
    [6, 'unauthorized'],
  ])('with status %i is %s', (status, word) => {
    expect(parseOcspResponse(errorAnswer(status))).toEqual({ ok: true, value: { status: word } })
  })

  it.each<[string, () => Uint8Array, RegExp]>([
    ['a status nobody defined', () => errorAnswer(4), /not one of RFC 6960/],
    ['success without an answer', () => errorAnswer(0), /without an answer/],
    ['an error with an answer', () => answer(forged()).map((octet, i) => (i === 6 ? 3 : octet)), /error status and an answer/],
    ['another type of answer', () => successful(signedBasic(responseData(forged()), responderKey), '2.999.1'), /not understood/],
    ['something after its end', () => Buffer.concat([answer(forged()), Uint8Array.of(0)]), /after its end/],
    ['nothing', () => new Uint8Array(), /lacks/],
    ['more than 64 KiB', () => new Uint8Array(65_537), /more than 65536/],
    ['too many certificates', () => answer(forged({ certificates: Array.from({ length: 9 }, () => responder) })), /more than 8 certificates/],
    ['too many statements', () => answer(forged({ singles: Array.from({ length: 65 }, () => single()) })), /more than 64/],
    ['a certificate that is none', () => answer(forged({ certificates: [enumerated(0)] })), /certs/],
    ['a responder of a third kind', () => answer(forged({ responder: { raw: tagged(3, octetString(nonce)) } })), /responderID/],
    ['a responder with something after it', () => answer(forged({ responder: { raw: tagged(1, name(responderName), octetString(nonce)) } })), /after its end/],
    ['a reason that takes back', () => answer(forged({ singles: [single({ status: { at: now, reason: 8 } })] })), /revocationReason/],
    ['a status of a fourth kind', () => replaced(answer(forged()), taggedPrimitive(0, new Uint8Array()), taggedPrimitive(3, new Uint8Array())), /certStatus/],
  ])('with %s is malformed', (_, make, why) => {
    expect(parseOcspResponse(make())).toEqual({ ok: false, why: expect.stringMatching(why) as unknown })
  })

  /** The first place after the serial number, which is where the status stands. */
  function replaced(der: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
    const bytes = Buffer.from(der)
    const at = bytes.indexOf(from, bytes.indexOf(id.serial) + id.serial.length)
    bytes.set(to, at)
    return bytes
  }
})
