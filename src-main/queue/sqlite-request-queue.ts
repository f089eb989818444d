import { v7 as uuidv7 } from 'uuid'
import type { SqliteAuditLog } from '../audit/sqlite-audit-log.ts'
import { dayInJapan, type Clock } from '../clock.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { CommittedChanges } from './database/committed-changes.ts'
import type { StoreConnection } from './database/store-connection.ts'
import type { OutboxWriter } from './outbox/outbox-writer.ts'
import { sealedPersonalSchema, toSealed } from './personal-data.ts'
import { receptionNumber } from './reception-number.ts'
import { RequestEvents, reasonOf } from './request-events.ts'
import type { HistoryEntry, NewRequest, RequestChange, RequestPersonalData, RequestQueue, StoredRequest } from './request-queue.ts'
import { storedRequest, type RequestRecord } from './request-record.ts'
import { RequestStatements } from './request-statements.ts'
import { notedReason } from './sealing/noted-reason.ts'
import type { SealedRecords } from './sealing/sealed-records.ts'
import { applyChange, jobOutcome } from './transitions.ts'

export interface RequestQueueOptions {
  readonly connection: StoreConnection
  readonly clock: Clock
  readonly audit: SqliteAuditLog
  readonly outbox: OutboxWriter
  readonly sealed: SealedRecords
  /** 端末番号 */
  readonly terminal: string
  /** Back-pressure: so many requests may wait for the clerk; one more is refused before a resident is troubled. */
  readonly maxUnfinished: number
}

const table = 'request'

/** Requests in the terminal's store. The actor `kiosk` stands for the program itself. */
export class SqliteRequestQueue implements RequestQueue {
  readonly #connection: StoreConnection
  readonly #changes: CommittedChanges
  readonly #clock: Clock
  readonly #audit: SqliteAuditLog
  readonly #sealed: SealedRecords
  readonly #maxUnfinished: number
  readonly #statements: RequestStatements
  readonly #events: RequestEvents

  constructor(options: RequestQueueOptions) {
    this.#connection = options.connection
    this.#changes = new CommittedChanges(options.connection)
    this.#clock = options.clock
    this.#audit = options.audit
    this.#sealed = options.sealed
    this.#maxUnfinished = options.maxUnfinished
    this.#statements = new RequestStatements(options.connection.database)
    this.#events = new RequestEvents(options.audit, options.outbox, options.clock, options.terminal)
  }

