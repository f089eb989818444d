import { setTimeout as pause } from 'node:timers/promises'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { pcscCodes, SCARD_PROTOCOL_T0_OR_T1, SCARD_SHARE_EXCLUSIVE, SCARD_UNPOWER_CARD } from '../pcsc-constants.ts'
import { pcscFailure } from '../pcsc-failures.ts'
import type { PcscliteMonitor, PcscliteReader } from './pcsclite-package.ts'
import { MAX_RESPONSE_BYTES, type ReaderDriver, type ReaderSight, type Sight } from '../reader-driver.ts'
import { insistOnExclusive } from '../sharing.ts'
import { splitMultiString } from '../multi-string.ts'

const SERVICE_RETRY_MILLISECONDS = 300
/** The package's close() cancels a wait; before the wait has begun there is nothing to cancel, and it would hang. */
const BEFORE_CLOSE_MILLISECONDS = 30

interface Connection {
  readonly reader: PcscliteReader
  readonly protocol: number
}

/**
 * The npm package `pcsclite` (1.0.1), for those who must use it by name. It has no transactions, so
 * connections are exclusive. Its monitor can fall silent without an error (measured), which is why
 * listAfresh() asks past it and the supervisor compares. Its callbacks stall promises on Node 26.4 and
 * later; Node 24 is what this runs on. Error listeners hang on everything: an unheard 'error' would throw.
 */
export class PcscliteDriver implements ReaderDriver {
  readonly description = 'PC/SC (pcsclite)'
  readonly #create: () => PcscliteMonitor
  readonly #readers = new Map<string, { readonly reader: PcscliteReader; sight: ReaderSight }>()
  #report: (sight: Sight) => void = () => undefined
  #monitor: PcscliteMonitor | undefined
  #connection: Connection | undefined
  #closed = false

  constructor(create: () => PcscliteMonitor) {
    this.#create = create
  }

  watch(report: (sight: Sight) => void): void {
    this.#report = report
    this.#start()
  }

  async listAfresh(): Promise<readonly string[] | undefined> {
    const monitor = this.#monitor
    if (monitor === undefined) return undefined
    // The native class itself: the package's function would also open a thread for every reader it finds.
    const Native = monitor.constructor as new () => PcscliteMonitor
    try {
      const fresh = new Native()
      const names = await new Promise<readonly string[] | undefined>((resolve) => {
        fresh.start((error, names) => resolve(error || names === undefined ? undefined : splitMultiString(names)))
      })
      await pause(BEFORE_CLOSE_MILLISECONDS)
      fresh.close()
      return names
    } catch {
      // The constructor throws when the service is down, and that is the answer.
      return undefined
    }
  }

  async connect(readerName: string): Promise<Result<void>> {
    await this.powerOff()
    const reader = this.#readers.get(readerName)?.reader
    if (reader === undefined) return fail(this.#monitor === undefined ? 'CARD-NO-SERVICE' : 'CARD-NO-READER')
    const outcome = await insistOnExclusive(
      () =>
        new Promise<{ code: number; protocol: number }>((resolve) => {
          reader.connect({ share_mode: SCARD_SHARE_EXCLUSIVE, protocol: SCARD_PROTOCOL_T0_OR_T1 }, (error, protocol) => {
            resolve({ code: codeOf(error), protocol: protocol ?? 0 })
          })
        }),
      ({ code }) => code === pcscCodes.sharingViolation,
    )
    if (outcome.code !== pcscCodes.success) return pcscFailure('SCardConnect', outcome.code)
    this.#connection = { reader, protocol: outcome.protocol }
    return ok()
  }

  async transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#connection === undefined) return fail('CARD-REMOVED', 'not connected')
    const { reader, protocol } = this.#connection
    const { code, answer } = await new Promise<{ code: number; answer: Uint8Array }>((resolve) => {
      reader.transmit(Buffer.from(command), MAX_RESPONSE_BYTES, protocol, (error, response) => {
        resolve({ code: codeOf(error), answer: response ?? new Uint8Array() })
      })
    })
    if (code !== pcscCodes.success) return pcscFailure('SCardTransmit', code)
    return answer.length < 2 ? fail('CARD-REMOVED', `answer of ${answer.length} bytes`) : ok(Uint8Array.from(answer))
  }

  async powerOff(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    if (connection === undefined) return
    const { reader } = connection
    await new Promise<void>((resolve) => reader.disconnect(SCARD_UNPOWER_CARD, () => resolve()))
    // After a failed disconnect the package would take the next connect for done.
    reader.connected = false
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.powerOff()
    this.#endMonitor()
  }

  #start(): void {
    if (this.#closed) return
    try {
      const monitor = this.#create()
      monitor.on('error', () => this.#lost(monitor))
      monitor.on('reader', (reader) => this.#met(reader))
      this.#monitor = monitor
      // It tells of readers it finds, but not of finding none.
      void this.listAfresh().then((names) => {
        if (names?.length === 0) this.#tell()
      })
    } catch {
      // Without a service the constructor throws.
      this.#retry()
    }
  }

  #met(reader: PcscliteReader): void {
    this.#readers.set(reader.name, { reader, sight: { name: reader.name, eventState: 0, atr: new Uint8Array() } })
    reader.on('status', ({ state, atr }) => {
      this.#readers.set(reader.name, { reader, sight: { name: reader.name, eventState: state, atr: atr ?? new Uint8Array() } })
      this.#tell()
    })
    reader.on('end', () => {
      if (this.#readers.get(reader.name)?.reader !== reader) return
      this.#readers.delete(reader.name)
      this.#tell()
    })
    // Either the service went, which the monitor reports too, or this reader did, which 'end' tells.
    reader.on('error', () => undefined)
  }

  #tell(): void {
    const sights = [...this.#readers.values()].map(({ sight }) => sight)
    // A reader that has not told its state yet will do so at once.
    if (this.#monitor === undefined || this.#closed || sights.some(({ eventState }) => eventState === 0)) return
    this.#report({ kind: 'readers', readers: sights })
  }

  #lost(monitor: PcscliteMonitor): void {
    if (monitor !== this.#monitor || this.#closed) return
    this.#monitor = undefined
    this.#readers.clear()
    // Not from within the callback: the package holds a mutex there that close() would wait for.
    setImmediate(() => monitor.close())
    this.#retry()
  }

  #retry(): void {
    this.#report({ kind: 'noService' })
    setTimeout(() => this.#start(), SERVICE_RETRY_MILLISECONDS)
  }

  #endMonitor(): void {
    this.#monitor?.close()
    for (const { reader } of this.#readers.values()) reader.close()
    this.#readers.clear()
    this.#monitor = undefined
  }
}

/** The package's errors are text; the code stands at their end: "SCardTransmit error: Card was removed.(0x80100069)". */
function codeOf(error: unknown): number {
  if (!error) return pcscCodes.success
  const digits = error instanceof Error ? /\(0x([0-9a-f]+)\)/iu.exec(error.message)?.[1] : undefined
  return digits === undefined ? pcscCodes.commError : Number.parseInt(digits.slice(-8), 16)
}
