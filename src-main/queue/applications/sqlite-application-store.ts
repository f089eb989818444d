import { createHmac } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { applicationFactsSchema, deliverySchema, type ApplicationFacts, type CounterKey } from '../../../src-preload/contract.ts'
import type { SqliteAuditLog } from '../../audit/sqlite-audit-log.ts'
import { dayInJapan, type Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { CommittedChanges } from '../database/committed-changes.ts'
import type { StoreConnection } from '../database/store-connection.ts'
import type { OutboxWriter } from '../outbox/outbox-writer.ts'
import type { TerminalKey } from '../sealing/key-store.ts'
import { notedReason } from '../sealing/noted-reason.ts'
import type { SealedRecords } from '../sealing/sealed-records.ts'
import { ApplicationEvents, applicationReasonOf } from './application-events.ts'
import { applicationNumber, ApplicationRows } from './application-rows.ts'
import type { ApplicationChange, ApplicationHistoryEntry, ApplicationPersonalData, ApplicationStore, NewApplication, StoredApplication, StoredBatch, StoredPacket } from './application-store.ts'
import { applyApplicationChange, type ApplicationRecord } from './application-transitions.ts'
import { BatchRows } from './batch-rows.ts'
import { keptPhotoSchema, subjectSchema } from './sealed-parts.ts'

export interface ApplicationStoreOptions {
  readonly connection: StoreConnection
  readonly clock: Clock
  readonly audit: SqliteAuditLog
  readonly outbox: OutboxWriter
  readonly sealed: SealedRecords
  readonly key: TerminalKey
  /** 端末番号 */
  readonly terminal: string
}

const table = 'card_application'

/** Applications for cards in the terminal's store. The actor `kiosk` stands for the program itself. */
export class SqliteApplicationStore implements ApplicationStore {
  readonly #connection: StoreConnection
  readonly #changes: CommittedChanges
  readonly #clock: Clock
  readonly #sealed: SealedRecords
  readonly #key: TerminalKey
  readonly #terminal: string
  readonly #rows: ApplicationRows
  readonly #batches: BatchRows
  readonly #events: ApplicationEvents

  constructor(options: ApplicationStoreOptions) {
    this.#connection = options.connection
    this.#changes = new CommittedChanges(options.connection)
    this.#clock = options.clock
    this.#sealed = options.sealed
    this.#key = options.key
    this.#terminal = options.terminal
    this.#rows = new ApplicationRows(options.connection.database)
    this.#batches = new BatchRows(options.connection.database)
    this.#events = new ApplicationEvents(options.audit, options.outbox, options.clock, options.terminal)
  }

  open(application: NewApplication, actor: string): Result<StoredApplication> {
    return this.#changes.commit(() => {
      if (this.#rows.byId(application.applicationId) !== null) return fail('APPLICATION-STATE', 'this application is already stored')
      return ok(stored(this.#insertWithin(application, actor)))
    })
  }

  openAll(applications: readonly NewApplication[], actor: string): Result<number> {
    return this.#changes.commit(() => {
      const fresh = applications.filter(({ applicationId }) => this.#rows.byId(applicationId) === null)
      for (const application of fresh) this.#insertWithin(application, actor)
      return ok(fresh.length)
    })
  }

  get(applicationId: string): Result<StoredApplication> {
    return this.#connection.read(() => {
      const found = this.#find(applicationId)
      return found.ok ? ok(stored(found.value)) : found
    })
  }

  list(): Result<readonly StoredApplication[]> {
    return this.#connection.read(() => ok(this.#rows.listed(this.#today()).map(stored)))
  }

  inBatch(batchId: string): Result<readonly StoredApplication[]> {
    return this.#connection.read(() => ok(this.#rows.of('batch', batchId).map(stored)))
  }

  inPacket(packetId: string): Result<readonly StoredApplication[]> {
    return this.#connection.read(() => ok(this.#rows.of('packet', packetId).map(stored)))
  }

  /** A reason is the word the clerk chose, followed by ": " and the note where one was typed. */
  history(applicationId: string): Result<readonly ApplicationHistoryEntry[]> {
    return this.#connection.read(() => {
      const found = this.#find(applicationId)
      if (!found.ok) return found
      const { rowId, sequence } = found.value
      const entries: ApplicationHistoryEntry[] = []
      for (const { version, at, day, change, state, actor, place, reason } of this.#rows.history(sequence)) {
        const noted = notedReason(this.#sealed, { table, rowId, part: `note-${version}` }, reason)
        if (!noted.ok) return noted
        entries.push({ at: new Date(at), on: day, change, state, actor, place, reason: noted.value })
      }
      return ok(entries)
    })
  }

  openPersonal(applicationId: string): Result<ApplicationPersonalData> {
    return this.#connection.read(() => {
      const found = this.#find(applicationId)
      if (!found.ok) return found
      const { subjectVersion, factsVersion, photoVersion, deliveryVersion } = found.value
      const subject = subjectVersion === null ? ok(null) : this.#part(found.value, `subject-${subjectVersion}`, subjectSchema)
      if (!subject.ok) return subject
      const facts = this.#part(found.value, `facts-${factsVersion}`, applicationFactsSchema)
      if (!facts.ok) return facts
      const photo = photoVersion === null ? ok(null) : this.#part(found.value, `photo-${photoVersion}`, keptPhotoSchema)
      if (!photo.ok) return photo
      const delivery = deliveryVersion === null ? ok(null) : this.#part(found.value, `delivery-${deliveryVersion}`, deliverySchema)
      if (!delivery.ok) return delivery
      return ok({ residentId: subject.value?.residentId ?? null, facts: facts.value, photo: photo.value, delivery: delivery.value })
    })
  }

  isFormUsed(formId: string, besides: string): Result<boolean> {
    return this.#connection.read(() => ok(this.#rows.isMarked(this.#mark(formId), besides)))
  }

  change({ applicationId, version }: Pick<StoredApplication, 'applicationId' | 'version'>, change: ApplicationChange, actor: string): Result<StoredApplication> {
    return this.#changes.commit(() => {
      const found = this.#find(applicationId)
      if (!found.ok) return found
      if (found.value.version !== version) return fail('APPLICATION-STATE', `expected version ${version}, is ${found.value.version}`)
      const after = this.#applyWithin(found.value, change, actor)
      return after.ok ? ok(stored(after.value)) : after
    })
  }

  steps(until: string): Result<readonly { readonly counter: CounterKey; readonly day: string; readonly count: number }[]> {
    return this.#connection.read(() => ok(this.#rows.steps(until)))
  }

  openBatch(batch: Omit<StoredBatch, 'closed'>, actor: string): Result<void> {
    return this.#changes.commit(() => {
      if (this.#batches.insertBatch(batch, this.#clock.now())) this.#events.batch(batch.batchId, 'opened', actor)
      return ok()
    })
  }

  closeBatch(batchId: string, actor: string): Result<void> {
    return this.#changes.commit(() => {
      if (!this.#batches.closeBatch(batchId, this.#clock.now())) return fail('APPLICATION-STATE', 'this batch is not open')
      this.#events.batch(batchId, 'closed', actor)
      return ok()
    })
  }

  batches(): Result<readonly StoredBatch[]> {
    return this.#connection.read(() => ok(this.#batches.batches()))
  }

  beginPacket(packetId: string, file: string, actor: string): Result<StoredPacket> {
    return this.#changes.commit(() => {
      const known = this.#batches.packet(packetId)
      if (known !== null) return ok(known)
      const waiting = this.#rows.waiting()
      if (waiting.length === 0) return fail('APPLICATION-STATE', 'nothing waits for a packet')
      this.#batches.insertPacket(packetId, file, this.#clock.now())
      for (const record of waiting) {
        const packed = this.#applyWithin(record, { kind: 'pack', packetId }, actor)
        if (!packed.ok) return packed
      }
      this.#events.packet(packetId, 'begun', waiting.length, actor)
      return this.#packet(packetId)
    })
  }

  packetMade(packetId: string, sha256: string, actor: string): Result<void> {
    return this.#changes.commit(() => {
      const packet = this.#packet(packetId)
      if (!packet.ok) return packet
      if (!this.#batches.packetMade(packetId, sha256)) return fail('APPLICATION-STATE', 'this packet was handed over')
      this.#events.packet(packetId, 'made', packet.value.applications, actor)
      return ok()
    })
  }

  packetHandedOver(packetId: string, actor: string): Result<void> {
    return this.#changes.commit(() => {
      const packet = this.#packet(packetId)
      if (!packet.ok) return packet
      if (!this.#batches.packetHandedOver(packetId, this.#clock.now())) return fail('APPLICATION-STATE', 'this packet is not there to be handed over')
      this.#events.packet(packetId, 'handedOver', packet.value.applications, actor)
      return ok()
    })
  }

  packets(): Result<readonly StoredPacket[]> {
    return this.#connection.read(() => ok(this.#batches.packets()))
  }

  recover(): Result<number> {
    return this.#changes.commit(() => {
      const interrupted = this.#rows.atResident()
      for (const record of interrupted) {
        const after = this.#applyWithin(record, { kind: 'leave', by: 'crash' }, 'kiosk')
        if (!after.ok) return after
      }
      if (interrupted.length > 0) this.#events.recovered(interrupted.length)
      return ok(interrupted.length)
    })
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener)
  }

  /** Deletes the keys of what is known about people in applications finished, or left as drafts, since `before`. Returns how many. */
  shredBefore(before: Date): Result<number> {
    return this.#changes.commit(() => {
      const at = this.#clock.now()
      const forgotten = this.#rows.forgotten(before)
      for (const record of forgotten) {
        const after = this.#applyWithin(record, { kind: 'abandon' }, 'kiosk')
        if (!after.ok) return after
        this.#sealed.shred(table, record.rowId, at)
      }
      const finished = this.#rows.finishedBefore(before)
      for (const rowId of finished) this.#sealed.shred(table, rowId, at)
      return ok(forgotten.length + finished.length)
    })
  }

  #insertWithin({ applicationId, origin, batchId, facts }: NewApplication, actor: string): ApplicationRecord {
    const at = this.#clock.now()
    const day = dayInJapan(at)
    const { sequence, ordinal } = this.#rows.next(day)
    const record: ApplicationRecord = {
      ...{ sequence, applicationId, rowId: uuidv7({ msecs: at.getTime() }), number: applicationNumber(ordinal), day, begunAt: at, kind: facts.kind, state: 'draft', version: 1, origin },
      ...{ collection: facts.collection, express: facts.express !== null, batchId, subjectVersion: null, factsVersion: 1, photoVersion: null, deliveryVersion: null, photo: 'none' },
      ...{ formMark: this.#markOf(facts), leftBy: null, atResident: origin === 'resident', packetId: null, transfer: 'none', lastOn: null },
    }
    this.#rows.insert(record, ordinal)
    this.#sealed.put({ table, rowId: record.rowId, part: 'facts-1' }, facts)
    this.#rows.addHistory(record, { change: 'open', day, actor, place: this.#terminal, reason: null }, at)
    this.#events.opened(record, actor)
    return record
  }

  #find(applicationId: string): Result<ApplicationRecord> {
    const record = this.#rows.byId(applicationId)
    return record === null ? fail('APPLICATION-NOT-FOUND') : ok(record)
  }

  #packet(packetId: string): Result<StoredPacket> {
    const packet = this.#batches.packet(packetId)
    return packet === null ? fail('APPLICATION-NOT-FOUND', 'there is no such packet') : ok(packet)
  }

  #part<T>({ rowId }: ApplicationRecord, part: string, schema: z.ZodType<T>): Result<T> {
    const opened = this.#sealed.open({ table, rowId, part })
    if (!opened.ok) return opened.failure.code === 'REQUEST-NOT-FOUND' ? fail('APPLICATION-NOT-FOUND', opened.failure.detail) : opened
    const parsed = schema.safeParse(opened.value)
    return parsed.success ? ok(parsed.data) : fail('STORE-CORRUPT', 'a sealed record has an unknown shape')
  }

  #applyWithin(before: ApplicationRecord, change: ApplicationChange, actor: string): Result<ApplicationRecord> {
    const at = this.#clock.now()
    const today = dayInJapan(at)
    const applied = applyApplicationChange(before, change, today)
    if (!applied.ok) return applied
    const after = change.kind === 'saveFacts' ? { ...applied.value, formMark: this.#markOf(change.facts) } : applied.value
    const ended = after.state === 'delivered' || after.state === 'refused' || after.state === 'withdrawn'
    if (!this.#rows.update(before, after, at, ended ? today : null)) return fail('APPLICATION-STATE', 'another change came first')
    this.#rows.addHistory(after, { change: change.kind, day: 'on' in change ? change.on : today, actor, place: this.#terminal, reason: applicationReasonOf(change) }, at)
    const sealed = this.#sealWithin(before, after, change, actor, at)
    if (!sealed.ok) return sealed
    this.#events.changed(before, after, change, actor)
    return ok(after)
  }

  #sealWithin(before: ApplicationRecord, { rowId, version }: ApplicationRecord, change: ApplicationChange, actor: string, at: Date): Result<void> {
    const put = (part: string, value: unknown): void => this.#sealed.put({ table, rowId, part: `${part}-${version}` }, value)
    // A picture that was replaced is nobody's any more.
    const forgetPhoto = (): void => {
      if (before.photoVersion !== null) this.#sealed.shredPart({ table, rowId, part: `photo-${before.photoVersion}` }, at)
    }
    switch (change.kind) {
      case 'saveFacts':
        put('facts', change.facts)
        break
      case 'link':
        if (change.residentId !== null) put('subject', { residentId: change.residentId })
        break
      case 'savePhoto':
        put('photo', { ...change.photo, confirmedBy: null, exception: null })
        forgetPhoto()
        break
      case 'dropPhoto':
        forgetPhoto()
        break
      case 'confirmPhoto':
      case 'exceptPhoto': {
        const photo = this.#part(before, `photo-${before.photoVersion}`, keptPhotoSchema)
        if (!photo.ok) return photo
        put('photo', { ...photo.value, confirmedBy: actor, exception: change.kind === 'exceptPhoto' ? { reason: change.exception, note: change.note } : photo.value.exception })
        forgetPhoto()
        break
      }
      case 'deliver':
        put('delivery', change.delivery)
        break
      case 'discard':
        this.#sealed.shred(table, rowId, at)
        break
      default:
    }
    if ('note' in change && change.note !== '' && change.kind !== 'exceptPhoto') put('note', change.note)
    return ok()
  }

  #today(): string {
    return dayInJapan(this.#clock.now())
  }

  #mark(formId: string): string {
    return createHmac('sha256', this.#key.key).update(`madoguchi-form-1:${formId}`).digest('hex')
  }

  #markOf({ formId }: ApplicationFacts): string | null {
    return formId === null ? null : this.#mark(formId)
  }
}

/** The port's view. */
function stored(record: ApplicationRecord): StoredApplication {
  const { applicationId, rowId, number, day, begunAt, kind, state, version, origin, collection, express, batchId, photo, leftBy, atResident, packetId, transfer } = record
  return { applicationId, rowId, number, day, begunAt, kind, state, version, origin, collection, express, batchId, photo, leftBy, atResident, packetId, transfer }
}
