import { contextTag, decode, DerError, openWhole, TAG, wholeElement, type Decoded } from '../../der/der-reader.ts'
import { objectIdentifier, smallInteger } from '../../der/primitives.ts'
import { basicResponse, type BasicResponse } from './basic-response.ts'
import { OCSP } from './identifiers.ts'

/** OCSPResponseStatus of RFC 6960 §4.2.1 other than successful; 4 is not used. None of them is signed. */
const errorStatuses = { 1: 'malformedRequest', 2: 'internalError', 3: 'tryLater', 5: 'sigRequired', 6: 'unauthorized' } as const
export type OcspErrorStatus = (typeof errorStatuses)[keyof typeof errorStatuses]

export type OcspResponse = { readonly status: 'successful'; readonly basic: BasicResponse } | { readonly status: OcspErrorStatus }

/** Answers have some 2,000 octets; a responder that sends its whole chain stays below this too. */
export const maxResponseOctets = 65_536

const isErrorStatus = (number: number): number is keyof typeof errorStatuses => Object.hasOwn(errorStatuses, number)

function ocspResponse(der: Uint8Array): OcspResponse {
  if (der.length > maxResponseOctets) throw new DerError(`OCSP response has more than ${maxResponseOctets} octets`)
  const outer = openWhole(der, TAG.sequence, 'OCSP response')
  const number = smallInteger(outer.take(TAG.enumerated).content, 'responseStatus')
  const bytes = outer.openOptional(contextTag(0, 'constructed'), 'responseBytes')
  outer.end()
  if (number !== 0) {
    if (!isErrorStatus(number)) throw new DerError('responseStatus is not one of RFC 6960')
    if (bytes !== null) throw new DerError('OCSP response has an error status and an answer')
    return { status: errorStatuses[number] }
  }
  if (bytes === null) throw new DerError('OCSP response is successful without an answer')
  const typed = bytes.open(TAG.sequence, 'responseBytes')
  bytes.end()
  const type = objectIdentifier(typed.take(TAG.objectIdentifier).content, 'responseType')
  const response = typed.take(TAG.octetString).content
  typed.end()
  if (type !== OCSP.basicResponse) throw new DerError(`responseType ${type} is not understood`)
  return { status: 'successful', basic: basicResponse(wholeElement(response, TAG.sequence, 'basic OCSP response').encoding) }
}

/** OCSPResponse DER, exactly one, nothing after it. The bytes are copied. Parsed means well-formed; nothing is proven. */
export const parseOcspResponse = (der: Uint8Array): Decoded<OcspResponse> =>
  decode(() => ocspResponse(der.length > maxResponseOctets ? der : Uint8Array.from(der)))
