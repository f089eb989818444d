/**
 * A chip as a reader sees it: power, reset and bytes. Everything that plays a card in training and in
 * tests is one of these, behind the in-process reader or behind vpcd and a real pcscd.
 */
export interface SimulatedCard {
  readonly atr: Uint8Array
  powerOn(): void
  powerOff(): void
  /** Warm reset. */
  reset(): void
  /** Response APDU; `'mute'` never answers; `'removed'` the card has left the field in mid-command. */
  transmit(command: Uint8Array): Promise<Uint8Array | 'mute' | 'removed'>
}
