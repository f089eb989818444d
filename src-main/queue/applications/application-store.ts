import type {
  ApplicationFacts,
  ApplicationKind,
  ApplicationRefusal,
  ApplicationRow,
  ApplicationState,
  BatchKind,
  CollectionWay,
  CounterKey,
  Delivery,
  PhotoException,
  PhotoReason,
  PhotoSource,
  ReturnReason,
} from '../../../src-preload/contract.ts'
import type { Result } from '../../failures/result.ts'

/** A stored application without personal data. */
export interface StoredApplication {
  readonly applicationId: string
  /** UUIDv7; names the application to others, the issuer among them. */
  readonly rowId: string
  /** 受付番号 of the day: S-001. */
  readonly number: string
  /** The day of the number, ISO. */
  readonly day: string
  readonly begunAt: Date
  readonly kind: ApplicationKind
  readonly state: ApplicationState
  /** Counts every change; compare-and-set is on it. */
  readonly version: number
  readonly origin: ApplicationRow['origin']
  readonly collection: CollectionWay
  readonly express: boolean
  readonly batchId: string | null
  readonly photo: 'none' | 'toConfirm' | 'confirmed'
  readonly leftBy: ApplicationRow['leftBy']
  readonly atResident: boolean
  readonly packetId: string | null
  readonly transfer: ApplicationRow['transfer']
}

export interface KeptPhoto {
  /** Base64 of the JPEG, byte for byte as it was checked. */
  readonly jpeg: string
  readonly width: number
  readonly height: number
  readonly source: PhotoSource
  readonly findings: readonly PhotoReason[]
  /** ISO instant. */
  readonly takenAt: string
  readonly confirmedBy: string | null
  readonly exception: { readonly reason: PhotoException; readonly note: string } | null
}

/** Sealed at rest. */
export interface ApplicationPersonalData {
  /** 宛名番号; null until a clerk has linked it. */
  readonly residentId: string | null
  readonly facts: ApplicationFacts
  readonly photo: KeptPhoto | null
  readonly delivery: Delivery | null
}

export interface ApplicationHistoryEntry {
  readonly at: Date
  /** The day it happened, ISO. */
  readonly on: string
  readonly state: ApplicationState
  readonly change: string
  readonly actor: string
  readonly place: string
  readonly reason: string | null
}

/** What moves an application on. `on`: the day it happened, ISO. */
export type ApplicationChange =
  | { readonly kind: 'saveFacts'; readonly facts: ApplicationFacts }
  | { readonly kind: 'link'; readonly residentId: string | null }
  | { readonly kind: 'savePhoto'; readonly photo: Omit<KeptPhoto, 'confirmedBy' | 'exception'> }
  | { readonly kind: 'confirmPhoto' }
  | { readonly kind: 'exceptPhoto'; readonly exception: PhotoException; readonly note: string }
  /** The clerk does not accept it, or nobody wants it. */
  | { readonly kind: 'dropPhoto' }
  | { readonly kind: 'atResident' }
  /** `by` null: the resident did all that is asked at the screen. */
  | { readonly kind: 'leave'; readonly by: 'resident' | 'crash' | null }
  /** Nothing of it is kept. */
  | { readonly kind: 'discard' }
  | { readonly kind: 'receive' }
  | { readonly kind: 'pack'; readonly packetId: string }
  | { readonly kind: 'shipped' | 'prepared' | 'notified'; readonly on: string }
  | { readonly kind: 'return'; readonly on: string; readonly reason: ReturnReason; readonly note: string }
  | { readonly kind: 'correct' }
  | { readonly kind: 'deliver'; readonly on: string; readonly delivery: Delivery }
  | { readonly kind: 'refuse'; readonly reason: ApplicationRefusal; readonly note: string }
  | { readonly kind: 'withdraw'; readonly note: string }
  /** Nobody came back within the retention time. */
  | { readonly kind: 'abandon' }

export interface NewApplication {
  /** 128 random bits, lower-case hex. */
  readonly applicationId: string
  readonly origin: ApplicationRow['origin']
  readonly batchId: string | null
  readonly facts: ApplicationFacts
}

export interface StoredBatch {
  readonly batchId: string
  readonly kind: BatchKind
  readonly name: string
  readonly place: string
  /** ISO */
  readonly heldOn: string
  readonly closed: boolean
}

export interface StoredPacket {
  readonly packetId: string
  readonly madeAt: Date
  readonly file: string
  readonly sha256: string | null
  readonly handedOver: boolean
  readonly applications: number
}

/**
 * Port: durable applications for cards. Business row, history, sealed parts, audit and outbox rows commit in one
 * transaction before a method returns. `actor` is an account id or "resident" or "kiosk". Failures: STORE-*,
 * APPLICATION-NOT-FOUND, APPLICATION-STATE (another change came first, or the change does not fit the state).
 */
export interface ApplicationStore {
  /** The same id again: APPLICATION-STATE. */
  open(application: NewApplication, actor: string): Result<StoredApplication>
  /** All or none; ids that are there already are left as they are. Returns how many are new. */
  openAll(applications: readonly NewApplication[], actor: string): Result<number>
  get(applicationId: string): Result<StoredApplication>
  /** Drafts, unfinished ones, and those finished today but not withdrawn; oldest first. */
  list(): Result<readonly StoredApplication[]>
  inBatch(batchId: string): Result<readonly StoredApplication[]>
  inPacket(packetId: string): Result<readonly StoredApplication[]>
  history(applicationId: string): Result<readonly ApplicationHistoryEntry[]>
  openPersonal(applicationId: string): Result<ApplicationPersonalData>
  /** Whether another one, neither refused nor withdrawn, has the 申請書ID. */
  isFormUsed(formId: string, besides: string): Result<boolean>
  change(expected: Pick<StoredApplication, 'applicationId' | 'version'>, change: ApplicationChange, actor: string): Result<StoredApplication>
  /** First times of each step, by day, up to a day (ISO). */
  steps(until: string): Result<readonly { readonly counter: CounterKey; readonly day: string; readonly count: number }[]>
  openBatch(batch: Omit<StoredBatch, 'closed'>, actor: string): Result<void>
  closeBatch(batchId: string, actor: string): Result<void>
  batches(): Result<readonly StoredBatch[]>
  /** Puts all that wait into a new packet; the same id again returns what it has. APPLICATION-STATE when nothing waits. */
  beginPacket(packetId: string, file: string, actor: string): Result<StoredPacket>
  packetMade(packetId: string, sha256: string, actor: string): Result<void>
  packetHandedOver(packetId: string, actor: string): Result<void>
  packets(): Result<readonly StoredPacket[]>
  /** At start: drafts that a resident was at are left to the staff. Returns how many there were. */
  recover(): Result<number>
  subscribe(listener: () => void): () => void
}
