import type { CivilDate } from '../resident.ts'
import { eraYear } from './japanese-era.ts'
import { customaryWording, type UncertainWording } from './uncertain-wording.ts'

export interface DateStyle {
  /** `full`: ２１, `half`: 21. Municipalities differ (reference §F.3). */
  readonly digits: 'full' | 'half'
  /**
   * `era`: 令和８年１１月２１日 · `western`: ２０２６年１１月２１日 (foreign residents' birth dates) ·
   * `westernAndEra`: ２０２６年（令和８年）１１月２１日 (the certification date of the sample in seed 003).
   */
  readonly calendar: 'era' | 'western' | 'westernAndEra'
}

/** ASCII digits as full-width ones (U+FF10 to U+FF19); the rest untouched. */
export function fullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
}

function yearInWords(date: CivilDate, calendar: DateStyle['calendar']): string {
  const western = `${date.year}年`
  const counted = eraYear(date)
  if (calendar === 'western' || counted === null) return western
  const inEra = `${counted.era}${counted.year === 1 ? '元' : counted.year}年`
  return calendar === 'era' ? inEra : `${western}（${inEra}）`
}

/**
 * A date as a certificate writes it, 元年 for the first year. Where unknown parts leave the era undecided, the
 * Western year stands alone: 1989年月日不詳.
 */
export function writtenDate(date: CivilDate, style: DateStyle, wording: UncertainWording = customaryWording): string {
  const year = yearInWords(date, style.calendar)
  const month = date.month === null ? '' : `${date.month}月`
  const fill = (pattern: string): string => pattern.replaceAll('{year}', year).replaceAll('{month}', month)
  let text: string
  if (date.month === null) text = fill(wording.monthAndDayUnknown)
  else if (date.day === null) text = fill(wording.dayUnknown)
  else text = `${year}${month}${date.day}日`
  return style.digits === 'full' ? fullWidthDigits(text) : text
}
