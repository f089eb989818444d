import { timingSafeEqual } from 'node:crypto'
import type { KeyPad } from './key-pad.ts'
import type { PinShape } from './pin-shape.ts'

/**
 * The characters of one PIN while it is being entered: bytes that can be zeroed, never a string.
 * The only place in the procedures where a PIN exists.
 */
export class PinBuffer implements KeyPad {
  readonly #bytes: Uint8Array
  readonly shape: PinShape
  #entered = 0

  constructor(shape: PinShape) {
    this.shape = shape
    this.#bytes = new Uint8Array(shape.maxLength)
  }

  get entered(): number {
    return this.#entered
  }

  get complete(): boolean {
    return this.#entered >= this.shape.minLength
  }

  /** One ASCII digit or capital letter that this PIN may hold; whatever is beyond the length is ignored. */
  push(character: string): void {
    if (!this.takes(character)) throw new Error('not a character of this PIN')
    if (this.#entered === this.#bytes.length) return
    this.#bytes[this.#entered] = character.charCodeAt(0)
    this.#entered += 1
  }

  takes(character: string): boolean {
    return (this.shape.alphabet === 'digits' ? /^[0-9]$/ : /^[0-9A-Z]$/).test(character)
  }

  erase(): void {
    if (this.#entered === 0) return
    this.#entered -= 1
    this.#bytes[this.#entered] = 0
  }

  equals(other: PinBuffer): boolean {
    return this.#entered === other.#entered && timingSafeEqual(this.#bytes.subarray(0, this.#entered), other.#bytes.subarray(0, other.#entered))
  }

  /** Looks at the bytes without ending their life; they must not be kept. */
  look<T>(action: (pin: Uint8Array) => T): T {
    return action(this.#bytes.subarray(0, this.#entered))
  }

  /** Becomes what the other one is; both hold it then. */
  copy(other: PinBuffer): void {
    if (other.shape !== this.shape) throw new Error('not the same kind of PIN')
    this.#bytes.set(other.#bytes)
    this.#entered = other.#entered
  }

  /** Becomes what the other one was; that one is zeroed. */
  take(other: PinBuffer): void {
    this.copy(other)
    other.wipe()
  }

  /** Hands the bytes out for one command after which they are still needed. Who holds the buffer zeroes it. */
  lend<T>(action: (pin: Uint8Array) => Promise<T>): Promise<T> {
    return action(this.#bytes.subarray(0, this.#entered))
  }

  /** Hands the bytes out for one command and zeroes them whatever happens. */
  async use<T>(action: (pin: Uint8Array) => Promise<T>): Promise<T> {
    try {
      return await action(this.#bytes.subarray(0, this.#entered))
    } finally {
      this.wipe()
    }
  }

  wipe(): void {
    this.#bytes.fill(0)
    this.#entered = 0
  }
}
