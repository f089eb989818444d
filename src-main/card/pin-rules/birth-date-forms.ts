import { parseCivilDate } from '../../residents/dates/civil-date.ts'
import { eraYear } from '../../residents/dates/japanese-era.ts'
import type { CivilDate } from '../../residents/resident.ts'

/**
 * Every way in which people write a birth date with four digits or more: year, month and day in any order, the year
 * with four digits, with two, and counted by the era (和暦); month and day with and without a leading zero where
 * four digits come out. Empty for text that is no date; parts that are unknown are left out.
 */
export function birthDateForms(isoLike: string): ReadonlySet<string> {
  const date = parseCivilDate(isoLike)
  if (date === null) return new Set()
  const year = String(date.year).padStart(4, '0')
  const years = [year, year.slice(2), ...eraYears(date)]
  const months = written(date.month)
  const days = written(date.day)
  const forms = new Set([year])
  const add = (...parts: readonly string[]): void => {
    const form = parts.join('')
    if (form.length >= 4) forms.add(form)
  }
  for (const month of months) {
    for (const day of days) {
      add(month, day)
      add(day, month)
    }
  }
  for (const written of years) {
    for (const part of [...months, ...days]) {
      add(written, part)
      add(part, written)
    }
    for (const month of months) {
      for (const day of days) for (const form of [[written, month, day], [day, month, written], [month, day, written]]) add(...form)
    }
  }
  return forms
}

function eraYears(date: CivilDate): string[] {
  const era = eraYear(date)
  return era === null ? [] : written(era.year)
}

function written(part: number | null): string[] {
  return part === null ? [] : [...new Set([String(part).padStart(2, '0'), String(part)])]
}
