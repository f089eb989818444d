import { setTimeout as pause } from 'node:timers/promises'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { PcscApi, PcscHandle, PcscReaderState } from './koffi-pcsc.ts'
import { pcscCodes, plugAndPlayReader, readerStateFlags, SCARD_PROTOCOL_T0_OR_T1, SCARD_SHARE_EXCLUSIVE, SCARD_UNPOWER_CARD } from '../pcsc-constants.ts'
import { pcscFailure } from '../pcsc-failures.ts'
import { MAX_RESPONSE_BYTES, type ReaderDriver, type Sight } from '../reader-driver.ts'
import { insistOnExclusive } from '../sharing.ts'

/** How long the watch sleeps before it lists the readers anew, should a plug-and-play notice be lost. */
const WATCH_SLICE_MILLISECONDS = 1_000
/** Pause between attempts while the service is down, or while there is nothing that could be waited for. */
const SERVICE_RETRY_MILLISECONDS = 300

interface Connection {
  readonly context: PcscHandle
  readonly card: PcscHandle
  readonly protocol: number
}

/**
 * The system's PC/SC library. Three contexts, because a context does one thing at a time: one for the
 * watch, one for each connection, one for each fresh list.
 *
 * Connections are exclusive, not shared with a transaction: a verified PIN must be of no use to another
 * program, and Windows resets the card in a transaction that rests for five seconds, which a resident at
 * the PIN pad does.
 */
export class KoffiDriver implements ReaderDriver {
  readonly description = 'PC/SC (koffi)'
  readonly #api: PcscApi
  readonly #response = new Uint8Array(MAX_RESPONSE_BYTES)
  #closed = false
  #watchContext: PcscHandle | undefined
  #watching: Promise<void> = Promise.resolve()
  #connection: Connection | undefined

  constructor(api: PcscApi) {
    this.#api = api
  }

  watch(report: (sight: Sight) => void): void {
    this.#watching = this.#watchUntilClosed(report)
  }

  async listAfresh(): Promise<readonly string[] | undefined> {
    const { code, context } = await this.#api.establishContext()
    if (code !== pcscCodes.success) return undefined
    const list = await this.#list(context)
    await this.#api.releaseContext(context)
    return list
  }

  async connect(readerName: string): Promise<Result<void>> {
    await this.powerOff()
    const established = await this.#api.establishContext()
    if (established.code !== pcscCodes.success) return pcscFailure('SCardEstablishContext', established.code)
    const { context } = established
    const connected = await insistOnExclusive(
      () => this.#api.connect(context, readerName, SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T0_OR_T1),
      ({ code }) => code === pcscCodes.sharingViolation,
    )
    if (connected.code !== pcscCodes.success) {
      await this.#api.releaseContext(context)
      return pcscFailure('SCardConnect', connected.code)
    }
    this.#connection = { context, card: connected.card, protocol: connected.protocol }
    return ok()
  }

  async transmit(command: Uint8Array): Promise<Result<Uint8Array>> {
    if (this.#connection === undefined) return fail('CARD-REMOVED', 'not connected')
    const { card, protocol } = this.#connection
    const { code, length } = await this.#api.transmit(card, protocol, command, this.#response)
    if (code !== pcscCodes.success) return pcscFailure('SCardTransmit', code)
    const answer = this.#response.slice(0, length)
    this.#response.fill(0, 0, length)
    return length < 2 ? fail('CARD-REMOVED', `answer of ${length} bytes`) : ok(answer)
  }

  async powerOff(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    if (connection === undefined) return
    // Codes say no more here than that the card or the service has gone, and with it the power.
    await this.#api.disconnect(connection.card, SCARD_UNPOWER_CARD)
    await this.#api.releaseContext(connection.context)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#watchContext !== undefined) this.#api.cancel(this.#watchContext)
    await this.powerOff()
    await this.#watching
  }

  async #watchUntilClosed(report: (sight: Sight) => void): Promise<void> {
    while (!this.#closed) {
      const { code, context } = await this.#api.establishContext()
      if (code === pcscCodes.success) {
        this.#watchContext = context
        await this.#watchWith(context, report)
        this.#watchContext = undefined
        await this.#api.releaseContext(context)
      }
      if (this.#isClosed()) return
      report({ kind: 'noService' })
      await pause(SERVICE_RETRY_MILLISECONDS)
    }
  }

  /** Returns when the context is of no use any more (NO_SERVICE, SERVICE_STOPPED, INVALID_HANDLE, COMM_ERROR, …), or on close. */
  async #watchWith(context: PcscHandle, report: (sight: Sight) => void): Promise<void> {
    let known: readonly PcscReaderState[] = []
    let plugAndPlay = true
    let reported = ''
    while (!this.#isClosed()) {
      const names = await this.#list(context)
      if (names === undefined) return
      known = names.map((name) => known.find((state) => state.name === name) ?? { name, currentState: 0, eventState: 0, atr: new Uint8Array() })
      // A reader just met has no state yet; the wait below returns with it at once.
      const readers = known.map(({ name, currentState, atr }) => ({ name, eventState: currentState, atr }))
      const news = JSON.stringify(readers.map(({ name, eventState }) => [name, eventState]))
      if (news !== reported && readers.every(({ eventState }) => eventState !== 0)) {
        report({ kind: 'readers', readers })
        reported = news
      }
      const waitFor = plugAndPlay ? [...known, notice(known.length)] : known
      if (waitFor.length === 0) {
        await pause(SERVICE_RETRY_MILLISECONDS)
        continue
      }
      const { code, states } = await this.#api.getStatusChange(context, WATCH_SLICE_MILLISECONDS, waitFor)
      if (code === pcscCodes.timeout || code === pcscCodes.unknownReader) continue
      if (code !== pcscCodes.success) return
      plugAndPlay &&= !states.some(({ name, eventState }) => name === plugAndPlayReader && (eventState & readerStateFlags.unknown) !== 0)
      known = states.filter(({ name }) => name !== plugAndPlayReader).map(remembered)
    }
  }

  async #list(context: PcscHandle): Promise<readonly string[] | undefined> {
    const { code, names } = await this.#api.listReaders(context)
    if (code === pcscCodes.noReadersAvailable) return []
    return code === pcscCodes.success ? names : undefined
  }

  /** A method, because a field that changes during an await is not seen to by the compiler. */
  #isClosed(): boolean {
    return this.#closed
  }
}

/** WinSCard wants the number of readers known so far in the upper half; pcsc-lite does not look at it. */
function notice(readers: number): PcscReaderState {
  return { name: plugAndPlayReader, currentState: readers << 16, eventState: 0, atr: new Uint8Array() }
}

/** What was seen becomes what is believed. A reader without any news keeps its event state. */
function remembered(state: PcscReaderState): PcscReaderState {
  return { ...state, currentState: state.eventState & ~readerStateFlags.changed }
}
