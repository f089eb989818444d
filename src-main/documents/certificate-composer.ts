import type { Result } from '../failures/result.ts'
import type { Household } from '../residents/resident.ts'
import type { CertificateOrder, IssueContext, RenderedCertificate } from './certificate-order.ts'

/**
 * Port: sets a certificate on paper. Failures: DOCUMENT-MISSING-GLYPH (detail: "U+XXXX" only),
 * DOCUMENT-TOO-LONG, DOCUMENT-INVALID-INPUT (a person of the order is not in the household, …),
 * DOCUMENT-MISMATCH (the finished PDF does not carry the order's request and subject).
 */
export interface CertificateComposer {
  compose(household: Household, order: CertificateOrder, context: IssueContext): Promise<Result<RenderedCertificate>>
  /** Fonts found, for the doctor. */
  readonly description: string
}

/** Port: the binding read out of a finished PDF, for the last check before the printer. */
export type ReadBinding = (pdf: Uint8Array) => Promise<Result<RenderedCertificate['boundTo']>>
