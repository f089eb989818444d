import Database from 'better-sqlite3'
import { fail, type Failure, type Result } from '../../failures/result.ts'
import type { FailureCode } from '../../../src-preload/contract.ts'

/**
 * Which store failure an SQLite result code is (https://www.sqlite.org/rescode.html). Extended codes start
 * with their primary code, so the first match decides; more special ones stand first.
 * What is missing here (CONSTRAINT, MISUSE, ERROR, RANGE …) is a bug and is thrown on.
 */
const prefixes: readonly (readonly [string, FailureCode])[] = [
  // The file was moved or replaced under the running process: not a matter of permissions.
  ['SQLITE_READONLY_DBMOVED', 'STORE-UNAVAILABLE'],
  ['SQLITE_IOERR_CORRUPTFS', 'STORE-CORRUPT'],
  ['SQLITE_FULL', 'STORE-FULL'],
  ['SQLITE_READONLY', 'STORE-READ-ONLY'],
  ['SQLITE_PERM', 'STORE-READ-ONLY'],
  ['SQLITE_CORRUPT', 'STORE-CORRUPT'],
  ['SQLITE_NOTADB', 'STORE-CORRUPT'],
  ['SQLITE_BUSY', 'STORE-IN-USE'],
  ['SQLITE_LOCKED', 'STORE-IN-USE'],
  ['SQLITE_IOERR', 'STORE-UNAVAILABLE'],
  ['SQLITE_CANTOPEN', 'STORE-UNAVAILABLE'],
  ['SQLITE_PROTOCOL', 'STORE-UNAVAILABLE'],
  ['SQLITE_NOMEM', 'STORE-UNAVAILABLE'],
]

/** The operating system's codes for the same troubles, met before SQLite has the file. */
const systemCodes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'STORE-FULL',
  EDQUOT: 'STORE-FULL',
  EROFS: 'STORE-READ-ONLY',
  EACCES: 'STORE-READ-ONLY',
  EPERM: 'STORE-READ-ONLY',
  ENOENT: 'STORE-UNAVAILABLE',
  ENOTDIR: 'STORE-UNAVAILABLE',
  EEXIST: 'STORE-UNAVAILABLE',
  EISDIR: 'STORE-UNAVAILABLE',
  ELOOP: 'STORE-UNAVAILABLE',
  EIO: 'STORE-UNAVAILABLE',
  EMFILE: 'STORE-UNAVAILABLE',
  ENFILE: 'STORE-UNAVAILABLE',
  EFBIG: 'STORE-FULL',
}

/** The expected failure behind a thrown value, or null where it is a bug. The detail is the bare result code. */
export function storeFailure(thrown: unknown): Failure | null {
  if (thrown instanceof Database.SqliteError) {
    const { code } = thrown
    const match = prefixes.find(([prefix]) => code.startsWith(prefix))
    return match === undefined ? null : { code: match[1], detail: code }
  }
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') {
    const code = systemCodes[thrown.code]
    return code === undefined ? null : { code, detail: thrown.code }
  }
  return null
}

/** Runs work that touches the store; what a disk or another process can cause comes back as a failure, bugs go on. */
export function attempt<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (thrown) {
    const failure = storeFailure(thrown)
    if (failure === null) throw thrown
    return fail(failure.code, failure.detail)
  }
}
