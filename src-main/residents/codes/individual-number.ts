import { remainderModuloEleven, requireDigits } from './modulus-eleven.ts'

const weights = [2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6]

/**
 * Check digit of an 個人番号 (12 digits, the last one checks). `payload`: the 11 digits before it.
 * 11 − r, but 0 where r ≤ 1 (reference counter-procedures §F.1), so an error that turns r = 0 into r = 1 or back
 * escapes it. Throws RangeError on other text.
 */
export function individualNumberCheckDigit(payload: string): number {
  requireDigits(payload, 11, 'the payload of an individual number')
  const remainder = remainderModuloEleven(payload, weights)
  return remainder <= 1 ? 0 : 11 - remainder
}

/** Twelve ASCII digits with the right check digit. */
export function isIndividualNumber(text: string): boolean {
  return /^[0-9]{12}$/.test(text) && individualNumberCheckDigit(text.slice(0, 11)) === Number(text.charAt(11))
}
