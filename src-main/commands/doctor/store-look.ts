import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../failures/result.ts'
import { schemaVersion } from '../../queue/database/migrate.ts'
import { migrations } from '../../queue/database/migrations.ts'
import { attempt, storeFailure } from '../../queue/database/sqlite-failures.ts'
import type { DoctorWords } from './words/words.ts'

/** What a look from outside tells about a store; nothing is written, and the kiosk may be running. */
export interface StoreLook {
  readonly schema: number
  /** Migrations that the next start will run. */
  readonly behind: number
  /** Null in a store that was never used. */
  readonly identity: { readonly terminal: string; readonly keyId: string } | null
  readonly unfinished: number
  readonly uncertain: number
}

/** Failures: STORE-CORRUPT, STORE-NEWER-SCHEMA, STORE-*. */
export function lookAtStore(file: string, words: DoctorWords['database']): Result<StoreLook> {
  return attempt(() => {
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      database.pragma('trusted_schema = OFF')
      if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') return fail('STORE-CORRUPT', 'integrity_check')
      return database.transaction(() => read(database, words))()
    } finally {
      database.close()
    }
  })
}

function read(database: Database.Database, words: DoctorWords['database']): Result<StoreLook> {
  const schema = schemaVersion(database)
  const behind = migrations.length - schema
  if (behind < 0) return fail('STORE-NEWER-SCHEMA', words.newer({ schema, known: migrations.length }))
  // Tables of an older schema are not known here; the start migrates them first.
  if (behind > 0) return ok({ schema, behind, identity: null, unfinished: 0, uncertain: 0 })
  const identity = database.prepare<[], { terminal: string; keyId: string }>('SELECT terminal, key_id AS keyId FROM store_identity').get()
  const count = database.prepare<[], { unfinished: number; uncertain: number }>(
    "SELECT count(*) AS unfinished, count(*) FILTER (WHERE state = 'uncertain') AS uncertain FROM request WHERE finished_on IS NULL",
  )
  return ok({ schema, behind, identity: identity ?? null, unfinished: 0, uncertain: 0, ...count.get() })
}

/** Whether a kiosk, or another command, owns the store now: it holds an exclusive lock on the file beside it. */
export function isStoreOwned(file: string): boolean {
  const owner = `${file}.owner`
  if (!existsSync(owner)) return false
  const lock = new Database(owner, { readonly: true, fileMustExist: true, timeout: 0 })
  try {
    lock.pragma('schema_version')
    return false
  } catch (thrown) {
    if (storeFailure(thrown)?.code === 'STORE-IN-USE') return true
    throw thrown
  } finally {
    lock.close()
  }
}
