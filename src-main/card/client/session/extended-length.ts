/** What the reader has shown so far, over all cards: some readers cannot carry extended commands and lose the card over them. */
export interface ExtendedLengthMemory {
  /** Extended commands in a row whose answer never came. */
  lost: number
}

/** One loss may be a card pulled at that moment; a second one in a row is the reader. */
const lossesEnough = 2

/**
 * Whether READ BINARY is worth asking for more than 256 bytes in one command (ISO 7816-4 extended Le). The card
 * says in its applet information whether it can (reference card.md §5.1); where nobody has said so, trying costs
 * one refused command, and the short form follows.
 */
export class ExtendedLength {
  readonly #memory: ExtendedLengthMemory
  #can: boolean | null = null

  constructor(memory: ExtendedLengthMemory) {
    this.#memory = memory
  }

  get isKnown(): boolean {
    return this.#can !== null
  }

  get isWorthAsking(): boolean {
    return this.#can !== false && this.#memory.lost < lossesEnough
  }

  /** From the applet information: bits 1 and 2 are Lc and Le, in an order nobody has told, so both or none is believed. */
  said(support: number): void {
    if (this.#can === null && (support === 0x00 || support === 0x03)) this.#can = support === 0x03
  }

  answered(): void {
    this.#memory.lost = 0
  }

  refused(): void {
    this.#can = false
  }

  lost(): void {
    this.#memory.lost += 1
  }
}
