import type Database from 'better-sqlite3'
import { recordOf, type RequestRecord, type RequestRow } from './request-record.ts'

const columns =
  'sequence, request_id, row_id, day_ordinal, received_at, service, extent, language, include, copies, fee, subject_digest, state, origin, slip, slip_failure, print_failure, reissues, received_yen, version, job_id, certificate_numbers'

interface HistoryRow {
  version: number
  at: number
  state: RequestRecord['state']
  actor: string
  reason: string | null
}

/** Every statement of the request tables, prepared once. Callers hold the transaction. */
export class RequestStatements {
  readonly #byId: Database.Statement<[string], RequestRow>
  readonly #waitingOrFinishedOn: Database.Statement<[string], RequestRow>
  readonly #printing: Database.Statement<[], RequestRow>
  readonly #countUnfinished: Database.Statement<[], { count: number }>
  readonly #newest: Database.Statement<[], { sequence: number; day: string; day_ordinal: number }>
  readonly #lastOrdinal: Database.Statement<[string], { last: number }>
  readonly #insert: Database.Statement<[Record<string, unknown>]>
  readonly #update: Database.Statement<[Record<string, unknown>]>
  readonly #insertHistory: Database.Statement<[number, number, number, string, string, string, string | null]>
  readonly #history: Database.Statement<[number], HistoryRow>
  readonly #jobExists: Database.Statement<[string], { found: number }>
  readonly #insertJob: Database.Statement<[string, number, number, number, string, number]>
  readonly #endJob: Database.Statement<[string, string | null, string]>
  readonly #lastPaper: Database.Statement<[number], { certificate_numbers: string }>
  readonly #expired: Database.Statement<[number], { row_id: string }>

