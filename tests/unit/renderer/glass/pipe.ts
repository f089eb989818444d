import type { Transport } from '../../../../src-renderer/glass/transport/transport.ts'
import { listeners } from '../../../../src-renderer/glass/listeners.ts'

/** A transport in the hand of the test. */
export function pipe() {
  const messages = listeners<unknown>()
  const connections = listeners<boolean>()
  const sent: unknown[] = []
  let connected = true
  let restarts = 0
  const transport: Transport = {
    send: (message) => {
      if (connected) sent.push(message)
      return connected
    },
    onMessage: (listener) => messages.add(listener),
    onConnection: (listener) => {
      listener(connected)
      return connections.add(listener)
    },
    restart: () => {
      restarts += 1
    },
  }
  return {
    transport,
    sent,
    say: (message: unknown) => {
      messages.tell(message)
    },
    connect: (value: boolean) => {
      connected = value
      connections.tell(value)
    },
    restarts: () => restarts,
  }
}
