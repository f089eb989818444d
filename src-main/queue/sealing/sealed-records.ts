import type Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../failures/result.ts'
import { seal, unseal, type SealedPlace } from './envelope.ts'
import type { TerminalKey } from './key-store.ts'

interface SealedRow {
  key_id: string
  wrapped_key: Buffer | null
  body: Buffer | null
}

/** Table `sealed_record`: personal data at rest. A record whose wrapped key is deleted can't be opened by anybody. */
export class SealedRecords {
  readonly #key: TerminalKey
  readonly #insert: Database.Statement<[string, string, string, string, Buffer, Buffer]>
  readonly #select: Database.Statement<[string, string, string], SealedRow>
  readonly #shred: Database.Statement<[number, string, string]>
  readonly #shredPart: Database.Statement<[number, string, string, string]>

  constructor(database: Database.Database, key: TerminalKey) {
    this.#key = key
    this.#insert = database.prepare('INSERT INTO sealed_record (owner, row_id, part, key_id, wrapped_key, body) VALUES (?, ?, ?, ?, ?, ?)')
    this.#select = database.prepare('SELECT key_id, wrapped_key, body FROM sealed_record WHERE owner = ? AND row_id = ? AND part = ?')
    this.#shred = database.prepare(
      'UPDATE sealed_record SET wrapped_key = NULL, body = NULL, shredded_at = ? WHERE owner = ? AND row_id = ? AND wrapped_key IS NOT NULL',
    )
    this.#shredPart = database.prepare(
      'UPDATE sealed_record SET wrapped_key = NULL, body = NULL, shredded_at = ? WHERE owner = ? AND row_id = ? AND part = ? AND wrapped_key IS NOT NULL',
    )
  }

  /** Inside the caller's transaction. `value` must survive JSON. */
  put(place: SealedPlace, value: unknown): void {
    const plain = Buffer.from(JSON.stringify(value), 'utf8')
    const envelope = seal(this.#key, place, plain)
    plain.fill(0)
    this.#insert.run(place.table, place.rowId, place.part, envelope.keyId, envelope.wrappedKey, envelope.body)
  }

  /**
   * The value as JSON made it; null when there never was one. Failures: REQUEST-NOT-FOUND (shredded after its
   * retention time), STORE-KEY-MISSING (sealed by another terminal key), STORE-CORRUPT (changed or moved).
   */
  open(place: SealedPlace): Result<unknown> {
    const row = this.#select.get(place.table, place.rowId, place.part)
    if (row === undefined) return ok(null)
    if (row.wrapped_key === null || row.body === null) return fail('REQUEST-NOT-FOUND', 'personal data was deleted when its retention time was over')
    if (row.key_id !== this.#key.keyId) return fail('STORE-KEY-MISSING', `sealed by key ${row.key_id}`)
    const plain = unseal(this.#key, place, { keyId: row.key_id, wrappedKey: row.wrapped_key, body: row.body })
    if (plain === null) return fail('STORE-CORRUPT', 'a sealed record was changed')
    const value: unknown = JSON.parse(plain.toString('utf8'))
    plain.fill(0)
    return ok(value)
  }

  /** Deletes the keys of all sealed values of one row, inside the caller's transaction. Returns whether there were any. */
  shred(table: string, rowId: string, at: Date): boolean {
    return this.#shred.run(at.getTime(), table, rowId).changes > 0
  }

  /** The same for one sealed value. */
  shredPart({ table, rowId, part }: SealedPlace, at: Date): boolean {
    return this.#shredPart.run(at.getTime(), table, rowId, part).changes > 0
  }
}
