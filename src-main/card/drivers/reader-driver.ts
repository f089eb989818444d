import type { Result } from '../../failures/result.ts'

/** One reader as the smart-card service reports it. */
export interface ReaderSight {
  readonly name: string
  /** SCARD_STATE_* flags, event counter in the upper 16 bits. */
  readonly eventState: number
  /** Empty when there is no card or it gave none. */
  readonly atr: Uint8Array
}

export type Sight = { readonly kind: 'noService' } | { readonly kind: 'readers'; readonly readers: readonly ReaderSight[] }

/**
 * A PC/SC binding as the reader process uses it. One connection at a time; the process never overlaps
 * connect, transmit and powerOff. Nothing here has a deadline: no binding can cancel a transmit, so the
 * supervisor outside ends the whole process instead.
 */
export interface ReaderDriver {
  /** Name of the binding, for the staff screen and the doctor. */
  readonly description: string
  /** Watches readers and cards until close(); reports on every change. */
  watch(report: (sight: Sight) => void): void
  /** The readers asked for afresh, past the watch; undefined when the service is down. */
  listAfresh(): Promise<readonly string[] | undefined>
  /** Exclusive. Failures: those of CardReader.connect but CARD-TIMEOUT. */
  connect(readerName: string): Promise<Result<void>>
  /** Failures: those of CardConnection.transmit but CARD-TIMEOUT. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array>>
  /** Ends the connection and powers the card off. Does nothing without one; never rejects. */
  powerOff(): Promise<void>
  /** Ends the watch. Not to be called while a transmit is pending. */
  close(): Promise<void>
}

/** Thrown when a binding cannot be used on this machine at all; the message says what is missing. */
export class DriverUnusableError extends Error {
  override readonly name = 'DriverUnusableError'
}

/** Largest response APDU: 65,536 bytes and SW1 SW2. */
export const MAX_RESPONSE_BYTES = 65_538
