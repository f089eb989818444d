import type { Outgoing, Side } from './contract.ts'

/** The only IPC channels there are. `ready` asks for the present snapshot once the page listens. */
export const glassChannel = 'madoguchi:glass'
export const readyChannel = 'madoguchi:ready'
export const sideArgument = '--madoguchi-side='

/** What the preload script exposes as `window.madoguchi`. */
export interface Bridge {
  readonly side: Side
  send(message: unknown): void
  onMessage(listener: (message: Outgoing) => void): () => void
}
