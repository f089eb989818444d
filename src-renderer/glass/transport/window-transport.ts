import type { MadoguchiWindow } from './window.d.ts'
import type { Transport } from './transport.ts'

/** Electron: the preload's pipe. Main lives as long as its windows, so it counts as connected throughout. */
export function windowTransport(pipe: MadoguchiWindow): Transport {
  return {
    send: (message) => {
      pipe.send(message)
      return true
    },
    onMessage: (listener) => pipe.onMessage(listener),
    onConnection: (listener) => {
      listener(true)
      return () => undefined
    },
    restart: () => undefined,
  }
}
