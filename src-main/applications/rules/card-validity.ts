import type { CompleteDate } from '../../residents/dates/civil-date.ts'
import { compareDays, daysInMonth } from '../../residents/dates/civil-date.ts'
import { ageOn } from '../../residents/dates/age.ts'
import type { ApplicationRules } from './rules-schema.ts'

const isoOf = ({ year, month, day }: CompleteDate): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The birthday in a year; 28 February for those born on the 29th (民法143条2項 ただし書). */
const birthdayIn = (birth: CompleteDate, year: number): CompleteDate => ({ year, month: birth.month, day: Math.min(birth.day, daysInMonth(year, birth.month)) })

/**
 * Last day of a card issued on a day (reference counter-procedures §A.6): the tenth birthday after it, for those under
 * 18 the fifth; for foreign residents the end of their stay, where that has an end and is earlier. ISO.
 */
export function cardValidUntil(birth: CompleteDate, issuedOn: CompleteDate, stayUntil: string | null, { validity }: ApplicationRules): string {
  const birthdays = ageOn(birth, issuedOn) >= validity.adultAge ? validity.adultBirthdays : validity.minorBirthdays
  const passed = compareDays(birthdayIn(birth, issuedOn.year), issuedOn) <= 0
  const last = isoOf(birthdayIn(birth, issuedOn.year + (passed ? birthdays : birthdays - 1)))
  return stayUntil !== null && stayUntil < last ? stayUntil : last
}

/** The last day before the first birthday. ISO. */
export function dayBeforeFirstBirthday(birth: CompleteDate): string {
  const birthday = Date.UTC(birth.year + 1, birth.month - 1, birthdayIn(birth, birth.year + 1).day)
  return new Date(birthday - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
