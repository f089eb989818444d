import type { PinKind } from '../../../src-preload/contract.ts'
import type { ResidentRegisterKey } from '../../card/individual-number-card.ts'
import { NewPinEntry } from '../pin/new-pin-entry.ts'
import { PinBuffer } from '../pin/pin-buffer.ts'
import { pinShapes } from '../pin/pin-shape.ts'

/** All that is held of one change while it goes on; `wipe` zeroes it. */
export class ChangeSecrets {
  readonly kind: PinKind
  /** What the resident enters now, not yet known to be right. */
  readonly pad: PinBuffer
  /** The PIN that holds, as the card has confirmed. */
  readonly present: PinBuffer
  readonly next: NewPinEntry
  /** What each key of 住民基本台帳用 holds, once the two differ. */
  readonly keys: Readonly<Record<ResidentRegisterKey, PinBuffer>>

  constructor(kind: PinKind) {
    const shape = pinShapes[kind]
    this.kind = kind
    this.pad = new PinBuffer(shape)
    this.present = new PinBuffer(shape)
    this.next = new NewPinEntry(shape)
    this.keys = { common: new PinBuffer(shape), residentRegister: new PinBuffer(shape) }
  }

  wipe(): void {
    for (const buffer of [this.pad, this.present, this.next, this.keys.common, this.keys.residentRegister]) buffer.wipe()
  }
}
