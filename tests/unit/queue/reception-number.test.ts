import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInJapan } from '../../../src-main/clock.ts'
import { receptionNumber } from '../../../src-main/queue/reception-number.ts'

describe('receptionNumber', () => {
  it.each([
    [1, 'A-001'],
    [999, 'A-999'],
    [1000, 'B-001'],
    [25_974, 'Z-999'],
    [25_975, 'AA-001'],
    [26_974, 'AB-001'],
  ])('calls the %ith request of a day %s', (ordinal, number) => {
    expect(receptionNumber(ordinal)).toBe(number)
  })

  it('never gives two requests of a day the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (a, b) => a === b || receptionNumber(a) !== receptionNumber(b),
      ),
    )
  })
})

describe('dayInJapan', () => {
  it.each([
    ['2026-11-21T14:59:59.999Z', '2026-11-21'],
    ['2026-11-21T15:00:00.000Z', '2026-11-22'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
  ])('puts %s on %s', (instant, day) => {
    expect(dayInJapan(new Date(instant))).toBe(day)
  })

  it('agrees with the time zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(fc.property(instants, (at) => dayInJapan(at) === format.format(at)))
  })
})
