/** Runs jobs in the order they came, one after the other; a printer has one paper path. */
export class OneAtATime {
  #tail: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Whether a job is running or waiting. */
  get busy(): boolean {
    return this.#waiting > 0
  }

  async run<T>(job: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const mine = this.#tail.then(job)
    // The next job runs whether this one threw or not; its own caller hears of that.
    this.#tail = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      this.#waiting -= 1
    }
  }
}
