import { fail, ok, type Result } from '../failures/result.ts'
import type { CertificateIdentity } from './certificate-status.ts'
import { parseCertificate } from './certificate/certificate.ts'
import { nameAsText } from './certificate/distinguished-name.ts'
import { toHex } from './der/der-reader.ts'

/**
 * Issuer, issuer's key and serial number of a certificate (X.509 DER): the 発行番号 that ties a card to a resident.
 * It is only what the bytes claim: use it after `CertificateStatus.check` said `good`.
 * Fails with CERT-MALFORMED; a certificate without an authority key identifier or with a serial number that is not
 * positive is malformed too, because all generations of the CA share one name (reference card.md §6).
 */
export function certificateIdentity(der: Uint8Array): Result<CertificateIdentity> {
  const parsed = parseCertificate(der)
  if (!parsed.ok) return fail('CERT-MALFORMED', parsed.why)
  const { issuer, authorityKeyIdentifier, serial } = parsed.value
  if (authorityKeyIdentifier === null) return fail('CERT-MALFORMED', 'certificate has no authority key identifier')
  const digits = toHex(serial).replace(/^0+/, '')
  if (digits === '' || (serial[0] ?? 0) >= 0x80) return fail('CERT-MALFORMED', 'serialNumber is not positive')
  return ok({ issuer: nameAsText(issuer), issuerKeyIdentifier: authorityKeyIdentifier, serial: digits })
}
