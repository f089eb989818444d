import { sign, verify, type KeyObject } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import base45 from 'base45'
import { Decoder, Encoder } from 'cbor-x'
import { fail, ok, type Result } from '../../failures/result.ts'
import { payloadSchema, verifiedSheet, type CityKey, type Payload, type VerifiedSheet } from './facts.ts'

/**
 * Text of the code on a sheet: `MDG1:` and, in Base45 (RFC 9285), one byte length of the key id, the key id (ASCII),
 * 64 bytes Ed25519 signature, and the payload in CBOR, deflated. What is signed is all of it but the signature.
 * The signature is checked before anything is inflated or decoded: a hostile text reaches neither.
 */
const prefix = 'MDG1:'
const signatureLength = 64
/** The largest QR code holds 4296 characters of this alphabet. */
const longestText = 4296
const largestPayload = 16_384

const encoder = new Encoder({ useRecords: false, mapsAsObjects: true, tagUint8Array: false })
const decoder = new Decoder({ useRecords: false, mapsAsObjects: true })

const signedBytes = (keyId: Buffer, packed: Buffer): Buffer => Buffer.concat([Buffer.from(`${prefix}\0`, 'latin1'), Buffer.from([keyId.length]), keyId, packed])

export function sealText(payload: Payload, key: { readonly keyId: string; readonly privateKey: KeyObject }): string {
  const keyId = Buffer.from(key.keyId, 'latin1')
  const packed = deflateRawSync(encoder.encode(payload), { level: 9 })
  const signature = sign(null, signedBytes(keyId, packed), key.privateKey)
  return prefix + base45.encode(Buffer.concat([Buffer.from([keyId.length]), keyId, signature, packed]))
}

const refuse = (why: string): ReturnType<typeof fail> => fail('DOCUMENT-NOT-VERIFIED', why)

function openText(text: string): Result<{ keyId: Buffer; signature: Buffer; packed: Buffer }> {
  if (!text.startsWith(prefix)) return refuse('not a code of this system')
  if (text.length > longestText) return refuse('the code is too long')
  const encoded = text.slice(prefix.length)
  if (!/^[0-9A-Z $%*+\-./:]+$/.test(encoded)) return refuse('the code has a character outside Base45')
  const bytes = base45.decode(encoded)
  if (base45.encode(bytes) !== encoded) return refuse('the code is not well-formed Base45')
  const keyEnd = 1 + (bytes[0] ?? 0)
  const packedAt = keyEnd + signatureLength
  if (bytes.length <= packedAt) return refuse('the code is cut off')
  return ok({ keyId: bytes.subarray(1, keyEnd), signature: bytes.subarray(keyEnd, packedAt), packed: bytes.subarray(packedAt) })
}

/** Facts of a sheet by the text of its code; DOCUMENT-NOT-VERIFIED says why not. Needs no network. */
export function verifyQrText(text: string, keys: readonly CityKey[]): Result<VerifiedSheet> {
  const opened = openText(text)
  if (!opened.ok) return opened
  const { keyId, signature, packed } = opened.value
  const key = keys.find((each) => each.keyId === keyId.toString('latin1'))
  if (key === undefined) return refuse('signed with a key that is not known here')
  if (!verify(null, signedBytes(keyId, packed), key.publicKey, signature)) return refuse('the signature does not fit the content')
  let decoded: unknown
  try {
    decoded = decoder.decode(inflateRawSync(packed, { maxOutputLength: largestPayload }))
  } catch {
    return refuse('the signed content is not readable')
  }
  const payload = payloadSchema.safeParse(decoded)
  return payload.success ? ok(verifiedSheet(key.keyId, payload.data)) : refuse('the signed content is not that of a certificate')
}
