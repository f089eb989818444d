import { createHash } from 'node:crypto'
import type { Certificate } from '../../certificate/certificate.ts'
import { sameName } from '../../certificate/distinguished-name.ts'
import { checkSignature } from '../../certificate/signature.ts'
import { sameBytes, type Decoded } from '../../der/der-reader.ts'
import { hasEnded, hasStarted } from '../../certificate/period.ts'
import type { BasicResponse, ResponderId } from '../message/basic-response.ts'
import { publicKeyBits } from '../message/cert-id.ts'
import { OCSP } from '../message/identifiers.ts'

/** Who signed an answer: the authority itself, or somebody it delegated to. */
export interface Responder {
  readonly certificate: Certificate
  readonly delegated: boolean
}

function isNamedBy(id: ResponderId, { subject, publicKeyInfo }: Certificate): boolean {
  if (id.kind === 'name') return sameName(id.name, subject)
  return sameBytes(id.hash, createHash('sha1').update(publicKeyBits(publicKeyInfo)).digest())
}

/** Why the authority `issuer` did not authorise `responder` to answer for it (RFC 6960 §4.2.2.2), or null. */
function whyNotDelegated(responder: Certificate, issuer: Certificate, at: Date): string | null {
  if (!sameName(responder.issuer, issuer.subject)) return 'the responder was not certified by the issuer of the certificate'
  // Authorities may share a name (all generations of JPKI do); only the key that signed the certificate may delegate.
  if (!checkSignature(responder, issuer.publicKeyInfo).ok) return "the responder was not certified by the issuer's key"
  if (responder.extendedKeyUsage?.includes(OCSP.signingPurpose) !== true) return 'the responder may not sign OCSP responses'
  if (responder.keyUsage !== null && !responder.keyUsage.digitalSignature) return "the responder's key may not sign"
  if (!hasStarted(responder, at)) return "the responder's certificate is not valid yet"
  return hasEnded(responder, at) ? "the responder's certificate has expired" : null
}

/**
 * The signer of `response`, proven by its signature, among the authority `issuer` and the certificates that came along.
 * A delegated responder still has to be vouched for: its path and its own revocation are not looked at here.
 */
export function findResponder(response: BasicResponse, issuer: Certificate, at: Date): Decoded<Responder> {
  const refusals: string[] = []
  // The authority's own certificate need not come along (§4.2.1), and its keyUsage may name certificates and lists alone.
  const candidates = [{ certificate: issuer, delegated: false }, ...response.certificates.map((certificate) => ({ certificate, delegated: true }))]
  for (const candidate of candidates) {
    const { certificate, delegated } = candidate
    if (!isNamedBy(response.responderId, certificate)) continue
    const unauthorised = delegated ? whyNotDelegated(certificate, issuer, at) : null
    const signature = unauthorised === null ? checkSignature(response, certificate.publicKeyInfo) : null
    if (signature?.ok === true) return { ok: true, value: candidate }
    refusals.push(unauthorised ?? (signature?.ok === false ? signature.why : ''))
  }
  // The authority sent along again says less about the trouble than the refusal of the one that signed.
  return { ok: false, why: refusals.at(-1) ?? 'nobody known is the responder' }
}
