import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KeyFileStore } from '../../../../src-main/queue/sealing/key-file-store.ts'
import { SafeStorageKeyStore, type SafeStorage } from '../../../../src-main/queue/sealing/safe-storage-key-store.ts'
import { code, temporaryFolder, value } from '../temporary-store.ts'

/** Reverses the text, as a stand-in for what the operating system does. */
const reversing = (available = true): SafeStorage => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from(text, 'utf8').reverse(),
  decryptString(encrypted) {
    if (encrypted.length === 0) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return Buffer.from(encrypted).reverse().toString('utf8')
  },
})

describe('KeyFileStore', () => {
  it('has no key at first, makes one with mode 0600, and finds the same one again', () => {
    const file = join(temporaryFolder(), 'keys', 'terminal.key')
    const store = new KeyFileStore(file)
    expect(value(store.load())).toBeNull()
    const made = value(store.create())
    expect(value(store.load())?.keyId).toBe(made.keyId)
    expect(value(store.load())?.key.equals(made.key)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(file, '..'))).toEqual(['terminal.key'])
  })

  it('never replaces a key', () => {
    const file = join(temporaryFolder(), 'terminal.key')
    const store = new KeyFileStore(file)
    const made = value(store.create())
    expect(code(store.create())).toBe('STORE-UNAVAILABLE')
    expect(value(store.load())?.keyId).toBe(made.keyId)
  })

  it.each([0o640, 0o604, 0o660, 0o644])('refuses a file of mode %o', (mode) => {
    const file = join(temporaryFolder(), 'terminal.key')
    const store = new KeyFileStore(file)
    value(store.create())
    chmodSync(file, mode)
    expect(code(store.load())).toBe('STORE-KEY-MISSING')
  })

  it.each(['', 'abc', 'zz'.repeat(32), 'ab'.repeat(33)])('refuses a damaged file: %j', (content) => {
    const file = join(temporaryFolder(), 'terminal.key')
    writeFileSync(file, content, { mode: 0o600 })
    expect(code(new KeyFileStore(file).load())).toBe('STORE-KEY-MISSING')
  })
})

describe('SafeStorageKeyStore', () => {
  it('keeps only what the operating system encrypted, and finds the key again', () => {
    const file = join(temporaryFolder(), 'terminal.key')
    const store = new SafeStorageKeyStore(file, reversing())
    expect(value(store.load())).toBeNull()
    const made = value(store.create())
    expect(value(store.load())?.key.equals(made.key)).toBe(true)
    expect(readFileSync(file, 'utf8')).not.toContain(made.key.export().toString('base64'))
  })

  it('refuses while the key store is locked, when it does not open the key, and when the key is damaged', () => {
    const file = join(temporaryFolder(), 'terminal.key')
    expect(code(new SafeStorageKeyStore(file, reversing(false)).create())).toBe('STORE-KEY-MISSING')
    value(new SafeStorageKeyStore(file, reversing()).create())
    expect(code(new SafeStorageKeyStore(file, reversing(false)).load())).toBe('STORE-KEY-MISSING')
    writeFileSync(file, '')
    expect(code(new SafeStorageKeyStore(file, reversing()).load())).toBe('STORE-KEY-MISSING')
    writeFileSync(file, Buffer.from('short').toString('base64'))
    expect(code(new SafeStorageKeyStore(file, reversing()).load())).toBe('STORE-KEY-MISSING')
  })
})
