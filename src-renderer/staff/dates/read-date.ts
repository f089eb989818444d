const eras: Readonly<Record<string, number>> = { 令和: 2018, 令: 2018, R: 2018, 平成: 1988, 平: 1988, H: 1988, 昭和: 1925, 昭: 1925, S: 1925, 大正: 1911, 大: 1911, T: 1911, 明治: 1867, 明: 1867, M: 1867 }

const western = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/
const japanese = /^(令和|平成|昭和|大正|明治|[令平昭大明RHSTM])(\d{1,2}|元)[-./年](\d{1,2})[-./月](\d{1,2})日?$/
const compact = /^([令平昭大明RHSTM])(\d{2})(\d{2})(\d{2})$/

/**
 * A date as it is typed at counters: 1950-04-01, 19500401, S25.4.1, 昭和25年4月1日, S250401.
 * @returns ISO, or null where it is none.
 */
export function readDate(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const plain = western.exec(text)
  if (plain !== null) return /^\d+$/.test(text) && text.length !== 8 ? null : isoOf(Number(plain[1]), Number(plain[2]), Number(plain[3]))
  const era = japanese.exec(text) ?? compact.exec(text)
  const first = eras[era?.[1] ?? '']
  if (era === null || first === undefined) return null
  const year = era[2] === '元' ? 1 : Number(era[2])
  return year === 0 ? null : isoOf(first + year, Number(era[3]), Number(era[4]))
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

/** A time of day as typed: 9:05, 0905, 9時5分. @returns HH:MM, or null. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.時]|(?=\d{2}$))(\d{1,2})分?$/.exec(typed.normalize('NFKC').replaceAll(/\s/g, ''))
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])]
  return found === null || hours > 23 || minutes > 59 ? null : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const japanOffsetMs = 9 * 3_600_000

/** The calendar day in Japan, ISO; Japan has had no summer time since 1951. */
export const dayInJapan = (at: Date): string => new Date(at.getTime() + japanOffsetMs).toISOString().slice(0, 10)

/** @param isoDate a day in Japan. @param time HH:MM there. @returns the instant, ISO 8601 UTC with milliseconds. */
export const instantInJapan = (isoDate: string, time: string): string => new Date(`${isoDate}T${time}:00+09:00`).toISOString()
