import { fail, ok, type Result } from '../../../failures/result.ts'
import { isComplete, parseCivilDate } from '../../../residents/dates/civil-date.ts'
import { eraYear } from '../../../residents/dates/japanese-era.ts'
import { checkDigits } from './secret-formats.ts'

/** Digits of 照合番号A: the 個人番号. */
export const verificationNumberALength = 12
/** Digits of 照合番号B: birth date in the year of the era (6), year of expiry (4), セキュリティコード (4). */
export const verificationNumberBLength = 14
const securityCodeLength = 4
const expiryYearLength = 4

/** What is printed on the face of the card; nothing of it is secret enough to be a PIN, but together it opens the face. */
export interface FacePrint {
  /** ISO date, Gregorian. */
  readonly birthDate: string
  /** Year in which the card expires, Gregorian. */
  readonly expiryYear: number
  /** Four ASCII digits. */
  readonly securityCode: Uint8Array
}

/**
 * 照合番号B as ASCII digits (reference card.md §4). The caller zeroes them. Failure: PIN-FORMAT for a birth date
 * without an era (before 明治 or incomplete), a year that is not of four digits, or a code that is not four digits.
 */
export function verificationNumberB({ birthDate, expiryYear, securityCode }: FacePrint): Result<Uint8Array> {
  const code = checkDigits(securityCode, securityCodeLength)
  if (!code.ok) return code
  if (!Number.isInteger(expiryYear) || expiryYear < 1_000 || expiryYear > 9_999) return fail('PIN-FORMAT', 'year of expiry')
  const number = new Uint8Array(verificationNumberBLength)
  const birth = eraBirthDate(birthDate)
  if (!birth.ok) return birth
  number.set(birth.value)
  birth.value.fill(0)
  number.set(Buffer.from(String(expiryYear), 'ascii'), birth.value.length)
  number.set(securityCode, birth.value.length + expiryYearLength)
  return ok(number)
}

/** Birth date as six ASCII digits: year of the era, month, day. It is the key of EF 0001 of 券面事項確認AP and the start of 照合番号B. Failure: PIN-FORMAT. */
export function eraBirthDate(birthDate: string): Result<Uint8Array> {
  const date = parseCivilDate(birthDate)
  const era = date === null || !isComplete(date) ? null : eraYear(date)
  if (era === null) return fail('PIN-FORMAT', 'a birth date without an era')
  return ok(Buffer.from(String(era.year).padStart(2, '0') + birthDate.slice(5).replace('-', ''), 'ascii'))
}

/** 照合番号A from the twelve digits as they were keyed in; a copy that the caller zeroes. Failure: PIN-FORMAT. */
export function verificationNumberA(digits: Uint8Array): Result<Uint8Array> {
  const format = checkDigits(digits, verificationNumberALength)
  return format.ok ? ok(Uint8Array.from(digits)) : format
}
