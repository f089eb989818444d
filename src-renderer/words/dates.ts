import type { Language } from '../../src-preload/contract.ts'

const dateFormats: Record<Language, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Tokyo' })

/** @param isoDate such as "2029-05-01". @returns 令和11年5月1日 in Japanese, 1 May 2029 in English. */
export const formatDate = (isoDate: string, language: Language): string => dateFormats[language].format(new Date(`${isoDate}T00:00:00Z`))

/** @param instant ISO 8601 UTC. @returns the time of day in Japan, such as "09:05". */
export const formatTime = (instant: string): string => timeFormat.format(new Date(instant))

/** @param instant ISO 8601 UTC. @returns the day in Japan in words, as `formatDate`. */
export function formatDay(instant: string, language: Language): string {
  // Japan has had no summer time since 1951: the day is the one of nine hours later.
  return formatDate(new Date(new Date(instant).getTime() + 9 * 3_600_000).toISOString().slice(0, 10), language)
}

const monthsBefore = (isoDate: string, months: number): string => {
  const date = new Date(`${isoDate}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

/** A certificate can be renewed from three months before its end (reference counter-procedures §C). */
export const isRenewable = (validUntil: string, today: Date): boolean => today.toISOString().slice(0, 10) > monthsBefore(validUntil, 3)

/** @param amount in yen. @returns 1,200. */
export const formatNumber = (amount: number): string => amount.toLocaleString('en-US')
