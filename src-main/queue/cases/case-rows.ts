import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { CardCaseKind, CardCaseState, FailureCode } from '../../../src-preload/contract.ts'
import type { CaseOrder, StoredCase } from './card-case-store.ts'
import type { CaseRecord } from './case-transitions.ts'

interface CaseRow {
  sequence: number
  case_id: string
  row_id: string
  day_ordinal: number
  opened_at: number
  kind: CardCaseKind
  state: CardCaseState
  version: number
  facts_version: number | null
  card_version: number | null
  posted_on: string | null
  due_on: string | null
  received_on: string | null
  accepted: 0 | 1 | null
  second_person: string | null
  orders: string
  failure: FailureCode | null
  link: StoredCase['link']
}

const columns =
  'sequence, case_id, row_id, day_ordinal, opened_at, kind, state, version, facts_version, card_version, posted_on, due_on, received_on, accepted, second_person, orders, failure, link'

const ordersSchema = z.array(
  z.strictObject({
    orderId: z.string(),
    work: z.enum(['resetPins', 'issueCertificates', 'suspend', 'release', 'updateRecord', 'continueUse', 'returnCard', 'switchToFaceAuthentication']),
    state: z.enum(['pending', 'begun', 'done', 'uncertain']),
    doubtful: z.boolean(),
  }),
) satisfies z.ZodType<readonly CaseOrder[]>

/** K: 個人番号カード. A terminal's requests reach the letter K after 9,990 in a day. */
export const caseNumber = (dayOrdinal: number): string => `K-${String(dayOrdinal).padStart(3, '0')}`

function recordOf(row: CaseRow): CaseRecord {
  const { posted_on: postedOn, due_on: dueOn, received_on: receivedOn } = row
  return {
    sequence: row.sequence,
    caseId: row.case_id,
    rowId: row.row_id,
    number: caseNumber(row.day_ordinal),
    openedAt: new Date(row.opened_at),
    kind: row.kind,
    state: row.state,
    version: row.version,
    factsVersion: row.facts_version,
    cardVersion: row.card_version,
    inquiry: postedOn === null || dueOn === null ? null : { postedOn, dueOn, receivedOn, accepted: row.accepted === null ? null : row.accepted === 1 },
    secondPerson: row.second_person,
    orders: ordersSchema.parse(JSON.parse(row.orders)),
    failure: row.failure,
    link: row.link,
  }
}

export interface CaseHistoryRow {
  version: number
  at: number
  change: string
  state: CardCaseState
  actor: string
  reason: string | null
}

/** Every statement of the case tables, prepared once. Callers hold the transaction. */
export class CaseRows {
  readonly #byId: Database.Statement<[string], CaseRow>
  readonly #listed: Database.Statement<[string], CaseRow>
  readonly #atCard: Database.Statement<[], CaseRow>
  readonly #next: Database.Statement<[string], { sequence: number; ordinal: number }>
  readonly #insert: Database.Statement<[number, string, string, string, number, number, number, CardCaseKind]>
  readonly #update: Database.Statement<[Record<string, unknown>]>
  readonly #insertHistory: Database.Statement<[number, number, number, string, string, string, string | null]>
  readonly #history: Database.Statement<[number], CaseHistoryRow>
  readonly #finished: Database.Statement<[number], { row_id: string }>
  readonly #forgotten: Database.Statement<[number, string], CaseRow>

