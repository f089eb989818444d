import type { FailureCode } from '../../../src-preload/contract/failure-codes.ts'
import type { Failure } from '../../failures/result.ts'
import type { Timers } from '../../timers.ts'
import type { SeenState } from '../drivers/reader-view.ts'
import { reportSchema, type Report, type Request } from '../reader-process/messages.ts'
import type { ReaderProcessHandle } from '../reader-process/process-launcher.ts'

export interface LifeEvents {
  running(description: string): void
  unusable(detail: string): void
  state(state: SeenState): void
  /** Once, and nothing after it: crashed, killed from outside, or ended by `end`. */
  ended(): void
}

export type Answer = Extract<Report, { type: 'done' | 'failed' | 'pulse' }>
type Question = Extract<Request, { id: number }>
type WithoutId<T> = T extends Question ? Omit<T, 'id'> : never

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly stopClock: () => void
}

/** One reader process from its start to its end: questions with deadlines, and no way to survive a missed one. */
export class ReaderProcessLife {
  readonly #handle: ReaderProcessHandle
  readonly #timers: Timers
  readonly #events: LifeEvents
  readonly #waiting = new Map<number, Waiting>()
  readonly #exit: Promise<void>
  #lastId = 0
  #over: Failure | undefined
  #isUp = false

  constructor(handle: ReaderProcessHandle, timers: Timers, events: LifeEvents) {
    this.#handle = handle
    this.#timers = timers
    this.#events = events
    handle.onMessage((message) => this.#take(message))
    this.#exit = new Promise((resolve) => {
      handle.onExit(() => {
        resolve()
        this.end('CARD-NO-SERVICE', 'the reader process ended')
      })
    })
  }

  get isOver(): boolean {
    return this.#over !== undefined
  }

  /** It has seen the readers, and can be asked for things. */
  get isUp(): boolean {
    return this.#isUp && this.#over === undefined
  }

  configure(settings: Omit<Extract<Request, { type: 'configure' }>, 'type'>): void {
    this.#handle.send({ type: 'configure', ...settings } satisfies Request)
  }

  /** Never rejects. A missed deadline ends this life: the question answers CARD-TIMEOUT, and so do all others. */
  ask(question: WithoutId<Question>, deadlineMilliseconds: number): Promise<Answer> {
    const id = (this.#lastId += 1)
    if (this.#over !== undefined) return Promise.resolve({ type: 'failed', id, failure: this.#over })
    return new Promise((resolve) => {
      const stopClock = this.#timers.after(deadlineMilliseconds, () => this.end('CARD-TIMEOUT', `no answer to ${question.type}`))
      this.#waiting.set(id, { resolve, stopClock })
      this.#handle.send({ ...question, id })
    })
  }

  /** Kills the process and answers everything that waits. Only the first call counts. */
  end(code: FailureCode, detail: string): void {
    if (this.#over !== undefined) return
    this.#over = { code, detail }
    this.#handle.kill()
    for (const [id, { resolve, stopClock }] of this.#waiting) {
      stopClock()
      resolve({ type: 'failed', id, failure: this.#over })
    }
    this.#waiting.clear()
    this.#events.ended()
  }

  /** Lets the process power the card off and end itself; kills it when it does not. */
  async close(deadlineMilliseconds: number): Promise<void> {
    if (this.#over !== undefined) return
    this.#handle.send({ type: 'close' } satisfies Request)
    let stopClock = (): void => undefined
    const patience = new Promise<void>((resolve) => (stopClock = this.#timers.after(deadlineMilliseconds, resolve)))
    await Promise.race([this.#exit, patience])
    stopClock()
    this.end('CARD-NO-SERVICE', 'the reader was closed')
  }

  #take(message: unknown): void {
    if (this.#over !== undefined) return
    const parsed = reportSchema.safeParse(message)
    if (!parsed.success) {
      this.end('CARD-NO-SERVICE', 'the reader process spoke nonsense')
      return
    }
    const report = parsed.data
    switch (report.type) {
      case 'running':
        this.#events.running(report.description)
        break
      case 'unusable':
        this.#events.unusable(report.detail)
        break
      case 'state':
        this.#isUp = true
        this.#events.state(report.state)
        break
      case 'pulse':
      case 'done':
      case 'failed': {
        const waiting = this.#waiting.get(report.id)
        this.#waiting.delete(report.id)
        waiting?.stopClock()
        waiting?.resolve(report)
        break
      }
    }
  }
}
