import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, ageRangeOn, mayBeUnder } from '../../../../src-main/residents/dates/age.ts'
import { compareDays, isComplete, parseCivilDate, type CompleteDate } from '../../../../src-main/residents/dates/civil-date.ts'
import { civilDates, completeDates } from '../../../fixtures/residents/date-arbitraries.ts'

const day = (text: string): CompleteDate => {
  const date = parseCivilDate(text)
  if (date === null || !isComplete(date)) throw new Error(`not a day: ${text}`)
  return date
}

describe('age on a day', () => {
  it.each([
    ['2011-11-21', '2026-11-20', 14],
    ['2011-11-21', '2026-11-21', 15],
    ['2011-11-21', '2026-11-22', 15],
    ['2011-04-01', '2026-03-31', 14],
    ['2011-04-01', '2026-04-01', 15],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-22', '2026-11-21', -1],
    ['1926-12-25', '2026-12-24', 99],
    ['1926-12-25', '2026-12-25', 100],
  ])('born %s, on %s: %i', (birth, today, age) => {
    expect(ageOn(day(birth), day(today))).toBe(age)
  })

  it.each([
    ['2012-02-29', '2027-02-27', 14],
    ['2012-02-29', '2027-02-28', 14],
    ['2012-02-29', '2027-03-01', 15],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['2012-02-28', '2027-02-28', 15],
    ['2012-03-01', '2027-02-28', 14],
  ])('a leap day counts to the end of February: born %s, on %s: %i', (birth, today, age) => {
    expect(ageOn(day(birth), day(today))).toBe(age)
  })

  it('never falls as days pass, and rises by one a year', () => {
    fc.assert(
      fc.property(completeDates, completeDates, completeDates, (birth, one, other) => {
        const [earlier, later] = compareDays(one, other) <= 0 ? [one, other] : [other, one]
        expect(ageOn(birth, earlier)).toBeLessThanOrEqual(ageOn(birth, later))
        const nextYear = { ...one, year: one.year + 1, day: one.month === 2 ? Math.min(one.day, 28) : one.day }
        expect(ageOn(birth, nextYear) - ageOn(birth, { ...nextYear, year: one.year })).toBe(1)
      }),
    )
  })
})

describe('age of somebody whose birth date is partly unknown', () => {
  it('is a range', () => {
    expect(ageRangeOn({ year: 1948, month: 5, day: null }, day('2026-05-15'))).toEqual({ youngest: 77, oldest: 78 })
    expect(ageRangeOn({ year: 1948, month: null, day: null }, day('2026-12-31'))).toEqual({ youngest: 78, oldest: 78 })
  })

  it('counts as under age until it is certainly not', () => {
    const birth = { year: 2011, month: 11, day: null }
    expect(mayBeUnder(15, birth, day('2026-11-29'))).toBe(true)
    expect(mayBeUnder(15, birth, day('2026-11-30'))).toBe(false)
  })

  it('holds the age of every day the record allows', () => {
    fc.assert(
      fc.property(civilDates, completeDates, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (birth, today, month, dayOfMonth) => {
        const possible = { year: birth.year, month: birth.month ?? month, day: birth.day ?? dayOfMonth }
        const { youngest, oldest } = ageRangeOn(birth, today)
        const age = ageOn(possible, today)
        expect(youngest <= age && age <= oldest).toBe(true)
      }),
    )
  })
})