  constructor(database: Database.Database) {
    this.#byId = database.prepare(`SELECT ${columns} FROM card_case WHERE case_id = ?`)
    this.#listed = database.prepare(`SELECT ${columns} FROM card_case WHERE finished_on IS NULL OR finished_on = ? OR link = 'outstanding' ORDER BY sequence`)
    this.#atCard = database.prepare(`SELECT ${columns} FROM card_case WHERE finished_on IS NULL AND state = 'atCard' ORDER BY sequence`)
    this.#next = database.prepare(
      'SELECT coalesce(max(sequence), 0) + 1 AS sequence, (SELECT coalesce(max(day_ordinal), 0) + 1 FROM card_case WHERE day = ?) AS ordinal FROM card_case',
    )
    this.#insert = database.prepare(
      "INSERT INTO card_case (sequence, case_id, row_id, day, day_ordinal, opened_at, changed_at, kind, state, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', 1) ON CONFLICT (case_id) DO NOTHING",
    )
    this.#update = database.prepare(`
      UPDATE card_case SET changed_at = @at, state = @state, version = @version, facts_version = @factsVersion, card_version = @cardVersion,
        posted_on = @postedOn, due_on = @dueOn, received_on = @receivedOn, accepted = @accepted, second_person = @secondPerson,
        orders = @orders, failure = @failure, link = @link, finished_on = CASE WHEN state = @state THEN finished_on ELSE @finishedOn END
      WHERE sequence = @sequence AND version = @expectedVersion`)
    this.#insertHistory = database.prepare('INSERT INTO card_case_history (sequence, version, at, change, state, actor, reason) VALUES (?, ?, ?, ?, ?, ?, ?)')
    this.#history = database.prepare('SELECT version, at, change, state, actor, reason FROM card_case_history WHERE sequence = ? ORDER BY version')
    this.#finished = database.prepare(
      "SELECT DISTINCT c.row_id FROM sealed_record s JOIN card_case c ON c.row_id = s.row_id WHERE s.owner = 'card_case' AND s.wrapped_key IS NOT NULL AND c.finished_on IS NOT NULL AND c.changed_at < ?",
    )
    this.#forgotten = database.prepare(
      `SELECT ${columns} FROM card_case WHERE finished_on IS NULL AND state IN ('open', 'awaitingAnswer', 'ready') AND changed_at < ? AND (due_on IS NULL OR due_on < ?) ORDER BY sequence`,
    )
  }

  byId(caseId: string): CaseRecord | null {
    const row = this.#byId.get(caseId)
    return row === undefined ? null : recordOf(row)
  }

  /** Unfinished, finished on that day, or waiting for the link of a certificate. */
  listed(day: string): CaseRecord[] {
    return this.#listed.all(day).map(recordOf)
  }

  atCard(): CaseRecord[] {
    return this.#atCard.all().map(recordOf)
  }

  /** The sequence number that follows, and the place in the day's count. */
  next(day: string): { readonly sequence: number; readonly ordinal: number } {
    return this.#next.get(day) ?? { sequence: 1, ordinal: 1 }
  }

  /** False: the case id is stored already. */
  insert(record: CaseRecord, day: string, ordinal: number): boolean {
    const at = record.openedAt.getTime()
    return this.#insert.run(record.sequence, record.caseId, record.rowId, day, ordinal, at, at, record.kind).changes === 1
  }

  /** Compare-and-set: false when another change came first. */
  update(before: CaseRecord, after: CaseRecord, at: Date, finishedOn: string | null): boolean {
    const { inquiry } = after
    const { changes } = this.#update.run({
      at: at.getTime(),
      state: after.state,
      version: after.version,
      factsVersion: after.factsVersion,
      cardVersion: after.cardVersion,
      postedOn: inquiry?.postedOn ?? null,
      dueOn: inquiry?.dueOn ?? null,
      receivedOn: inquiry?.receivedOn ?? null,
      accepted: inquiry?.accepted == null ? null : Number(inquiry.accepted),
      secondPerson: after.secondPerson,
      orders: JSON.stringify(after.orders),
      failure: after.failure,
      link: after.link,
      finishedOn,
      sequence: before.sequence,
      expectedVersion: before.version,
    })
    return changes === 1
  }

  addHistory(record: CaseRecord, change: string, actor: string, reason: string | null, at: Date): void {
    this.#insertHistory.run(record.sequence, record.version, at.getTime(), change, record.state, actor, reason)
  }

  history(sequence: number): CaseHistoryRow[] {
    return this.#history.all(sequence)
  }

  /** Row ids of finished cases that nothing happened to since `before`, and whose personal data is still there. */
  finishedBefore(before: Date): string[] {
    return this.#finished.all(before.getTime()).map((row) => row.row_id)
  }

  /** Cases nobody came back for: nothing happened since `before`, and no answer is due any more on `today`. */
  forgotten(before: Date, today: string): CaseRecord[] {
    return this.#forgotten.all(before.getTime(), today).map(recordOf)
  }
}
