import type Database from 'better-sqlite3'
import type { ApplicationKind, ApplicationRow as View, ApplicationState, CollectionWay, CounterKey } from '../../../src-preload/contract.ts'
import type { StoredApplication } from './application-store.ts'
import type { ApplicationRecord } from './application-transitions.ts'

interface Row {
  sequence: number
  application_id: string
  row_id: string
  day: string
  day_ordinal: number
  begun_at: number
  kind: ApplicationKind
  state: ApplicationState
  version: number
  origin: View['origin']
  collection: CollectionWay
  express: 0 | 1
  batch_id: string | null
  subject_version: number | null
  facts_version: number
  photo_version: number | null
  delivery_version: number | null
  photo: StoredApplication['photo']
  form_mark: string | null
  left_by: View['leftBy']
  at_resident: 0 | 1
  packet_id: string | null
  transfer: View['transfer']
  last_on: string | null
}

const columns =
  'sequence, application_id, row_id, day, day_ordinal, begun_at, kind, state, version, origin, collection, express, batch_id, subject_version, facts_version, photo_version, delivery_version, photo, form_mark, left_by, at_resident, packet_id, transfer, last_on'

/** S: 申請. A terminal's requests reach the letter S after 17,982 in a day. */
export const applicationNumber = (dayOrdinal: number): string => `S-${String(dayOrdinal).padStart(3, '0')}`

const recordOf = (row: Row): ApplicationRecord => ({
  sequence: row.sequence,
  applicationId: row.application_id,
  rowId: row.row_id,
  number: applicationNumber(row.day_ordinal),
  day: row.day,
  begunAt: new Date(row.begun_at),
  kind: row.kind,
  state: row.state,
  version: row.version,
  origin: row.origin,
  collection: row.collection,
  express: row.express === 1,
  batchId: row.batch_id,
  subjectVersion: row.subject_version,
  factsVersion: row.facts_version,
  photoVersion: row.photo_version,
  deliveryVersion: row.delivery_version,
  photo: row.photo,
  formMark: row.form_mark,
  leftBy: row.left_by,
  atResident: row.at_resident === 1,
  packetId: row.packet_id,
  transfer: row.transfer,
  lastOn: row.last_on,
})

export interface ApplicationHistoryRow {
  version: number
  at: number
  day: string
  change: string
  state: ApplicationState
  actor: string
  place: string
  reason: string | null
}

type Which = 'id' | 'batch' | 'packet'

/** Every statement of the application tables, prepared once. Callers hold the transaction. */
export class ApplicationRows {
  readonly #by: Readonly<Record<Which, Database.Statement<[string], Row>>>
  readonly #listed: Database.Statement<[string], Row>
  readonly #waiting: Database.Statement<[], Row>
  readonly #atResident: Database.Statement<[], Row>
  readonly #next: Database.Statement<[string], { sequence: number; ordinal: number }>
  readonly #insert: Database.Statement<[Record<string, unknown>]>
  readonly #update: Database.Statement<[Record<string, unknown>]>
  readonly #insertHistory: Database.Statement<[number, number, number, string, string, string, string, string, string | null]>
  readonly #history: Database.Statement<[number], ApplicationHistoryRow>
  readonly #marked: Database.Statement<[string, string], { application_id: string }>
  readonly #steps: Database.Statement<[string], { counter: CounterKey; day: string; count: number }>
  readonly #finished: Database.Statement<[number], { row_id: string }>
  readonly #forgotten: Database.Statement<[number], Row>

