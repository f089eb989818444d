/** How a write ended. Even `written` means no more than that the operating system took the bytes. */
export type WriteEnd = 'written' | 'timeout' | 'closed'

/** An open two-way byte line to a device. It ends once and is never opened again; a new one takes its place. */
export interface ByteLink {
  readonly isOpen: boolean
  write(bytes: Uint8Array, timeoutMs: number): Promise<WriteEnd>
  /** Everything the device sends from now on. */
  onData(listener: (bytes: Uint8Array) => void): void
  /** Once, when the line ends for whatever reason; at once if it has ended already. Returns what takes the listener back. */
  onEnd(listener: () => void): () => void
  /** Never rejects; resolves when the line is released. */
  close(): Promise<void>
}

/** Opens a line; null when the device is not there, or is held by somebody else. Never rejects. */
export type OpenLink = () => Promise<ByteLink | null>
