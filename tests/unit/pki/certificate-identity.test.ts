import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { userAuthenticationExtensions } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { certificateIdentity } from '../../../src-main/pki/certificate-identity.ts'
import { leaf, rsaKey } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'
import { openssl } from './support/openssl.ts'

let kit: Kit
beforeAll(async () => {
  kit = await freshKit()
})
afterAll(() => kit.remove())

describe('the identity of a certificate', () => {
  it('is what cards.json says for every card', () => {
    for (const { certificateFile, issuer, issuerKeyIdentifier, serial } of kit.cards) {
      expect(certificateIdentity(kit.bytes(certificateFile))).toEqual({ ok: true, value: { issuer, issuerKeyIdentifier, serial } })
    }
  })

  it('is what openssl reads', () => {
    for (const profile of ['adult', 'head-of-four']) {
      const { issuer, issuerKeyIdentifier, serial } = kit.card(profile)
      const { output } = openssl(
        ['x509', '-inform', 'der', '-noout', '-serial', '-issuer', '-nameopt', 'RFC2253', '-ext', 'authorityKeyIdentifier'],
        kit.certificate(profile),
      )
      expect(output).toContain(`serial=${serial.toUpperCase().padStart(8, '0')}`)
      expect(output).toContain(`issuer=${issuer}`)
      expect(output.replaceAll(':', '').toLowerCase()).toContain(issuerKeyIdentifier)
    }
  })

  it('tells cards of two authorities of one name apart', () => {
    const [a, b] = [kit.card('untrusted'), kit.card('adult')]
    expect(a.issuer).toBe(b.issuer)
    expect(a.issuerKeyIdentifier).not.toBe(b.issuerKeyIdentifier)
  })

  it('keeps no leading zeros and no sign octet', () => {
    const key = rsaKey()
    const serialOf = (serial: bigint) => {
      const identity = certificateIdentity(leaf(key, new Date(), { serial, subjectKey: key }))
      return identity.ok ? identity.value.serial : identity.failure.code
    }
    expect([serialOf(1n), serialOf(0x80n), serialOf(0x0abcn), serialOf(0n)]).toEqual(['1', '80', 'abc', 'CERT-MALFORMED'])
  })

  it('needs the key identifier of the issuer', () => {
    const key = rsaKey()
    const extensions = userAuthenticationExtensions({ subjectKey: key, issuerKey: key }).filter(
      (one) => !Buffer.from(one).includes(Buffer.from('551d23', 'hex')),
    )
    const identity = certificateIdentity(leaf(key, new Date(), { subjectKey: key, extensions }))
    expect(identity).toMatchObject({ ok: false, failure: { code: 'CERT-MALFORMED' } })
  })

  it('does not come from anything but one whole certificate', () => {
    const der = kit.certificate('adult')
    for (const bytes of [new Uint8Array(), der.subarray(0, -1), Buffer.concat([der, Uint8Array.of(0)]), Buffer.alloc(70_000, 0x30)]) {
      expect(certificateIdentity(bytes)).toMatchObject({ ok: false, failure: { code: 'CERT-MALFORMED' } })
    }
  })
})
