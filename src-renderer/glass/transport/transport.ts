/** Carries JSON-able messages of the contract's envelope to main and back, over whichever host the page runs in. */
export interface Transport {
  /** False when there is no connection now; the message is then not kept for later. */
  send(message: unknown): boolean
  onMessage(listener: (message: unknown) => void): () => void
  /** Called at once with the present state and then on every change. */
  onConnection(listener: (connected: boolean) => void): () => void
  /** Main said something the contract doesn't know: start afresh, so that no stale picture stays on the glass. */
  restart(): void
}
