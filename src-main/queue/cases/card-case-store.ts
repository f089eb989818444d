import type { CardCaseFacts, CardCaseKind, CardCaseState, CaseRefusalReason, FailureCode, SeenCard } from '../../../src-preload/contract.ts'
import type { Result } from '../../failures/result.ts'
import type { IssuerWork } from '../../issuer/issuer-terminal.ts'

/** One order to the issuer's terminal. `begun` is left by the terminal's answer or, after a crash, by `recover`. */
export interface CaseOrder {
  /** 128 random bits, lower-case hex; kept for every repetition. */
  readonly orderId: string
  readonly work: IssuerWork
  readonly state: 'pending' | 'begun' | 'done' | 'uncertain'
  /** The answer to an earlier attempt was lost. */
  readonly doubtful: boolean
}

/** A stored case without personal data. */
export interface StoredCase {
  readonly caseId: string
  /** UUIDv7. */
  readonly rowId: string
  /** 受付番号 of the day: K-001. */
  readonly number: string
  readonly openedAt: Date
  readonly kind: CardCaseKind
  readonly state: CardCaseState
  /** Counts every change; compare-and-set is on it. */
  readonly version: number
  readonly inquiry: { readonly postedOn: string; readonly dueOn: string; readonly receivedOn: string | null; readonly accepted: boolean | null } | null
  readonly secondPerson: string | null
  readonly orders: readonly CaseOrder[]
  readonly failure: FailureCode | null
  /** Whether a new certificate has to be made known to the registry. */
  readonly link: 'none' | 'outstanding' | 'linked'
}

/** Sealed at rest. The resident's name is in the registry, not here. */
export interface CasePersonalData {
  /** 宛名番号. */
  readonly residentId: string
  /** Null until the clerk recorded some. `day`: when they were taken down, ISO. */
  readonly facts: { readonly day: string; readonly facts: CardCaseFacts } | null
  readonly card: SeenCard | null
  /** Serial number of the 利用者証明用 certificate that this case had issued, lower-case hex. */
  readonly issuedSerial: string | null
}

export interface CaseHistoryEntry {
  readonly at: Date
  readonly state: CardCaseState
  readonly actor: string
  readonly change: string
  readonly reason: string | null
}

/** What moves a case on; `actor` is an account id or "resident" or "kiosk". */
export type CardCaseChange =
  | { readonly kind: 'recordFacts'; readonly day: string; readonly facts: CardCaseFacts }
  | { readonly kind: 'seeCard'; readonly card: SeenCard }
  | { readonly kind: 'postInquiry'; readonly postedOn: string; readonly dueOn: string }
  | { readonly kind: 'receiveAnswer'; readonly receivedOn: string; readonly accepted: boolean }
  | { readonly kind: 'confirm'; readonly secondPerson: string }
  | { readonly kind: 'makeReady' }
  /** A rule is not kept any more (another day, an older document). */
  | { readonly kind: 'reopen' }
  /** `orders`: new ones, for a case none of whose orders was begun; else null, and those left go on. */
  | { readonly kind: 'begin'; readonly orders: readonly { readonly orderId: string; readonly work: IssuerWork }[] | null }
  | { readonly kind: 'takeBack'; readonly failure: FailureCode | null }
  | { readonly kind: 'beginOrder'; readonly orderId: string }
  /** `issuedSerial`: of a new 利用者証明用 certificate, which the registry must learn of; sealed. */
  | { readonly kind: 'orderDone'; readonly orderId: string; readonly issuedSerial: string | null }
  /** The terminal says that nothing was changed. */
  | { readonly kind: 'orderRefused'; readonly orderId: string; readonly failure: FailureCode }
  /** Nobody could be asked: nothing was changed by this attempt. */
  | { readonly kind: 'orderNotSent'; readonly orderId: string; readonly failure: FailureCode }
  | { readonly kind: 'orderUncertain'; readonly orderId: string; readonly failure: FailureCode }
  | { readonly kind: 'linked' }
  | { readonly kind: 'linkFailed'; readonly failure: FailureCode }
  | { readonly kind: 'refuse'; readonly reason: CaseRefusalReason; readonly note: string }
  | { readonly kind: 'withdraw'; readonly note: string }
  /** Nobody came back within the retention time. */
  | { readonly kind: 'abandon' }

/**
 * Port: durable card cases. Business row, history, sealed parts, audit and outbox rows commit in one transaction
 * before a method returns. Failures: STORE-*, CASE-NOT-FOUND, CASE-STATE (another change came first, or the change
 * does not fit the state).
 */
export interface CardCaseStore {
  /** CASE-STATE when the id is taken. */
  open(newCase: { readonly caseId: string; readonly kind: CardCaseKind; readonly residentId: string }, actor: string): Result<StoredCase>
  get(caseId: string): Result<StoredCase>
  /** Unfinished cases, those finished today, and those whose certificate still has to be linked; oldest first. */
  list(): Result<readonly StoredCase[]>
  history(caseId: string): Result<readonly CaseHistoryEntry[]>
  openPersonal(caseId: string): Result<CasePersonalData>
  change(expected: Pick<StoredCase, 'caseId' | 'version'>, change: CardCaseChange, actor: string): Result<StoredCase>
  /**
   * At start: a case that was at the card goes back to `ready` when no order had been sent, else to `uncertain`.
   * Returns how many there were.
   */
  recover(): Result<number>
  subscribe(listener: () => void): () => void
}
