import { fail, ok, type Result } from '../failures/result.ts'
import { systemTimers, type Timers } from '../timers.ts'
import type { CardConnection, CardReader, ReaderState } from './card-reader.ts'
import type { ReaderDriverName } from './drivers/driver-names.ts'
import type { SeenState } from './drivers/reader-view.ts'
import type { ProcessLauncher } from './reader-process/process-launcher.ts'
import { keepBeating } from './supervision/heartbeat.ts'
import { ReaderProcessLife } from './supervision/reader-process-life.ts'
import { SupervisedConnection, type ConnectionEnd } from './supervision/supervised-connection.ts'
import { defaultSupervision, restartDelay, type SupervisionSettings } from './supervision/supervision-settings.ts'

/** After so many processes in a row that saw nothing, "restarting" would be a promise not kept. */
const FAILED_STARTS_TO_NO_SERVICE = 3

export interface SupervisedCardReaderOptions {
  readonly launcher: ProcessLauncher
  readonly driver: ReaderDriverName
  /** Part of the reader's name, whatever the case; the first reader when left out. */
  readonly readerPattern?: string
  readonly settings?: Partial<SupervisionSettings>
  readonly timers?: Timers
}

/**
 * The real reader: a driver in a process of its own, which is ended and started again whenever it does not
 * answer in time, crashes, or loses sight of the readers. It starts with the constructor.
 */
export class SupervisedCardReader implements CardReader {
  readonly #options: SupervisedCardReaderOptions
  readonly #settings: SupervisionSettings
  readonly #timers: Timers
  readonly #listeners = new Set<(state: ReaderState) => void>()
  #state: ReaderState = { kind: 'restarting' }
  #driver: string
  #life: ReaderProcessLife | undefined
  #failedStarts = 0
  #stopRestart: () => void = () => undefined
  /** Counts insertions over all processes; `#lastSeen` is the insertion it stands for. */
  #insertion = 0
  #lastSeen: string | undefined
  #lives = 0
  /** Whoever connects or is connected. */
  #holder: symbol | undefined
  /** A card may lie there with a verified PIN, left by a process that could not power it off. */
  #tainted = false
  #clearing: Promise<void> | undefined
  #closed = false

  constructor(options: SupervisedCardReaderOptions) {
    this.#options = options
    this.#settings = { ...defaultSupervision, ...options.settings }
    this.#timers = options.timers ?? systemTimers
    this.#driver = options.driver
    this.#start()
  }

  get description(): string {
    return 'reader' in this.#state ? `${this.#driver}: ${this.#state.reader}` : this.#driver
  }

  state(): ReaderState {
    return this.#state
  }

  subscribe(listener: (state: ReaderState) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async connect(): Promise<Result<CardConnection>> {
    const life = this.#life
    if (life?.isUp !== true) return fail('CARD-NO-SERVICE', this.#driver)
    if (this.#holder !== undefined) return fail('CARD-READER-BUSY', 'held by this kiosk')
    const holder = Symbol('holder')
    this.#holder = holder
    await this.#clearing
    if (this.#tainted) await this.#powerOffLeftCard(life)
    const answer = await life.ask({ type: 'connect' }, this.#settings.apdu)
    if (answer.type === 'done') return ok(new SupervisedConnection(life, this.#settings, (end) => this.#release(holder, end)))
    this.#release(holder, 'removed')
    return answer.type === 'failed' ? { ok: false, failure: answer.failure } : fail('CARD-NO-SERVICE')
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#stopRestart()
    this.#listeners.clear()
    const life = this.#life
    this.#life = undefined
    this.#state = { kind: 'noService' }
    await life?.close(this.#settings.close)
  }

  #start(): void {
    const number = (this.#lives += 1)
    let stopStable = (): void => undefined
    let sawNothing = true
    const life = new ReaderProcessLife(this.#options.launcher.spawn(), this.#timers, {
      running: (description) => {
        this.#driver = description
      },
      unusable: (detail) => {
        this.#driver = `${this.#options.driver}: ${detail}`
        this.#become({ kind: 'noService' })
        this.#endUnusable(life)
      },
      state: (state) => {
        stopStart()
        if (sawNothing) {
          stopStable = this.#timers.after(this.#settings.stable, () => (this.#failedStarts = 0))
          keepBeating(life, this.#timers, this.#settings)
        }
        sawNothing = false
        this.#see(life, number, state)
      },
      ended: () => {
        stopStart()
        stopStable()
        this.#ended(life)
      },
    })
    const stopStart = this.#timers.after(this.#settings.start, () => life.end('CARD-NO-SERVICE', 'the reader process did not come up'))
    this.#life = life
    life.configure({ driver: this.#options.driver, readerPattern: this.#options.readerPattern ?? '' })
  }

  #endUnusable(life: ReaderProcessLife): void {
    this.#life = undefined
    life.end('CARD-NO-SERVICE', this.#driver)
    this.#startAfter(this.#settings.unusableRetry)
  }

  #ended(life: ReaderProcessLife): void {
    if (life !== this.#life || this.#closed) return
    this.#life = undefined
    if (this.#holder !== undefined) this.#release(this.#holder, 'unknown')
    const delay = restartDelay(this.#failedStarts, this.#settings)
    this.#failedStarts += 1
    this.#become({ kind: this.#failedStarts > FAILED_STARTS_TO_NO_SERVICE ? 'noService' : 'restarting' })
    this.#startAfter(delay)
  }

  #startAfter(delay: number): void {
    this.#stopRestart = this.#timers.after(delay, () => this.#start())
  }

  #see(life: ReaderProcessLife, lifeNumber: number, seen: SeenState): void {
    if (life !== this.#life) return
    if (seen.kind === 'card') {
      const key = `${lifeNumber}/${seen.insertion}`
      if (key !== this.#lastSeen) this.#insertion += 1
      this.#lastSeen = key
      this.#become({ ...seen, insertion: this.#insertion })
      if (this.#tainted && this.#holder === undefined) this.#clearing ??= this.#clear(life)
      return
    }
    // Where there is no card, no card was left with its power.
    if (seen.kind === 'noCard') this.#tainted = false
    this.#become(seen)
  }

  async #clear(life: ReaderProcessLife): Promise<void> {
    await this.#powerOffLeftCard(life)
    this.#clearing = undefined
  }

  async #powerOffLeftCard(life: ReaderProcessLife): Promise<void> {
    const taken = await life.ask({ type: 'connect' }, this.#settings.apdu)
    if (taken.type !== 'done') return
    const off = await life.ask({ type: 'powerOff' }, this.#settings.powerOff)
    if (off.type === 'done') this.#tainted = false
  }

  #release(holder: symbol, end: ConnectionEnd): void {
    // A connection that died with its process may be told so only after somebody else has connected.
    if (holder !== this.#holder) return
    this.#holder = undefined
    if (end === 'unknown') this.#tainted = true
  }

  #become(state: ReaderState): void {
    if (sameState(this.#state, state) || this.#closed) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

function sameState(one: ReaderState, other: ReaderState): boolean {
  if (one.kind !== other.kind) return false
  if ('reader' in one && 'reader' in other && one.reader !== other.reader) return false
  return !('insertion' in one && 'insertion' in other) || one.insertion === other.insertion
}
