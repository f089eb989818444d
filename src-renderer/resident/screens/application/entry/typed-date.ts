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

/** Where the next digit goes: the first part that is not full, or the one pressed. */
export const nextPart = (part: DatePart): DatePart => (part === 'year' ? 'month' : 'day')
const partBefore = (part: DatePart): DatePart => (part === 'day' ? 'month' : 'year')

export interface Typing {
  readonly date: TypedDate
  readonly part: DatePart
}

/** One digit more; a part that can take no second digit is left by itself: a month of 2 to 9, a day of 4 to 9. */
export function typed({ date, part }: Typing, digit: string): Typing {
  const full = date[part].length >= partLength(part, date.era)
  const at = full && part !== 'day' ? nextPart(part) : part
  const before = full ? (at === part ? date[part] : date[at]) : date[part]
  if (before.length >= partLength(at, date.era)) return { date, part: at }
  const value = before + digit
  const isClosed = value.length === partLength(at, date.era) || (at === 'month' && Number(value) > 1) || (at === 'day' && Number(value) > 3)
  return { date: { ...date, [at]: value }, part: isClosed && at !== 'day' ? nextPart(at) : at }
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
