import { once } from '../../once.ts'
import type { CivilDate } from '../resident.ts'
import { compareDays, earliestDay, latestDay, type CompleteDate } from './civil-date.ts'

export interface EraYear {
  /** 元号: 明治, 大正, 昭和, 平成, 令和 and whatever ICU learns next. */
  readonly era: string
  /** 1 is 元年. */
  readonly year: number
}

// ICU's calendar changes eras on the right days: the day of change belongs to the new era (reference §F.3).
const eraCalendar = once(() => new Intl.DateTimeFormat('ja-JP-u-ca-japanese-nu-latn', { timeZone: 'UTC', era: 'long', year: 'numeric', month: 'numeric', day: 'numeric' }))

function eraYearOfDay(day: CompleteDate): EraYear {
  const instant = new Date(0)
  instant.setUTCFullYear(day.year, day.month - 1, day.day)
  const parts = eraCalendar().formatToParts(instant)
  const value = (type: 'era' | 'year'): string => parts.find((part) => part.type === type)?.value ?? ''
  const year = value('year')
  return { era: value('era'), year: year === '元' ? 1 : Number(year) }
}

/**
 * The 和暦 year of a date; null when the known parts do not decide it (1989 with the month unknown is 昭和64年 or
 * 平成元年). Nothing is guessed: the writer then falls back to the Western year.
 */
export function eraYear(date: CivilDate): EraYear | null {
  const first = eraYearOfDay(earliestDay(date))
  if (compareDays(earliestDay(date), latestDay(date)) === 0) return first
  return first.era === eraYearOfDay(latestDay(date)).era ? first : null
}
