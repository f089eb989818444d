import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDate, erased, isComplete, isoOf, typed, typedOf, type Era, type Typing } from '../../../../src-renderer/resident/screens/application/entry/typed-date.ts'

const type = (era: Era, digits: string): Typing => Array.from(digits).reduce<Typing>(typed, { date: emptyDate(era), part: 'year' })
const iso = (era: Era, digits: string): string | null => isoOf(type(era, digits).date)

describe('a date typed by era', () => {
  it.each([
    ['showa', '620715', '1987-07-15'],
    ['showa', '62715', '1987-07-15'],
    ['showa', '621231', '1987-12-31'],
    ['showa', '62115', '1987-11-05'],
    ['showa', '62130', '1987-01-30'],
    ['heisei', '010108', '1989-01-08'],
    ['reiwa', '010501', '2019-05-01'],
    ['taisho', '150101', '1926-01-01'],
    ['western', '19870715', '1987-07-15'],
    ['western', '20000229', '2000-02-29'],
  ] as const)('%s %s is %s', (era, digits, expected) => {
    expect(iso(era, digits)).toBe(expected)
  })

  it.each([
    ['the era had ended', 'showa', '640108'],
    ['the era had not begun', 'reiwa', '010430'],
    ['there is no such day', 'western', '20010229'],
    ['there is no month 0', 'showa', '620015'],
    ['there is no year 0', 'heisei', '000108'],
  ] as const)('is none where %s', (_why, era, digits) => {
    expect(iso(era, digits)).toBeNull()
  })

  it('can be taken back digit by digit, over the borders of its parts', () => {
    let typing = type('showa', '620715')
    for (let step = 0; step < 6; step += 1) typing = erased(typing)
    expect(typing).toEqual({ date: emptyDate('showa'), part: 'year' })
    expect(erased(typing)).toEqual(typing)
  })

  it('is complete with every part only', () => {
    expect(isComplete(type('showa', '6207').date)).toBe(false)
    expect(isComplete(type('western', '1987').date)).toBe(false)
    expect(isComplete(type('showa', '62071').date)).toBe(true)
  })

  it('shown again is the day that was given, either way', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1912-07-30'), max: new Date('2040-12-31'), noInvalidDate: true }), fc.boolean(), (date, isWestern) => {
        const day = date.toISOString().slice(0, 10)
        expect(isoOf(typedOf(day, isWestern))).toBe(day)
      }),
    )
  })
})
