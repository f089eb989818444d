import type { CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { Certificate } from '../certificate/certificate.ts'
import type { KeyUsageName } from '../certificate/extensions.ts'

interface KindRules {
  /** Bits that key usage must have (reference card.md §6). */
  readonly keyUsage: readonly KeyUsageName[]
  /** Purposes of which one must be allowed where there is an extended key usage; JPKI's certificates have none. */
  readonly purposes: readonly string[]
  readonly missingUsage: string
}

const anyPurpose = '2.5.29.37.0'
const clientAuthentication = '1.3.6.1.5.5.7.3.2'
const emailProtection = '1.3.6.1.5.5.7.3.4'
/** id-kp-documentSigning (RFC 9336). */
const documentSigning = '1.3.6.1.5.5.7.3.36'

const rules: Readonly<Record<CertificateKind, KindRules>> = {
  userAuthentication: { keyUsage: ['digitalSignature'], purposes: [clientAuthentication], missingUsage: 'its key may not sign challenges' },
  signature: { keyUsage: ['digitalSignature', 'nonRepudiation'], purposes: [documentSigning, emailProtection], missingUsage: 'its key may not sign documents' },
}

/** Why a certificate can't be the 利用者証明用 or 署名用電子証明書 of a card, or null where it can. */
export function whyNotOfKind(certificate: Certificate, kind: CertificateKind): string | null {
  const { version, keyUsage, extendedKeyUsage, basicConstraints } = certificate
  if (version !== 3) return 'it is not a version 3 certificate'
  if (basicConstraints?.cA === true) return 'it is the certificate of an authority'
  const wanted = rules[kind]
  if (keyUsage === null || wanted.keyUsage.some((bit) => !keyUsage[bit])) return wanted.missingUsage
  const allowed = extendedKeyUsage === null || [...wanted.purposes, anyPurpose].some((purpose) => extendedKeyUsage.includes(purpose))
  return allowed ? null : 'its extended key usage excludes what it is for'
}
