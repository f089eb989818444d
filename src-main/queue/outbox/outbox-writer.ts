import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'

/** Table `outbox`: what others are to be told, in the transaction of what it tells of. Payloads carry no personal data. */
export class OutboxWriter {
  readonly #insert: Database.Statement<[string, string, string, number, number]>

  constructor(database: Database.Database) {
    this.#insert = database.prepare('INSERT INTO outbox (event_id, subject, payload, created_at, next_attempt_at) VALUES (?, ?, ?, ?, ?)')
  }

  /** Inside the caller's transaction. The event id travels with every attempt, so that a repeat is seen as one. */
  appendWithin(subject: string, payload: Readonly<Record<string, unknown>>, at: Date): void {
    this.#insert.run(uuidv7({ msecs: at.getTime() }), subject, JSON.stringify(payload), at.getTime(), at.getTime())
  }
}
