import { createHash } from 'node:crypto'
import { algorithmIdentifier, parametersAreNull } from '../../certificate/algorithm.ts'
import { serialContent, type Certificate } from '../../certificate/certificate.ts'
import { openWhole, sameBytes, TAG, type DerCursor } from '../../der/der-reader.ts'
import { bitStringOctets } from '../../der/primitives.ts'
import { element, objectIdentifierElement } from './der-encoding.ts'
import { certIdHashes, type CertIdHash } from './identifiers.ts'

/** CertID (RFC 6960 §4.1.1): which certificate is asked about, without showing its subject. */
export interface CertId {
  /** Object identifier of the hash function. */
  readonly hash: string
  /** Hash of the issuer's name, DER. */
  readonly issuerNameHash: Uint8Array
  /** Hash of the issuer's subjectPublicKey bits, without tag, length and count of unused bits. */
  readonly issuerKeyHash: Uint8Array
  /** Content octets of the INTEGER, as `Certificate.serial`. */
  readonly serial: Uint8Array
}

/** The bits of subjectPublicKey that key hashes cover; `publicKeyInfo` is a SubjectPublicKeyInfo, DER. */
export function publicKeyBits(publicKeyInfo: Uint8Array): Uint8Array {
  const info = openWhole(publicKeyInfo, TAG.sequence, 'subjectPublicKeyInfo')
  info.take(TAG.sequence)
  return bitStringOctets(info.take(TAG.bitString).content, 'subjectPublicKey')
}

/** Names `certificate` by the name it gives its issuer and by the key that signed it. */
export function certIdOf(certificate: Pick<Certificate, 'issuer' | 'serial'>, issuer: Pick<Certificate, 'publicKeyInfo'>, hash: CertIdHash): CertId {
  const digest = (bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest()
  return {
    hash: certIdHashes[hash],
    issuerNameHash: digest(certificate.issuer.encoding),
    issuerKeyHash: digest(publicKeyBits(issuer.publicKeyInfo)),
    serial: certificate.serial,
  }
}

export const encodeCertId = ({ hash, issuerNameHash, issuerKeyHash, serial }: CertId): Uint8Array =>
  element(
    TAG.sequence,
    // RFC 6960 shows no parameters for these; NULL is what every responder has always been sent.
    element(TAG.sequence, objectIdentifierElement(hash), element(TAG.null)),
    element(TAG.octetString, issuerNameHash),
    element(TAG.octetString, issuerKeyHash),
    element(TAG.integer, serial),
  )

export function takeCertId(cursor: DerCursor): CertId | null {
  const id = cursor.open(TAG.sequence, 'certID')
  const algorithm = algorithmIdentifier(id.take(TAG.sequence), 'hashAlgorithm')
  const issuerNameHash = id.take(TAG.octetString).content
  const issuerKeyHash = id.take(TAG.octetString).content
  const serial = serialContent(id)
  id.end()
  // A hash with parameters is another function than the one its identifier names.
  return parametersAreNull(algorithm) ? { hash: algorithm.id, issuerNameHash, issuerKeyHash, serial } : null
}

export const sameCertId = (a: CertId, b: CertId): boolean =>
  a.hash === b.hash && sameBytes(a.issuerNameHash, b.issuerNameHash) && sameBytes(a.issuerKeyHash, b.issuerKeyHash) && sameBytes(a.serial, b.serial)
