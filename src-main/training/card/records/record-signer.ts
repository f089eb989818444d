import { createHash, type KeyObject } from 'node:crypto'
import { digestInfoSha256, modulusOf, rsaPkcs1 } from '../chip/rsa.ts'
import { encodeTlv } from '../chip/tlv-encoder.ts'

/** Whoever signs the records of an applet (券面事項確認AP, 券面事項入力補助AP), with the CV certificate that its root gave. */
export interface RecordSigner {
  /** 16 bytes. */
  readonly keyId: Uint8Array
  readonly key: KeyObject
  /** CV certificate `7F21`, 568 bytes. */
  readonly certificate: Uint8Array
}

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()

/** RSA public key as the card writes it: 90 exponent, 91 modulus; 265 bytes. */
export function publicKeyObjects(key: KeyObject): Uint8Array {
  return Buffer.concat([encodeTlv(0x90, Uint8Array.of(0x01, 0x00, 0x01)), encodeTlv(0x91, modulusOf(key))])
}

/** RSA-PKCS1-SHA256 over `data`, 256 bytes. */
export const recordSignature = (key: KeyObject, data: Uint8Array): Uint8Array => rsaPkcs1(key, digestInfoSha256(sha256(data)))

/** DER of a DigestInfo for SHA-256 whose OCTET STRING has 96 bytes instead of 32. */
const threeDigestsPrefix = Buffer.from('3071300d060960864801650304020105000460', 'hex')

/** Signature of the card face: one DigestInfo around the SHA-256 of each of three parts (reference card.md §5.2). */
export const faceSignature = (key: KeyObject, parts: readonly [Uint8Array, Uint8Array, Uint8Array]): Uint8Array =>
  rsaPkcs1(key, Buffer.concat([threeDigestsPrefix, ...parts.map(sha256)]))

export interface RecordAuthority {
  readonly rootKeyId: Uint8Array
  readonly rootKey: KeyObject
}

/** CV certificate of a signer: its body is signed as the card has it, without tag and length (reference card.md §5.1, EF 0004). */
export function recordSigner({ rootKeyId, rootKey }: RecordAuthority, keyId: Uint8Array, key: KeyObject): RecordSigner {
  const body = Buffer.concat([rootKeyId, keyId, publicKeyObjects(key)])
  const certificate = encodeTlv(0x7f21, Buffer.concat([encodeTlv(0x5f4e, body), encodeTlv(0x5f37, recordSignature(rootKey, body))]))
  return { keyId, key, certificate }
}
