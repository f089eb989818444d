import type { Side } from '../../../src-preload/contract.ts'

/** What the Electron preload puts on the page, and nothing else. */
export interface MadoguchiWindow {
  readonly side: Side
  send(message: unknown): void
  /** Main answers with the present snapshot when the first listener is there. Returns the unsubscriber. */
  onMessage(listener: (message: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly madoguchi?: MadoguchiWindow
  }
}
