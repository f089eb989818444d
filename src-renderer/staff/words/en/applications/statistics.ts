import type { statistics as japanese } from '../../ja/applications/statistics.ts'

export const statistics: typeof japanese = {
  counters: { received: 'Received', shipped: 'Shipped', prepared: 'Set up', delivered: 'Delivered' },
  title: 'Applications and cards',
  on: 'As of',
  asOf: (date: string) => `as of ${date}`,
  total: 'Total',
  week: 'A day, last 7 days',
  month: 'A day, last month',
  period: (from: string, to: string, working: number) => `${from}–${to} (${working} working days)`,
  workingOnly: 'working days only',
  none: '–',
  counter: 'Counter',
  day: 'Day',
  chart: (counter: string) => `${counter}, last 35 days`,
  chartTitle: 'Last 35 days',
  most: (count: string) => `most ${count}`,
  table: 'Day by day',
  closed: 'closed',
  loading: 'Counting…',
  note: 'Totals and averages count the applications of this terminal. What was recorded later counts on the day it happened.',
}
