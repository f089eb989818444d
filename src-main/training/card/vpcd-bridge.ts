import { connect, type Socket } from 'node:net'
import { FrameReader, frame } from './vpcd-frames.ts'
import type { SimulatedCard } from './simulated-card.ts'

export interface VpcdBridgeOptions {
  /** Where pcscd's vpcd driver listens. Debian's stock configuration: slot 0 on 35963, slot 1 on 35964. */
  readonly host?: string
  readonly port?: number
  /** Pause between attempts while pcscd is away, milliseconds. */
  readonly retryMilliseconds?: number
}

/** `mute`: no APDU is answered any more. `removed`: the card leaves the field in the middle of the next APDU. */
export type BridgeFault = 'none' | 'mute' | 'removed'

/** `waiting`: a card is in, but pcscd is not there (yet). */
export type BridgeState = 'empty' | 'waiting' | 'connected'

/** Control bytes of the vpcd protocol (reference card.md §9): a payload of one byte is never an APDU. */
const control = { powerOff: 0x00, powerOn: 0x01, reset: 0x02, getAtr: 0x04 } as const

/**
 * Puts a simulated card into the virtual reader of a real pcscd (Debian package vsmartcard-vpcd). A card in
 * the reader is an open TCP connection; taking the card out closes it. While a card is in, a lost pcscd is
 * waited for and met again: the chip then starts unpowered, as it would behind a real reader.
 */
export class VpcdBridge {
  readonly #host: string
  readonly #port: number
  readonly #retryMilliseconds: number
  readonly #listeners = new Set<(state: BridgeState) => void>()
  #card: SimulatedCard | null = null
  #socket: Socket | null = null
  #retry: NodeJS.Timeout | null = null
  #state: BridgeState = 'empty'
  #fault: BridgeFault = 'none'

  constructor(options: VpcdBridgeOptions = {}) {
    this.#host = options.host ?? '127.0.0.1'
    this.#port = options.port ?? 35_963
    this.#retryMilliseconds = options.retryMilliseconds ?? 200
  }

  get state(): BridgeState {
    return this.#state
  }

  /** Called on every change, never with the state at subscription. Returns the unsubscriber. */
  subscribe(listener: (state: BridgeState) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Puts a card in; one that is in already is taken out first. */
  insert(card: SimulatedCard): void {
    this.remove()
    this.#card = card
    this.#set('waiting')
    this.#connect()
  }

  /** Takes the card out: the chip loses its power and pcscd sees it gone at its next poll (about 0.4 s). */
  remove(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
    const socket = this.#socket
    this.#socket = null
    socket?.destroy()
    this.#card?.powerOff()
    this.#card = null
    this.#set('empty')
  }

  /** Stays until set again; `removed` ends itself with the removal. */
  setFault(fault: BridgeFault): void {
    this.#fault = fault
  }

  close(): void {
    this.remove()
    this.#listeners.clear()
  }

  #set(state: BridgeState): void {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }

  #connect(): void {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true })
    this.#socket = socket
    const frames = new FrameReader()
    let answering = Promise.resolve()
    socket.on('connect', () => this.#set('connected'))
    socket.on('data', (bytes) => {
      for (const payload of frames.push(bytes)) {
        // No catch: a simulated card that throws is a bug, and ends the process.
        answering = answering.then(() => this.#serve(socket, payload))
      }
    })
    // A refused or broken connection is pcscd being away; 'close' follows and starts the wait.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (this.#socket !== socket) return
      this.#socket = null
      this.#card?.powerOff()
      this.#set('waiting')
      this.#retry = setTimeout(() => this.#connect(), this.#retryMilliseconds)
    })
  }

  async #serve(socket: Socket, payload: Uint8Array): Promise<void> {
    const card = this.#card
    if (card === null || this.#socket !== socket) return
    if (payload.length === 1) {
      this.#control(socket, card, payload[0])
      return
    }
    if (this.#fault === 'mute') return
    const answer = this.#fault === 'removed' ? 'removed' : await card.transmit(payload)
    if (this.#socket !== socket || answer === 'mute') return
    if (answer === 'removed') {
      this.#fault = 'none'
      this.remove()
      return
    }
    socket.write(frame(answer))
  }

  #control(socket: Socket, card: SimulatedCard, code: number | undefined): void {
    if (code === control.powerOff) card.powerOff()
    else if (code === control.powerOn) card.powerOn()
    else if (code === control.reset) card.reset()
    else if (code === control.getAtr) socket.write(frame(card.atr))
  }
}
