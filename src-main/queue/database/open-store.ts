import { SqliteAuditLog } from '../../audit/sqlite-audit-log.ts'
import type { Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { defaultPasswordCost, type PasswordCost } from '../../staff/password-hash.ts'
import { SqliteStaffAccounts } from '../../staff/sqlite-staff-accounts.ts'
import { SqliteApplicationStore } from '../applications/sqlite-application-store.ts'
import { SqliteCardCaseStore } from '../cases/sqlite-card-case-store.ts'
import { OutboxReader } from '../outbox/outbox-reader.ts'
import { OutboxWriter } from '../outbox/outbox-writer.ts'
import type { KeyStore, TerminalKey } from '../sealing/key-store.ts'
import { SealedRecords } from '../sealing/sealed-records.ts'
import { SqliteRequestQueue } from '../sqlite-request-queue.ts'
import { backUp, pruneBackups } from './backup.ts'
import { migrate, type Migration } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openFile, prepareFile } from './open-file.ts'
import { takeOwnership, type Ownership } from './ownership.ts'
import { StoreConnection } from './store-connection.ts'

export interface StoreOptions {
  /** Path of the SQLite file; `-wal`, `-shm`, `.owner` and `.backup` files appear beside it. */
  readonly file: string
  readonly clock: Clock
  readonly keyStore: KeyStore
  /** 端末番号; a store belongs to one terminal for good. */
  readonly terminal: string
  /** So many unfinished requests, and new residents are asked to wait. Default 70. */
  readonly maxUnfinished?: number
  /** Days after the last change of a request or a card case until its personal data is shredded. Default 30; the ordinance decides. */
  readonly retentionDays?: number
  /** Upper limit of the file in pages of 4096 bytes. Default: the disk. */
  readonly maxPages?: number
  readonly passwordCost?: PasswordCost
  /** For tests of old and future schemas. */
  readonly migrations?: readonly Migration[]
}

/** Everything that is kept on this terminal. */
export interface Store {
  readonly queue: SqliteRequestQueue
  readonly cases: SqliteCardCaseStore
  readonly applications: SqliteApplicationStore
  readonly audit: SqliteAuditLog
  readonly staff: SqliteStaffAccounts
  readonly outbox: OutboxReader
  /** Writes the WAL back into the file and empties it. Failures: STORE-*. */
  checkpoint(): Result<void>
  /**
   * To be called daily: deletes the keys of personal data whose retention time is over, and backups as old.
   * Flash memory may keep what SQLite has overwritten until the drive reuses the cells; without the terminal
   * key that remainder says nothing. Returns how many requests. Failures: STORE-*.
   */
  shredExpired(now: Date): Result<number>
  /** Free and used size, for the doctor. Failures: STORE-*. */
  size(): Result<{ readonly bytes: number; readonly unfinished: number }>
  close(): void
}

const millisecondsPerDay = 24 * 60 * 60 * 1000

