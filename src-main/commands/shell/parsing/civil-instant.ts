import { InvalidArgumentError } from 'commander'
import { dayInJapan } from '../../../clock.ts'

/** Japan has had one time zone and no summer time since 1952. */
const japan = '+09:00'
const millisecondsPerDay = 24 * 60 * 60 * 1000

/** Parser of an option that takes a day in Japan (its start, or its end exclusive) or an instant with its offset. */
export function civilInstant(edge: 'start' | 'end'): (text: string) => Date {
  return (text) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
    const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)
    const instant = new Date(isDay ? `${text}T00:00:00${japan}` : text)
    // 31 April would otherwise quietly be 1 May.
    const possible = (isDay || isInstant) && !Number.isNaN(instant.getTime()) && (!isDay || dayInJapan(instant) === text)
    if (!possible) throw new InvalidArgumentError('YYYY-MM-DD, or an instant such as 2026-04-01T09:00:00+09:00, expected.')
    return isDay && edge === 'end' ? new Date(instant.getTime() + millisecondsPerDay) : instant
  }
}
