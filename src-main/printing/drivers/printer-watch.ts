import type { Result } from '../../failures/result.ts'
import type { PrinterStatus } from '../printers.ts'
import { StatusBroadcast } from '../status-broadcast.ts'
import type { Delays } from '../../timers.ts'

/**
 * Asks a printer for its status on an interval while anybody listens, and tells them of changes. A printer
 * that can't be asked is `offline`. One question is out at a time, however slowly it is answered.
 */
export class PrinterWatch {
  readonly #ask: () => Promise<Result<PrinterStatus>>
  readonly #intervalMs: number
  readonly #timers: Delays
  readonly #broadcast = new StatusBroadcast()
  #cancelNext: (() => void) | null = null
  #asking = false
  #closed = false

  constructor(ask: () => Promise<Result<PrinterStatus>>, intervalMs: number, timers: Delays) {
    this.#ask = ask
    this.#intervalMs = intervalMs
    this.#timers = timers
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    const leave = this.#broadcast.subscribe(listener)
    this.#schedule(0)
    return leave
  }

  /** What was learnt outside the interval, such as a printer that was unplugged. */
  report(condition: PrinterStatus['condition']): void {
    this.#broadcast.report(condition)
  }

  close(): void {
    this.#closed = true
    this.#cancelNext?.()
    this.#cancelNext = null
  }

  #schedule(milliseconds: number): void {
    if (this.#closed || this.#asking || this.#cancelNext !== null || this.#broadcast.subscribers === 0) return
    this.#cancelNext = this.#timers.after(milliseconds, () => {
      this.#cancelNext = null
      void this.#round()
    })
  }

  async #round(): Promise<void> {
    this.#asking = true
    try {
      const status = await this.#ask()
      if (!this.#closed) this.#broadcast.report(status.ok ? status.value.condition : 'offline')
    } finally {
      this.#asking = false
    }
    this.#schedule(this.#intervalMs)
  }
}
