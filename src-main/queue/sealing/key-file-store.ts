import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { fail, ok, type Result } from '../../failures/result.ts'
import { attempt } from '../database/sqlite-failures.ts'
import { createDurably } from './durable-file.ts'
import { terminalKey, terminalKeyLength, type KeyStore, type TerminalKey } from './key-store.ts'

const content = /^([0-9a-f]{64})\n?$/

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'

/** The terminal key in a file of its own (64 hex digits, mode 0600), for terminals without a key store of the operating system. */
export class KeyFileStore implements KeyStore {
  readonly description: string
  readonly #file: string

  constructor(file: string) {
    this.#file = file
    this.description = `key file ${file}`
  }

  load(): Result<TerminalKey | null> {
    return attempt(() => {
      let text: string
      try {
        // Windows reports 0666 for every file; there the profile folder's access list protects it.
        if (process.platform !== 'win32' && (statSync(this.#file).mode & 0o077) !== 0) {
          return fail('STORE-KEY-MISSING', 'the key file is open to other accounts (mode must be 0600)')
        }
        text = readFileSync(this.#file, 'utf8')
      } catch (thrown) {
        if (isMissing(thrown)) return ok(null)
        throw thrown
      }
      const hex = content.exec(text)?.[1]
      if (hex === undefined) return fail('STORE-KEY-MISSING', 'the key file is damaged (64 hex digits expected)')
      return ok(terminalKey(Buffer.from(hex, 'hex')))
    })
  }

  create(): Result<TerminalKey> {
    return attempt(() => {
      const hex = randomBytes(terminalKeyLength).toString('hex')
      createDurably(this.#file, `${hex}\n`)
      return ok(terminalKey(Buffer.from(hex, 'hex')))
    })
  }
}