  constructor(database: Database.Database) {
    const select = `SELECT ${columns} FROM card_application`
    this.#by = {
      id: database.prepare(`${select} WHERE application_id = ?`),
      batch: database.prepare(`${select} WHERE batch_id = ? ORDER BY sequence`),
      packet: database.prepare(`${select} WHERE packet_id = ? ORDER BY sequence`),
    }
    this.#listed = database.prepare(`${select} WHERE finished_on IS NULL OR (finished_on = ? AND state <> 'withdrawn') ORDER BY sequence`)
    this.#waiting = database.prepare(`${select} WHERE transfer = 'waiting' AND state IN ('received', 'corrected') ORDER BY sequence`)
    this.#atResident = database.prepare(`${select} WHERE at_resident = 1 ORDER BY sequence`)
    this.#next = database.prepare(
      'SELECT coalesce(max(sequence), 0) + 1 AS sequence, (SELECT coalesce(max(day_ordinal), 0) + 1 FROM card_application WHERE day = ?) AS ordinal FROM card_application',
    )
    this.#insert = database.prepare(`
      INSERT INTO card_application (sequence, application_id, row_id, day, day_ordinal, begun_at, changed_at, kind, state, version, origin, collection, express, batch_id, facts_version, form_mark, at_resident)
      VALUES (@sequence, @applicationId, @rowId, @day, @ordinal, @at, @at, @kind, 'draft', 1, @origin, @collection, @express, @batchId, 1, @formMark, @atResident)`)
    this.#update = database.prepare(`
      UPDATE card_application SET changed_at = @at, kind = @kind, state = @state, version = @version, collection = @collection, express = @express,
        subject_version = @subjectVersion, facts_version = @factsVersion, photo_version = @photoVersion, delivery_version = @deliveryVersion,
        photo = @photo, form_mark = @formMark, left_by = @leftBy, at_resident = @atResident, packet_id = @packetId, transfer = @transfer,
        last_on = @lastOn, finished_on = @finishedOn
      WHERE sequence = @sequence AND version = @expectedVersion`)
    this.#insertHistory = database.prepare('INSERT INTO card_application_history (sequence, version, at, day, change, state, actor, place, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    this.#history = database.prepare('SELECT version, at, day, change, state, actor, place, reason FROM card_application_history WHERE sequence = ? ORDER BY version')
    this.#marked = database.prepare("SELECT application_id FROM card_application WHERE form_mark = ? AND application_id <> ? AND state NOT IN ('refused', 'withdrawn') LIMIT 1")
    this.#steps = database.prepare(`
      SELECT counter, day, count(*) AS count FROM (
        SELECT CASE change WHEN 'receive' THEN 'received' WHEN 'deliver' THEN 'delivered' ELSE change END AS counter, min(day) AS day
        FROM card_application_history WHERE change IN ('receive', 'shipped', 'prepared', 'deliver') GROUP BY sequence, change
      ) WHERE day <= ? GROUP BY counter, day`)
    this.#finished = database.prepare(
      "SELECT DISTINCT a.row_id FROM sealed_record s JOIN card_application a ON a.row_id = s.row_id WHERE s.owner = 'card_application' AND s.wrapped_key IS NOT NULL AND a.finished_on IS NOT NULL AND a.changed_at < ?",
    )
    this.#forgotten = database.prepare(`${select} WHERE state = 'draft' AND changed_at < ? ORDER BY sequence`)
  }

  byId(applicationId: string): ApplicationRecord | null {
    return this.#all('id', applicationId)[0] ?? null
  }

  of(which: 'batch' | 'packet', id: string): ApplicationRecord[] {
    return this.#all(which, id)
  }

  listed(day: string): ApplicationRecord[] {
    return this.#listed.all(day).map(recordOf)
  }

  waiting(): ApplicationRecord[] {
    return this.#waiting.all().map(recordOf)
  }

  atResident(): ApplicationRecord[] {
    return this.#atResident.all().map(recordOf)
  }

  next(day: string): { readonly sequence: number; readonly ordinal: number } {
    return this.#next.get(day) ?? { sequence: 1, ordinal: 1 }
  }

  insert(record: ApplicationRecord, ordinal: number): void {
    const { sequence, applicationId, rowId, day, kind, origin, collection, batchId, formMark } = record
    this.#insert.run({ sequence, applicationId, rowId, day, ordinal, at: record.begunAt.getTime(), kind, origin, collection, express: Number(record.express), batchId, formMark, atResident: Number(record.atResident) })
  }

  /** Compare-and-set: false when another change came first. */
  update(before: ApplicationRecord, after: ApplicationRecord, at: Date, finishedOn: string | null): boolean {
    const { kind, state, version, collection, subjectVersion, factsVersion, photoVersion, deliveryVersion, photo, formMark, leftBy, packetId, transfer, lastOn } = after
    const { changes } = this.#update.run({
      ...{ at: at.getTime(), kind, state, version, collection, subjectVersion, factsVersion, photoVersion, deliveryVersion, photo, formMark, leftBy, packetId, transfer, lastOn, finishedOn },
      express: Number(after.express),
      atResident: Number(after.atResident),
      sequence: before.sequence,
      expectedVersion: before.version,
    })
    return changes === 1
  }

  addHistory(record: ApplicationRecord, entry: { readonly change: string; readonly day: string; readonly actor: string; readonly place: string; readonly reason: string | null }, at: Date): void {
    this.#insertHistory.run(record.sequence, record.version, at.getTime(), entry.day, entry.change, record.state, entry.actor, entry.place, entry.reason)
  }

  history(sequence: number): ApplicationHistoryRow[] {
    return this.#history.all(sequence)
  }

  isMarked(formMark: string, besides: string): boolean {
    return this.#marked.get(formMark, besides) !== undefined
  }

  steps(until: string): { counter: CounterKey; day: string; count: number }[] {
    return this.#steps.all(until)
  }

  /** Row ids of finished ones that nothing happened to since `before`, and whose personal data is still there. */
  finishedBefore(before: Date): string[] {
    return this.#finished.all(before.getTime()).map((row) => row.row_id)
  }

  /** Drafts nobody came back for. */
  forgotten(before: Date): ApplicationRecord[] {
    return this.#forgotten.all(before.getTime()).map(recordOf)
  }

  #all(which: Which, id: string): ApplicationRecord[] {
    return this.#by[which].all(id).map(recordOf)
  }
}
