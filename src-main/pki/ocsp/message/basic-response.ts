import { algorithmIdentifier, type AlgorithmIdentifier } from '../../certificate/algorithm.ts'
import { parseCertificate, type Certificate } from '../../certificate/certificate.ts'
import { distinguishedName, type DistinguishedName } from '../../certificate/distinguished-name.ts'
import { extensionList, type Extension } from '../../certificate/extensions.ts'
import { contextTag, DerError, openWhole, TAG, wholeElement, type DerCursor } from '../../der/der-reader.ts'
import { bitStringOctets, smallInteger, timeValue } from '../../der/primitives.ts'
import type { RevocationReason } from '../../certificate-status.ts'
import { revocationReason } from '../../revocation-reason.ts'
import { takeCertId, type CertId } from './cert-id.ts'

export type SingleStatus =
  | { readonly kind: 'good' }
  | { readonly kind: 'revoked'; readonly at: Date; readonly reason: RevocationReason }
  | { readonly kind: 'unknown' }

/** SingleResponse (RFC 6960 §4.2.1). */
export interface SingleResponse {
  /** Null for an identifier of a kind nobody asks by. */
  readonly id: CertId | null
  readonly status: SingleStatus
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly extensions: ReadonlyMap<string, Extension>
}

/** ResponderID: who says to have signed. A key is named by the SHA-1 of its bits. */
export type ResponderId = { readonly kind: 'name'; readonly name: DistinguishedName } | { readonly kind: 'key'; readonly hash: Uint8Array }

/** BasicOCSPResponse (RFC 6960 §4.2.1). Well-formed; not proven. */
export interface BasicResponse {
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly responderId: ResponderId
  readonly producedAt: Date
  readonly responses: readonly SingleResponse[]
  readonly extensions: ReadonlyMap<string, Extension>
  /** Certificates that came along. A stranger may have put them there. */
  readonly certificates: readonly Certificate[]
}

/** One is asked about; some responders add neighbours. */
const maxSingleResponses = 64
const maxCertificates = 8

/** GeneralizedTime alone, unlike in certificates. */
function takeGeneralizedTime(cursor: DerCursor, what: string): Date {
  return timeValue(cursor.take(TAG.generalizedTime), what)
}

function optionalExtensions(cursor: DerCursor, what: string): ReadonlyMap<string, Extension> {
  const wrapper = cursor.openOptional(contextTag(1, 'constructed'), what)
  if (wrapper === null) return new Map()
  const extensions = extensionList(wrapper.open(TAG.sequence, what), what)
  wrapper.end()
  return extensions
}

function revoked(cursor: DerCursor): SingleStatus {
  const info = cursor.open(contextTag(1, 'constructed'), 'certStatus')
  const at = takeGeneralizedTime(info, 'revocationTime')
  const wrapper = info.openOptional(contextTag(0, 'constructed'), 'revocationReason')
  const number = wrapper === null ? 0 : smallInteger(wrapper.take(TAG.enumerated).content, 'revocationReason')
  wrapper?.end()
  info.end()
  const reason = revocationReason(number)
  // removeFromCRL among others: it belongs to delta lists and says nothing here.
  if (reason === null) throw new DerError('revocationReason is not one of an OCSP response')
  return { kind: 'revoked', at, reason }
}

function certStatus(cursor: DerCursor): SingleStatus {
  if (cursor.peek() === contextTag(1, 'constructed')) return revoked(cursor)
  const { tag, content } = cursor.next()
  if (content.length > 0) throw new DerError('certStatus has content that is not its own')
  if (tag === contextTag(0, 'primitive')) return { kind: 'good' }
  if (tag === contextTag(2, 'primitive')) return { kind: 'unknown' }
  throw new DerError('certStatus is not one of RFC 6960')
}

function singleResponse(cursor: DerCursor): SingleResponse {
  const id = takeCertId(cursor)
  const status = certStatus(cursor)
  const thisUpdate = takeGeneralizedTime(cursor, 'thisUpdate')
  const wrapper = cursor.openOptional(contextTag(0, 'constructed'), 'nextUpdate')
  const nextUpdate = wrapper === null ? null : takeGeneralizedTime(wrapper, 'nextUpdate')
  wrapper?.end()
  const extensions = optionalExtensions(cursor, 'singleExtensions')
  cursor.end()
  return { id, status, thisUpdate, nextUpdate, extensions }
}

function responderId(cursor: DerCursor): ResponderId {
  const { tag, content } = cursor.next()
  // Both are tagged EXPLICIT: the content is one whole element.
  if (tag === contextTag(1, 'constructed')) return { kind: 'name', name: distinguishedName(wholeElement(content, TAG.sequence, 'responderID'), 'responderID') }
  if (tag === contextTag(2, 'constructed')) return { kind: 'key', hash: wholeElement(content, TAG.octetString, 'responderID').content }
  throw new DerError('responderID is not one of RFC 6960')
}

function responseData(encoding: Uint8Array) {
  const data = openWhole(encoding, TAG.sequence, 'tbsResponseData')
  const version = data.openOptional(contextTag(0, 'constructed'), 'version')
  if (version !== null && smallInteger(version.take(TAG.integer).content, 'version') !== 0) throw new DerError('version is not one of an OCSP response')
  version?.end()
  const responder = responderId(data)
  const producedAt = takeGeneralizedTime(data, 'producedAt')
  const list = data.open(TAG.sequence, 'responses')
  const responses: SingleResponse[] = []
  while (!list.atEnd) {
    if (responses.length === maxSingleResponses) throw new DerError(`OCSP response speaks of more than ${maxSingleResponses} certificates`)
    responses.push(singleResponse(list.open(TAG.sequence, 'singleResponse')))
  }
  const extensions = optionalExtensions(data, 'responseExtensions')
  data.end()
  return { responderId: responder, producedAt, responses, extensions }
}

function certificates(cursor: DerCursor): readonly Certificate[] {
  const wrapper = cursor.openOptional(contextTag(0, 'constructed'), 'certs')
  const list = wrapper?.open(TAG.sequence, 'certs')
  wrapper?.end()
  const found: Certificate[] = []
  while (list !== undefined && !list.atEnd) {
    if (found.length === maxCertificates) throw new DerError(`OCSP response carries more than ${maxCertificates} certificates`)
    const certificate = parseCertificate(list.take(TAG.sequence).encoding)
    if (!certificate.ok) throw new DerError(`a certificate in the OCSP response: ${certificate.why}`)
    found.push(certificate.value)
  }
  return found
}

/** Reads a BasicOCSPResponse, DER. Keeps views into `der`. Throws DerError; run it inside `decode`. */
export function basicResponse(der: Uint8Array): BasicResponse {
  const outer = openWhole(der, TAG.sequence, 'basic OCSP response')
  const signedBytes = outer.take(TAG.sequence).encoding
  const signatureAlgorithm = algorithmIdentifier(outer.take(TAG.sequence), 'signatureAlgorithm')
  const signature = bitStringOctets(outer.take(TAG.bitString).content, 'signature')
  const embedded = certificates(outer)
  outer.end()
  return { ...responseData(signedBytes), signedBytes, signatureAlgorithm, signature, certificates: embedded }
}
