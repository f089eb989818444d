import { splitMultiString } from '../multi-string.ts'
import { plugAndPlayReader, SCARD_SCOPE_SYSTEM } from '../pcsc-constants.ts'
import { pcscLayout, pcscStructures } from './pcsc-layout.ts'
import { DriverUnusableError } from '../reader-driver.ts'

/** SCARDCONTEXT or SCARDHANDLE. */
export type PcscHandle = number | bigint

/** SCARD_READERSTATE. */
export interface PcscReaderState {
  readonly name: string
  /** What the caller believes; 0 asks for the state at once. */
  readonly currentState: number
  readonly eventState: number
  readonly atr: Uint8Array
}

/**
 * The PC/SC functions as promises; each runs on libuv's thread pool, but `cancel`. Codes are unsigned
 * 32-bit. A wrong signature here crashes the process, so nothing else in the kiosk calls native code for cards.
 */
export interface PcscApi {
  establishContext(): Promise<{ code: number; context: PcscHandle }>
  releaseContext(context: PcscHandle): Promise<number>
  /** Makes a waiting getStatusChange return. Synchronous. */
  cancel(context: PcscHandle): number
  listReaders(context: PcscHandle): Promise<{ code: number; names: string[] }>
  /** Waits until one state differs from `currentState`, or for `milliseconds`. */
  getStatusChange(context: PcscHandle, milliseconds: number, states: readonly PcscReaderState[]): Promise<{ code: number; states: PcscReaderState[] }>
  connect(context: PcscHandle, reader: string, shareMode: number, protocols: number): Promise<{ code: number; card: PcscHandle; protocol: number }>
  /** Fills `response`; `length` is how much of it. */
  transmit(card: PcscHandle, protocol: number, command: Uint8Array, response: Uint8Array): Promise<{ code: number; length: number }>
  disconnect(card: PcscHandle, disposition: number): Promise<number>
}

interface RawReaderState {
  szReader: string
  pvUserData: null
  dwCurrentState: number
  dwEventState: number
  cbAtr: number
  rgbAtr: Uint8Array
}

/** A C function as koffi gives it: called on libuv's pool, the return value handed to a callback. */
interface NativeFunction {
  readonly async: (...args: unknown[]) => void
}

/** Room for the names of all readers; pcscd has at most 16 of 128 bytes. */
const NAMES_BYTES = 16_384

const unsigned = (code: number | bigint): number => Number(BigInt.asUintN(32, BigInt(code)))

/** Loads the system's PC/SC library. Throws DriverUnusableError when koffi or the library is missing. */
export async function loadPcsc(platform: NodeJS.Platform = process.platform): Promise<PcscApi> {
  const layout = pcscLayout(platform)
  if (layout === undefined) throw new DriverUnusableError(`no PC/SC on ${platform}`)
  const koffi = await import('koffi').then(
    (module) => module.default,
    (cause: unknown) => {
      throw new DriverUnusableError('npm package koffi is not installed', { cause })
    },
  )
  const library = ((): ReturnType<typeof koffi.load> => {
    try {
      return koffi.load(layout.library)
    } catch (cause) {
      throw new DriverUnusableError(`${layout.library} is missing: smart card service not installed (${layout.broughtBy})`, { cause })
    }
  })()

  const { dword, long, handle } = layout
  const outDword = koffi.out(koffi.pointer(dword))
  const inOutDword = koffi.inout(koffi.pointer(dword))
  const outHandle = koffi.out(koffi.pointer(handle))
  const { readerState, ioRequest } = pcscStructures(koffi, layout)
  const ioRequestBytes = koffi.sizeof(ioRequest)
  const text = layout.textSuffix

  const establish = library.func('SCardEstablishContext', long, [dword, 'void *', 'void *', outHandle])
  const release = library.func('SCardReleaseContext', long, [handle])
  const cancel = library.func('SCardCancel', long, [handle])
  const list = library.func(`SCardListReaders${text}`, long, [handle, 'void *', 'uint8_t *', inOutDword])
  const change = library.func(`SCardGetStatusChange${text}`, long, [handle, dword, koffi.inout(koffi.pointer(readerState)), dword])
  const connect = library.func(`SCardConnect${text}`, long, [handle, 'const char *', dword, dword, outHandle, outDword])
  const transmit = library.func('SCardTransmit', long, [handle, koffi.pointer(ioRequest), 'const uint8_t *', dword, 'void *', 'uint8_t *', inOutDword])
  const disconnect = library.func('SCardDisconnect', long, [handle, dword])

  const call = (native: NativeFunction, ...args: unknown[]): Promise<number> =>
    new Promise((resolve, reject) => {
      native.async(...args, (error: Error | null, code: number | bigint) => {
        if (error) reject(error)
        else resolve(unsigned(code))
      })
    })

  return {
    async establishContext() {
      const context: [PcscHandle] = [0]
      const code = await call(establish, SCARD_SCOPE_SYSTEM, null, null, context)
      return { code, context: context[0] }
    },
    releaseContext: (context) => call(release, context),
    cancel: (context) => unsigned(cancel(context) as number | bigint),
    async listReaders(context) {
      const names = Buffer.alloc(NAMES_BYTES)
      const length: [number] = [NAMES_BYTES]
      const code = await call(list, context, null, names, length)
      return { code, names: code === 0 ? splitMultiString(names.subarray(0, length[0])) : [] }
    },
    async getStatusChange(context, milliseconds, states) {
      const raw: RawReaderState[] = states.map((state) => ({
        szReader: state.name,
        pvUserData: null,
        dwCurrentState: state.currentState,
        dwEventState: 0,
        cbAtr: 0,
        rgbAtr: new Uint8Array(layout.atrFieldBytes),
      }))
      const code = await call(change, context, milliseconds, raw, raw.length)
      return {
        code,
        states: raw.map((after, index) => ({
          name: states[index]?.name ?? plugAndPlayReader,
          currentState: after.dwCurrentState,
          eventState: after.dwEventState,
          atr: after.rgbAtr.slice(0, Math.min(after.cbAtr, layout.atrFieldBytes)),
        })),
      }
    },
    async connect(context, reader, shareMode, protocols) {
      const card: [PcscHandle] = [0]
      const protocol: [number] = [0]
      const code = await call(connect, context, reader, shareMode, protocols, card, protocol)
      return { code, card: card[0], protocol: protocol[0] }
    },
    async transmit(card, protocol, command, response) {
      const length: [number] = [response.length]
      const code = await call(transmit, card, { dwProtocol: protocol, cbPciLength: ioRequestBytes }, command, command.length, null, response, length)
      return { code, length: length[0] }
    },
    disconnect: (card, disposition) => call(disconnect, card, disposition),
  }
}
