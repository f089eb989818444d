import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'
import type { TerminalKey } from './key-store.ts'

/** What a sealed value belongs to; bound into both seals, so that no value can be moved to another row. */
export interface SealedPlace {
  readonly table: string
  readonly rowId: string
  /** Which of the row's sealed values. */
  readonly part: string
}

/** A value under its own random key, and that key under the terminal key. Each blob: nonce (12), tag (16), ciphertext. */
export interface Envelope {
  readonly keyId: string
  readonly wrappedKey: Buffer
  readonly body: Buffer
}

const keyLength = 32
const nonceLength = 12
const tagLength = 16

function encrypt(key: KeyObject | Buffer, nonce: Buffer, plain: Uint8Array, associated: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(associated)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function decrypt(key: KeyObject | Buffer, blob: Buffer, associated: Buffer): Buffer | null {
  if (blob.length < nonceLength + tagLength) return null
  const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, nonceLength), { authTagLength: tagLength })
  decipher.setAAD(associated)
  decipher.setAuthTag(blob.subarray(nonceLength, nonceLength + tagLength))
  try {
    return Buffer.concat([decipher.update(blob.subarray(nonceLength + tagLength)), decipher.final()])
  } catch {
    // final() throws one plain Error for a tag that does not fit, whatever was changed.
    return null
  }
}

const associatedData = (place: SealedPlace, what: 'key' | 'body'): Buffer =>
  Buffer.from(JSON.stringify(['madoguchi-sealed-1', place.table, place.rowId, place.part, what]), 'utf8')

export function seal(terminal: TerminalKey, place: SealedPlace, plain: Uint8Array): Envelope {
  const random = randomBytes(keyLength + 2 * nonceLength)
  const dataKey = random.subarray(0, keyLength)
  const keyNonce = random.subarray(keyLength, keyLength + nonceLength)
  const bodyNonce = random.subarray(keyLength + nonceLength)
  try {
    return {
      keyId: terminal.keyId,
      wrappedKey: encrypt(terminal.key, keyNonce, dataKey, associatedData(place, 'key')),
      body: encrypt(dataKey, bodyNonce, plain, associatedData(place, 'body')),
    }
  } finally {
    dataKey.fill(0)
  }
}

/** null: changed, moved to another row, or sealed under another terminal key. */
export function unseal(terminal: TerminalKey, place: SealedPlace, envelope: Envelope): Buffer | null {
  if (envelope.keyId !== terminal.keyId) return null
  const dataKey = decrypt(terminal.key, envelope.wrappedKey, associatedData(place, 'key'))
  if (dataKey === null) return null
  try {
    return decrypt(dataKey, envelope.body, associatedData(place, 'body'))
  } finally {
    dataKey.fill(0)
  }
}
