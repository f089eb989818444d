import type { SimulatedCard } from '../../../src-main/training/card/simulated-card.ts'

/** Counts what reaches the chip, whoever sends it. */
export class CountingCard implements SimulatedCard {
  readonly atr: Uint8Array
  readonly #card: SimulatedCard
  #commands = 0

  constructor(card: SimulatedCard) {
    this.#card = card
    this.atr = card.atr
  }

  /** Commands since the last time this was asked. */
  taken(): number {
    const taken = this.#commands
    this.#commands = 0
    return taken
  }

  powerOn(): void {
    this.#card.powerOn()
  }

  powerOff(): void {
    this.#card.powerOff()
  }

  reset(): void {
    this.#card.reset()
  }

  transmit(command: Uint8Array): ReturnType<SimulatedCard['transmit']> {
    this.#commands += 1
    return this.#card.transmit(command)
  }
}
