import Database from 'better-sqlite3'
import { fail, type Result } from '../../../failures/result.ts'
import { registryApplicationId, registrySchemaVersion } from './registry-schema.ts'

/** How long a writer that holds the file is waited for. The wait blocks the main process, so it is short. */
const busyTimeoutMilliseconds = 250

/**
 * Opens the file for one question, read-only and in one transaction, and closes it again. A connection that stays
 * open would go on reading yesterday's file after a new one was put in its place; "always read anew" needs
 * a new one. Anything that SQLite itself refuses is REGISTRY-UNAVAILABLE with its error code.
 */
export function withRegistryFile<T>(file: string, read: (database: Database.Database) => Result<T>): Result<T> {
  let database: Database.Database | null = null
  try {
    const opened = openReadOnly(file)
    if (opened === null) return fail('REGISTRY-UNAVAILABLE', 'the file or its folder is missing')
    database = opened
    const foreign = notARegistry(database)
    if (foreign !== null) return fail('REGISTRY-UNAVAILABLE', foreign)
    return opened.transaction(() => read(opened)).deferred()
  } catch (error) {
    if (error instanceof Database.SqliteError) return fail('REGISTRY-UNAVAILABLE', error.code)
    throw error
  } finally {
    database?.close()
  }
}

function openReadOnly(file: string): Database.Database | null {
  try {
    return new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMilliseconds })
  } catch (error) {
    // better-sqlite3 answers a missing folder with a TypeError of its own.
    if (error instanceof TypeError) return null
    throw error
  }
}

function notARegistry(database: Database.Database): string | null {
  if (database.pragma('application_id', { simple: true }) !== registryApplicationId) return 'not a resident registry'
  if (database.pragma('user_version', { simple: true }) !== registrySchemaVersion) return 'a registry of another schema version'
  return null
}
