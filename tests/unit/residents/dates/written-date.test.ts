import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDays, parseCivilDate, type CompleteDate } from '../../../../src-main/residents/dates/civil-date.ts'
import { eraYear } from '../../../../src-main/residents/dates/japanese-era.ts'
import { fullWidthDigits, writtenDate, type DateStyle } from '../../../../src-main/residents/dates/written-date.ts'
import type { CivilDate } from '../../../../src-main/residents/resident.ts'
import { completeDates } from '../../../fixtures/residents/date-arbitraries.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === null) throw new Error(`not a date: ${text}`)
  return parsed
}
const half: DateStyle = { digits: 'half', calendar: 'era' }
const full: DateStyle = { digits: 'full', calendar: 'era' }

/** First days of the eras, written out independently of ICU (reference counter-procedures §F.3). */
const eras: readonly (readonly [string, CompleteDate])[] = [
  ['令和', { year: 2019, month: 5, day: 1 }],
  ['平成', { year: 1989, month: 1, day: 8 }],
  ['昭和', { year: 1926, month: 12, day: 25 }],
  ['大正', { year: 1912, month: 7, day: 30 }],
  ['明治', { year: 1868, month: 1, day: 25 }],
]

describe('和暦', () => {
  it.each([
    ['1873-01-01', '明治6年1月1日'],
    ['1912-07-29', '明治45年7月29日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1927-01-01', '昭和2年1月1日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1990-01-01', '平成2年1月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2026-11-21', '令和8年11月21日'],
  ])('%s is %s', (iso, expected) => {
    expect(writtenDate(date(iso), half)).toBe(expected)
  })

  it('agrees with the table of eras on every day since 1873, and leads back to the Western year', () => {
    fc.assert(
      fc.property(completeDates, (day) => {
        const [era, first] = eras.find(([, begins]) => compareDays(begins, day) <= 0)!
        expect(eraYear(day)).toEqual({ era, year: day.year - first.year + 1 })
      }),
    )
  })
})

describe('a date on paper', () => {
  it('has full-width or half-width digits', () => {
    expect(writtenDate(date('2026-11-21'), full)).toBe('令和８年１１月２１日')
    expect(writtenDate(date('2019-05-01'), full)).toBe('令和元年５月１日')
    expect(fullWidthDigits('0123456789abc')).toBe('０１２３４５６７８９abc')
  })

  it('is Western, or both as in the sample of the seed', () => {
    expect(writtenDate(date('1985-03-04'), { digits: 'full', calendar: 'western' })).toBe('１９８５年３月４日')
    expect(writtenDate(date('2026-11-21'), { digits: 'full', calendar: 'westernAndEra' })).toBe('２０２６年（令和８年）１１月２１日')
    expect(writtenDate(date('2019-05-01'), { digits: 'half', calendar: 'westernAndEra' })).toBe('2019年（令和元年）5月1日')
  })

  it('differs for different days, in every style', () => {
    const styles = fc.record({
      digits: fc.constantFrom('full', 'half'),
      calendar: fc.constantFrom('era', 'western', 'westernAndEra'),
    }) satisfies fc.Arbitrary<DateStyle>
    fc.assert(
      fc.property(completeDates, completeDates, styles, (left, right, style) => {
        expect(writtenDate(left, style) === writtenDate(right, style)).toBe(compareDays(left, right) === 0)
      }),
    )
  })
})

describe('an uncertain date on paper', () => {
  it.each([
    ['1948-05-??', '昭和23年5月日不詳'],
    ['1948-??-??', '昭和23年月日不詳'],
    ['1989-02-??', '平成元年2月日不詳'],
    ['1926-11-??', '大正15年11月日不詳'],
  ])('%s is %s', (iso, expected) => {
    expect(writtenDate(date(iso), half)).toBe(expected)
  })

  it.each([
    ['1989-??-??', '1989年月日不詳'],
    ['1989-01-??', '1989年1月日不詳'],
    ['1912-07-??', '1912年7月日不詳'],
    ['1926-??-??', '1926年月日不詳'],
    ['2019-??-??', '2019年月日不詳'],
  ])('claims no era that the known parts leave open: %s is %s', (iso, expected) => {
    expect(eraYear(date(iso))).toBeNull()
    expect(writtenDate(date(iso), half)).toBe(expected)
    expect(writtenDate(date(iso), { digits: 'half', calendar: 'westernAndEra' })).toBe(expected)
  })

  it('knows the era where a month or year lies wholly inside one', () => {
    expect(eraYear(date('2019-04-??'))).toEqual({ era: '平成', year: 31 })
    expect(eraYear(date('2019-05-??'))).toEqual({ era: '令和', year: 1 })
    expect(eraYear(date('1988-??-??'))).toEqual({ era: '昭和', year: 63 })
  })

  it('takes the words of the municipality', () => {
    const wording = { dayUnknown: '{year}{month}　日不詳', monthAndDayUnknown: '{year}　以下不詳' }
    expect(writtenDate(date('1948-05-??'), full, wording)).toBe('昭和２３年５月　日不詳')
    expect(writtenDate(date('1948-??-??'), full, wording)).toBe('昭和２３年　以下不詳')
  })
})
