import { DerError, openWhole, TAG } from '../../der/der-reader.ts'
import { integerValue } from '../../der/primitives.ts'

/** FIPS 186-5 §A.1.1 wants an odd exponent above 2^16; OpenSSL takes none above 64 bits for large moduli. */
const minExponent = 65_537n
const maxExponentOctets = 8

const bitLength = (value: bigint): number => value.toString(2).length

export interface BitRange {
  readonly least: number
  readonly most: number
}

/** Refuses an RSAPublicKey (RFC 8017 §A.1.1, DER) whose numbers are weak, odd in the wrong way or too costly. */
export function checkRsaNumbers(rsaPublicKey: Uint8Array, { least, most }: BitRange): void {
  const numbers = openWhole(rsaPublicKey, TAG.sequence, 'RSAPublicKey')
  const modulus = integerValue(numbers.take(TAG.integer).content, Math.ceil(most / 8) + 1, 'modulus')
  const exponent = integerValue(numbers.take(TAG.integer).content, maxExponentOctets, 'publicExponent')
  numbers.end()
  if (modulus <= 0n || modulus % 2n === 0n) throw new DerError('modulus is not odd and positive')
  const size = bitLength(modulus)
  if (size < least || size > most) throw new DerError(`modulus of ${size} bits is outside ${least} to ${most}`)
  if (exponent < minExponent || exponent % 2n === 0n) throw new DerError('publicExponent is even or below 65537')
}

/** Refuses Dss-Parms (RFC 3279 §2.3.2) whose prime is outside the range. Parameters that are left to the issuer's are refused too. */
export function checkDsaNumbers(parameters: Uint8Array, { least, most }: BitRange): void {
  const numbers = openWhole(parameters, TAG.sequence, 'Dss-Parms')
  const prime = integerValue(numbers.take(TAG.integer).content, Math.ceil(most / 8) + 1, 'p')
  const size = prime <= 0n ? 0 : bitLength(prime)
  if (size < least || size > most) throw new DerError(`p of ${size} bits is outside ${least} to ${most}`)
  numbers.take(TAG.integer)
  numbers.take(TAG.integer)
  numbers.end()
}
