import type { Language } from '../../src-preload/contract.ts'

const makers = {
  ja: () => new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
  en: () => new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }),
  era: () => new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' }),
  time: () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Tokyo' }),
}
const made: Partial<Record<keyof typeof makers, Intl.DateTimeFormat>> = {}
/** Made when one is needed: ICU takes as long to load its calendars as the first screen to be drawn, which shows no date. */
const formatOf = (name: keyof typeof makers): Intl.DateTimeFormat => (made[name] ??= makers[name]())

/** How the day of a month is read where it is not read as its number. */
const dayReadings: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}

/** The era of 和暦 as words with readings; another one is shown as it is. */
const eraReadings: Readonly<Record<string, string>> = { 令和: 'れいわ', 平成: 'へいせい', 昭和: 'しょうわ' }

/**
 * A date that must be found on the card again, whose face has the Western year.
 * @param isoDate such as "2029-05-01".
 * @returns words with readings in Japanese, such as `{令和|れいわ}11{年|ねん}（2029{年|ねん}）5{月|がつ}{1日|ついたち}`; as `formatDate` in English.
 */
export function dateWords(isoDate: string, language: Language): string {
  if (language === 'en') return formatDate(isoDate, language)
  const date = new Date(`${isoDate}T00:00:00Z`)
  const [western, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const parts = formatOf('era').formatToParts(date)
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? ''
  const [era, year] = [part('era'), part('year')]
  const eraReading = eraReadings[era]
  const eraWords = eraReading === undefined ? era : `{${era}|${eraReading}}`
  const yearWords = year === '元' ? '{元年|がんねん}' : `${year}{年|ねん}`
  const dayReading = dayReadings[day]
  return `${eraWords}${yearWords}（${western}{年|ねん}）${month}{月|がつ}${dayReading === undefined ? `${day}{日|にち}` : `{${day}日|${dayReading}}`}`
}

/** @param isoDate the last day. @param daysLeft whole days until then. @returns the day on which that was counted, ISO. */
export function dayCounted(isoDate: string, daysLeft: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - daysLeft)
  return date.toISOString().slice(0, 10)
}

/** @param isoDate such as "2029-05-01". @returns 令和11年5月1日 in Japanese, 1 May 2029 in English. */
export const formatDate = (isoDate: string, language: Language): string => formatOf(language).format(new Date(`${isoDate}T00:00:00Z`))

/** @param instant ISO 8601 UTC. @returns the time of day in Japan, such as "09:05". */
export const formatTime = (instant: string): string => formatOf('time').format(new Date(instant))

/** @param instant ISO 8601 UTC. @returns month and day in Japan, such as "11/05": where a list has no room for more. */
export const formatMonthDay = (instant: string): string => new Date(new Date(instant).getTime() + 9 * 3_600_000).toISOString().slice(5, 10).replace('-', '/')

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

/** Not by Intl: its first formatter takes longer than the first screen that shows a fee. @param amount in whole yen. @returns 1,200. */
export const formatNumber = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')
