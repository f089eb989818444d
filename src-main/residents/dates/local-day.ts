import { once } from '../../once.ts'
import type { CompleteDate } from './civil-date.ts'

/** All of Japan keeps one time; the law's "day" is the day there, wherever the terminal's clock is set. */
const tokyo = once(() => new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { timeZone: 'Asia/Tokyo', year: 'numeric', month: 'numeric', day: 'numeric' }))

/** The calendar day in Japan (JST) at an instant. */
export function localDay(instant: Date): CompleteDate {
  const parts = tokyo().formatToParts(instant)
  const part = (type: 'year' | 'month' | 'day'): number => Number(parts.find((each) => each.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}
