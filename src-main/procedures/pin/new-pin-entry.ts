import type { PinWeakness } from '../../../src-preload/contract.ts'
import type { KeyPad } from './key-pad.ts'
import { PinBuffer } from './pin-buffer.ts'
import type { PinShape } from './pin-shape.ts'

/**
 * Every refusal tells something about the facts behind the rules (a birth date), and the card that they were looked
 * up by is not proven: whoever guesses this often is guessing, and a clerk should look.
 */
const mostRefusals = 10

/** A new PIN as it is chosen: asked for, judged, asked for once more. Touches no card. */
export class NewPinEntry implements KeyPad {
  readonly shape: PinShape
  readonly #first: PinBuffer
  readonly #repeated: PinBuffer
  #phase: 'first' | 'repeat' = 'first'
  #refused: PinWeakness | 'different' | null = null
  #refusals = 0

  constructor(shape: PinShape) {
    this.shape = shape
    this.#first = new PinBuffer(shape)
    this.#repeated = new PinBuffer(shape)
  }

  get phase(): 'first' | 'repeat' {
    return this.#phase
  }

  /** Why the one entered just before was not taken. */
  get refused(): PinWeakness | 'different' | null {
    return this.#refused
  }

  get refusedTooOften(): boolean {
    return this.#refusals >= mostRefusals
  }

  get entered(): number {
    return this.#pad.entered
  }

  get complete(): boolean {
    return this.#pad.complete
  }

  /** What was entered twice; only after `submit` said yes. */
  get chosen(): PinBuffer {
    return this.#first
  }

  takes(character: string): boolean {
    return this.#pad.takes(character)
  }

  push(character: string): void {
    this.#refused = null
    this.#pad.push(character)
  }

  erase(): void {
    this.#pad.erase()
  }

  /** Whether the new PIN is chosen now. `weakness` looks at the bytes and keeps nothing of them. */
  submit(weakness: (candidate: Uint8Array) => PinWeakness | null): boolean {
    if (this.#phase === 'first') {
      const found = this.#first.look(weakness)
      if (found) this.refuse(found)
      else {
        this.#phase = 'repeat'
        this.#refused = null
      }
      return false
    }
    const same = this.#first.equals(this.#repeated)
    this.#repeated.wipe()
    if (!same) this.#startOver('different')
    return same
  }

  refuse(weakness: PinWeakness): void {
    this.#refusals += 1
    this.#startOver(weakness)
  }

  /** Back to the first entry, as if nothing had been chosen; all is zeroed. */
  wipe(): void {
    this.#startOver(null)
  }

  get #pad(): PinBuffer {
    return this.#phase === 'first' ? this.#first : this.#repeated
  }

  #startOver(why: PinWeakness | 'different' | null): void {
    this.#first.wipe()
    this.#repeated.wipe()
    this.#phase = 'first'
    this.#refused = why
  }
}
