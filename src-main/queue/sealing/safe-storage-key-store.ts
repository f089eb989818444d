import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fail, ok, type Result } from '../../failures/result.ts'
import { attempt } from '../database/sqlite-failures.ts'
import { createDurably } from './durable-file.ts'
import { terminalKey, terminalKeyLength, type KeyStore, type TerminalKey } from './key-store.ts'

/** The part of Electron's `safeStorage` that is needed (DPAPI, Keychain, libsecret), handed in by the Electron host. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(plainText: string): Buffer
  decryptString(encrypted: Buffer): string
}

/** The terminal key encrypted by the operating system for this account; the file alone opens nothing elsewhere. */
export class SafeStorageKeyStore implements KeyStore {
  readonly description = "the operating system's key store"
  readonly #file: string
  readonly #safeStorage: SafeStorage

  constructor(file: string, safeStorage: SafeStorage) {
    this.#file = file
    this.#safeStorage = safeStorage
  }

  load(): Result<TerminalKey | null> {
    return attempt(() => {
      let encrypted: Buffer
      try {
        encrypted = Buffer.from(readFileSync(this.#file, 'utf8'), 'base64')
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return ok(null)
        throw thrown
      }
      if (!this.#safeStorage.isEncryptionAvailable()) return fail('STORE-KEY-MISSING', 'the key store of the operating system is locked')
      let bytes: Buffer
      try {
        bytes = Buffer.from(this.#safeStorage.decryptString(encrypted), 'base64')
      } catch {
        // Electron throws a plain Error for whatever went wrong; it carries no code to tell causes apart.
        return fail('STORE-KEY-MISSING', 'the operating system does not open the key (another account, or a damaged file)')
      }
      if (bytes.length !== terminalKeyLength) return fail('STORE-KEY-MISSING', 'the stored key is damaged')
      return ok(terminalKey(bytes))
    })
  }

  create(): Result<TerminalKey> {
    return attempt(() => {
      if (!this.#safeStorage.isEncryptionAvailable()) return fail('STORE-KEY-MISSING', 'the key store of the operating system is locked')
      const bytes = randomBytes(terminalKeyLength)
      createDurably(this.#file, this.#safeStorage.encryptString(bytes.toString('base64')).toString('base64'))
      return ok(terminalKey(bytes))
    })
  }
}
