import type { PinTries } from '../../card/individual-number-card.ts'

/** Before the card was asked. */
export const noTries: PinTries = { left: 0, max: 0 }
