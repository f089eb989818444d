import { remainderModuloEleven, requireDigits } from './modulus-eleven.ts'

const weights = [2, 3, 4, 5, 6, 7, 2, 3, 4, 5]

/**
 * Check digit of a 住民票コード (11 digits, the last one checks). `payload`: the 10 digits before it.
 * The official text was not found; the scheme fits every sample of reference §F.1, and r ≤ 1 → 0 is assumed.
 * No record is refused for it; sample data is made with it.
 */
export function residentRecordCodeCheckDigit(payload: string): number {
  requireDigits(payload, 10, 'the payload of a resident record code')
  const remainder = remainderModuloEleven(payload, weights)
  return remainder <= 1 ? 0 : 11 - remainder
}

/** Eleven ASCII digits. All that is certain of it, and so all that a record is refused for. */
export function hasResidentRecordCodeForm(text: string): boolean {
  return /^[0-9]{11}$/.test(text)
}
