import type { Result } from '../failures/result.ts'

/**
 * What the reader's supervisor knows now. `restarting`: the reader process was ended (a card that
 * never answered, a dead monitor) and a new one is coming up.
 */
export type ReaderState =
  | { readonly kind: 'noService' }
  | { readonly kind: 'noReader' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'noCard'; readonly reader: string }
  /** A card is there but does not answer to reset (upside down, dirty, not a chip card). */
  | { readonly kind: 'muteCard'; readonly reader: string }
  | { readonly kind: 'card'; readonly reader: string; readonly atr: Uint8Array; /** Changes with every insertion. */ readonly insertion: number }

/** Port: one contactless or contact smart-card reader (PC/SC model). */
export interface CardReader {
  /** Driver and reader name for the staff screen and the doctor. */
  readonly description: string
  state(): ReaderState
  /** Called on every change, never with the state at subscription. Returns the unsubscriber. */
  subscribe(listener: (state: ReaderState) => void): () => void
  /**
   * Takes the card for one procedure: exclusive, or in a transaction.
   * Failures: CARD-NO-SERVICE, CARD-NO-READER, CARD-REMOVED, CARD-MUTE, CARD-READER-BUSY, CARD-TIMEOUT.
   */
  connect(): Promise<Result<CardConnection>>
  close(): Promise<void>
}

/** A card held by one procedure. After CARD-REMOVED or CARD-TIMEOUT the connection is dead. */
export interface CardConnection {
  /**
   * One command APDU (ISO 7816-4, short or extended) to one response APDU, SW1 SW2 included, so two bytes at least.
   * Failures: CARD-REMOVED (also for any answer under two bytes), CARD-TIMEOUT (no answer within the
   * deadline), CARD-NO-SERVICE, CARD-NO-READER.
   */
  transmit(command: Uint8Array): Promise<Result<Uint8Array>>
  /** Powers the card off, which is the only thing that clears a verified PIN (reference card.md §3.2). Never rejects. */
  powerOff(): Promise<void>
}
