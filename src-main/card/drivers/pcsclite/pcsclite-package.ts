import { DriverUnusableError } from '../reader-driver.ts'

/** The part of the npm package `pcsclite` that is used; its own types have `any` for every error. */
export interface PcscliteReader {
  readonly name: string
  connected: boolean
  on(event: 'status', listener: (status: { readonly state: number; readonly atr?: Uint8Array }) => void): unknown
  on(event: 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  connect(options: { share_mode: number; protocol: number }, callback: (error: unknown, protocol?: number) => void): void
  transmit(command: Buffer, responseBytes: number, protocol: number, callback: (error: unknown, response?: Uint8Array) => void): void
  disconnect(disposition: number, callback: (error: unknown) => void): void
  close(): void
}

export interface PcscliteMonitor {
  on(event: 'reader', listener: (reader: PcscliteReader) => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  /** The native method under the package's own function: the names of all readers, now and on every change. */
  start(callback: (error: unknown, names?: Uint8Array) => void): void
  close(): void
}

/**
 * The package's one function. Throws DriverUnusableError when it is not installed or its native part was not
 * built. The name is a parameter so that no bundler takes the package in: its native part would not be found.
 */
export async function loadPcsclite(packageName = 'pcsclite'): Promise<() => PcscliteMonitor> {
  try {
    const module = (await import(/* @vite-ignore */ packageName)) as { readonly default: () => PcscliteMonitor }
    return module.default
  } catch (cause) {
    throw new DriverUnusableError(`npm package ${packageName} is not installed, or its native part is not built for this Node.js`, { cause })
  }
}
