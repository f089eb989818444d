import type { Certificate } from '../certificate/certificate.ts'
import type { KeyUsageName } from '../certificate/extensions.ts'
import type { RevocationReason } from '../certificate-status.ts'
import type { TrustAnchor } from './trust-anchor.ts'

/** What a revocation answer rests on: enough to judge it again later. */
export interface RevocationEvidence {
  readonly kind: 'crl' | 'ocsp' | 'deliveryCentre'
  /** Where it came from, such as "CRL file crl-user.der". No personal data. */
  readonly source: string
  /** thisUpdate of a CRL, producedAt of an OCSP answer, asOf of the centre's. */
  readonly producedAt: Date
  readonly nextUpdate: Date | null
  /** SHA-256 of `raw`, lower-case hex. */
  readonly sha256: string
  /** The answer as received: DER, or JSON of the centre. */
  readonly raw: Uint8Array
}

export type RevocationAnswer =
  | { readonly status: 'good'; readonly evidence: readonly RevocationEvidence[] }
  | { readonly status: 'revoked'; readonly reason: RevocationReason; readonly at: Date; readonly evidence: readonly RevocationEvidence[] }
  /** There was data, but none that speaks for this certificate and may be believed. */
  | { readonly status: 'unknown'; readonly why: string }
  /** There was no data: no file, no network. */
  | { readonly status: 'unreachable'; readonly why: string }

/** One certificate of a path whose signatures and rules already hold. */
export interface RevocationQuestion {
  readonly certificate: Certificate
  /** The certificate whose key signed `certificate`: the next one of the path, or the anchor's. */
  readonly issuer: Certificate
  /** Whoever signs revocation data must lead to this same anchor (RFC 5280 §6.3.3 f). */
  readonly anchor: TrustAnchor
  /** The time for which the answer is asked. */
  readonly at: Date
  /** Certificates that may help to reach the anchor. */
  readonly intermediates: readonly Certificate[]
  /**
   * Validates a signer of revocation data (a CRL key of its own, an OCSP responder) up to the same anchor, its own
   * revocation included. A signer whose status hangs on itself is refused.
   */
  validateSigner(signer: Certificate, demands: SignerDemands): Promise<PathVerdict>
}

export interface SignerDemands {
  readonly keyUsage: KeyUsageName | null
  /** Object identifier that its extended key usage must name, such as id-kp-OCSPSigning. */
  readonly keyPurpose: string | null
  /** 'waived' for a responder with id-pkix-ocsp-nocheck only (RFC 6960 §4.2.2.2.1); its issuers are still checked. */
  readonly ownRevocation: 'checked' | 'waived'
  /** Further certificates that came with the data. */
  readonly intermediates: readonly Certificate[]
}

/** Port: CRLs and OCSP both answer this. Never rejects. */
export interface RevocationCheck {
  check(question: RevocationQuestion): Promise<RevocationAnswer>
}

/** Why a path is refused. Stable: shown by commands, kept in evidence. */
export type PathFault =
  /** No chain of names and keys leads to an anchor. */
  | 'noPath'
  /** The work allowed for one validation was used up: hostile or very odd input. */
  | 'workLimit'
  | 'badSignature'
  /** Algorithm, hash, curve or key size is outside the limits. */
  | 'algorithmRefused'
  | 'notYetValid'
  | 'expired'
  | 'anchorPeriod'
  | 'anchorUnfit'
  | 'notAuthority'
  | 'pathTooLong'
  | 'keyUsage'
  | 'keyPurpose'
  | 'unknownCriticalExtension'
  | 'nameConstraints'
  | 'policyMapping'
  | 'policyRequired'
  | 'revoked'
  | 'revocationUnknown'
  | 'revocationUnreachable'

/** One certificate of a path with what was learnt about it. */
export interface PathStep {
  readonly certificate: Certificate
  /** Null where revocation was not asked for ('none') or waived. */
  readonly revocation: Extract<RevocationAnswer, { readonly status: 'good' }> | null
}

export interface ValidPath {
  readonly outcome: 'valid'
  readonly anchor: TrustAnchor
  /** From the certificate that the anchor signed to the target. The anchor itself is not in it (RFC 5280 §6.1). */
  readonly steps: readonly PathStep[]
  /** user-constrained-policy-set: object identifiers in the anchor's domain; anyPolicy where every policy holds. */
  readonly policies: readonly string[]
}

export interface InvalidPath {
  readonly outcome: 'invalid'
  readonly fault: PathFault
  /** 0 is the target, 1 its issuer and so on; null where no certificate in particular is to blame. */
  readonly place: number | null
  /** One sentence without personal data. */
  readonly why: string
  /** Where `fault` is 'revoked'. */
  readonly revoked: Extract<RevocationAnswer, { readonly status: 'revoked' }> | null
}

export type PathVerdict = ValidPath | InvalidPath
