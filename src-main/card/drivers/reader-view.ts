import type { ReaderState } from '../card-reader.ts'
import { readerStateFlags } from './pcsc-constants.ts'
import type { ReaderSight, Sight } from './reader-driver.ts'

export type SeenState = Exclude<ReaderState, { readonly kind: 'restarting' }>

/** Turns what a driver sees into the state of the chosen reader, and counts insertions. */
export class ReaderView {
  readonly #nameContains: string
  #insertion = 0
  /** Reader and event counter of the card that is there. */
  #present: string | undefined

  /** Ours is the first reader whose name contains this, whatever the case; '' takes the first of all. */
  constructor(nameContains: string) {
    this.#nameContains = nameContains.toLowerCase()
  }

  see(sight: Sight): SeenState {
    if (sight.kind === 'noService') return this.#without({ kind: 'noService' })
    const chosen = sight.readers.find((reader) => reader.name.toLowerCase().includes(this.#nameContains) && isUsable(reader))
    if (chosen === undefined) return this.#without({ kind: 'noReader' })
    const reader = chosen.name
    if ((chosen.eventState & readerStateFlags.present) === 0) return this.#without({ kind: 'noCard', reader })
    if ((chosen.eventState & readerStateFlags.mute) !== 0 || chosen.atr.length === 0) return this.#without({ kind: 'muteCard', reader })
    // A card taken off and laid on again between two looks shows in the event counter alone.
    const present = `${chosen.eventState >>> 16} ${reader}`
    if (present !== this.#present) this.#insertion += 1
    this.#present = present
    return { kind: 'card', reader, atr: Uint8Array.from(chosen.atr), insertion: this.#insertion }
  }

  #without(state: SeenState): SeenState {
    this.#present = undefined
    return state
  }
}

function isUsable({ eventState }: ReaderSight): boolean {
  return (eventState & (readerStateFlags.unavailable | readerStateFlags.unknown)) === 0
}
