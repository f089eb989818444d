import { counterKeySchema, type ApplicationStatistics, type CounterKey } from '../../../src-preload/contract.ts'
import { addDays, addMonths } from '../../procedures/card-cases/rules/calendar.ts'
import { daysFromTo, isWorkingDay } from './working-days.ts'

/** How many applications came to a step on a day. Each counts once a step, on the first day. */
export interface StepCount {
  readonly counter: CounterKey
  /** ISO, in Japan. */
  readonly day: string
  readonly count: number
}

/** ※土日、祝日除く: municipalities set up and hand over cards on working days only (seed tables of 2017-02-19 and 2017-05-17). */
const onWorkingDaysOnly: Readonly<Record<CounterKey, boolean>> = { received: false, shipped: false, prepared: true, delivered: true }
const chartDays = 35

/**
 * マイナンバーカードの申請・発行・交付状況 as the seeds' tables: 累計数 at the end of `on`, 1日当たり平均 of the seven days
 * that end on it and of the calendar month before its own (of 2017-02-19: 2/13-2/19 and January). Half is rounded up.
 */
export function applicationStatistics(steps: readonly StepCount[], on: string): ApplicationStatistics {
  const thisMonth = `${on.slice(0, 8)}01`
  const periodOf = (from: string, to: string) => ({ from, to, workingDays: daysFromTo(from, to).filter(isWorkingDay).length })
  const week = periodOf(addDays(on, -6), on)
  const month = periodOf(addMonths(thisMonth, -1), addDays(thisMonth, -1))
  const sum = (counter: CounterKey, from: string, to: string): number =>
    steps.filter((step) => step.counter === counter && step.day >= from && step.day <= to).reduce((total, { count }) => total + count, 0)
  const average = (counter: CounterKey, { from, to, workingDays }: ApplicationStatistics['week']): number | null => {
    const divisor = onWorkingDaysOnly[counter] ? workingDays : daysFromTo(from, to).length
    return divisor === 0 ? null : Math.floor(sum(counter, from, to) / divisor + 0.5)
  }
  return {
    on,
    week,
    month,
    rows: counterKeySchema.options.map((counter) => ({
      counter,
      total: sum(counter, '0000-01-01', on),
      week: average(counter, week),
      month: average(counter, month),
      workingDaysOnly: onWorkingDaysOnly[counter],
    })),
    days: daysFromTo(addDays(on, 1 - chartDays), on).map((day) => ({
      day,
      working: isWorkingDay(day),
      received: sum('received', day, day),
      shipped: sum('shipped', day, day),
      prepared: sum('prepared', day, day),
      delivered: sum('delivered', day, day),
    })),
  }
}
