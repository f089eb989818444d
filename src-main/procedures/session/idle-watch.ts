import type { Timers } from '../../timers.ts'

/** Milliseconds of silence until the resident is asked, and until the screen forgets. */
export interface IdleLimits {
  readonly warnAfter: number
  readonly wipeAfter: number
}

/** "続けますか": warns, counts down once a second, then fires. Any touch starts it over. */
export class IdleWatch {
  readonly #timers: Timers
  readonly #changed: () => void
  readonly #expired: () => void
  #limits: IdleLimits | null = null
  #secondsLeft: number | null = null
  #cancel: () => void = () => undefined

  constructor(parts: { timers: Timers; changed: () => void; expired: () => void }) {
    this.#timers = parts.timers
    this.#changed = parts.changed
    this.#expired = parts.expired
  }

  /** Seconds until the wipe; null while nobody needs warning. */
  get secondsLeft(): number | null {
    return this.#secondsLeft
  }

  start(limits: IdleLimits): void {
    this.stop()
    this.#limits = limits
    this.#cancel = this.#timers.after(limits.warnAfter, () => this.#warn(limits))
  }

  touch(): void {
    if (this.#limits) this.start(this.#limits)
  }

  stop(): void {
    this.#cancel()
    this.#cancel = () => undefined
    this.#limits = null
    this.#secondsLeft = null
  }

  #warn(limits: IdleLimits): void {
    this.#secondsLeft = Math.ceil((limits.wipeAfter - limits.warnAfter) / 1000)
    this.#cancel = this.#timers.every(1000, () => this.#tick())
    this.#changed()
  }

  #tick(): void {
    this.#secondsLeft = Math.max(0, (this.#secondsLeft ?? 1) - 1)
    if (this.#secondsLeft > 0) {
      this.#changed()
      return
    }
    this.stop()
    this.#expired()
  }
}
