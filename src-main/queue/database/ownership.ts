import { chmodSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../failures/result.ts'
import { attempt, storeFailure } from './sqlite-failures.ts'

/** Held for as long as the process owns the store. */
export interface Ownership {
  release(): void
}

/**
 * One process owns a store at a time. The lock is SQLite's own exclusive lock on a small file beside the
 * store: the operating system drops it when the process dies, however it dies, on every system SQLite
 * runs on; a pid file does not. A separate file, because an exclusive lock on the store itself would also
 * keep `audit verify` out while the kiosk runs.
 * Failures: STORE-IN-USE, STORE-READ-ONLY, STORE-FULL, STORE-UNAVAILABLE.
 */
export function takeOwnership(storeFile: string): Result<Ownership> {
  const file = `${storeFile}.owner`
  return attempt(() => {
    const lock = new Database(file, { timeout: 0 })
    try {
      chmodSync(file, 0o600)
      lock.pragma('journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (thrown) {
      lock.close()
      const failure = storeFailure(thrown)
      if (failure === null) throw thrown
      return fail(failure.code, failure.code === 'STORE-IN-USE' ? 'another process has this store open' : failure.detail)
    }
    return ok({ release: () => void lock.close() })
  })
}
