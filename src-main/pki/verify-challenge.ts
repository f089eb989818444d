import { fail, ok, type Result } from '../failures/result.ts'
import { parseCertificate } from './certificate/certificate.ts'
import { rsaPublicKey } from './certificate/rsa-public-key.ts'
import { rsaSignatureHolds } from './certificate/signature.ts'

/**
 * Whether the key of the certificate (X.509 DER) signed `message`: RSASSA-PKCS1-v1_5 with SHA-256, RSA of at least
 * 2048 bits. Only this proves that the card is there; its certificate can be read and copied by anyone.
 * CARD-NOT-GENUINE where it does not hold; CERT-MALFORMED where the certificate can't be read.
 */
export function verifyChallenge(certificateDer: Uint8Array, message: Uint8Array, signature: Uint8Array): Result<void> {
  const certificate = parseCertificate(certificateDer)
  if (!certificate.ok) return fail('CERT-MALFORMED', certificate.why)
  const key = rsaPublicKey(certificate.value.publicKeyInfo)
  if (!key.ok) return fail('CARD-NOT-GENUINE', key.why)
  return rsaSignatureHolds('sha256', message, key.value, signature)
    ? ok()
    : fail('CARD-NOT-GENUINE', 'the signature over the challenge does not hold')
}
