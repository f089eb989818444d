import type { CertificateIdentity } from '../pki/certificate-status.ts'
import type { Result } from '../failures/result.ts'
import type { Household, IssuanceBlock } from './resident.ts'

export interface ApplicantRecord {
  readonly residentId: string
  readonly household: Household
  /** Blocks of the applicant or of any member that bars this household's copies; empty when issuance is allowed. */
  readonly blocks: readonly { readonly residentId: string; readonly block: IssuanceBlock }[]
}

export interface NumbersWanted {
  readonly individualNumber: boolean
  readonly residentRecordCode: boolean
}

/**
 * Port: the municipality's resident records (住民基本台帳), read-only. Always read anew; nothing is cached.
 * Failures: RESIDENT-NOT-FOUND, RESIDENT-INCOMPLETE (a row with missing or impossible fields; nothing is
 * guessed), REGISTRY-UNAVAILABLE.
 */
export interface ResidentRegistry {
  readonly description: string
  /** `today` is the local date of the check (15歳未満, 転入当日). Numbers are never included here. */
  findByCertificate(certificate: CertificateIdentity, today: Date): Promise<Result<ApplicantRecord>>
  /** For printing: the household as recorded now, with numbers only where wanted. */
  readForIssue(residentId: string, numbers: NumbersWanted, today: Date): Promise<Result<ApplicantRecord>>
  readiness(): Promise<{ readonly ready: boolean; readonly why: string }>
  close(): void
}
