import type { PinKind } from '../../../src-preload/contract.ts'
import type { NewPins } from '../../issuer/issuer-terminal.ts'
import type { CardWorkTask } from '../card-cases/card-work-task.ts'
import { NewPinEntry } from '../pin/new-pin-entry.ts'
import { PinBuffer } from '../pin/pin-buffer.ts'
import { pinShapes } from '../pin/pin-shape.ts'

/** All that is held of the PINs of one task; `wipe` zeroes it. */
export class WorkSecrets {
  readonly #pads: ReadonlyMap<PinKind, PinBuffer>
  readonly #entries: ReadonlyMap<PinKind, NewPinEntry>

  constructor({ enter, choose }: Pick<CardWorkTask, 'enter' | 'choose'>) {
    this.#pads = new Map(enter.map((pin) => [pin, new PinBuffer(pinShapes[pin])]))
    this.#entries = new Map(choose.map((pin) => [pin, new NewPinEntry(pinShapes[pin])]))
  }

  /** A PIN that the card has to confirm. */
  pad(pin: PinKind): PinBuffer | null {
    return this.#pads.get(pin) ?? null
  }

  /** A PIN that is to be set. */
  entry(pin: PinKind): NewPinEntry | null {
    return this.#entries.get(pin) ?? null
  }

  /** Hands all new PINs out for the orders of one case, and zeroes them whatever happens. */
  async useChosen<T>(action: (pins: NewPins) => Promise<T>): Promise<T> {
    const lend = ([next, ...others]: readonly (readonly [PinKind, NewPinEntry])[], pins: NewPins): Promise<T> =>
      next === undefined ? action(pins) : next[1].chosen.lend((bytes) => lend(others, { ...pins, [next[0]]: bytes }))
    try {
      return await lend([...this.#entries], {})
    } finally {
      this.wipe()
    }
  }

  /** What the card has confirmed, or will not be asked about. */
  wipePads(): void {
    for (const pad of this.#pads.values()) pad.wipe()
  }

  wipe(): void {
    this.wipePads()
    for (const entry of this.#entries.values()) entry.wipe()
  }
}
