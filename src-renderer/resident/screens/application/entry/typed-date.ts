/** How the year of a date is counted on the screen. */
export const eras = ['reiwa', 'heisei', 'showa', 'taisho', 'western'] as const
export type Era = (typeof eras)[number]

/** Western year before the first of each era (元号法; 大正 and 昭和 by their edicts). */
const yearBefore: Record<Era, number> = { reiwa: 2018, heisei: 1988, showa: 1925, taisho: 1911, western: 0 }

/** A date as far as it is typed, part after part. */
export interface TypedDate {
  readonly era: Era
  readonly year: string
  readonly month: string
  readonly day: string
}
export type DatePart = 'year' | 'month' | 'day'

export const emptyDate = (era: Era): TypedDate => ({ era, year: '', month: '', day: '' })
export const partLength = (part: DatePart, era: Era): number => (part === 'year' && era === 'western' ? 4 : 2)

const nextPart = (part: DatePart): DatePart => (part === 'year' ? 'month' : 'day')
const partBefore = (part: DatePart): DatePart => (part === 'day' ? 'month' : 'year')

export interface Typing {
  readonly date: TypedDate
  readonly part: DatePart
}

/** One digit more. A part that can take no other digit is left by itself: after a month of 2 to 9, or of 1 and then 5. */
export function typed({ date, part }: Typing, digit: string): Typing {
  const value = date[part] + digit
  if (part === 'day') return value.length > 2 || Number(value) > 31 ? { date, part } : { date: { ...date, day: value }, part }
  if (part === 'month' && Number(value) > 12) return typed({ date, part: 'day' }, digit)
  if (value.length > partLength(part, date.era)) return typed({ date, part: nextPart(part) }, digit)
  const isFull = value.length === partLength(part, date.era) || (part === 'month' && Number(value) > 1)
  return { date: { ...date, [part]: value }, part: isFull ? nextPart(part) : part }
}

/** One digit less, over the borders of the parts. */
export function erased({ date, part }: Typing): Typing {
  const at = date[part] === '' && part !== 'year' ? partBefore(part) : part
  return { date: { ...date, [at]: date[at].slice(0, -1) }, part: at }
}

export const isComplete = ({ era, year, month, day }: TypedDate): boolean =>
  year.length > 0 && (era !== 'western' || year.length === 4) && month !== '' && day !== ''

/** ISO; null for a day that the calendar or the era does not have. */
export function isoOf({ era, year, month, day }: TypedDate): string | null {
  const western = yearBefore[era] + Number(year)
  const iso = `${String(western).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso
  return isDay && Number(year) > 0 && isWithinEra(era, iso) ? iso : null
}

/** First day of each era; the day before the next one's is its last. */
const firstDays: readonly (readonly [Era, string])[] = [
  ['reiwa', '2019-05-01'],
  ['heisei', '1989-01-08'],
  ['showa', '1926-12-25'],
  ['taisho', '1912-07-30'],
]

/** The same year belongs to two eras; a date with the wrong one is a slip of the finger or a wrong paper. */
function isWithinEra(era: Era, iso: string): boolean {
  return era === 'western' || firstDays.find(([, first]) => iso >= first)?.[0] === era
}

/** A date that was given before, to be seen and corrected. */
export function typedOf(iso: string, isWestern: boolean): TypedDate {
  const [year = '', month = '', day = ''] = iso.split('-')
  const era = isWestern ? 'western' : (firstDays.find(([, first]) => iso >= first)?.[0] ?? 'western')
  return { era, year: era === 'western' ? year : String(Number(year) - yearBefore[era]), month: String(Number(month)), day: String(Number(day)) }
}
