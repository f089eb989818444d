import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChallenge } from '../../../src-main/pki/verify-challenge.ts'
import { leaf, rsaKey, unknownExtension } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'

let kit: Kit
const challenge = Buffer.from('0123456789abcdef0123456789abcdef')
const withKey = (subjectKey: KeyObject): Uint8Array => leaf(kit.key('user-ca.key.pem'), new Date(), { subjectKey, extensions: [unknownExtension(false)] })
const notGenuine = { ok: false, failure: { code: 'CARD-NOT-GENUINE' } }

beforeAll(async () => {
  kit = await freshKit()
})
afterAll(() => kit.remove())

describe('a signed challenge', () => {
  it('is accepted from every card but the forged one', () => {
    for (const { profile, certificateFile, keyFile } of kit.cards) {
      const answer = verifyChallenge(kit.bytes(certificateFile), challenge, sign('sha256', challenge, kit.key(keyFile)))
      expect({ profile, ok: answer.ok }).toEqual({ profile, ok: profile !== 'forged' })
    }
  })

  it('is refused for another challenge, another digest and any changed octet', () => {
    const der = kit.certificate('adult')
    const key = kit.key('cards/adult.key.pem')
    const signature = sign('sha256', challenge, key)
    expect(verifyChallenge(der, Buffer.from('another'), signature)).toMatchObject(notGenuine)
    expect(verifyChallenge(der, challenge, sign('sha1', challenge, key))).toMatchObject(notGenuine)
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(signature)
        changed[at] = changed[at]! ^ mask
        expect(verifyChallenge(der, challenge, changed)).toMatchObject(notGenuine)
      }),
    )
  })

  it('is refused when its length is not that of the key', () => {
    const signature = sign('sha256', challenge, kit.key('cards/adult.key.pem'))
    for (const bytes of [
      new Uint8Array(),
      signature.subarray(1),
      Buffer.concat([signature, Uint8Array.of(0)]),
      Buffer.alloc(256),
      Buffer.alloc(256, 0xff),
    ]) {
      expect(verifyChallenge(kit.certificate('adult'), challenge, bytes)).toMatchObject(notGenuine)
    }
  })

  it.each([
    ['a modulus of 1024 bits', () => rsaKey(1024)],
    ['the exponent 3', () => rsaKey(2048, 3)],
  ])('is refused from a key with %s', (_, makeKey) => {
    const key = makeKey()
    const der = leaf(kit.key('user-ca.key.pem'), new Date(), { subjectKey: key })
    expect(verifyChallenge(der, challenge, sign('sha256', challenge, key))).toMatchObject(notGenuine)
  })

  it.each([
    ['P-256', 'sha256', 'sha384'],
    ['P-384', 'sha384', 'sha256'],
    ['P-521', 'sha512', 'sha256'],
  ])('is accepted from a key on the curve %s with %s, and not with %s', (namedCurve, hash, other) => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve })
    const der = withKey(privateKey)
    expect(verifyChallenge(der, challenge, sign(hash, challenge, privateKey))).toEqual({ ok: true, value: undefined })
    expect(verifyChallenge(der, challenge, sign(other, challenge, privateKey))).toMatchObject(notGenuine)
    expect(verifyChallenge(der, Buffer.from('another'), sign(hash, challenge, privateKey))).toMatchObject(notGenuine)
    expect(verifyChallenge(der, challenge, sign(hash, challenge, { key: privateKey, dsaEncoding: 'ieee-p1363' }))).toMatchObject(notGenuine)
  })

  it.each<[string, string, () => KeyObject]>([
    ['a curve that no card uses', 'sha256', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey],
    ['no curve or modulus', 'sha256', () => generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).privateKey],
  ])('is refused from a key with %s', (_, hash, makeKey) => {
    const key = makeKey()
    expect(verifyChallenge(withKey(key), challenge, sign(hash, challenge, key))).toMatchObject(notGenuine)
  })

  it('is refused from a key of Edwards, which no card has', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    expect(verifyChallenge(withKey(privateKey), challenge, sign(null, challenge, privateKey))).toMatchObject(notGenuine)
  })

  it('names a certificate that can not be read as such', () => {
    expect(verifyChallenge(Uint8Array.of(1, 2, 3), challenge, new Uint8Array(256))).toMatchObject({ ok: false, failure: { code: 'CERT-MALFORMED' } })
  })
})
