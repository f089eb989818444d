import { describe, expect, it } from 'vitest'
import { applicationStatistics, type StepCount } from '../../../../src-main/applications/statistics/statistics.ts'
import { daysFromTo, holidaysOf, isWorkingDay } from '../../../../src-main/applications/statistics/working-days.ts'

describe('holidays', () => {
  it.each([
    [2017, ['2017-01-01', '2017-01-02', '2017-01-09', '2017-02-11', '2017-03-20', '2017-04-29', '2017-05-03', '2017-05-04', '2017-05-05', '2017-07-17', '2017-08-11', '2017-09-18', '2017-09-23', '2017-10-09', '2017-11-03', '2017-11-23', '2017-12-23']],
    [2019, ['2019-01-01', '2019-01-14', '2019-02-11', '2019-03-21', '2019-04-29', '2019-04-30', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04', '2019-05-05', '2019-05-06', '2019-07-15', '2019-08-11', '2019-08-12', '2019-09-16', '2019-09-23', '2019-10-14', '2019-10-22', '2019-11-03', '2019-11-04', '2019-11-23']],
    [2020, ['2020-01-01', '2020-01-13', '2020-02-11', '2020-02-23', '2020-02-24', '2020-03-20', '2020-04-29', '2020-05-03', '2020-05-04', '2020-05-05', '2020-05-06', '2020-07-23', '2020-07-24', '2020-08-10', '2020-09-21', '2020-09-22', '2020-11-03', '2020-11-23']],
    [2026, ['2026-01-01', '2026-01-12', '2026-02-11', '2026-02-23', '2026-03-20', '2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06', '2026-07-20', '2026-08-11', '2026-09-21', '2026-09-22', '2026-09-23', '2026-10-12', '2026-11-03', '2026-11-23']],
  ])('of %i are those of the official calendar', (year, days) => expect(holidaysOf(year)).toEqual(days))

  it('a future year has them by the same rule', () => {
    expect(isWorkingDay('2032-09-21')).toBe(false)
    expect(isWorkingDay('2027-03-22')).toBe(false)
    expect(isWorkingDay('2027-03-23')).toBe(true)
  })
})

const each = (counter: StepCount['counter'], from: string, to: string, count: number): StepCount[] => daysFromTo(from, to).map((day) => ({ counter, day, count }))

describe('the four counters', () => {
  it('have the periods of the table of 2017-02-19: the week 2/13-2/19 and January', () => {
    const { week, month } = applicationStatistics([], '2017-02-19')
    expect([week, month]).toEqual([
      { from: '2017-02-13', to: '2017-02-19', workingDays: 5 },
      { from: '2017-01-01', to: '2017-01-31', workingDays: 20 },
    ])
  })

  it('and of 2017-05-17: the week 5/11-5/17 and April', () => {
    const { week, month } = applicationStatistics([], '2017-05-17')
    expect([week.from, week.to, month.from, month.to]).toEqual(['2017-05-11', '2017-05-17', '2017-04-01', '2017-04-30'])
  })

  it('applications and dispatches are divided by all days, set-ups and deliveries by working days', () => {
    const steps = (['received', 'shipped', 'prepared', 'delivered'] as const).flatMap((counter) => [...each(counter, '2017-01-01', '2017-01-31', 20), ...each(counter, '2017-02-13', '2017-02-19', 10)])
    expect(applicationStatistics(steps, '2017-02-19').rows).toEqual([
      { counter: 'received', total: 690, week: 10, month: 20, workingDaysOnly: false },
      { counter: 'shipped', total: 690, week: 10, month: 20, workingDaysOnly: false },
      { counter: 'prepared', total: 690, week: 14, month: 31, workingDaysOnly: true },
      { counter: 'delivered', total: 690, week: 14, month: 31, workingDaysOnly: true },
    ])
  })

  it('rounds a half up, and does not count what comes later', () => {
    const steps: StepCount[] = [
      { counter: 'prepared', day: '2017-02-13', count: 3 },
      { counter: 'prepared', day: '2017-02-14', count: 4 },
      { counter: 'prepared', day: '2017-02-20', count: 100 },
    ]
    const row = applicationStatistics(steps, '2017-02-19').rows.find(({ counter }) => counter === 'prepared')
    expect(row).toMatchObject({ total: 7, week: 1, month: 0 })
    expect(applicationStatistics([{ counter: 'prepared', day: '2017-02-13', count: 8 }], '2017-02-19').rows[2]?.week).toBe(2)
    expect(applicationStatistics([{ counter: 'received', day: '2017-02-13', count: 21 }], '2017-02-13').rows[0]?.week).toBe(3)
  })

  it('a week without a working day has no average to divide by', () => {
    // 2019-04-29 to 2019-05-06 were ten days off in a row.
    const { week, rows } = applicationStatistics(each('delivered', '2019-05-01', '2019-05-01', 5), '2019-05-05')
    expect(week.workingDays).toBe(0)
    expect(rows.find(({ counter }) => counter === 'delivered')?.week).toBeNull()
  })

  it('the chart has the last 35 days, oldest first', () => {
    const { days } = applicationStatistics(each('received', '2017-02-19', '2017-02-19', 2), '2017-02-19')
    expect(days).toHaveLength(35)
    expect(days.at(-1)).toEqual({ day: '2017-02-19', working: false, received: 2, shipped: 0, prepared: 0, delivered: 0 })
  })
})
