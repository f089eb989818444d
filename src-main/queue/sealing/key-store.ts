import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import type { Result } from '../../failures/result.ts'

/** The key that wraps the data keys of all records of this terminal. */
export interface TerminalKey {
  /** First 16 hex digits of the SHA-256 of the key: says which key sealed a record, tells nothing about it. */
  readonly keyId: string
  /** 256-bit secret. */
  readonly key: KeyObject
}

/**
 * Port: where the terminal key lives. Failures: STORE-KEY-MISSING (there is one, but it can't be used:
 * unreadable, damaged, or open to others), STORE-READ-ONLY, STORE-FULL, STORE-UNAVAILABLE.
 */
export interface KeyStore {
  /** For the doctor: what keeps the key. */
  readonly description: string
  /** null: no key has been made yet. */
  load(): Result<TerminalKey | null>
  /** Makes and keeps a new random key, durably; an existing one is never replaced. */
  create(): Result<TerminalKey>
}

export const terminalKeyLength = 32

/** @param bytes 32 random bytes; taken over and wiped. */
export function terminalKey(bytes: Buffer): TerminalKey {
  if (bytes.length !== terminalKeyLength) throw new Error('a terminal key has 32 bytes')
  const key = { keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16), key: createSecretKey(bytes) }
  bytes.fill(0)
  return key
}
