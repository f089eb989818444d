import type { Certificate } from '../certificate/certificate.ts'
import { sameName } from '../certificate/distinguished-name.ts'
import { checkSignature } from '../certificate/signature.ts'
import type { Decoded } from '../der/der-reader.ts'

/** Whole seconds, both ends inclusive (RFC 5280 §4.1.2.5). */
export const hasStarted = ({ notBefore }: Certificate, at: Date): boolean => Math.floor(at.getTime() / 1000) >= notBefore.getTime() / 1000
export const hasEnded = ({ notAfter }: Certificate, at: Date): boolean => Math.floor(at.getTime() / 1000) > notAfter.getTime() / 1000

/** Why a configured certificate can't be an anchor, or null. Its self-signature proves nothing and is not asked for. */
export function whyNotAnchor(certificate: Certificate): string | null {
  const { version, basicConstraints, keyUsage, unknownCriticalExtensions } = certificate
  if (version !== 3 || basicConstraints?.cA !== true) return 'it is not the certificate of an authority'
  if (keyUsage?.keyCertSign !== true) return 'its key may not sign certificates'
  const [unknown] = unknownCriticalExtensions
  return unknown === undefined ? null : `its critical extension ${unknown} is not understood`
}

/**
 * The anchor whose key signed `certificate`. All generations of JPKI have one name (reference card.md §6), so the
 * name finds candidates, the key identifiers narrow them down, and only the signature decides.
 * The anchor must be within its own period at `at`: an authority that has ended vouches for nobody.
 */
export function findIssuer(certificate: Certificate, anchors: readonly Certificate[], at: Date): Decoded<Certificate> {
  const named = anchors.filter(({ subject }) => sameName(subject, certificate.issuer))
  if (named.length === 0) return { ok: false, why: 'no trust anchor has the name of the issuer' }
  const wanted = certificate.authorityKeyIdentifier
  const keyed = named.filter(({ subjectKeyIdentifier: own }) => wanted === null || own === null || own === wanted)
  if (keyed.length === 0) return { ok: false, why: 'no trust anchor of that name has the key of the issuer' }
  const current = keyed.filter((anchor) => hasStarted(anchor, at) && !hasEnded(anchor, at))
  if (current.length === 0) return { ok: false, why: 'the trust anchor is outside its own period' }
  const checks = current.map((anchor) => ({ anchor, signature: checkSignature(certificate, anchor.publicKeyInfo) }))
  const signer = checks.find(({ signature }) => signature.ok)
  if (signer !== undefined) return { ok: true, value: signer.anchor }
  const first = checks.find(({ signature }) => !signature.ok)?.signature
  return { ok: false, why: first?.ok === false ? first.why : 'the signature does not hold' }
}
