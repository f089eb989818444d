import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { bitString, integer, nothing, objectIdentifier, octetString, sequence } from '../../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey, caName, userAuthenticationExtensions } from '../../../../src-main/training/issuer/x509/training-profile.ts'
import {
  certificate,
  extension,
  revocationList,
  type CertificateContent,
  type RevocationListContent,
} from '../../../../src-main/training/issuer/x509/x509-writer.ts'
import { openWhole, TAG } from '../../../../src-main/pki/der/der-reader.ts'

export const oneDay = 86_400_000

export const rsaKey = (modulusLength = 2048, publicExponent = 65_537): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey

/** Critical, and understood by nobody. */
export const unknownExtension = (critical: boolean): Uint8Array => extension('2.999.1', octetString(Uint8Array.of(1)), critical)

/** A certificate like those of the kit, but for `changes`. */
export function leaf(issuerKey: KeyObject, now: Date, changes: Partial<CertificateContent> = {}): Uint8Array {
  const subjectKey = changes.subjectKey ?? rsaKey()
  return certificate({
    serial: 77n,
    issuer: caName('userAuthentication'),
    subject: [['CN', 'A0']],
    subjectKey,
    issuerKey,
    notBefore: new Date(now.getTime() - oneDay),
    notAfter: new Date(now.getTime() + oneDay),
    ...changes,
    extensions: changes.extensions ?? userAuthenticationExtensions({ subjectKey, issuerKey }),
  })
}

/** A complete, fresh, empty list of the user authority, but for `changes`. */
export const list = (issuerKey: KeyObject, now: Date, changes: Partial<RevocationListContent> = {}): Uint8Array =>
  revocationList({
    issuer: caName('userAuthentication'),
    issuerKey,
    thisUpdate: new Date(now.getTime() - 3_600_000),
    nextUpdate: new Date(now.getTime() + oneDay),
    revoked: [],
    extensions: [authorityKey(issuerKey), extension('2.5.29.20', integer(1n))],
    ...changes,
  })

/** The same statement signed with SHA-1, correctly in every other way. */
export function signedWithSha1(der: Uint8Array, key: KeyObject): Uint8Array {
  const body = Buffer.from(openWhole(der, TAG.sequence, 'forged').take(TAG.sequence).encoding)
  const sha1 = objectIdentifier('1.2.840.113549.1.1.5')
  body.set(sha1, body.indexOf(objectIdentifier('1.2.840.113549.1.1.11')))
  return sequence(body, sequence(sha1, nothing()), bitString(sign('sha1', body, key)))
}
