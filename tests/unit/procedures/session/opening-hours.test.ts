import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen, openingHoursSchema, type OpeningHours } from '../../../../src-main/procedures/session/opening-hours.ts'

const everyDay = [0, 1, 2, 3, 4, 5, 6]
const hours = (parts: Partial<OpeningHours> = {}): OpeningHours => openingHoursSchema.parse({ weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:15', ...parts })
/** An instant by the clock on the wall in Japan (UTC+9, no summer time). */
const japan = (local: string): Date => new Date(`${local}:00.000+09:00`)

describe('whether a terminal is open', () => {
  it.each([
    ['a minute before it opens', hours(), japan('2026-11-20T08:29'), false],
    ['the minute it opens', hours(), japan('2026-11-20T08:30'), true],
    ['the last minute', hours(), japan('2026-11-20T17:14'), true],
    ['the minute it closes', hours(), japan('2026-11-20T17:15'), false],
    ['Saturday', hours(), japan('2026-11-21T12:00'), false],
    ['Sunday, where Sunday is a day of service', hours({ weekdays: [0] }), japan('2026-11-22T12:00'), true],
    ['Monday in Japan while it is Sunday in UTC', hours({ opens: '06:30' }), japan('2026-11-23T07:00'), true],
    ['Saturday in Japan while it is Friday in UTC', hours({ opens: '06:30' }), japan('2026-11-21T07:00'), false],
    ['until midnight, the last minute', hours({ closes: '24:00' }), japan('2026-11-20T23:59'), true],
    ['until midnight, the first minute of the day after', hours({ closes: '24:00' }), japan('2026-11-21T00:00'), false],
    ['all day', hours({ opens: '00:00', closes: '24:00' }), japan('2026-11-20T00:00'), true],
    ['over midnight, in the evening', hours({ opens: '22:00', closes: '06:00' }), japan('2026-11-20T22:00'), true],
    ['over midnight, in the morning after', hours({ opens: '22:00', closes: '06:00' }), japan('2026-11-21T05:59'), true],
    ['over midnight, when it closes', hours({ opens: '22:00', closes: '06:00' }), japan('2026-11-21T06:00'), false],
    ['over midnight, at noon', hours({ opens: '22:00', closes: '06:00' }), japan('2026-11-20T12:00'), false],
    ['over midnight, in the night that no day of service began', hours({ opens: '22:00', closes: '06:00' }), japan('2026-11-23T05:59'), false],
    ['the first closed day of the year end', hours({ weekdays: everyDay, closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2026-12-29T12:00'), false],
    ['the last closed day of the new year', hours({ weekdays: everyDay, closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2027-01-03T12:00'), false],
    ['the day before the year end', hours({ weekdays: everyDay, closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2026-12-28T12:00'), true],
    ['the day after the new year', hours({ weekdays: everyDay, closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2027-01-04T12:00'), true],
    ['1 January in Japan while it is 31 December in UTC', hours({ weekdays: everyDay, opens: '06:30', closedRanges: [{ from: '01-01', to: '01-01' }] }), japan('2027-01-01T07:00'), false],
    ['a leap day', hours({ weekdays: everyDay, closedRanges: [{ from: '02-29', to: '02-29' }] }), japan('2028-02-29T12:00'), false],
    ['over midnight into a closed day: the night still belongs to the day it began', hours({ weekdays: everyDay, opens: '22:00', closes: '06:00', closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2026-12-29T05:00'), true],
    ['over midnight out of a closed day', hours({ weekdays: everyDay, opens: '22:00', closes: '06:00', closedRanges: [{ from: '12-29', to: '01-03' }] }), japan('2027-01-04T05:00'), false],
    ['another zone than that of the clock', hours({ timeZone: 'UTC' }), new Date('2026-11-20T08:30:00.000Z'), true],
    ['no days at all', hours({ weekdays: [] }), japan('2026-11-20T12:00'), false],
    ['no hours: always', null, japan('2026-11-22T03:00'), true],
  ] as const)('%s', (_name, given, at, open) => {
    expect(isOpen(given, at)).toBe(open)
  })

  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
  const clockTime = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

  it('is as long a day as the hours say, wherever midnight falls in them', () => {
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 3650 }), (opens, closes, day) => {
        fc.pre(opens !== closes)
        const given = hours({ weekdays: everyDay, opens: clockTime(opens), closes: clockTime(closes) })
        const midnight = Date.parse('2026-01-01T00:00:00.000+09:00') + day * 86_400_000
        const openQuarters = Array.from({ length: 96 }, (_, index) => index * 15).filter((at) => isOpen(given, new Date(midnight + at * 60_000)))
        const expected = Array.from({ length: 96 }, (_, index) => index * 15).filter((at) => (opens < closes ? at >= opens && at < closes : at >= opens || at < closes))
        expect(openQuarters).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('never on a weekday that is not one of service, when no night runs into it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...everyDay)), minute, fc.integer({ min: 0, max: 3650 }), (weekdays, at, day) => {
        const local = Date.parse('2026-01-01T00:00:00.000Z') + day * 86_400_000 + at * 60_000
        const given = hours({ weekdays, opens: '00:00', closes: '24:00' })
        expect(isOpen(given, new Date(local - 9 * 3_600_000))).toBe(weekdays.includes(new Date(local).getUTCDay()))
      }),
    )
  })
})

describe('hours that can not be meant', () => {
  it.each([
    ['a quarter past midnight as 24:15', { closes: '24:15' }],
    ['opening at the end of the day', { opens: '24:00' }],
    ['25 o\'clock', { closes: '25:00' }],
    ['opening when it closes', { opens: '09:00', closes: '09:00' }],
    ['an eighth day of the week', { weekdays: [7] }],
    ['a month 13', { closedRanges: [{ from: '13-01', to: '13-02' }] }],
    ['30 February', { closedRanges: [{ from: '02-01', to: '02-30' }] }],
    ['a zone that is nowhere', { timeZone: 'Asia/Mihon' }],
    ['an unknown key', { holiday: true }],
  ])('%s', (_name, parts) => {
    expect(openingHoursSchema.safeParse({ weekdays: [1], opens: '08:30', closes: '17:15', ...parts }).success).toBe(false)
  })
})
