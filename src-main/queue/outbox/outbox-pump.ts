import type { Clock } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { Timers } from '../../timers.ts'
import type { OutboxPublisher } from './outbox-publisher.ts'
import type { LeasedEvent, OutboxReader } from './outbox-reader.ts'

export interface PumpOptions {
  readonly reader: OutboxReader
  readonly publisher: OutboxPublisher
  readonly clock: Clock
  readonly timers: Timers
  /** In [0, 1): spreads the attempts of many terminals after a common outage. */
  readonly random: () => number
  /** Told of every round, for the device light. */
  readonly onRound: (round: Result<PumpRound>) => void
}

export interface PumpRound {
  readonly published: number
  /** The receiver did not answer: the rest waits. */
  readonly unavailable: boolean
  readonly buried: number
}

const batch = 50
const leaseMilliseconds = 60_000
const intervalMilliseconds = 5_000
const firstDelay = 1_000
const longestDelay = 5 * 60_000
/** So many refusals, and an event waits for a person. */
const refusalsBeforeBurial = 8

/** Exponential with full jitter, milliseconds. */
export function retryDelay(attempt: number, random: number): number {
  const ceiling = Math.min(longestDelay, firstDelay * 2 ** attempt)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

/** Carries events from the outbox to the publisher, one at a time and in order, for as long as it runs. */
export class OutboxPump {
  readonly #options: PumpOptions
  #outage = 0
  #resumeAt = 0
  #running: Promise<void> | null = null
  #stopTimer: (() => void) | null = null

  constructor(options: PumpOptions) {
    this.#options = options
  }

  start(): void {
    this.#stopTimer ??= this.#options.timers.every(intervalMilliseconds, () => this.#tick())
  }

  /** No new round begins; resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = null
    await this.#running
  }

  /** One round over what is due. Failures: STORE-*; events stay leased and come again when the lease is over. */
  async round(): Promise<Result<PumpRound>> {
    const { reader, clock, random } = this.#options
    const leased = reader.lease(batch, leaseMilliseconds)
    if (!leased.ok) return leased
    let published = 0
    let buried = 0
    for (const [index, event] of leased.value.entries()) {
      const outcome = await this.#options.publisher.publish({ eventId: event.eventId, subject: event.subject, payload: event.payload })
      const now = clock.now().getTime()
      if (outcome.kind === 'unavailable') {
        this.#resumeAt = now + retryDelay(this.#outage, random())
        this.#outage += 1
        const postponed = this.#postponeAll(leased.value.slice(index), new Date(this.#resumeAt), outcome.code)
        return postponed.ok ? ok({ published, unavailable: true, buried }) : postponed
      }
      this.#outage = 0
      if (outcome.kind === 'refused') {
        const last = event.attempts + 1 >= refusalsBeforeBurial
        const again = new Date(now + retryDelay(event.attempts, random()))
        const settled = last ? reader.bury(event, outcome.code) : reader.postpone(event, again, outcome.code, true)
        if (!settled.ok) return settled
        if (last) buried += 1
        continue
      }
      const settled = reader.acknowledge(event)
      if (!settled.ok) return settled
      published += 1
    }
    return ok({ published, unavailable: false, buried })
  }

  #tick(): void {
    if (this.#running !== null || this.#options.clock.now().getTime() < this.#resumeAt) return
    this.#running = this.round().then((round) => {
      this.#running = null
      this.#options.onRound(round)
    })
  }

  #postponeAll(events: readonly LeasedEvent[], until: Date, code: string): Result<void> {
    for (const event of events) {
      const postponed = this.#options.reader.postpone(event, until, code, false)
      if (!postponed.ok) return postponed
    }
    return ok()
  }
}
