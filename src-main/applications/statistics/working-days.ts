import { z } from 'zod'
import table from '../../../resources/applications/holidays.json' with { type: 'json' }
import { once } from '../../once.ts'
import { addDays } from '../../procedures/card-cases/rules/calendar.ts'

const year = z.int().min(2016).max(2099)
const span = { from: year.optional(), to: year.optional(), except: z.array(year).default([]) }
const month = z.int().min(1).max(12)
const name = z.string().min(1)

const tableSchema = z.strictObject({
  source: name,
  fixed: z.array(z.strictObject({ name, month, day: z.int().min(1).max(31), ...span })),
  mondays: z.array(z.strictObject({ name, month, nth: z.int().min(1).max(4), ...span })),
  equinoxes: z.array(z.strictObject({ name, month, base: z.number() })),
  once: z.array(z.strictObject({ name, day: z.iso.date() })),
})

const holidayTable = once(() => tableSchema.parse(table))

/** 0 Sunday … 6 Saturday. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
const isoDay = (yearOf: number, monthOf: number, day: number): string => new Date(Date.UTC(yearOf, monthOf - 1, day)).toISOString().slice(0, 10)

function namedHolidays(of: number): Set<string> {
  const within = ({ from, to, except }: { from?: number | undefined; to?: number | undefined; except: readonly number[] }): boolean =>
    (from === undefined || of >= from) && (to === undefined || of <= to) && !except.includes(of)
  const nthMonday = (monthOf: number, nth: number): string => {
    const first = weekday(isoDay(of, monthOf, 1))
    return isoDay(of, monthOf, 1 + ((8 - first) % 7) + (nth - 1) * 7)
  }
  const elapsed = of - 1980
  const holidays = holidayTable()
  return new Set([
    ...holidays.fixed.filter(within).map(({ month: monthOf, day }) => isoDay(of, monthOf, day)),
    ...holidays.mondays.filter(within).map(({ month: monthOf, nth }) => nthMonday(monthOf, nth)),
    ...holidays.equinoxes.map(({ month: monthOf, base }) => isoDay(of, monthOf, Math.floor(base + 0.242194 * elapsed - Math.floor(elapsed / 4)))),
    ...holidays.once.flatMap(({ day }) => (day.startsWith(`${of}-`) ? [day] : [])),
  ])
}

/** All 国民の祝日 and 休日 of a year from 2016 on, sorted; ISO. */
export function holidaysOf(of: number): string[] {
  const named = namedHolidays(of)
  const all = new Set(named)
  // 3条2項: a holiday on a Sunday moves to the next day that is none.
  for (const day of named) {
    if (weekday(day) !== 0) continue
    let next = addDays(day, 1)
    while (named.has(next)) next = addDays(next, 1)
    all.add(next)
  }
  // 3条3項: a day between two holidays.
  for (const day of named) {
    const between = addDays(day, 1)
    if (named.has(addDays(day, 2)) && !named.has(between) && weekday(between) !== 0) all.add(between)
  }
  return [...all].sort()
}

const cache = new Map<number, ReadonlySet<string>>()

/** Neither Saturday, Sunday nor holiday (※土日、祝日除く). */
export function isWorkingDay(day: string): boolean {
  const on = weekday(day)
  if (on === 0 || on === 6) return false
  const of = Number(day.slice(0, 4))
  const known = cache.get(of) ?? new Set(holidaysOf(of))
  cache.set(of, known)
  return !known.has(day)
}

/** Every day from the first to the last, both counted. */
export function daysFromTo(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
