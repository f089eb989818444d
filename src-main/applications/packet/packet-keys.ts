import { createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../failures/result.ts'
import { keyContext } from './packet-format.ts'

export type PacketKeyType = 'x25519' | 'ed25519'

const rawLength = 32
/** SubjectPublicKeyInfo of X25519 (RFC 8410): all but the last 32 bytes is the same for every key. */
const x25519Prefix = Buffer.from('302a300506032b656e032100', 'hex')

/** The 32 bytes of a public key of either curve. */
export function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key.type === 'private' ? key : { key: key.export({ type: 'spki', format: 'der' }), type: 'spki', format: 'der' }).export({ type: 'spki', format: 'der' }).subarray(-rawLength)
}

export const x25519FromRaw = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([x25519Prefix, raw]), type: 'spki', format: 'der' })

/** First 16 hex digits of the SHA-256 of the raw public key. */
export const packetKeyId = (key: KeyObject): string => createHash('sha256').update(rawPublicKey(key)).digest('hex').slice(0, 16)

/** Failures: PACKET-NOT-CONFIGURED (no key in PEM, or of another curve). */
export function readPacketKey(pem: string | Buffer, type: PacketKeyType, which: 'private' | 'public'): Result<KeyObject> {
  try {
    const key = which === 'private' ? createPrivateKey(pem) : createPublicKey(pem)
    return key.asymmetricKeyType === type ? ok(key) : fail('PACKET-NOT-CONFIGURED', `not an ${type} key`)
  } catch {
    return fail('PACKET-NOT-CONFIGURED', `not a ${which} key in PEM`)
  }
}

/** Key and nonce prefix of the chunks. */
export function chunkKeys(own: KeyObject, other: KeyObject, headerHash: Buffer): { readonly key: Buffer; readonly prefix: Buffer } {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  const derived = Buffer.from(hkdfSync('sha256', shared, headerHash, keyContext, 40))
  shared.fill(0)
  return { key: derived.subarray(0, 32), prefix: derived.subarray(32) }
}

export function chunkNonce(prefix: Buffer, index: number): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(index, 8)
  return nonce
}

/** Associated data of a chunk: where it belongs, and whether it is the last. */
export const chunkPlace = (nonce: Buffer, last: boolean): Buffer => Buffer.concat([nonce, Buffer.from([last ? 1 : 0])])
