import { createPublicKey, type KeyObject } from 'node:crypto'
import { decode, DerError, openWhole, TAG, type Decoded } from '../der/der-reader.ts'
import { bitStringOctets, integerValue } from '../der/primitives.ts'
import { algorithmIdentifier, parametersAreNull } from './algorithm.ts'

const rsaEncryption = '1.2.840.113549.1.1.1'

/** JPKI cards have 2048 bits; the upper limit keeps one verification short whatever the input. */
const minModulusBits = 2048
const maxModulusBits = 8192
/** FIPS 186-5 §A.1.1 wants an odd exponent above 2^16; OpenSSL takes none above 64 bits for large moduli. */
const minExponent = 65_537n
const maxExponentOctets = 8

const bitLength = (value: bigint): number => value.toString(2).length

function checkRsaNumbers(publicKeyInfo: Uint8Array): void {
  const info = openWhole(publicKeyInfo, TAG.sequence, 'subjectPublicKeyInfo')
  const algorithm = algorithmIdentifier(info.take(TAG.sequence), 'subjectPublicKeyInfo')
  const bits = bitStringOctets(info.take(TAG.bitString).content, 'subjectPublicKey')
  info.end()
  if (algorithm.id !== rsaEncryption || !parametersAreNull(algorithm)) throw new DerError(`key algorithm ${algorithm.id} is not accepted`)
  const numbers = openWhole(bits, TAG.sequence, 'RSAPublicKey')
  const modulus = integerValue(numbers.take(TAG.integer).content, maxModulusBits / 8 + 1, 'modulus')
  const exponent = integerValue(numbers.take(TAG.integer).content, maxExponentOctets, 'publicExponent')
  numbers.end()
  if (modulus <= 0n || modulus % 2n === 0n) throw new DerError('modulus is not odd and positive')
  const size = bitLength(modulus)
  if (size < minModulusBits || size > maxModulusBits) throw new DerError(`modulus of ${size} bits is outside ${minModulusBits} to ${maxModulusBits}`)
  if (exponent < minExponent || exponent % 2n === 0n) throw new DerError('publicExponent is even or below 65537')
}

/** The RSA key in a SubjectPublicKeyInfo (DER), refused with a reason where its numbers are weak or odd. */
export function rsaPublicKey(publicKeyInfo: Uint8Array): Decoded<KeyObject> {
  const numbers = decode(() => checkRsaNumbers(publicKeyInfo))
  if (!numbers.ok) return numbers
  try {
    return { ok: true, value: createPublicKey({ key: Buffer.from(publicKeyInfo), format: 'der', type: 'spki' }) }
  } catch {
    // The crypto library has limits of its own; its wording differs between OpenSSL and BoringSSL.
    return { ok: false, why: 'the crypto library refuses the public key' }
  }
}
