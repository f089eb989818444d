import type Database from 'better-sqlite3'
import type { Clock } from '../clock.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { StoreConnection } from '../queue/database/store-connection.ts'
import type { TerminalKey } from '../queue/sealing/key-store.ts'
import type { AuditLog } from './audit-log.ts'
import { canonicalJson } from './canonical-json.ts'
import { entryHash, genesis, headKey, headSeal, sameSeal, type AuditHead } from './chain.ts'
import { auditEventSchema, type AuditEvent } from './event-catalogue.ts'
import { withoutNumbers } from './redaction.ts'

/** The chained log in the store itself, so that an entry and what it tells of commit together or not at all. */
export class SqliteAuditLog implements AuditLog {
  readonly #connection: StoreConnection
  readonly #clock: Clock
  readonly #terminal: string
  readonly #headKey: Buffer
  readonly #selectHead: Database.Statement<[], AuditHead & { seal: string }>
  readonly #selectNewest: Database.Statement<[], AuditHead>
  readonly #insert: Database.Statement<[number, string, string, string, string, string]>
  readonly #moveHead: Database.Statement<[number, string, string]>

  /** @param terminal 端末番号 */
  constructor(connection: StoreConnection, clock: Clock, terminal: string, key: TerminalKey) {
    this.#connection = connection
    this.#clock = clock
    this.#terminal = terminal
    this.#headKey = headKey(key.key)
    const { database } = connection
    this.#selectHead = database.prepare('SELECT seq, hash, seal FROM audit_head')
    this.#selectNewest = database.prepare('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1')
    this.#insert = database.prepare('INSERT INTO audit_entry (seq, at, terminal, event, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)')
    this.#moveHead = database.prepare('UPDATE audit_head SET seq = ?, hash = ?, seal = ?')
  }

  record(event: AuditEvent): Result<void> {
    return this.#connection.transact(() => {
      this.appendWithin(event)
      return ok()
    })
  }

  /** Inside the caller's transaction. Throws on an event that is not in the catalogue: that is a bug, not a failure. */
  appendWithin(event: AuditEvent): void {
    const head = this.#selectHead.get()
    if (head === undefined) throw new Error('audit_head has no row')
    const checked = auditEventSchema.parse(event)
    const entry = {
      seq: head.seq + 1,
      at: this.#clock.now().toISOString(),
      terminal: this.#terminal,
      event: canonicalJson('note' in checked ? { ...checked, note: withoutNumbers(checked.note) } : checked),
      previousHash: head.hash,
    }
    const hash = entryHash(entry)
    this.#insert.run(entry.seq, entry.at, entry.terminal, entry.event, entry.previousHash, hash)
    this.#moveHead.run(entry.seq, hash, headSeal(this.#headKey, { seq: entry.seq, hash }))
  }

  /**
   * The quick check at every start: the newest entry is the sealed head. The whole chain is checked by
   * `verifyAuditChain`. Failures: AUDIT-BROKEN, STORE-*.
   */
  checkHead(): Result<AuditHead> {
    return this.#connection.read(() => {
      const head = this.#selectHead.get()
      if (head === undefined) return fail('AUDIT-BROKEN', 'the head is missing')
      const newest = this.#selectNewest.get() ?? genesis
      if (newest.seq !== head.seq || newest.hash !== head.hash) return fail('AUDIT-BROKEN', `entry ${newest.seq} is not the head ${head.seq}`)
      if (head.seq > 0 && !sameSeal(headSeal(this.#headKey, head), head.seal)) {
        return fail('AUDIT-BROKEN', `entry ${head.seq} does not carry the terminal's seal`)
      }
      return ok({ seq: head.seq, hash: head.hash })
    })
  }
}
