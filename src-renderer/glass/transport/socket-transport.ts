import { listeners } from '../listeners.ts'
import type { Transport } from './transport.ts'

/** The part of WebSocket that is used; tests bring their own. */
export type SocketLike = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'onopen' | 'onclose' | 'onmessage'>

export interface SocketSurroundings {
  /** Begins to open a socket to main. */
  open(): SocketLike
  schedule(milliseconds: number, job: () => void): void
}

const OPEN = 1
const firstPauseMs = 500
const longestPauseMs = 3000

/** System Chromium: a socket that is opened again after 0.5 s, then 1 s, 2 s, and 3 s at most. */
export function socketTransport(surroundings: SocketSurroundings): Transport {
  const messages = listeners<unknown>()
  const connections = listeners<boolean>()
  let socket: SocketLike | null = null
  let connected = false
  let pauseMs = firstPauseMs

  const setConnected = (value: boolean): void => {
    if (connected === value) return
    connected = value
    connections.tell(value)
  }
  const attempt = (): void => {
    const opened = surroundings.open()
    socket = opened
    opened.onopen = () => {
      pauseMs = firstPauseMs
      setConnected(true)
    }
    opened.onmessage = (event) => {
      messages.tell(parse(event.data))
    }
    // Also when it never opened.
    opened.onclose = () => {
      socket = null
      setConnected(false)
      surroundings.schedule(pauseMs, attempt)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }
  attempt()

  return {
    send: (message) => {
      if (socket?.readyState !== OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
    onMessage: (listener) => messages.add(listener),
    onConnection: (listener) => {
      listener(connected)
      return connections.add(listener)
    },
    restart: () => socket?.close(),
  }
}

/** What isn't JSON is handed on as it is; the contract's schema then refuses it with a report. */
function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
