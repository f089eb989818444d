import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChallenge } from '../../../src-main/pki/verify-challenge.ts'
import { leaf, rsaKey, unknownExtension } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'

let kit: Kit
const challenge = Buffer.from('0123456789abcdef0123456789abcdef')
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

  it('is refused from a key that is not RSA', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const issuerKey = kit.key('user-ca.key.pem')
    const der = leaf(issuerKey, new Date(), { subjectKey: privateKey, extensions: [unknownExtension(false)] })
    expect(verifyChallenge(der, challenge, sign('sha256', challenge, privateKey))).toMatchObject(notGenuine)
  })

  it('names a certificate that can not be read as such', () => {
    expect(verifyChallenge(Uint8Array.of(1, 2, 3), challenge, new Uint8Array(256))).toMatchObject({ ok: false, failure: { code: 'CERT-MALFORMED' } })
  })
})
