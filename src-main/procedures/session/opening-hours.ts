import { z } from 'zod'

const timeOfDay = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)

/** Local opening hours of one terminal; data of the profile (reference counter-procedures §E.2: they differ everywhere). */
export const openingHoursSchema = z.strictObject({
  /** IANA zone the times are in. */
  timeZone: z.string().default('Asia/Tokyo'),
  /** 0 = Sunday … 6 = Saturday. */
  weekdays: z.array(z.int().min(0).max(6)),
  opens: timeOfDay,
  closes: timeOfDay,
  /** MM-DD ranges, both ends included, such as 12-29 to 01-03. */
  closedRanges: z.array(z.strictObject({ from: z.string().regex(/^\d\d-\d\d$/), to: z.string().regex(/^\d\d-\d\d$/) })).default([]),
})
export type OpeningHours = z.infer<typeof openingHoursSchema>

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Whether the terminal is open at this instant. Null hours: always. */
export function isOpen(hours: OpeningHours | null, at: Date): boolean {
  if (!hours) return true
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: hours.timeZone,
    weekday: 'short',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const time = `${part('hour')}:${part('minute')}`
  const day = `${part('month')}-${part('day')}`
  const closed = hours.closedRanges.some(({ from, to }) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
  return !closed && hours.weekdays.includes(weekdayNames.indexOf(part('weekday'))) && time >= hours.opens && time < hours.closes
}
