/** Revocation reasons of RFC 5280 §5.3.1 as the JPKI status service names them (reference counter-procedures §C). */
export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'caCompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'privilegeWithdrawn'
  | 'aaCompromise'

/** One answer about a certificate of the path, or about who signed such an answer, as it came. */
export interface KeptAnswer {
  readonly kind: 'crl' | 'ocsp' | 'deliveryCentre'
  readonly source: string
  /** Who signed it: RFC 4514 text of the name, or "key" and the hash of the key; null where nobody did. */
  readonly responder: string | null
  /** thisUpdate of a CRL, producedAt of an OCSP answer, asOf of the centre's. */
  readonly producedAt: Date
  readonly nextUpdate: Date | null
  /** SHA-256 of the answer as received, lower-case hex. */
  readonly sha256: string
  /** The answer as received, base64; null where it is too large to be kept with a request (a list of a big city). */
  readonly raw: string | null
}

/** What is needed to come to the same verdict again, years later and without the source. */
export interface KeptProof {
  /** X.509 DER, base64: the certificate in the card, then its issuers up to the one that the anchor certified. */
  readonly path: readonly string[]
  /** SHA-256 of the anchor's certificate, lower-case hex; null with the evidence of a revocation. */
  readonly anchorSha256: string | null
  readonly answers: readonly KeptAnswer[]
}

/** What the answer rests on; kept with the request. */
export interface StatusEvidence {
  /** Where revocation was looked up, such as "CRL file crl-user.der". No personal data. */
  readonly source: string
  /** thisUpdate of the CRL or producedAt of the OCSP answer, UTC. */
  readonly producedAt: Date | null
  /** SHA-256 of the raw CRL or OCSP answer, lower-case hex. */
  readonly sha256: string | null
  readonly checkedAt: Date
  /** Checked again by `verifyEvidence` (evidence/verify-evidence.ts). Absent where a check left none. */
  readonly proof?: KeptProof
}

export type CertificateVerdict =
  | { readonly status: 'good'; readonly notAfter: Date; readonly evidence: StatusEvidence }
  | { readonly status: 'expired'; readonly notAfter: Date }
  | { readonly status: 'notYetValid'; readonly notBefore: Date }
  | { readonly status: 'revoked'; readonly reason: RevocationReason; readonly at: Date; readonly evidence: StatusEvidence }
  /** The source answered, but does not know or is not fresh enough to be believed. */
  | { readonly status: 'unknown'; readonly why: string }
  | { readonly status: 'unreachable'; readonly why: string }
  | { readonly status: 'untrusted'; readonly why: string }
  | { readonly status: 'malformed'; readonly why: string }

/** Port: validity of the certificate in a card. Only `good` lets a procedure go on. Never rejects. */
export interface CertificateStatus {
  readonly description: string
  check(certificateDer: Uint8Array, at: Date): Promise<CertificateVerdict>
  /** For device lights and the doctor: whether a check could be answered now. */
  readiness(): Promise<{ readonly ready: boolean; readonly why: string }>
}

/** Issuer and serial of a certificate: the 発行番号 that ties a card to a resident. */
export interface CertificateIdentity {
  /** RFC 4514 text of the issuer's distinguished name, as `certificateIdentity` writes it. */
  readonly issuer: string
  /** AuthorityKeyIdentifier, lower-case hex: all generations of the CA have one DN (reference card.md §6). */
  readonly issuerKeyIdentifier: string
  /** Serial number, lower-case hex without leading zeros. */
  readonly serial: string
}
