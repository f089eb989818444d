import type { Result } from '../failures/result.ts'
import type { CertificateIdentity } from '../pki/certificate-status.ts'
import type { Resident } from './resident.ts'

/** Somebody found by name; enough to tell people apart at the counter, no more. */
export interface ResidentSummary {
  readonly residentId: string
  readonly name: string
  readonly kana: string | null
  /** ISO, unknown parts as "??". */
  readonly birthDate: string
  /** Null where it is protected (支援措置) or not recorded. */
  readonly address: string | null
}

/** One person of the register and what else a clerk's work on the card needs. */
export interface HolderRecord {
  readonly resident: Resident
  /** 住所 */
  readonly address: string
  /** 支援措置 */
  readonly protected: boolean
  /** Names of the others in the household; empty for somebody who left it. */
  readonly householdNames: readonly string[]
}

/** Most hits of one search; who looks for more than these does not know whom. */
export const maxHits = 20

/**
 * Port: looking people up for a clerk, and telling the register about a new certificate. Always read anew.
 * Failures: RESIDENT-NOT-FOUND, RESIDENT-INCOMPLETE, REGISTRY-UNAVAILABLE, REGISTRY-READ-ONLY (linkCertificate).
 */
export interface ResidentDirectory {
  /** Whose name, 通称, 旧氏 or kana begins with `text` (spaces, variants and kind of kana apart) and whose birth date may be `birthDate` (ISO). */
  search(text: string, birthDate: string): Promise<Result<{ readonly hits: readonly ResidentSummary[]; readonly more: boolean }>>
  /** `today`: local date of the question. */
  holder(residentId: string, today: Date): Promise<Result<HolderRecord>>
  certificatesOf(residentId: string): Promise<Result<readonly CertificateIdentity[]>>
  /** Done already: nothing. RESIDENT-CHANGED when the certificate is somebody else's. */
  linkCertificate(residentId: string, certificate: CertificateIdentity): Promise<Result<void>>
}
