/** YYYYMMDD, Gregorian, as the chip stores dates, to an ISO date; null when there is no such day. */
export function chipDate(digits: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (match === null) return null
  const iso = match.slice(1).join('-')
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
