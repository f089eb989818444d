import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { cardCaseFactsSchema, seenCardSchema } from '../../../src-preload/contract.ts'
import type { SqliteAuditLog } from '../../audit/sqlite-audit-log.ts'
import { dayInJapan, type Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { CommittedChanges } from '../database/committed-changes.ts'
import type { StoreConnection } from '../database/store-connection.ts'
import type { OutboxWriter } from '../outbox/outbox-writer.ts'
import { notedReason } from '../sealing/noted-reason.ts'
import type { SealedRecords } from '../sealing/sealed-records.ts'
import type { CardCaseChange, CardCaseStore, CaseHistoryEntry, CasePersonalData, StoredCase } from './card-case-store.ts'
import { CaseEvents, caseReasonOf } from './case-events.ts'
import { caseNumber, CaseRows } from './case-rows.ts'
import { applyCaseChange, type CaseRecord } from './case-transitions.ts'

export interface CardCaseStoreOptions {
  readonly connection: StoreConnection
  readonly clock: Clock
  readonly audit: SqliteAuditLog
  readonly outbox: OutboxWriter
  readonly sealed: SealedRecords
  /** 端末番号 */
  readonly terminal: string
}

const table = 'card_case'
const subjectSchema = z.strictObject({ residentId: z.string() })
const issuedSchema = z.strictObject({ serial: z.string() })
const factsSchema = z.strictObject({ day: z.iso.date(), facts: cardCaseFactsSchema })

/** Card cases in the terminal's store. The actor `kiosk` stands for the program itself. */
export class SqliteCardCaseStore implements CardCaseStore {
  readonly #connection: StoreConnection
  readonly #changes: CommittedChanges
  readonly #clock: Clock
  readonly #audit: SqliteAuditLog
  readonly #sealed: SealedRecords
  readonly #rows: CaseRows
  readonly #events: CaseEvents

  constructor(options: CardCaseStoreOptions) {
    this.#connection = options.connection
    this.#changes = new CommittedChanges(options.connection)
    this.#clock = options.clock
    this.#audit = options.audit
    this.#sealed = options.sealed
    this.#rows = new CaseRows(options.connection.database)
    this.#events = new CaseEvents(options.audit, options.outbox, options.clock, options.terminal)
  }

  open({ caseId, kind, residentId }: Parameters<CardCaseStore['open']>[0], actor: string): Result<StoredCase> {
    return this.#changes.commit(() => {
      const at = this.#clock.now()
      const day = dayInJapan(at)
      const { sequence, ordinal } = this.#rows.next(day)
      const record: CaseRecord = {
        sequence,
        caseId,
        rowId: uuidv7({ msecs: at.getTime() }),
        number: caseNumber(ordinal),
        openedAt: at,
        kind,
        state: 'open',
        version: 1,
        factsVersion: null,
        cardVersion: null,
        inquiry: null,
        secondPerson: null,
        orders: [],
        failure: null,
        link: 'none',
      }
      if (!this.#rows.insert(record, day, ordinal)) return fail('CASE-STATE', 'this case is already stored')
      this.#sealed.put({ table, rowId: record.rowId, part: 'subject' }, { residentId })
      this.#rows.addHistory(record, 'open', actor, null, at)
      this.#events.opened(record, actor)
      return ok(storedCase(record))
    })
  }

  get(caseId: string): Result<StoredCase> {
    return this.#connection.read(() => {
      const found = this.#find(caseId)
      return found.ok ? ok(storedCase(found.value)) : found
    })
  }

  list(): Result<readonly StoredCase[]> {
    return this.#connection.read(() => ok(this.#rows.listed(dayInJapan(this.#clock.now())).map(storedCase)))
  }

  /** A reason is the word the clerk chose, followed by ": " and the note where one was typed. */
  history(caseId: string): Result<readonly CaseHistoryEntry[]> {
    return this.#connection.read(() => {
      const found = this.#find(caseId)
      if (!found.ok) return found
      const { rowId, sequence } = found.value
      const entries: CaseHistoryEntry[] = []
      for (const { version, at, change, state, actor, reason } of this.#rows.history(sequence)) {
        const noted = notedReason(this.#sealed, { table, rowId, part: `note-${version}` }, reason)
        if (!noted.ok) return noted
        entries.push({ at: new Date(at), change, state, actor, reason: noted.value })
      }
      return ok(entries)
    })
  }

  openPersonal(caseId: string): Result<CasePersonalData> {
    return this.#connection.read(() => {
      const found = this.#find(caseId)
      if (!found.ok) return found
      const { factsVersion, cardVersion } = found.value
      const subject = this.#part(found.value, 'subject', subjectSchema)
      if (!subject.ok) return subject
      const facts = factsVersion === null ? ok(null) : this.#part(found.value, `facts-${factsVersion}`, factsSchema)
      if (!facts.ok) return facts
      const card = cardVersion === null ? ok(null) : this.#part(found.value, `card-${cardVersion}`, seenCardSchema)
      if (!card.ok) return card
      const issued = found.value.link === 'none' ? ok(null) : this.#part(found.value, 'issued', issuedSchema)
      if (!issued.ok) return issued
      return ok({ residentId: subject.value.residentId, facts: facts.value, card: card.value, issuedSerial: issued.value?.serial ?? null })
    })
  }

  change({ caseId, version }: Pick<StoredCase, 'caseId' | 'version'>, change: CardCaseChange, actor: string): Result<StoredCase> {
    return this.#changes.commit(() => {
      const found = this.#find(caseId)
      if (!found.ok) return found
      if (found.value.version !== version) return fail('CASE-STATE', `expected version ${version}, is ${found.value.version}`)
      const after = this.#applyWithin(found.value, change, actor)
      return after.ok ? ok(storedCase(after.value)) : after
    })
  }

  recover(): Result<number> {
    return this.#changes.commit(() => {
      let uncertain = 0
      const interrupted = this.#rows.atCard()
      for (const record of interrupted) {
        const begun = record.orders.find((order) => order.state === 'begun')
        if (begun) uncertain += 1
        const change: CardCaseChange = begun
          ? { kind: 'orderUncertain', orderId: begun.orderId, failure: 'ISSUER-UNCERTAIN' }
          : { kind: 'takeBack', failure: null }
        const after = this.#applyWithin(record, change, 'kiosk')
        if (!after.ok) return after
      }
      if (interrupted.length > 0) this.#audit.appendWithin({ type: 'card-cases-recovered', uncertain, returned: interrupted.length - uncertain })
      return ok(interrupted.length)
    })
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener)
  }

  /**
   * Deletes the keys of what is known about people in cases finished, or left alone, since `before`. A case that
   * waits for a posted answer is left in peace until the answer would be late; one that may have changed a card
   * until somebody has settled it. Returns how many cases.
   */
  shredBefore(before: Date): Result<number> {
    return this.#changes.commit(() => {
      const at = this.#clock.now()
      const forgotten = this.#rows.forgotten(before, dayInJapan(at))
      let shredded = 0
      for (const record of forgotten) {
        const after = this.#applyWithin(record, { kind: 'abandon' }, 'kiosk')
        // An interrupted case of several orders is settled by a person, not by time.
        if (!after.ok) continue
        this.#sealed.shred(table, record.rowId, at)
        shredded += 1
      }
      const finished = this.#rows.finishedBefore(before)
      for (const rowId of finished) this.#sealed.shred(table, rowId, at)
      return ok(shredded + finished.length)
    })
  }

  #find(caseId: string): Result<CaseRecord> {
    const record = this.#rows.byId(caseId)
    return record === null ? fail('CASE-NOT-FOUND') : ok(record)
  }

  #part<T>({ rowId }: CaseRecord, part: string, schema: z.ZodType<T>): Result<T> {
    const opened = this.#sealed.open({ table, rowId, part })
    if (!opened.ok) return opened.failure.code === 'REQUEST-NOT-FOUND' ? fail('CASE-NOT-FOUND', opened.failure.detail) : opened
    const parsed = schema.safeParse(opened.value)
    return parsed.success ? ok(parsed.data) : fail('STORE-CORRUPT', 'a sealed record has an unknown shape')
  }

  #applyWithin(before: CaseRecord, change: CardCaseChange, actor: string): Result<CaseRecord> {
    const applied = applyCaseChange(before, change)
    if (!applied.ok) return applied
    const after = applied.value
    const at = this.#clock.now()
    const ended = after.state === 'done' || after.state === 'refused' || after.state === 'withdrawn'
    if (!this.#rows.update(before, after, at, ended ? dayInJapan(at) : null)) return fail('CASE-STATE', 'another change came first')
    this.#rows.addHistory(after, change.kind, actor, caseReasonOf(change), at)
    const { rowId, version } = after
    if (change.kind === 'recordFacts') this.#sealed.put({ table, rowId, part: `facts-${version}` }, { day: change.day, facts: change.facts })
    if (change.kind === 'seeCard') this.#sealed.put({ table, rowId, part: `card-${version}` }, change.card)
    if (change.kind === 'orderDone' && change.issuedSerial !== null) this.#sealed.put({ table, rowId, part: 'issued' }, { serial: change.issuedSerial })
    if ('note' in change && change.note !== '') this.#sealed.put({ table, rowId, part: `note-${version}` }, change.note)
    this.#events.changed(before, after, change, actor)
    return applied
  }
}

/** The port's view. */
function storedCase({ caseId, rowId, number, openedAt, kind, state, version, inquiry, secondPerson, orders, failure, link }: CaseRecord): StoredCase {
  return { caseId, rowId, number, openedAt, kind, state, version, inquiry, secondPerson, orders, failure, link }
}
