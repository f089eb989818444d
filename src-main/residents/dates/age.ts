import type { CivilDate } from '../resident.ts'
import { compareDays, earliestDay, latestDay, type CompleteDate } from './civil-date.ts'

/**
 * Completed years of age during `day` (年齢計算ニ関スル法律, 民法143条2項).
 *
 * The law counts the day of birth, so a year of age is full at 24:00 of the day before the birthday; that
 * instant is 0:00 of the birthday, so through the whole day before the person still has the younger age.
 * Somebody born on 29 February completes the year, in a year without that day, at 24:00 of 28 February
 * (民法143条2項 ただし書): older from 1 March.
 *
 * Rules of the kind 「15歳未満」 are decided by this number. Where a statute counts the whole day before the birthday
 * as 「…歳に達する日」, the terminal stays on the careful side: one day longer under age.
 *
 * Negative before birth.
 */
export function ageOn(birth: CompleteDate, day: CompleteDate): number {
  const birthday = { year: day.year, month: birth.month, day: birth.day }
  // Comparing with "29 February" of a common year already gives 1 March as the first day of the new age.
  return day.year - birth.year - (compareDays(day, birthday) < 0 ? 1 : 0)
}

/** Youngest and oldest age that a partly unknown birth date allows. Equal when the date is complete. */
export function ageRangeOn(birth: CivilDate, day: CompleteDate): { readonly youngest: number; readonly oldest: number } {
  return { youngest: ageOn(latestDay(birth), day), oldest: ageOn(earliestDay(birth), day) }
}

/**
 * Whether somebody may still be under an age. An unknown day of birth counts as the last possible one: a bar
 * that protects the young holds until the person is certainly old enough.
 */
export function mayBeUnder(age: number, birth: CivilDate, day: CompleteDate): boolean {
  return ageRangeOn(birth, day).youngest < age
}
