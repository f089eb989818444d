import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { SimulatedCard } from './simulated-card.ts'

/** Troubles of a whole card, whatever is on it. Counts begin anew when the card gets its power. */
export interface CardTroubles {
  /** Every command takes this long. */
  readonly delayMilliseconds?: number
  /** Commands answered before the card falls silent. */
  readonly muteAfter?: number
  /** Commands answered before the card leaves the field, in the middle of the next one. */
  readonly vanishAfter?: number
  /** Answers with bytes that mean nothing, the same ones for the same seed. */
  readonly garbageSeed?: number
}

/** A card with troubles around a card without. */
export class FaultyCard implements SimulatedCard {
  readonly atr: Uint8Array
  readonly #card: SimulatedCard
  readonly #troubles: CardTroubles
  #commands = 0

  constructor(card: SimulatedCard, troubles: CardTroubles) {
    this.atr = card.atr
    this.#card = card
    this.#troubles = troubles
  }

  powerOn(): void {
    this.#commands = 0
    this.#card.powerOn()
  }

  powerOff(): void {
    this.#card.powerOff()
  }

  reset(): void {
    this.#card.reset()
  }

  async transmit(command: Uint8Array): Promise<Uint8Array | 'mute' | 'removed'> {
    const number = (this.#commands += 1)
    const { delayMilliseconds, muteAfter, vanishAfter, garbageSeed } = this.#troubles
    if (delayMilliseconds !== undefined) await wait(delayMilliseconds)
    if (vanishAfter !== undefined && number > vanishAfter) return 'removed'
    if (muteAfter !== undefined && number > muteAfter) return 'mute'
    return garbageSeed === undefined ? this.#card.transmit(command) : garbage(garbageSeed, number)
  }
}

/** 2 to 257 bytes; every second answer claims success, so that its data is looked at. */
function garbage(seed: number, number: number): Uint8Array {
  const bytes = createHash('shake256', { outputLength: 258 }).update(`${seed}/${number}`).digest()
  const answer = bytes.subarray(1, 3 + Math.min(bytes[0] ?? 0, 255))
  if (number % 2 === 1) answer.set([0x90, 0x00], answer.length - 2)
  return answer
}
