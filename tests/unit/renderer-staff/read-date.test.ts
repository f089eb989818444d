import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInJapan, instantInJapan, readDate, readTime } from '../../../src-renderer/staff/dates/read-date.ts'

describe('a date as it is typed at counters', () => {
  it.each([
    ['1980-04-05', '1980-04-05'],
    ['19800405', '1980-04-05'],
    ['1980/4/5', '1980-04-05'],
    ['1980年4月5日', '1980-04-05'],
    ['S55.4.5', '1980-04-05'],
    ['ｓ５５．４．５', '1980-04-05'],
    ['S550405', '1980-04-05'],
    ['昭和55年4月5日', '1980-04-05'],
    ['昭 55.4.5', '1980-04-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['T1.7.30', '1912-07-30'],
  ])('%s is read', (typed, iso) => {
    expect(readDate(typed)).toBe(iso)
  })

  it.each(['', '1980', '198045', '1980-13-01', '2026-02-30', 'S0.1.1', 'X55.4.5', '55.4.5', '19800405 10', '昭和五十五年'])('%s is none', (typed) => {
    expect(readDate(typed)).toBeNull()
  })

  it('reads back every day of the calendar, in both ways of writing it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1926-12-25T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(readDate(iso)).toBe(iso)
        expect(readDate(iso.replaceAll('-', ''))).toBe(iso)
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        expect(readDate(typed) === null || typeof readDate(typed) === 'string').toBe(true)
        expect(readTime(typed) === null || typeof readTime(typed) === 'string').toBe(true)
      }),
    )
  })
})

describe('a time as it is typed', () => {
  it('is read with and without a colon', () => {
    expect([readTime('9:05'), readTime('0905'), readTime('９時５分'), readTime('23:59')]).toEqual(['09:05', '09:05', '09:05', '23:59'])
    expect([readTime('24:00'), readTime('9:60'), readTime('9'), readTime('')]).toEqual([null, null, null, null])
  })
})

describe('days in Japan', () => {
  it('begin nine hours before those of UTC', () => {
    expect(dayInJapan(new Date('2026-11-20T15:00:00.000Z'))).toBe('2026-11-21')
    expect(instantInJapan('2026-11-21', '00:00')).toBe('2026-11-20T15:00:00.000Z')
  })
})
