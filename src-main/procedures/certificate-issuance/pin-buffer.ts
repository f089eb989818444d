/**
 * The digits of one PIN while it is being entered: bytes that can be zeroed, never a string.
 * The only place in the kiosk where a PIN exists.
 */
export class PinBuffer {
  readonly #bytes: Uint8Array
  #entered = 0

  constructor(length: number) {
    this.#bytes = new Uint8Array(length)
  }

  get entered(): number {
    return this.#entered
  }

  get length(): number {
    return this.#bytes.length
  }

  get complete(): boolean {
    return this.#entered === this.#bytes.length
  }

  /** One ASCII digit; digits beyond the length are ignored. */
  push(digit: string): void {
    if (!/^[0-9]$/.test(digit)) throw new Error('not one digit')
    if (this.complete) return
    this.#bytes[this.#entered] = digit.charCodeAt(0)
    this.#entered += 1
  }

  erase(): void {
    if (this.#entered === 0) return
    this.#entered -= 1
    this.#bytes[this.#entered] = 0
  }

  /** Hands the bytes out for one VERIFY and zeroes them whatever happens. */
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
