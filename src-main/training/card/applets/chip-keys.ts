import type { KeyObject } from 'node:crypto'

/** The card's own keys, which need no PIN (reference card.md §2.2-§2.4); RSA-2048, private. */
export interface ChipKeys {
  readonly inputSupport: () => KeyObject
  /** For the delivery of a session key, which no training card takes up. */
  readonly secureMessaging: () => KeyObject
  readonly cardFace: () => KeyObject
  readonly internalAuthentication: () => KeyObject
}
