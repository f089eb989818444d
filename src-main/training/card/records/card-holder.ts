import { individualNumberCheckDigit } from '../../../residents/codes/individual-number.ts'
import { parseCivilDate } from '../../../residents/dates/civil-date.ts'
import { eraYear } from '../../../residents/dates/japanese-era.ts'

/** What is printed on, and written into, a card about its (invented) holder. */
export interface CardHolder {
  /** Family and given name with U+3000 between them. */
  readonly name: string
  readonly address: string
  /** Gregorian, ISO date. */
  readonly birthDate: string
  /** '1' male, '2' female, '9' not applicable, '0' unknown. */
  readonly sex: string
  /** 個人番号, 12 digits. */
  readonly individualNumber: string
  /** 製造番号, 15 digits. */
  readonly cardSerial: string
  /** 全国地方公共団体コード without its check digit, 5 digits. */
  readonly municipalityCode: string
  /** Last day of validity of the card itself, ISO date. */
  readonly expiry: string
  /** セキュリティコード printed on the face, 4 digits. */
  readonly securityCode: string
}

/** YYYYMMDD, as the chip stores dates. */
export function chipDate(iso: string): Uint8Array {
  return ascii(iso.replaceAll('-', ''))
}

export function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'ascii')
}

/** 和暦 YYMMDD of the birth date: the birth-date key of 券面事項確認AP and the start of 照合番号B (reference card.md §4). */
export function eraBirthDate(holder: CardHolder): string {
  const date = parseCivilDate(holder.birthDate)
  const era = date === null ? null : eraYear(date)
  if (era === null) throw new Error(`a training card holder has no complete birth date: ${holder.birthDate}`)
  return String(era.year).padStart(2, '0') + holder.birthDate.slice(5).replace('-', '')
}

/** 照合番号B: birth date in 和暦, year of expiry, security code; 14 digits. */
export function verificationNumberB(holder: CardHolder): string {
  return eraBirthDate(holder) + holder.expiry.slice(0, 4) + holder.securityCode
}

/** An 個人番号 for 11 invented digits. */
export function individualNumberOf(payload: string): string {
  return `${payload}${individualNumberCheckDigit(payload)}`
}
