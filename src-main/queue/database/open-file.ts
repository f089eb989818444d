import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../failures/result.ts'
import { attempt } from './sqlite-failures.ts'

/** Older versions may corrupt a WAL file when it is reset (https://www.sqlite.org/changes.html, 3.51.3). */
const minimumSqlite = [3, 51, 3] as const

export interface FileOptions {
  /** Upper limit of the file in pages of 4096 bytes, where the operator gives the store a quota. */
  readonly maxPages?: number
}

export interface OpenedFile {
  readonly database: Database.Database
  /** The file was there before. */
  readonly existed: boolean
}

export function isSqliteNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of minimumSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}

/** The folder (0700) and the file (0600), made where they are missing. Failures: STORE-READ-ONLY, STORE-FULL, STORE-UNAVAILABLE. */
export function prepareFile(file: string): Result<{ existed: boolean }> {
  return attempt(() => {
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    const existed = existsSync(file)
    // Made by hand first, so that it is never open to others, not even for the moment before a chmod.
    if (!existed) closeSync(openSync(file, 'wx', 0o600))
    accessSync(file, constants.R_OK | constants.W_OK)
    chmodSync(file, 0o600)
    return ok({ existed })
  })
}

/**
 * The writer connection with every setting the store relies on, after proving that the file is whole.
 * Failures: STORE-CORRUPT, STORE-READ-ONLY, STORE-FULL, STORE-IN-USE, STORE-UNAVAILABLE.
 */
export function openFile(file: string, options: FileOptions): Result<Database.Database> {
  return attempt(() => {
    const database = new Database(file, { timeout: 5000 })
    const opened = attempt(() => {
      const version = database.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? ''
      if (!isSqliteNewEnough(version)) return fail('STORE-UNAVAILABLE', `SQLite ${version} is older than ${minimumSqlite.join('.')}`)
      database.pragma('trusted_schema = OFF')
      const problems = database.pragma('integrity_check(1)', { simple: true })
      if (problems !== 'ok') return fail('STORE-CORRUPT', 'integrity_check')
      const mode = database.pragma('journal_mode = WAL', { simple: true })
      if (mode !== 'wal') return fail('STORE-READ-ONLY', 'the file can not be switched to WAL')
      // Each commit is on disk before it is acknowledged.
      database.pragma('synchronous = FULL')
      database.pragma('foreign_keys = ON')
      // Deleted keys and texts are overwritten, not only forgotten.
      database.pragma('secure_delete = ON')
      database.pragma('cell_size_check = ON')
      // 16 MB: pages that every request touches are copied back once for hundreds of requests, not for ninety.
      database.pragma('wal_autocheckpoint = 4000')
      if (options.maxPages !== undefined) database.pragma(`max_page_count = ${Math.trunc(options.maxPages)}`)
      return ok(database)
    })
    if (!opened.ok) database.close()
    return opened
  })
}
