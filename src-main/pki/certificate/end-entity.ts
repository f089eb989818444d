import type { Certificate } from './certificate.ts'

const clientAuthentication = '1.3.6.1.5.5.7.3.2'
const anyExtendedKeyUsage = '2.5.29.37.0'

/** Why a certificate may not authenticate the holder of a card, or null where it may (reference card.md §6). */
export function whyNotForAuthentication(certificate: Certificate): string | null {
  const { version, keyUsage, extendedKeyUsage, basicConstraints, unknownCriticalExtensions } = certificate
  if (version !== 3) return 'it is not a version 3 certificate'
  const [unknown] = unknownCriticalExtensions
  if (unknown !== undefined) return `its critical extension ${unknown} is not understood`
  if (basicConstraints?.cA === true) return 'it is the certificate of an authority'
  if (keyUsage?.digitalSignature !== true) return 'its key may not sign challenges'
  const purposeAllows = extendedKeyUsage === null || extendedKeyUsage.includes(clientAuthentication) || extendedKeyUsage.includes(anyExtendedKeyUsage)
  return purposeAllows ? null : 'its extended key usage excludes authentication'
}
