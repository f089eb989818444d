import type { Result } from '../../failures/result.ts'
import type { StoreConnection } from './store-connection.ts'

/** Changes of one kind of record: each is durable before anybody hears of it. */
export class CommittedChanges {
  readonly #connection: StoreConnection
  readonly #listeners = new Set<() => void>()

  constructor(connection: StoreConnection) {
    this.#connection = connection
  }

  /** Commits, then tells the listeners; a listener that throws can't make a committed change look refused. */
  commit<T>(work: () => Result<T>): Result<T> {
    const result = this.#connection.transact(work)
    if (result.ok) {
      for (const listener of [...this.#listeners]) {
        try {
          listener()
        } catch (thrown) {
          queueMicrotask(() => {
            throw thrown
          })
        }
      }
    }
    return result
  }

  /** Ends with what it returns. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
