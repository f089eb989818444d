import { requireDigits } from './modulus-eleven.ts'

/**
 * Check digit of a 法人番号 (13 digits, the FIRST one checks). `payload`: the 12 digits after it. 9 − (Σ mod 9) with
 * weights 1, 2, 1, 2 … from the right; 1 to 9, never 0 (reference §F.1). Modulo 9 cannot tell 0 from 9.
 */
export function corporateNumberCheckDigit(payload: string): number {
  requireDigits(payload, 12, 'the payload of a corporate number')
  let sum = 0
  for (let place = 0; place < 12; place += 1) {
    sum += Number(payload.charAt(11 - place)) * (place % 2 === 0 ? 1 : 2)
  }
  return 9 - (sum % 9)
}

/** Thirteen ASCII digits with the right check digit. */
export function isCorporateNumber(text: string): boolean {
  return /^[0-9]{13}$/.test(text) && corporateNumberCheckDigit(text.slice(1)) === Number(text.charAt(0))
}