  constructor(database: Database.Database) {
    this.#byId = database.prepare(`SELECT ${columns} FROM request WHERE request_id = ?`)
    this.#waitingOrFinishedOn = database.prepare(`SELECT ${columns} FROM request WHERE finished_on IS NULL OR finished_on = ? ORDER BY sequence`)
    this.#printing = database.prepare(`SELECT ${columns} FROM request WHERE finished_on IS NULL AND state = 'printing' ORDER BY sequence`)
    this.#countUnfinished = database.prepare('SELECT count(*) AS count FROM request WHERE finished_on IS NULL')
    this.#newest = database.prepare('SELECT sequence, day, day_ordinal FROM request ORDER BY sequence DESC LIMIT 1')
    this.#lastOrdinal = database.prepare('SELECT coalesce(max(day_ordinal), 0) AS last FROM request WHERE day = ?')
    this.#insert = database.prepare(`
      INSERT INTO request (sequence, request_id, row_id, day, day_ordinal, received_at, changed_at, service, extent, language, include, copies, fee, subject_digest, state, slip, version, certificate_numbers)
      VALUES (@sequence, @requestId, @rowId, @day, @dayOrdinal, @at, @at, @service, @extent, @language, @include, @copies, @fee, @subjectDigest, 'received', 'pending', 1, '[]') ON CONFLICT (request_id) DO NOTHING`)
    this.#update = database.prepare(`
      UPDATE request SET changed_at = @at, state = @state, origin = @origin, slip = @slip, slip_failure = @slipFailure, print_failure = @printFailure,
        reissues = @reissues, received_yen = @receivedYen, version = @version, job_id = @jobId, certificate_numbers = @certificateNumbers,
        finished_on = CASE WHEN state = @state THEN finished_on ELSE @finishedOn END
      WHERE sequence = @sequence AND version = @expectedVersion AND state = @expectedState`)
    this.#insertHistory = database.prepare(
      'INSERT INTO request_history (sequence, version, at, change, state, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#history = database.prepare(
      "SELECT version, at, state, actor, reason FROM request_history WHERE sequence = ? AND change NOT IN ('slipPrinted', 'slipFailed') ORDER BY version",
    )
    this.#jobExists = database.prepare('SELECT 1 AS found FROM print_job WHERE job_id = ?')
    this.#insertJob = database.prepare(
      'INSERT INTO print_job (job_id, sequence, version, reissue, certificate_numbers, began_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#endJob = database.prepare('UPDATE print_job SET outcome = ?, failure = coalesce(?, failure) WHERE job_id = ?')
    this.#lastPaper = database.prepare(
      "SELECT certificate_numbers FROM print_job WHERE sequence = ? AND outcome = 'printed' ORDER BY version DESC LIMIT 1",
    )
    this.#expired = database.prepare(
      "SELECT DISTINCT r.row_id FROM sealed_record s JOIN request r ON r.row_id = s.row_id WHERE s.owner = 'request' AND s.wrapped_key IS NOT NULL AND r.changed_at < ? AND r.state <> 'printing'",
    )
  }

  byId(requestId: string): RequestRecord | null {
    const row = this.#byId.get(requestId)
    return row === undefined ? null : recordOf(row)
  }

  waitingOrFinishedOn(day: string): RequestRecord[] {
    return this.#waitingOrFinishedOn.all(day).map(recordOf)
  }

  printing(): RequestRecord[] {
    return this.#printing.all().map(recordOf)
  }

  unfinished(): number {
    return this.#countUnfinished.get()?.count ?? 0
  }

  /** The sequence number that follows, and the place in the day's count. */
  next(day: string): { sequence: number; dayOrdinal: number } {
    const newest = this.#newest.get()
    if (newest === undefined) return { sequence: 1, dayOrdinal: 1 }
    // Another day than the newest request's: a new morning, or a clock that was set back. Searched, once a day.
    const last = newest.day === day ? newest.day_ordinal : (this.#lastOrdinal.get(day)?.last ?? 0)
    return { sequence: newest.sequence + 1, dayOrdinal: last + 1 }
  }

  /** False: the request id is stored already. */
  insert(values: Readonly<Record<string, unknown>>): boolean {
    return this.#insert.run(values).changes === 1
  }

  /** Compare-and-set: false when another change came first. */
  update(before: RequestRecord, after: RequestRecord, at: Date, finishedOn: string | null): boolean {
    const { changes } = this.#update.run({
      at: at.getTime(),
      state: after.state,
      origin: after.origin,
      slip: after.slip,
      slipFailure: after.slipFailure,
      printFailure: after.printFailure,
      reissues: after.reissues,
      receivedYen: after.receivedYen,
      version: after.version,
      jobId: after.jobId,
      certificateNumbers: JSON.stringify(after.certificateNumbers),
      finishedOn,
      sequence: before.sequence,
      expectedVersion: before.version,
      expectedState: before.state,
    })
    return changes === 1
  }

  addHistory(record: RequestRecord, change: string, actor: string, reason: string | null, at: Date): void {
    this.#insertHistory.run(record.sequence, record.version, at.getTime(), change, record.state, actor, reason)
  }

  /** Changes of the slip are left out: they are no steps in the request's life. */
  history(sequence: number): HistoryRow[] {
    return this.#history.all(sequence)
  }

  hasJob(jobId: string): boolean {
    return this.#jobExists.get(jobId) !== undefined
  }

  beginJob(record: RequestRecord, jobId: string, reissue: boolean, at: Date): void {
    this.#insertJob.run(jobId, record.sequence, record.version, reissue ? 1 : 0, JSON.stringify(record.certificateNumbers), at.getTime())
  }

  endJob(jobId: string, outcome: string, failure: string | null): void {
    this.#endJob.run(outcome, failure, jobId)
  }

  lastPaper(sequence: number): readonly string[] {
    const row = this.#lastPaper.get(sequence)
    return row === undefined ? [] : (JSON.parse(row.certificate_numbers) as string[])
  }

  /** Row ids of requests whose personal data is still there although nothing happened to them since `before`. */
  expired(before: Date): string[] {
    return this.#expired.all(before.getTime()).map((row) => row.row_id)
  }
}
