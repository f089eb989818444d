import { fail, ok, type Failure, type Result } from '../../failures/result.ts'
import type { CardConnection, CardReader, ReaderState } from '../../card/card-reader.ts'
import type { SimulatedCard } from './simulated-card.ts'

export interface TrainingReaderOptions {
  /** Says aloud that nothing here is real: a production profile has no way to set it. */
  readonly training: true
  /** Deadline of one APDU, milliseconds. */
  readonly timeoutMilliseconds?: number
}

/** Settable states of the reader; the first one that is set wins. */
export interface ReaderFaults {
  readonly noService: boolean
  readonly noReader: boolean
  /** Another program holds the card. */
  readonly busy: boolean
  /** The card in the reader does not answer to reset. */
  readonly muteCard: boolean
}

const noFaults: ReaderFaults = { noService: false, noReader: false, busy: false, muteCard: false }
const readerName = '研修用カードリーダー'

/** The reader of training mode: simulated cards in this process, behind the same port as the real one. */
export class TrainingReader implements CardReader {
  readonly description = `training: ${readerName}`
  readonly #timeoutMilliseconds: number
  readonly #listeners = new Set<(state: ReaderState) => void>()
  #faults: ReaderFaults = noFaults
  #card: SimulatedCard | null = null
  #insertion = 0
  #connection: TrainingConnection | null = null
  #closed = false

  constructor(options: TrainingReaderOptions) {
    // Configuration comes from files, where the literal type has no force.
    if (!isTraining(options)) throw new Error('the training reader was asked for outside training mode')
    this.#timeoutMilliseconds = options.timeoutMilliseconds ?? 5_000
  }

  state(): ReaderState {
    const reader = readerName
    if (this.#closed || this.#faults.noService) return { kind: 'noService' }
    if (this.#faults.noReader) return { kind: 'noReader' }
    if (this.#card === null) return { kind: 'noCard', reader }
    if (this.#faults.muteCard) return { kind: 'muteCard', reader }
    return { kind: 'card', reader, atr: this.#card.atr, insertion: this.#insertion }
  }

  subscribe(listener: (state: ReaderState) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  connect(): Promise<Result<CardConnection>> {
    const refusal = this.#refusal()
    if (refusal !== null) return Promise.resolve(refusal)
    const card = this.#card
    if (card === null) return Promise.resolve(fail('CARD-REMOVED'))
    if (this.#faults.muteCard) return Promise.resolve(fail('CARD-MUTE'))
    if (this.#faults.busy || this.#connection !== null) return Promise.resolve(fail('CARD-READER-BUSY'))
    card.powerOn()
    const connection = new TrainingConnection(card, this.#timeoutMilliseconds, {
      left: () => this.#leftField(card),
      ended: () => {
        if (this.#connection === connection) this.#connection = null
      },
    })
    this.#connection = connection
    return Promise.resolve(ok(connection))
  }

  close(): Promise<void> {
    this.#take(fail('CARD-NO-SERVICE'))
    this.#closed = true
    this.#listeners.clear()
    return Promise.resolve()
  }

  /** Puts a card on the reader; one that is there already is taken off first. */
  insert(card: SimulatedCard): void {
    this.remove()
    this.#card = card
    this.#insertion += 1
    this.#notify()
  }

  /** Takes the card off; a command under way fails with CARD-REMOVED. */
  remove(): void {
    if (this.#card === null) return
    this.#take(fail('CARD-REMOVED'))
    this.#notify()
  }

  /** Faults not named go back to none. A lost service or reader ends the connection; the card stays where it is. */
  setFaults(faults: Partial<ReaderFaults>): void {
    const before = JSON.stringify(this.#faults)
    this.#faults = { ...noFaults, ...faults }
    const refusal = this.#refusal()
    if (refusal !== null) this.#connection?.end(refusal)
    if (JSON.stringify(this.#faults) !== before) this.#notify()
  }

  #refusal(): ReturnType<typeof fail> | null {
    if (this.#closed || this.#faults.noService) return fail('CARD-NO-SERVICE')
    return this.#faults.noReader ? fail('CARD-NO-READER') : null
  }

  #take(why: ReturnType<typeof fail>): void {
    this.#connection?.end(why)
    this.#card?.powerOff()
    this.#card = null
  }

  #leftField(card: SimulatedCard): void {
    if (this.#card === card) this.remove()
  }

  #notify(): void {
    const state = this.state()
    for (const listener of this.#listeners) listener(state)
  }
}

interface Ends {
  /** The card has left the field in the middle of a command. */
  readonly left: () => void
  readonly ended: () => void
}

class TrainingConnection implements CardConnection {
  readonly #card: SimulatedCard
  readonly #timeoutMilliseconds: number
  readonly #ends: Ends
  readonly #waiting = new Set<(why: ReturnType<typeof fail>) => void>()
  #queue: Promise<unknown> = Promise.resolve()
  #why: { readonly ok: false; readonly failure: Failure } | null = null

  constructor(card: SimulatedCard, timeoutMilliseconds: number, ends: Ends) {
    this.#card = card
    this.#timeoutMilliseconds = timeoutMilliseconds
    this.#ends = ends
  }

  /** One at a time, as a reader does. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    const answer = this.#queue.then(() => this.#transmit(command))
    this.#queue = answer.catch(() => undefined)
    return answer
  }

  powerOff(): Promise<void> {
    this.end(fail('CARD-REMOVED', 'the card was powered off'))
    return Promise.resolve()
  }

  /** Ends this connection for good: what waits and what comes later fails with `why`, and the card loses its power. */
  end(why: ReturnType<typeof fail>): void {
    if (this.#why !== null) return
    this.#why = why
    this.#card.powerOff()
    for (const stop of this.#waiting) stop(why)
    this.#ends.ended()
  }

  async #transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#why !== null) return this.#why
    let stop: (why: ReturnType<typeof fail>) => void = () => undefined
    const stopped = new Promise<ReturnType<typeof fail>>((resolve) => (stop = resolve))
    this.#waiting.add(stop)
    const deadline = setTimeout(() => this.end(fail('CARD-TIMEOUT')), this.#timeoutMilliseconds)
    try {
      return await Promise.race([stopped, this.#answer(command, stopped)])
    } finally {
      clearTimeout(deadline)
      this.#waiting.delete(stop)
    }
  }

  async #answer(command: Uint8Array, stopped: Promise<ReturnType<typeof fail>>): Promise<Result<Uint8Array>> {
    const response = await this.#card.transmit(command)
    if (response === 'mute') return stopped
    if (response !== 'removed' && response.length >= 2) return ok(response)
    this.#ends.left()
    this.end(fail('CARD-REMOVED'))
    return this.#why ?? fail('CARD-REMOVED')
  }
}

function isTraining(options: { readonly training: unknown }): boolean {
  return options.training === true
}
