import { statusOf } from './conditions.ts'
import type { PrinterCondition, PrinterStatus } from './printers.ts'

/** Tells subscribers of each change of condition, and a new one of nothing it has not missed. */
export class StatusBroadcast {
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  #last: PrinterCondition | null = null

  get subscribers(): number {
    return this.#listeners.size
  }

  report(condition: PrinterCondition): void {
    if (condition === this.#last) return
    this.#last = condition
    for (const listener of [...this.#listeners]) listener(statusOf(condition))
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    // Wrapped, so that the same function given twice is two subscriptions.
    const entry = (status: PrinterStatus): void => listener(status)
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }
}
