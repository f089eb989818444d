import { constants, createHash, createPublicKey, generateKeyPair, privateEncrypt, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

/** DER of DigestInfo for SHA-256 up to the digest (RFC 8017 §9.2 note 1). */
const digestInfoPrefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const digestLength = 32
const modulusLength = 256

export function digestInfoSha256(digest: Uint8Array): Uint8Array {
  return Buffer.concat([digestInfoPrefix, digest])
}

/** EMSA-PKCS1-v1_5 padding of the bytes as they are, then RSA. */
export function rsaPkcs1(key: KeyObject, data: Uint8Array): Uint8Array {
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, data)
}

/** RSASSA-PSS over a SHA-256 digest, MGF1 with SHA-256, salt of 32 bytes (RFC 8017 §9.1.1). */
export function rsaPss(key: KeyObject, digest: Uint8Array): Uint8Array {
  const salt = randomBytes(digestLength)
  const hash = createHash('sha256').update(new Uint8Array(8)).update(digest).update(salt).digest()
  const block = new Uint8Array(modulusLength - digestLength - 1)
  block.set([0x01, ...salt], block.length - salt.length - 1)
  const mask = mgf1(hash, block.length)
  const masked = block.map((byte, index) => byte ^ (mask[index] ?? 0))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.concat([masked, hash, Uint8Array.of(0xbc)]))
}

function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let counter = 0; counter * digestLength < length; counter += 1) {
    blocks.push(
      createHash('sha256')
        .update(seed)
        .update(Uint8Array.of(0, 0, 0, counter))
        .digest(),
    )
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** Modulus of an RSA key, big-endian. */
export const modulusOf = (key: KeyObject): Uint8Array => Buffer.from((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }).n ?? '', 'base64url')

const generate = promisify(generateKeyPair)

/** A new RSA-2048 key, e = 65537. On the thread pool: it takes a tenth of a second to seconds. */
export const newRsaKey = async (): Promise<KeyObject> => (await generate('rsa', { modulusLength: modulusLength * 8, publicExponent: 0x10001 })).privateKey
