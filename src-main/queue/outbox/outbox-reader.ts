import type Database from 'better-sqlite3'
import { v4 as uuidv4 } from 'uuid'
import type { Clock } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { StoreConnection } from '../database/store-connection.ts'

/** An event on loan to one publisher until `leaseUntil`; then another attempt may take it. */
export interface LeasedEvent {
  readonly position: number
  /** UUIDv7; the message id, so that a repeat is no duplicate to the receiver. */
  readonly eventId: string
  /** Such as `request.changed`. */
  readonly subject: string
  /** JSON without personal data. */
  readonly payload: string
  /** Refusals by the receiver so far. */
  readonly attempts: number
  readonly leaseId: string
}

export interface DeadLetter {
  readonly position: number
  readonly eventId: string
  readonly subject: string
  readonly attempts: number
  readonly lastErrorCode: string | null
  readonly createdAt: Date
}

interface OutboxRow {
  position: number
  event_id: string
  subject: string
  payload: string
  attempts: number
}

interface DeadRow {
  position: number
  event_id: string
  subject: string
  attempts: number
  last_error_code: string | null
  created_at: number
}

/**
 * What is to be told to others, in the order it happened. Every answer names the lease, so that a publisher
 * that was too slow can't overrule the one that came after it. All methods may fail with STORE-*.
 */
export class OutboxReader {
  readonly #connection: StoreConnection
  readonly #clock: Clock
  readonly #due: Database.Statement<[number, number, number], OutboxRow>
  readonly #take: Database.Statement<[string, number, number]>
  readonly #published: Database.Statement<[number, string]>
  readonly #later: Database.Statement<[number, number, string, number, string]>
  readonly #bury: Database.Statement<[string, number, string]>
  readonly #dead: Database.Statement<[], DeadRow>
  readonly #revive: Database.Statement<[number, number]>
  readonly #depth: Database.Statement<[], { pending: number; dead: number; oldest: number | null }>

  constructor(connection: StoreConnection, clock: Clock) {
    this.#connection = connection
    this.#clock = clock
    const { database } = connection
    this.#due = database.prepare(`
      SELECT position, event_id, subject, payload, attempts FROM outbox
      WHERE state = 'pending' AND next_attempt_at <= ? AND (lease_until IS NULL OR lease_until <= ?) ORDER BY position LIMIT ?`)
    this.#take = database.prepare('UPDATE outbox SET lease_id = ?, lease_until = ? WHERE position = ?')
    this.#published = database.prepare('DELETE FROM outbox WHERE position = ? AND lease_id = ?')
    this.#later = database.prepare(`
      UPDATE outbox SET next_attempt_at = ?, attempts = attempts + ?, last_error_code = ?, lease_id = NULL, lease_until = NULL WHERE position = ? AND lease_id = ?`)
    this.#bury = database.prepare(`
      UPDATE outbox SET state = 'dead', attempts = attempts + 1, last_error_code = ?, lease_id = NULL, lease_until = NULL WHERE position = ? AND lease_id = ?`)
    this.#dead = database.prepare(
      "SELECT position, event_id, subject, attempts, last_error_code, created_at FROM outbox WHERE state = 'dead' ORDER BY position",
    )
    this.#revive = database.prepare("UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = ? WHERE position = ? AND state = 'dead'")
    this.#depth = database.prepare(`
      SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'dead') AS dead,
        min(created_at) FILTER (WHERE state = 'pending') AS oldest FROM outbox`)
  }

  /** The oldest events that are due and free. */
  lease(limit: number, milliseconds: number): Result<readonly LeasedEvent[]> {
    return this.#connection.transact(() => {
      const now = this.#clock.now().getTime()
      const leaseId = uuidv4()
      const events = this.#due.all(now, now, limit).map((row): LeasedEvent => {
        this.#take.run(leaseId, now + milliseconds, row.position)
        return { position: row.position, eventId: row.event_id, subject: row.subject, payload: row.payload, attempts: row.attempts, leaseId }
      })
      return ok(events)
    })
  }

  /** The receiver has it: it leaves the outbox. False: the lease had run out and somebody else has the event; nothing changed. */
  acknowledge(event: LeasedEvent): Result<boolean> {
    return this.#connection.transact(() => ok(this.#published.run(event.position, event.leaseId).changes === 1))
  }

  /** @param refused Whether the receiver refused the event itself; an unreachable receiver says nothing about it. */
  postpone(event: LeasedEvent, until: Date, errorCode: string, refused: boolean): Result<boolean> {
    return this.#connection.transact(() =>
      ok(this.#later.run(until.getTime(), refused ? 1 : 0, errorCode, event.position, event.leaseId).changes === 1),
    )
  }

  /** Not tried again by itself, never deleted: staff see it and decide. */
  bury(event: LeasedEvent, errorCode: string): Result<boolean> {
    return this.#connection.transact(() => ok(this.#bury.run(errorCode, event.position, event.leaseId).changes === 1))
  }

  deadLetters(): Result<readonly DeadLetter[]> {
    return this.#connection.read(() =>
      ok(
        this.#dead.all().map((row) => ({
          position: row.position,
          eventId: row.event_id,
          subject: row.subject,
          attempts: row.attempts,
          lastErrorCode: row.last_error_code,
          createdAt: new Date(row.created_at),
        })),
      ),
    )
  }

  /** Gives a dead letter a new start. False: there is none at this position. */
  revive(position: number): Result<boolean> {
    return this.#connection.transact(() => ok(this.#revive.run(this.#clock.now().getTime(), position).changes === 1))
  }

  depth(): Result<{ readonly pending: number; readonly dead: number; readonly oldestPendingAt: Date | null }> {
    return this.#connection.read(() => {
      const row = this.#depth.get()
      const oldest = row?.oldest ?? null
      return ok({ pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldestPendingAt: oldest === null ? null : new Date(oldest) })
    })
  }
}
