import { z } from 'zod'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const endOfDay = '24:00'

/** MM-DD, 02-29 included. */
const dayOfYear = z.string().refine((text) => {
  const day = /^\d\d-\d\d$/.test(text) ? new Date(`2000-${text}T00:00:00.000Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === text
}, 'not a day of the year as MM-DD')

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}, 'not an IANA time zone')

/** Local opening hours of one terminal; data of the profile (reference counter-procedures §E.2: they differ everywhere). */
export const openingHoursSchema = z
  .strictObject({
    /** IANA zone the times are in. */
    timeZone: timeZone.default('Asia/Tokyo'),
    /** 0 = Sunday … 6 = Saturday: the days on which it opens. */
    weekdays: z.array(z.int().min(0).max(6)),
    opens: timeOfDay,
    /** Up to 24:00; earlier than `opens` is the morning after, which belongs to the day before. */
    closes: timeOfDay.or(z.literal(endOfDay)),
    /** MM-DD ranges, both ends included, such as 12-29 to 01-03: days on which it does not open. */
    closedRanges: z.array(z.strictObject({ from: dayOfYear, to: dayOfYear })).default([]),
  })
  .refine((hours) => hours.opens !== hours.closes, { path: ['closes'], message: 'the same as "opens"; all day is 00:00 to 24:00' })
export type OpeningHours = z.infer<typeof openingHoursSchema>

/** Whether the terminal is open at this instant. Null hours: always. */
export function isOpen(hours: OpeningHours | null, at: Date): boolean {
  if (!hours) return true
  const local = localTime(hours.timeZone, at)
  const time = local.toISOString().slice(11, 16)
  if (hours.opens < hours.closes) return opensOn(hours, local) && time >= hours.opens && time < hours.closes
  const dayBefore = new Date(local.getTime() - 24 * 60 * 60 * 1000)
  return (time >= hours.opens && opensOn(hours, local)) || (time < hours.closes && opensOn(hours, dayBefore))
}

function opensOn(hours: OpeningHours, local: Date): boolean {
  const day = local.toISOString().slice(5, 10)
  const closed = hours.closedRanges.some(({ from, to }) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
  return !closed && hours.weekdays.includes(local.getUTCDay())
}

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Kept: a formatter costs 50 KB outside the heap, and the hours are asked for with every snapshot. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const clock = wallClocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  wallClocks.set(timeZone, clock)
  return clock
}

/** The clock on the wall there, as if it were UTC; to the minute. */
function localTime(timeZone: string, at: Date): Date {
  const wall = wallClock(timeZone).format(at)
  return new Date(`${wall.replace(' ', 'T')}:00.000Z`)
}
