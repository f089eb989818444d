import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../failures/result.ts'
import { attempt } from '../queue/database/sqlite-failures.ts'
import type { AuditEntry, AuditHead } from './chain.ts'

interface EntryRow extends Omit<AuditEntry, 'previousHash'> {
  previous_hash: string
}

/** A store's log opened for reading only, beside the kiosk that writes it. */
export class AuditFile {
  readonly #database: Database.Database
  readonly #page: Database.Statement<[number, number], EntryRow>
  readonly #head: Database.Statement<[], AuditHead & { seal: string }>

  private constructor(database: Database.Database) {
    this.#database = database
    this.#page = database.prepare('SELECT seq, at, terminal, event, previous_hash, hash FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?')
    this.#head = database.prepare('SELECT seq, hash, seal FROM audit_head')
  }

  /** Failures: STORE-UNAVAILABLE (no such file), STORE-CORRUPT (no store, or one without a log), STORE-*. */
  static open(file: string): Result<AuditFile> {
    return attempt(() => {
      if (!existsSync(file)) return fail('STORE-UNAVAILABLE', 'there is no such file')
      const database = new Database(file, { readonly: true, timeout: 5000 })
      const opened = attempt(() => {
        database.pragma('trusted_schema = OFF')
        const tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name IN ('audit_entry', 'audit_head')").all()
        if (tables.length !== 2) return fail('STORE-CORRUPT', 'the file holds no audit log')
        return ok(new AuditFile(database))
      })
      if (!opened.ok) database.close()
      return opened
    })
  }

  /** Runs several reads on one and the same state of the log. */
  snapshot<T>(work: () => T): T {
    return this.#database.transaction(work)()
  }

  head(): (AuditHead & { readonly seal: string }) | null {
    return this.#head.get() ?? null
  }

  /** Up to `limit` entries after the given one, in order. */
  after(seq: number, limit: number): AuditEntry[] {
    return this.#page.all(seq, limit).map(({ previous_hash: previousHash, ...entry }) => ({ ...entry, previousHash }))
  }

  close(): void {
    this.#database.close()
  }
}
