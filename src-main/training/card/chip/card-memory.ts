import type { KeyObject } from 'node:crypto'

/** What a secret's file holds in the chip's non-volatile memory. */
export interface SecretState {
  readonly left: number
  readonly value: Uint8Array
}

/** Written together or not at all. Names such as `JPKI/0018`. */
export interface MemoryChanges {
  readonly secrets?: ReadonlyMap<string, SecretState>
  /** Whole files, filler included. */
  readonly files?: ReadonlyMap<string, Uint8Array>
  /** Null: the key was erased. */
  readonly keys?: ReadonlyMap<string, KeyObject | null>
  /** Digest of an issuing order, lower-case hex. */
  readonly order?: string
}

/**
 * Non-volatile memory of a card: what has changed since it left the training kit. It outlives power and, if it is
 * kept somewhere, the process.
 */
export interface CardMemory {
  secret(name: string): SecretState | undefined
  file(name: string): Uint8Array | undefined
  key(name: string): KeyObject | null | undefined
  knowsOrder(digest: string): boolean
  write(changes: MemoryChanges): void
}

/** A chip remembers this many of its last orders: a terminal asks about the one before at most. */
const ordersKept = 16

/** Everything that a memory holds. */
export interface MemoryContents {
  readonly secrets: Map<string, SecretState>
  readonly files: Map<string, Uint8Array>
  readonly keys: Map<string, KeyObject | null>
  orders: readonly string[]
}

export const emptyContents = (): MemoryContents => ({ secrets: new Map(), files: new Map(), keys: new Map(), orders: [] })

/** Memory for the life of the process. `keep` is called with everything before a change counts; it throws where that fails. */
export function cardMemory(contents: MemoryContents = emptyContents(), keep: (next: MemoryContents) => void = () => undefined): CardMemory {
  let current = contents
  return {
    secret: (name) => current.secrets.get(name),
    file: (name) => current.files.get(name),
    key: (name) => current.keys.get(name),
    knowsOrder: (digest) => current.orders.includes(digest),
    write({ secrets, files, keys, order }) {
      const next: MemoryContents = {
        secrets: new Map([...current.secrets, ...(secrets ?? [])]),
        files: new Map([...current.files, ...(files ?? [])]),
        keys: new Map([...current.keys, ...(keys ?? [])]),
        orders: order === undefined ? current.orders : [order, ...current.orders.filter((known) => known !== order)].slice(0, ordersKept),
      }
      keep(next)
      current = next
    },
  }
}
