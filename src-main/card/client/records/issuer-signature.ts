import { constants, createHash, createPublicKey, publicDecrypt, type KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { onlyTlv, readTlvs } from '../../codec/tlv.ts'
import type { RecordIssuerKeys } from '../../individual-number-card.ts'
import { RecordFields } from './record-fields.ts'

const cvTag = { certificate: 0x7f21, body: 0x5f4e, signature: 0x5f37, exponent: 0x90, modulus: 0x91 } as const
const keyIdLength = 16
const digestLength = 32

/**
 * The key that signs the records of this card, from its CV certificate (EF 0004; reference card.md §5.1): issuer key id
 * (16), key id (16), RSA key. Null when none of `known` is named in it, neither as its issuer nor as its subject.
 * Failures: CARD-MALFORMED, CARD-SIGNATURE-WRONG when the issuer is known and has not signed it.
 */
export function recordKey(cvCertificate: Uint8Array, known: RecordIssuerKeys): Result<KeyObject | null> {
  const fields = RecordFields.parse(cvCertificate, cvTag.certificate)
  if (!fields.ok) return fields
  const body = fields.value.value(cvTag.body)
  if (!body.ok) return body
  const signature = fields.value.value(cvTag.signature)
  if (!signature.ok) return signature
  if (body.value.length <= 2 * keyIdLength) return fail('CARD-MALFORMED', 'CV certificate without a key')
  const idAt = (from: number): ((candidate: RecordIssuerKeys[number]) => boolean) => {
    const id = body.value.subarray(from, from + keyIdLength)
    return (candidate) => Buffer.compare(candidate.id, id) === 0
  }
  const signer = known.find(idAt(keyIdLength))
  if (signer !== undefined) return ok(signer.key)
  const root = known.find(idAt(0))
  if (root === undefined) return ok(null)
  if (!signedDigests(root.key, [body.value], signature.value)) return fail('CARD-SIGNATURE-WRONG', 'CV certificate')
  return publicKeyOf(body.value.subarray(2 * keyIdLength))
}

/** An RSA key as the chip writes it: 90 exponent, 91 modulus. Failure: CARD-MALFORMED. */
export function publicKeyOf(objects: Uint8Array): Result<KeyObject> {
  const fields = readTlvs(objects)
  if (!fields.ok) return fields
  const exponent = onlyTlv(fields.value, cvTag.exponent)
  if (!exponent.ok) return exponent
  const modulus = onlyTlv(fields.value, cvTag.modulus)
  if (!modulus.ok) return modulus
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
  try {
    return ok(createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: base64(modulus.value.value), e: base64(exponent.value.value) } }))
  } catch {
    return fail('CARD-MALFORMED', 'a public key that is none')
  }
}

/**
 * RSA PKCS#1 v1.5 over one DigestInfo for SHA-256 that holds the digests of all parts in a row: of one part for
 * most records, of three for the face (reference card.md §5.2).
 */
export function signedDigests(key: KeyObject, parts: readonly Uint8Array[], signature: Uint8Array): boolean {
  const digests = Buffer.concat(parts.map((part) => createHash('sha256').update(part).digest()))
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature).equals(digestInfo(digests))
  } catch {
    // Of another length, not below the modulus, or padded in another way: not a signature of this key.
    return false
  }
}

/** DER of DigestInfo with the identifier of SHA-256 (RFC 8017 §9.2 note 1), for one digest or more. */
function digestInfo(digests: Uint8Array): Uint8Array {
  if (digests.length === 0 || digests.length % digestLength !== 0 || digests.length > 0x60) throw new RangeError(`digests of ${digests.length} bytes`)
  const algorithm = [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00]
  return Buffer.from([0x30, algorithm.length + 2 + digests.length, ...algorithm, 0x04, digests.length, ...digests])
}
