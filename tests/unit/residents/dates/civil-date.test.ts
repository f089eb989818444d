import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDays,
  daysInMonth,
  earliestDay,
  formatIsoLike,
  isComplete,
  isPossibleDate,
  latestDay,
  parseCivilDate,
} from '../../../../src-main/residents/dates/civil-date.ts'
import { civilDates, completeDates } from '../../../fixtures/residents/date-arbitraries.ts'

describe('reading a date', () => {
  it.each([
    ['1948-05-23', { year: 1948, month: 5, day: 23 }],
    ['1948-05-??', { year: 1948, month: 5, day: null }],
    ['1948-??-??', { year: 1948, month: null, day: null }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['1873-01-01', { year: 1873, month: 1, day: 1 }],
  ])('reads %s', (text, expected) => {
    expect(parseCivilDate(text)).toEqual(expected)
  })

  it.each([
    '',
    '1948',
    '1948-05',
    '1948-5-3',
    '48-05-03',
    '1948/05/03',
    '1948-05-23T00:00:00Z',
    ' 1948-05-23',
    '1948-05-23\n',
    '1948-13-01',
    '1948-00-01',
    '1948-05-00',
    '1948-05-32',
    '1948-04-31',
    '2023-02-29',
    '1900-02-29',
    '1948-??-23',
    '????-??-??',
    '????-05-23',
    '1948-05-?',
    '1872-12-31',
    '0000-01-01',
    '１９４８-05-23',
    '昭和23年5月23日',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeNull()
  })

  it('gives back every date it wrote', () => {
    fc.assert(
      fc.property(civilDates, (date) => {
        expect(parseCivilDate(formatIsoLike(date))).toEqual(date)
      }),
    )
  })

  it('writes back every text it read, and never throws', () => {
    const almostDates = fc.stringMatching(/^[12?][0-9?]{3}-[01?][0-9?]-[0-3?][0-9?]$/)
    fc.assert(
      fc.property(fc.oneof(almostDates, fc.string()), (text) => {
        const date = parseCivilDate(text)
        if (date !== null) expect(formatIsoLike(date)).toBe(text)
      }),
    )
  })
})

describe('possible days', () => {
  it('knows the length of every month, leap years by the Gregorian rule', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect([1900, 1904, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 29, 28])
  })

  it.each([
    { year: 2000.5, month: null, day: null },
    { year: Number.NaN, month: 1, day: 1 },
    { year: 10_000, month: 1, day: 1 },
    { year: 2000, month: 1.5, day: 1 },
    { year: 2000, month: null, day: 1 },
    { year: 2000, month: 1, day: Number.POSITIVE_INFINITY },
  ])('refuses parts that are no calendar numbers: $year $month $day', (date) => {
    expect(isPossibleDate(date)).toBe(false)
  })

  it('brackets an uncertain date by its first and last possible day', () => {
    expect(earliestDay({ year: 2024, month: 2, day: null })).toEqual({ year: 2024, month: 2, day: 1 })
    expect(latestDay({ year: 2024, month: 2, day: null })).toEqual({ year: 2024, month: 2, day: 29 })
    expect(latestDay({ year: 2023, month: null, day: null })).toEqual({ year: 2023, month: 12, day: 31 })
    fc.assert(
      fc.property(civilDates, (date) => {
        const order = compareDays(earliestDay(date), latestDay(date))
        expect(isComplete(date) ? order === 0 : order < 0).toBe(true)
        expect(isPossibleDate(earliestDay(date)) && isPossibleDate(latestDay(date))).toBe(true)
      }),
    )
  })

  it('orders days as their ISO texts order', () => {
    fc.assert(
      fc.property(completeDates, completeDates, (left, right) => {
        const [a, b] = [formatIsoLike(left), formatIsoLike(right)]
        expect(Math.sign(compareDays(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })
})