  enqueue(request: NewRequest): Result<StoredRequest> {
    return this.#changes.commit(() => {
      const statements = this.#statements
      if (statements.unfinished() >= this.#maxUnfinished) return fail('REQUEST-TOO-MANY', `${this.#maxUnfinished} requests wait`)
      const at = this.#clock.now()
      const day = dayInJapan(at)
      const { sequence, dayOrdinal } = statements.next(day)
      const record: RequestRecord = {
        requestId: request.requestId,
        rowId: uuidv7({ msecs: at.getTime() }),
        number: receptionNumber(dayOrdinal),
        sequence,
        receivedAt: at,
        service: request.service,
        extent: request.extent,
        language: request.language,
        include: [...request.include],
        copies: request.copies,
        fee: request.fee,
        subjectDigest: request.subjectDigest,
        state: 'received',
        slip: 'pending',
        reissues: 0,
        receivedYen: null,
        version: 1,
        jobId: null,
        certificateNumbers: [],
        origin: null,
        slipFailure: null,
        printFailure: null,
      }
      const { requestId, rowId, service, extent, language, copies, fee, subjectDigest } = record
      const include = JSON.stringify(record.include)
      const columns = {
        sequence,
        requestId,
        rowId,
        day,
        dayOrdinal,
        at: at.getTime(),
        service,
        extent,
        language,
        include,
        copies,
        fee,
        subjectDigest,
      }
      if (!statements.insert(columns)) return fail('REQUEST-STATE', 'this request is already stored')
      this.#sealed.put({ table, rowId, part: 'personal' }, toSealed(request.personal))
      statements.addHistory(record, 'received', 'resident', null, at)
      this.#events.received(record, request.sessionId ?? null)
      return ok(storedRequest(record))
    })
  }

  get(requestId: string): Result<StoredRequest> {
    return this.#connection.read(() => {
      const found = this.#find(requestId)
      return found.ok ? ok(storedRequest(found.value)) : found
    })
  }

  list(): Result<readonly StoredRequest[]> {
    return this.#connection.read(() => ok(this.#statements.waitingOrFinishedOn(dayInJapan(this.#clock.now())).map(storedRequest)))
  }

  /** A reason is the word the clerk chose, followed by ": " and the note where one was typed. */
  history(requestId: string): Result<readonly HistoryEntry[]> {
    return this.#connection.read(() => {
      const found = this.#find(requestId)
      if (!found.ok) return found
      const { rowId, sequence } = found.value
      const entries: HistoryEntry[] = []
      for (const { version, at, state, actor, reason } of this.#statements.history(sequence)) {
        const noted = notedReason(this.#sealed, { table, rowId, part: notePart(version) }, reason)
        if (!noted.ok) return noted
        entries.push({ at: new Date(at), state, actor, reason: noted.value })
      }
      return ok(entries)
    })
  }

  openPersonal(requestId: string): Result<RequestPersonalData> {
    return this.#connection.read(() => {
      const found = this.#find(requestId)
      if (!found.ok) return found
      const opened = this.#sealed.open({ table, rowId: found.value.rowId, part: 'personal' })
      if (!opened.ok) return opened
      const personal = sealedPersonalSchema.safeParse(opened.value)
      return personal.success ? ok(personal.data) : fail('STORE-CORRUPT', 'a sealed record has an unknown shape')
    })
  }

  change(expected: Pick<StoredRequest, 'requestId' | 'version' | 'state'>, change: RequestChange, actor: string): Result<StoredRequest> {
    return this.#changes.commit(() => {
      const found = this.#find(expected.requestId)
      if (!found.ok) return found
      const before = found.value
      if (before.version !== expected.version || before.state !== expected.state) {
        return fail('REQUEST-STATE', `expected ${expected.state} version ${expected.version}, is ${before.state} version ${before.version}`)
      }
      const after = this.#applyWithin(before, change, actor)
      return after.ok ? ok(storedRequest(after.value)) : after
    })
  }

  recover(): Result<number> {
    return this.#changes.commit(() => {
      const interrupted = this.#statements.printing()
      for (const record of interrupted) {
        const after = this.#applyWithin(record, { kind: 'printUncertain', jobId: record.jobId ?? '', failure: 'PRINTER-UNCERTAIN' }, 'kiosk')
        if (!after.ok) return after
      }
      if (interrupted.length > 0) this.#audit.appendWithin({ type: 'kiosk-recovered', uncertainRequests: interrupted.length })
      return ok(interrupted.length)
    })
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener)
  }

  /** How many requests wait for somebody. Throws the store's error: for callers inside `StoreConnection.read`. */
  unfinished(): number {
    return this.#statements.unfinished()
  }

  /**
   * Deletes the keys of personal data of requests to which nothing happened since `before`, whatever they
   * wait for; only a paper that is being printed is left in peace. Returns how many requests.
   */
  shredBefore(before: Date): Result<number> {
    return this.#connection.transact(() => {
      const at = this.#clock.now()
      const rowIds = this.#statements.expired(before)
      for (const rowId of rowIds) this.#sealed.shred(table, rowId, at)
      return ok(rowIds.length)
    })
  }

  #find(requestId: string): Result<RequestRecord> {
    const record = this.#statements.byId(requestId)
    return record === null ? fail('REQUEST-NOT-FOUND') : ok(record)
  }

  #applyWithin(before: RequestRecord, change: RequestChange, actor: string): Result<RequestRecord> {
    const statements = this.#statements
    const applied = applyChange(before, change, () => statements.lastPaper(before.sequence))
    if (!applied.ok) return applied
    const after = applied.value
    const at = this.#clock.now()
    if (change.kind === 'beginPrint' || change.kind === 'beginReissue') {
      if (statements.hasJob(change.jobId)) return fail('REQUEST-STATE', 'this print job was used before')
      statements.beginJob(after, change.jobId, change.kind === 'beginReissue', at)
    }
    const outcome = jobOutcome(change)
    if (outcome !== null && before.jobId !== null) statements.endJob(before.jobId, outcome, after.printFailure)
    const finishedOn = after.state === 'handedOver' || after.state === 'voided' ? dayInJapan(at) : null
    if (!statements.update(before, after, at, finishedOn)) return fail('REQUEST-STATE', 'another change came first')
    statements.addHistory(after, change.kind, actor, reasonOf(change), at)
    if ('note' in change && change.note !== '') this.#sealed.put({ table, rowId: after.rowId, part: notePart(after.version) }, change.note)
    this.#events.changed(before, after, change, actor)
    return applied
  }
}

const notePart = (version: number): string => `note-${version}`
