import type {
  Extent,
  FailureCode,
  IndividualNumberPurpose,
  Language,
  RecordOption,
  ReissueReason,
  RequestState,
  Service,
  VoidReason,
} from '../../src-preload/contract.ts'
import type { SubjectDigest } from '../documents/subject.ts'
import type { Result } from '../failures/result.ts'
import type { StatusEvidence } from '../pki/certificate-status.ts'

/** Sealed at rest; opened only to show one request to a clerk or to print it. */
export interface RequestPersonalData {
  readonly applicantResidentId: string
  readonly applicantName: string
  /** Persons on the paper, in record order. */
  readonly residentIds: readonly string[]
  readonly memberNames: readonly string[]
  readonly purpose: IndividualNumberPurpose | null
  readonly evidence: StatusEvidence
  readonly certificateValidUntil: string
}

export interface NewRequest {
  /** 128 random bits, lower-case hex. */
  readonly requestId: string
  readonly service: Service
  readonly extent: Extent
  /** What the resident spoke to the terminal; the slips are in it. */
  readonly language: Language
  readonly include: readonly RecordOption[]
  readonly copies: number
  readonly fee: number
  readonly subjectDigest: SubjectDigest
  readonly personal: RequestPersonalData
  /** The resident's session, for the audit log only. */
  readonly sessionId?: string
}

/** A stored request without personal data. */
export interface StoredRequest {
  readonly requestId: string
  /** UUIDv7. */
  readonly rowId: string
  /** 受付番号 of the day. */
  readonly number: string
  /** Gapless per-terminal sequence that certificate numbers are made of. */
  readonly sequence: number
  readonly receivedAt: Date
  readonly service: Service
  readonly extent: Extent
  /** What the resident spoke to the terminal; the slips are in it. */
  readonly language: Language
  readonly include: readonly RecordOption[]
  readonly copies: number
  readonly fee: number
  readonly subjectDigest: SubjectDigest
  readonly state: RequestState
  readonly slip: 'pending' | 'printed' | 'failed'
  readonly reissues: number
  readonly failure: FailureCode | null
  readonly receivedYen: number | null
  /** Counts every change; compare-and-set is on it and on the state. */
  readonly version: number
  /** The print job under way or last done: unguessable, new for every attempt. */
  readonly jobId: string | null
  readonly certificateNumbers: readonly string[]
}

export interface HistoryEntry {
  readonly at: Date
  readonly state: RequestState
  readonly actor: string
  readonly reason: string | null
}

/** What moves a request on; `actor` is an account id or "resident" or "kiosk". */
export type RequestChange =
  | { readonly kind: 'beginPrint'; readonly jobId: string; readonly certificateNumbers: readonly string[] }
  | { readonly kind: 'printed'; readonly jobId: string }
  /** Nothing came out: back to where it was before the attempt. */
  | { readonly kind: 'printFailed'; readonly jobId: string; readonly failure: FailureCode }
  | { readonly kind: 'printUncertain'; readonly jobId: string; readonly failure: FailureCode }
  | { readonly kind: 'resolveUncertain'; readonly paperCameOut: boolean }
  | { readonly kind: 'pay'; readonly receivedYen: number }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'void'; readonly reason: VoidReason; readonly note: string }
  /** From printed, paid or handedOver: prints again, marked 再発行. */
  | {
      readonly kind: 'beginReissue'
      readonly jobId: string
      readonly certificateNumbers: readonly string[]
      readonly reason: ReissueReason
      readonly note: string
    }
  | { readonly kind: 'slipPrinted' }
  | { readonly kind: 'slipFailed'; readonly failure: FailureCode }

/**
 * Port: durable requests. Business row, history row, outbox row and audit row commit in one transaction
 * (synchronous=FULL) before a method returns. Synchronous on purpose: better-sqlite3 has no awaits that
 * could interleave. Failures: STORE-*, REQUEST-NOT-FOUND, REQUEST-STATE (lost the compare-and-set, or the
 * change does not fit the state), REQUEST-TOO-MANY (back-pressure).
 */
export interface RequestQueue {
  enqueue(request: NewRequest): Result<StoredRequest>
  get(requestId: string): Result<StoredRequest>
  /** Unfinished requests and those finished today, oldest first. */
  list(): Result<readonly StoredRequest[]>
  history(requestId: string): Result<readonly HistoryEntry[]>
  openPersonal(requestId: string): Result<RequestPersonalData>
  /** Compare-and-set on `expected.version` and `expected.state`. */
  change(expected: Pick<StoredRequest, 'requestId' | 'version' | 'state'>, change: RequestChange, actor: string): Result<StoredRequest>
  /** At start: whatever was `printing` becomes `uncertain`. Returns how many. */
  recover(): Result<number>
  subscribe(listener: () => void): () => void
}
