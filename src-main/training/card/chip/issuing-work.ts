import type { KeyObject } from 'node:crypto'
import type { IssuingSession } from '../issuing/protocol.ts'
import type { SecretState } from './card-memory.ts'

/** Changes under way: a file grows until it has its whole length. */
interface StagedFile {
  readonly total: number
  readonly bytes: Uint8Array
  readonly written: number
}

/** A session of the issuer's terminal with everything it has asked for and not committed. Volatile. */
export interface IssuingWork {
  readonly session: IssuingSession
  readonly secrets: Map<string, SecretState>
  readonly files: Map<string, StagedFile>
  /** Null: to be erased; `making`: the chip is at it. */
  readonly keys: Map<string, KeyObject | null | 'making'>
}

/** What the chip needs to know its issuer, and the session that is open. */
export class IssuingPort {
  /** The card's own key (issuing/protocol.ts). */
  readonly cardKey: Uint8Array
  readonly #newKey: () => Promise<KeyObject>
  work: IssuingWork | null = null

  constructor(cardKey: Uint8Array, newKey: () => Promise<KeyObject>) {
    this.cardKey = cardKey
    this.#newKey = newKey
  }

  open(session: IssuingSession): void {
    this.work = { session, secrets: new Map(), files: new Map(), keys: new Map() }
  }

  reset(): void {
    this.work = null
  }

  /** Starts a key; a session that ended in the meantime does not get it. A chip that can't make one is a bug, and throws. */
  makeKey(work: IssuingWork, name: string): void {
    work.keys.set(name, 'making')
    void this.#newKey().then((key) => work.keys.set(name, key))
  }
}
