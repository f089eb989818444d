/** Object identifiers of RFC 6960 §4. */
export const OCSP = {
  /** id-pkix-ocsp-basic: the one type of answer this module reads. */
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  noCheck: '1.3.6.1.5.5.7.48.1.5',
  /** id-kp-OCSPSigning. */
  signingPurpose: '1.3.6.1.5.5.7.3.9',
} as const

/** Hash functions of a CertID by object identifier. SHA-1 only names things here; it proves nothing. */
export const certIdHashes = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const
export type CertIdHash = keyof typeof certIdHashes
