import type { SerialPort } from 'serialport'
import type { ByteLink, OpenLink, WriteEnd } from './byte-link.ts'
import { systemTimers } from '../../../timers.ts'

export interface SerialSettings {
  /** `/dev/ttyUSB0`, `/dev/serial/by-id/…`, `COM3`. */
  readonly path: string
  /** Bits per second as set on the printer's switches. */
  readonly baudRate: number
  /** Hardware flow control (RTS/CTS), as set on the printer. XON/XOFF is not offered: it swallows bytes of the printer's answers. */
  readonly rtscts: boolean
}

/**
 * One opened serial port. Measured in reference devices.md §5: an unplugged port is noticed only with a `data`
 * listener attached; an `error` without a listener ends the process; `close` may come twice; a write to a port
 * that is gone gets no callback at all; drain says nothing about the device.
 */
class SerialLink implements ByteLink {
  readonly #port: SerialPort
  readonly #dataListeners: ((bytes: Uint8Array) => void)[] = []
  readonly #endListeners = new Set<() => void>()
  #ended = false
  /** The port says that it is not open from the moment it begins to close; its lock is held until this. */
  #closed: Promise<void> = Promise.resolve()

  constructor(port: SerialPort) {
    this.#port = port
    port.on('data', (bytes: Buffer) => {
      for (const listener of this.#dataListeners) listener(bytes)
    })
    port.on('error', () => this.#end())
    port.on('close', () => this.#end())
  }

  get isOpen(): boolean {
    return !this.#ended && this.#port.isOpen
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#dataListeners.push(listener)
  }

  onEnd(listener: () => void): () => void {
    if (this.#ended) listener()
    else this.#endListeners.add(listener)
    return () => {
      this.#endListeners.delete(listener)
    }
  }

  write(bytes: Uint8Array, timeoutMs: number): Promise<WriteEnd> {
    if (!this.isOpen) return Promise.resolve('closed')
    return new Promise((resolve) => {
      const cancel = systemTimers.after(timeoutMs, () => settle('timeout'))
      const settle = (end: WriteEnd): void => {
        cancel()
        forget()
        resolve(end)
      }
      const forget = this.onEnd(() => resolve('closed'))
      this.#port.write(Buffer.from(bytes), (error) => settle(error ? 'closed' : 'written'))
    })
  }

  close(): Promise<void> {
    this.#end()
    return this.#closed
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    const listeners = [...this.#endListeners]
    this.#endListeners.clear()
    for (const listener of listeners) listener()
    // After an error the descriptor may still be held, and the lock on the path with it.
    if (this.#port.isOpen) this.#closed = new Promise((resolve) => this.#port.close(() => resolve()))
  }
}

/** Opens the port anew each time; a SerialPort that was disconnected keeps what was written for a later open. */
export const serialLink =
  (settings: SerialSettings): OpenLink =>
  async () => {
    const { SerialPort } = await import('serialport')
    const port = new SerialPort({ path: settings.path, baudRate: settings.baudRate, rtscts: settings.rtscts, autoOpen: false })
    const link = new SerialLink(port)
    return new Promise((resolve) => {
      port.open((error) => resolve(error ? null : link))
    })
  }
