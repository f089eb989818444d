import { fail, ok, type Failure, type Result } from '../../failures/result.ts'
import type { CardConnection } from '../card-reader.ts'
import type { ReaderProcessLife } from './reader-process-life.ts'
import type { SupervisionSettings } from './supervision-settings.ts'

/** How a connection ended: with the card's power off, with the card gone, or in a way that may have left the card powered. */
export type ConnectionEnd = 'poweredOff' | 'removed' | 'unknown'

/** A card held through one reader process. It dies with the first failure, for its security status is unknown then. */
export class SupervisedConnection implements CardConnection {
  readonly #life: ReaderProcessLife
  readonly #settings: SupervisionSettings
  readonly #onEnd: (end: ConnectionEnd) => void
  #turn: Promise<unknown> = Promise.resolve()
  #dead: Failure | undefined

  constructor(life: ReaderProcessLife, settings: SupervisionSettings, onEnd: (end: ConnectionEnd) => void) {
    this.#life = life
    this.#settings = settings
    this.#onEnd = onEnd
  }

  transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    const answer = this.#turn.then(() => this.#transmit(command))
    this.#turn = answer
    return answer
  }

  async powerOff(): Promise<void> {
    // Behind a command under way: no binding lets go of a card before it has answered.
    const off = this.#turn.then(() => this.#powerOff())
    this.#turn = off
    await off
  }

  async #transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#dead !== undefined) return { ok: false, failure: this.#dead }
    const answer = await this.#life.ask({ type: 'transmit', command }, this.#settings.apdu)
    if (answer.type === 'done' && answer.response !== undefined && answer.response.length >= 2) return ok(answer.response)
    const { failure } = answer.type === 'failed' ? answer : fail('CARD-REMOVED', 'no answer bytes')
    this.#end(failure, failure.code === 'CARD-REMOVED' ? 'removed' : 'unknown')
    return { ok: false, failure }
  }

  async #powerOff(): Promise<void> {
    if (this.#dead !== undefined) return
    const { type } = await this.#life.ask({ type: 'powerOff' }, this.#settings.powerOff)
    this.#end({ code: 'CARD-REMOVED', detail: 'powered off' }, type === 'done' ? 'poweredOff' : 'unknown')
  }

  #end(failure: Failure, end: ConnectionEnd): void {
    this.#dead = failure
    this.#onEnd(end)
  }
}
