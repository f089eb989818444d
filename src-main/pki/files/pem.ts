import type { Decoded } from '../der/der-reader.ts'

/** First octet of every certificate and revocation list in DER; no text begins with the character '0' it would be. */
const sequenceTag = 0x30

/**
 * DER of a file that holds one object, as DER or as PEM (RFC 7468) with `label`, such as 'CERTIFICATE' or 'X509 CRL'.
 * Two objects in one file are refused: one of them would be overlooked.
 */
export function derFromFile(bytes: Uint8Array, label: string): Decoded<Uint8Array> {
  if (bytes[0] === sequenceTag) return { ok: true, value: bytes }
  const [, base64, ...more] = Buffer.from(bytes).toString('latin1').split(`-----BEGIN ${label}-----`)
  if (base64 === undefined) return { ok: false, why: `neither DER nor PEM with the label ${label}` }
  if (more.length > 0) return { ok: false, why: `more than one ${label}` }
  const [body = '', end] = base64.split(`-----END ${label}-----`)
  if (end === undefined || !/^[A-Za-z0-9+/=\s]+$/.test(body)) return { ok: false, why: `PEM of ${label} is broken` }
  return { ok: true, value: Buffer.from(body, 'base64') }
}
