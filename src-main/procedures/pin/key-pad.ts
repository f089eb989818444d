import type { ProcedureEvent } from '../resident-procedure.ts'
import type { PinShape } from './pin-shape.ts'

/** What the keys of the PIN screen write into. */
export interface KeyPad {
  readonly shape: PinShape
  readonly entered: number
  /** Enough characters to be handed on. */
  readonly complete: boolean
  /** One ASCII digit or capital letter: whether it may be a part of this PIN. */
  takes(character: string): boolean
  push(character: string): void
  erase(): void
}

/** The character of a key press; null for any other event. */
export function keyOf(event: ProcedureEvent): string | null {
  switch (event.type) {
    case 'pinDigit':
      return event.digit
    case 'pinLetter':
      return event.letter
    default:
      return null
  }
}
