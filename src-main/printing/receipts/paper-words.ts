import type { Language } from '../../../src-preload/contract/common.ts'
import { once } from '../../once.ts'
import type { ReceiptLine } from '../printers.ts'

/** A name in the language of the office and in the one residents abroad can read. */
export interface BilingualText {
  readonly ja: string
  readonly en: string
}

/** For a resident who reads English the Japanese stays beside it: the clerk has to read the same slip. */
export const bilingualLabel = (language: Language, words: BilingualText): string => (language === 'ja' ? words.ja : `${words.ja} ${words.en}`)

/** A sentence in Japanese and, where the resident reads English, once more under it. */
export const bilingualLines = (language: Language, words: BilingualText, kind: 'text' | 'heading' | 'centred' = 'text'): ReceiptLine[] =>
  language === 'ja' ? [{ kind, text: words.ja }] : [words.ja, words.en].map((text) => ({ kind, text }))

/** Whole yen with grouping, such as 1,200円. */
export function yen(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in whole yen: ${amount}`)
  return `${amount.toLocaleString('ja-JP')}円`
}

/** Certificates are counted 通, as on the screens: 2通. */
export function copies(count: number): string {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a number of copies: ${count}`)
  return `${count}通`
}

// Asia/Tokyo has had no summer time since 1951, so that the wall clock names one instant.
const japanTime = once(
  () =>
    new Intl.DateTimeFormat('ja-JP-u-ca-gregory-nu-latn', {
      timeZone: 'Asia/Tokyo',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

/** Japan standard time to the minute, such as 2026年11月21日 9:05. */
export function japanMinute(instant: Date): string {
  const parts = new Map(japanTime().formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  return `${part('year')}年${part('month')}月${part('day')}日 ${part('hour')}:${String(part('minute')).padStart(2, '0')}`
}

const paperDates: Readonly<Record<Language, () => Intl.DateTimeFormat>> = {
  ja: once(() => new Intl.DateTimeFormat('ja-JP-u-ca-japanese-nu-latn', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })),
  en: once(() => new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })),
}

/** @param isoDate such as "2029-05-01". @returns 令和11年5月1日, or 1 May 2029. */
export const paperDate = (isoDate: string, language: Language): string => paperDates[language]().format(new Date(`${isoDate}T00:00:00Z`))

/** 見本 above and below in training: torn in two, each half still says so. */
export const specimenMark = (language: Language): ReceiptLine[] => [
  { kind: 'big', text: '見本' },
  ...bilingualLines(language, { ja: '研修用・無効', en: 'Training specimen, not valid' }, 'centred'),
  { kind: 'space' },
]
