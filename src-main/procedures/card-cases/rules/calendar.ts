/** Calendar days as ISO texts: they sort as text. */
const millisecondsPerDay = 24 * 60 * 60 * 1000

const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => iso(utc(day) + count * millisecondsPerDay)

/** From `from` to `to`; the first day is not counted (初日不算入, 民法140条). Negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / millisecondsPerDay)

/** The same day of another month; its last day where it has no such day (民法143条2項). */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  return iso(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth.getUTCDate())))
}

/** First day of 更新: the day after the day `months` before the last day of validity. */
export const renewalFrom = (lastDay: string, months: number): string => addDays(addMonths(lastDay, -months), 1)
