import { remainderModuloEleven, requireDigits } from './modulus-eleven.ts'

const weights = [2, 3, 4, 5, 6]

/**
 * Check digit of a 全国地方公共団体コード (6 digits, the last one checks). `payload`: prefecture and municipality, 5
 * digits. The last digit of 11 − r: r = 0 gives 1, r = 1 gives 0
 * and r = 10 gives 1 again (reference counter-procedures §F.1).
 */
export function municipalityCodeCheckDigit(payload: string): number {
  requireDigits(payload, 5, 'the payload of a municipality code')
  return (11 - remainderModuloEleven(payload, weights)) % 10
}

/** Six ASCII digits with the right check digit. */
export function isMunicipalityCode(text: string): boolean {
  return /^[0-9]{6}$/.test(text) && municipalityCodeCheckDigit(text.slice(0, 5)) === Number(text.charAt(5))
}
