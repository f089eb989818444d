import { z } from 'zod'

/**
 * The message between a terminal and the adapter in front of 証明書交付センター.
 *
 * The centre's real interface is not public: municipalities reach it over LGWAN under a contract. This file is a
 * message of our own for a small adapter that the municipality or its vendor runs beside the centre's client; it is
 * the whole of what this side knows. HTTPS, TLS 1.2 or later, both sides show a certificate (mutual TLS), POST with
 * `application/json`, UTF-8, no redirects, at most 16 KiB either way.
 *
 * - The terminal asks with a `requestId` of 128 random bits. The answer must repeat it and the certificate's digest:
 *   an answer to another question, or about another certificate, is refused.
 * - `asOf` is the time of the revocation data behind the answer, not of the answer; how old it may be is configured.
 * - `unknown` is for a certificate the centre does not know, and is never good. Trouble of the centre is an HTTP
 *   status other than 200, and is "unreachable".
 * - Unlike a CRL or an OCSP answer, this one carries no signature: TLS alone vouches for it, while it is fetched.
 */
export const messageVersion = 1
export const contentType = 'application/json'
export const maxMessageOctets = 16_384

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const requestId = z.string().regex(/^[0-9a-f]{32}$/)
const instant = z.iso.datetime().transform((text) => new Date(text))

export const centreRequestSchema = z.strictObject({
  version: z.literal(messageVersion),
  requestId,
  /** The certificate in the card, X.509 DER, base64. */
  certificate: z.base64(),
  /** The certificate of its issuer, for the same reason as in OCSP: several authorities have one name. */
  issuerCertificateSha256: sha256Hex,
})
export type CentreRequest = z.infer<typeof centreRequestSchema>

const head = {
  version: z.literal(messageVersion),
  requestId,
  /** SHA-256 of the certificate asked about, DER. */
  certificateSha256: sha256Hex,
  /** UTC. */
  asOf: instant,
}

const reason = z.enum([
  'unspecified',
  'keyCompromise',
  'caCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aaCompromise',
])

export const centreAnswerSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...head, status: z.literal('good') }),
  z.strictObject({ ...head, status: z.literal('revoked'), reason, revokedAt: instant }),
  z.strictObject({ ...head, status: z.literal('unknown') }),
])
export type CentreAnswer = z.infer<typeof centreAnswerSchema>