/**
 * Opens the terminal's store, after every check that keeps a damaged, foreign or busy one from being used.
 * Failures: STORE-IN-USE, STORE-CORRUPT, STORE-NEWER-SCHEMA, STORE-READ-ONLY, STORE-FULL, STORE-KEY-MISSING,
 * STORE-UNAVAILABLE, AUDIT-BROKEN.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const prepared = prepareFile(options.file)
  if (!prepared.ok) return prepared
  const ownership = takeOwnership(options.file)
  if (!ownership.ok) return ownership
  const opened = openFile(options.file, options)
  if (!opened.ok) {
    ownership.value.release()
    return opened
  }
  const connection = new StoreConnection(opened.value)
  const store = connection.read(() => assemble(options, prepared.value.existed, connection, ownership.value))
  if (!store.ok) {
    connection.database.close()
    ownership.value.release()
  }
  return store
}

function assemble(options: StoreOptions, existed: boolean, connection: StoreConnection, ownership: Ownership): Result<Store> {
  const { file, clock, terminal } = options
  const { database } = connection
  const migrated = migrate(database, options.migrations ?? migrations, (from) => {
    if (!existed || from === 0) return ok()
    const backup = backUp(database, file, from, clock.now())
    return backup.ok ? ok() : backup
  })
  if (!migrated.ok) return migrated
  const key = terminalKeyOf(connection, options)
  if (!key.ok) return key

  const audit = new SqliteAuditLog(connection, clock, terminal, key.value)
  const head = audit.checkHead()
  if (!head.ok) return head
  const sealed = new SealedRecords(database, key.value)
  const outbox = new OutboxWriter(database)
  const queue = new SqliteRequestQueue({ connection, clock, audit, outbox, sealed, terminal, maxUnfinished: options.maxUnfinished ?? 70 })
  const cases = new SqliteCardCaseStore({ connection, clock, audit, outbox, sealed, terminal })
  const applications = new SqliteApplicationStore({ connection, clock, audit, outbox, sealed, key: key.value, terminal })
  const checkpoint = (): Result<void> =>
    connection.read(() => {
      const rows = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      return rows[0]?.busy === 0 ? ok() : fail('STORE-IN-USE', 'a reader keeps the WAL file busy')
    })
  return ok({
    queue,
    cases,
    applications,
    audit,
    staff: new SqliteStaffAccounts(connection, clock, audit, options.passwordCost ?? defaultPasswordCost),
    outbox: new OutboxReader(connection, clock),
    checkpoint,
    shredExpired(now) {
      const before = new Date(now.getTime() - (options.retentionDays ?? 30) * millisecondsPerDay)
      const shredded = queue.shredBefore(before)
      if (!shredded.ok) return shredded
      const casesShredded = cases.shredBefore(before)
      if (!casesShredded.ok) return casesShredded
      const applicationsShredded = applications.shredBefore(before)
      if (!applicationsShredded.ok) return applicationsShredded
      const count = shredded.value + casesShredded.value + applicationsShredded.value
      const pruned = pruneBackups(file, before)
      if (!pruned.ok) return pruned
      // The WAL still holds pages as they were before.
      const emptied = count === 0 ? ok() : checkpoint()
      return emptied.ok ? ok(count) : emptied
    },
    size: () =>
      connection.read(() => {
        const pages = database.pragma('page_count', { simple: true }) as number
        const pageSize = database.pragma('page_size', { simple: true }) as number
        return ok({ bytes: pages * pageSize, unfinished: queue.unfinished() })
      }),
    close() {
      database.close()
      ownership.release()
    },
  })
}

/** The key that the store was made with; a new one only for a new store. */
function terminalKeyOf(connection: StoreConnection, { keyStore, terminal, clock }: StoreOptions): Result<TerminalKey> {
  const identity = connection.database.prepare<[], { terminal: string; key_id: string }>('SELECT terminal, key_id FROM store_identity').get()
  const loaded = keyStore.load()
  if (!loaded.ok) return loaded
  if (identity !== undefined) {
    if (identity.terminal !== terminal) return fail('STORE-UNAVAILABLE', `this store belongs to terminal ${identity.terminal}`)
    if (loaded.value === null) return fail('STORE-KEY-MISSING', `no key in ${keyStore.description}`)
    if (loaded.value.keyId !== identity.key_id)
      return fail('STORE-KEY-MISSING', `the store was sealed by key ${identity.key_id}, found is ${loaded.value.keyId}`)
    return ok(loaded.value)
  }
  const key = loaded.value === null ? keyStore.create() : ok(loaded.value)
  if (!key.ok) return key
  return connection.transact(() => {
    connection.database
      .prepare('INSERT INTO store_identity (only_row, terminal, key_id, created_at) VALUES (1, ?, ?, ?)')
      .run(terminal, key.value.keyId, clock.now().getTime())
    return key
  })
}
