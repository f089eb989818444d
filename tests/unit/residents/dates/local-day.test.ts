import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIsoLike } from '../../../../src-main/residents/dates/civil-date.ts'
import { localDay } from '../../../../src-main/residents/dates/local-day.ts'

describe('the day in Japan', () => {
  it.each([
    ['2026-11-20T14:59:59.999Z', '2026-11-20'],
    ['2026-11-20T15:00:00.000Z', '2026-11-21'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['2024-02-28T15:00:00.000Z', '2024-02-29'],
  ])('%s is %s there', (instant, day) => {
    expect(formatIsoLike(localDay(new Date(instant)))).toBe(day)
  })

  it('is nine hours ahead of UTC at every instant since summer time ended in 1951', () => {
    const instants = fc.date({ min: new Date('1952-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(formatIsoLike(localDay(instant))).toBe(new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10))
      }),
    )
  })
})
