import type Database from 'better-sqlite3'
import { fail, type Failure, type Result } from '../../failures/result.ts'
import { attempt } from './sqlite-failures.ts'

/** Carries a failure out of a transaction, so that better-sqlite3 rolls back. Never leaves this file. */
class RollBack extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/**
 * The one writer connection of the terminal, with the two ways of using it. Everything that reads or
 * writes the store goes through here, so that a full disk or a lost file is a coded failure everywhere.
 */
export class StoreConnection {
  readonly database: Database.Database
  readonly #immediate: (work: () => Result<unknown>) => Result<unknown>

  constructor(database: Database.Database) {
    this.database = database
    const transaction = database.transaction((work: () => Result<unknown>) => {
      const result = work()
      if (!result.ok) throw new RollBack(result.failure)
      return result
    })
    this.#immediate = (work) => transaction.immediate(work)
  }

  /**
   * One durable transaction: on return with `ok` everything is on disk, on a failure nothing is.
   * IMMEDIATE takes the write lock first, so that no read inside can be of an older state.
   */
  transact<T>(work: () => Result<T>): Result<T> {
    return this.read(() => {
      try {
        return this.#immediate(work) as Result<T>
      } catch (thrown) {
        if (thrown instanceof RollBack) return { ok: false, failure: thrown.failure }
        throw thrown
      }
    })
  }

  /** Reading; also every other use that must not throw on the disk's account. */
  read<T>(work: () => Result<T>): Result<T> {
    if (!this.database.open) return fail('STORE-UNAVAILABLE', 'the store is closed')
    return attempt(work)
  }
}
