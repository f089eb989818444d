import { fail, ok, type Result } from '../failures/result.ts'
import { parseCertificate } from './certificate/certificate.ts'
import type { CurveName, HashName } from './certificate/keys/algorithm-limits.ts'
import { publicKey, type PublicKey } from './certificate/keys/public-key.ts'
import type { SignatureScheme } from './certificate/keys/signature-scheme.ts'
import { signatureHolds } from './certificate/signature.ts'

/** The hash that is as strong as the curve; the coming cards sign with P-384 and SHA-384 (reference card.md §6). */
const hashOfCurve: Readonly<Record<CurveName, HashName>> = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' }

/** How a card with such a key signs a challenge: today's by RSASSA-PKCS1-v1_5 with SHA-256. */
function schemeOfCard({ kind, curve }: PublicKey): SignatureScheme | null {
  if (kind === 'rsa') return { kind, hash: 'sha256', pssSaltOctets: null }
  return curve === null ? null : { kind, hash: hashOfCurve[curve], pssSaltOctets: null }
}

/**
 * Whether the key of the certificate (X.509 DER) signed `message`: RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA (DER) with
 * the hash of its curve, within `productionLimits`. Only this proves that the card is there; its certificate can be
 * read and copied by anyone.
 * CARD-NOT-GENUINE where it does not hold; CERT-MALFORMED where the certificate can't be read.
 */
export function verifyChallenge(certificateDer: Uint8Array, message: Uint8Array, signature: Uint8Array): Result<void> {
  const certificate = parseCertificate(certificateDer)
  if (!certificate.ok) return fail('CERT-MALFORMED', certificate.why)
  const key = publicKey(certificate.value.publicKeyInfo)
  if (!key.ok) return fail('CARD-NOT-GENUINE', key.why)
  const scheme = schemeOfCard(key.value)
  if (scheme === null) return fail('CARD-NOT-GENUINE', 'no card signs with such a key')
  return signatureHolds(scheme, message, key.value, signature)
    ? ok()
    : fail('CARD-NOT-GENUINE', 'the signature over the challenge does not hold')
}
