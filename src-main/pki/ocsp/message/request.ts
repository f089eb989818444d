import { contextTag, TAG } from '../../der/der-reader.ts'
import { encodeCertId, type CertId } from './cert-id.ts'
import { element, objectIdentifierElement } from './der-encoding.ts'
import { OCSP } from './identifiers.ts'

/** RFC 8954 §2.1: 1 to 32 octets; 32 by default here. */
export const nonceOctets = 32

/** OCSPRequest (RFC 6960 §4.1.1), DER: one certificate, not signed. `nonce` null asks without one. */
export function encodeOcspRequest(id: CertId, nonce: Uint8Array | null): Uint8Array {
  const requestList = element(TAG.sequence, element(TAG.sequence, encodeCertId(id)))
  if (nonce === null) return element(TAG.sequence, element(TAG.sequence, requestList))
  if (nonce.length < 1 || nonce.length > 32) throw new RangeError('an OCSP nonce has 1 to 32 octets')
  const extension = element(TAG.sequence, objectIdentifierElement(OCSP.nonce), element(TAG.octetString, element(TAG.octetString, nonce)))
  const extensions = element(contextTag(2, 'constructed'), element(TAG.sequence, extension))
  return element(TAG.sequence, element(TAG.sequence, requestList, extensions))
}
