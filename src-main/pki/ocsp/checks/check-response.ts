import type { Certificate } from '../../certificate/certificate.ts'
import { decode, sameBytes, TAG, wholeElement, type Decoded } from '../../der/der-reader.ts'
import type { RevocationEvidence } from '../../path/path-verdict.ts'
import type { BasicResponse, SingleResponse, SingleStatus } from '../message/basic-response.ts'
import { sameCertId, type CertId } from '../message/cert-id.ts'
import { OCSP } from '../message/identifiers.ts'
import { findResponder, type Responder } from './find-responder.ts'

/** How fresh an answer has to be; the operator's rules. */
export interface OcspFreshness {
  /** Neither thisUpdate nor producedAt may be older, whatever nextUpdate says. */
  readonly maxAgeSeconds: number
  /** How far ahead of ours the responder's clock may be. */
  readonly skewSeconds: number
}

export interface OcspExpectations extends OcspFreshness {
  /** The certificate that was asked about, as it was named in the request. */
  readonly id: CertId
  /** The authority whose key signed that certificate. */
  readonly issuer: Certificate
  /** What was sent, or null where the request had no nonce. */
  readonly nonce: Uint8Array | null
  /** `required`: an answer without our nonce is a replay. `optional`: one without any is believed as far as it is fresh. */
  readonly noncePolicy: 'required' | 'optional'
  readonly at: Date
  /** Whether a delegated responder is trusted now (its path, its own revocation), and what that rests on. */
  readonly vouch: (responder: Certificate) => Promise<Decoded<readonly RevocationEvidence[]>>
}

/** A statement that is proven to come from the authority or its delegate, about the certificate asked for, now. */
export interface OcspStatement {
  readonly status: SingleStatus
  readonly producedAt: Date
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly responder: Responder
  /** What the trust in a delegated responder rests on. */
  readonly vouching: readonly RevocationEvidence[]
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Of the whole answer only the nonce is evaluated, of a single response nothing. */
function unknownCritical({ extensions, responses }: BasicResponse): string | null {
  const ofAnswer = [...extensions.values()].filter(({ id }) => id !== OCSP.nonce)
  const critical = [...ofAnswer, ...responses.flatMap((single) => [...single.extensions.values()])].find((extension) => extension.critical)
  return critical === undefined ? null : `a critical extension ${critical.id} of the answer is not understood`
}

function whyNotOurNonce({ extensions }: BasicResponse, { nonce, noncePolicy }: OcspExpectations): string | null {
  const found = extensions.get(OCSP.nonce)
  if (nonce === null) return null
  if (found === undefined) return noncePolicy === 'optional' ? null : 'the answer has no nonce'
  const given = decode(() => wholeElement(found.value, TAG.octetString, 'nonce').content)
  return given.ok && sameBytes(given.value, nonce) ? null : 'the answer has the nonce of another request'
}

function whyNotFresh(producedAt: Date, { thisUpdate, nextUpdate }: SingleResponse, { at, maxAgeSeconds, skewSeconds }: OcspExpectations): string | null {
  const now = seconds(at)
  if (seconds(thisUpdate) > now + skewSeconds || seconds(producedAt) > now + skewSeconds) return 'the answer is from the future'
  if (nextUpdate !== null && nextUpdate.getTime() < thisUpdate.getTime()) return 'the answer ends before it begins'
  if (nextUpdate !== null && now > seconds(nextUpdate)) return 'the answer is out of date: its next update is overdue'
  const age = now - Math.min(seconds(thisUpdate), seconds(producedAt))
  return age > maxAgeSeconds ? `the answer is older than ${maxAgeSeconds} seconds` : null
}

const severity = { revoked: 2, unknown: 1, good: 0 } as const

/** The gravest of several statements about one certificate: a good one beside it takes nothing back. */
const gravest = (responses: readonly SingleResponse[]): SingleResponse | undefined =>
  responses.toSorted((a, b) => severity[b.status.kind] - severity[a.status.kind])[0]

/**
 * Checks an answer as RFC 6960 §3.2 and §4.2.2 ask, and RFC 8954 for the nonce. A refusal says why and means that
 * nothing was learned. An attacker can have sent anything that is refused here.
 */
export async function checkOcspResponse(response: BasicResponse, expected: OcspExpectations): Promise<Decoded<OcspStatement>> {
  const refuse = (why: string): Decoded<OcspStatement> => ({ ok: false, why })
  const responder = findResponder(response, expected.issuer, expected.at)
  if (!responder.ok) return responder
  const notOurs = unknownCritical(response) ?? whyNotOurNonce(response, expected)
  if (notOurs !== null) return refuse(notOurs)
  const about = response.responses.filter(({ id }) => id !== null && sameCertId(id, expected.id))
  if (about.length === 0) return refuse('the answer is about another certificate')
  const timely = about.filter((single) => whyNotFresh(response.producedAt, single, expected) === null)
  const single = gravest(timely)
  const [first] = about
  if (single === undefined) return refuse((first === undefined ? null : whyNotFresh(response.producedAt, first, expected)) ?? 'the answer is not fresh')
  const vouched = responder.value.delegated ? await expected.vouch(responder.value.certificate) : { ok: true as const, value: [] }
  if (!vouched.ok) return refuse(`the responder is not trusted: ${vouched.why}`)
  const { status, thisUpdate, nextUpdate } = single
  return { ok: true, value: { status, producedAt: response.producedAt, thisUpdate, nextUpdate, responder: responder.value, vouching: vouched.value } }
}
