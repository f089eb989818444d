import type { CivilDate } from '../resident.ts'

/** A day all of whose parts are known. Gregorian. */
export interface CompleteDate extends CivilDate {
  readonly month: number
  readonly day: number
}

/** Japan has counted in the Gregorian calendar since 明治6年1月1日; older days do not convert by the same rule. */
export const firstGregorianYear = 1873
const lastYear = 9999

/** 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const first = new Date(0)
  // setUTCFullYear, because Date.UTC reads years below 100 as 19xx. Day 0 is the last day of the month before.
  first.setUTCFullYear(year, month, 0)
  return first.getUTCDate()
}

const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most

/** A possible date: parts in range, and no day without a month. */
export function isPossibleDate(date: CivilDate): boolean {
  if (!within(date.year, firstGregorianYear, lastYear)) return false
  if (date.month === null) return date.day === null
  if (!within(date.month, 1, 12)) return false
  return date.day === null || within(date.day, 1, daysInMonth(date.year, date.month))
}

export function isComplete(date: CivilDate): date is CompleteDate {
  return date.month !== null && date.day !== null
}

/** The first day that the known parts allow. */
export function earliestDay(date: CivilDate): CompleteDate {
  return { year: date.year, month: date.month ?? 1, day: date.day ?? 1 }
}

/** The last day that the known parts allow. */
export function latestDay(date: CivilDate): CompleteDate {
  const month = date.month ?? 12
  return { year: date.year, month, day: date.day ?? daysInMonth(date.year, month) }
}

/** Negative: `left` is earlier. Zero: the same day. Positive: later. */
export function compareDays(left: CompleteDate, right: CompleteDate): number {
  return left.year - right.year || left.month - right.month || left.day - right.day
}

const isoLike = /^(?<year>\d{4})-(?<month>\d{2}|\?\?)-(?<day>\d{2}|\?\?)$/

/**
 * Reads `YYYY-MM-DD`, unknown parts as `??`: "1948-05-??", "1948-??-??". Null for anything else: other spellings,
 * impossible days, a day without a month, an unknown year (a record without even the year is not a CivilDate).
 */
export function parseCivilDate(text: string): CivilDate | null {
  const parts = isoLike.exec(text)?.groups
  if (parts === undefined) return null
  const known = (part: string | undefined): number | null => (part === undefined || part === '??' ? null : Number(part))
  const date = { year: Number(parts.year), month: known(parts.month), day: known(parts.day) }
  return isPossibleDate(date) ? date : null
}

/** The inverse of `parseCivilDate`. */
export function formatIsoLike(date: CivilDate): string {
  const two = (part: number | null): string => (part === null ? '??' : String(part).padStart(2, '0'))
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}
