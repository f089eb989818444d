import { counterKeySchema, type ApplicationStatistics } from '../../../../src-preload/contract.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { dayInJapan } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { keyboardScroller } from '../../parts/keyboard-scroller.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { CounterChart } from './counter-chart.tsx'
import { useStatistics } from './use-statistics.ts'

/** 申請・交付の状況: the four counters, their averages, and how they went. */
export function StatisticsDesk() {
  const { words, language } = useStaff()
  const { now } = useDesk()
  const { glass, held, selectedId } = useApplicationsDesk()
  const own = words.applications.statistics
  const on = selectedId ?? dayInJapan(now)
  const statistics = useStatistics(glass, on, held.applications.map(({ applicationId, state }) => `${applicationId} ${state}`).join())
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {own.title}
        </h2>
        <span className="quiet">{own.asOf(formatDate(on, language))}</span>
      </div>
      <div className="table-desk" {...keyboardScroller} role="group" aria-label={own.title}>
        {statistics.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
        {statistics.state === 'failed' ? <FailureNote code={statistics.code} /> : null}
        {statistics.state === 'open' ? <Counted statistics={statistics.detail} /> : null}
      </div>
    </section>
  )
}

function Counted({ statistics }: { statistics: ApplicationStatistics }) {
  const { words } = useStaff()
  const own = words.applications.statistics
  const { week, month, rows, days } = statistics
  const short = (day: string): string => day.slice(5).replace('-', '/')
  const shown = (value: number | null): string => (value === null ? own.none : formatNumber(value))
  return (
    <>
      <table className="table counters">
        <thead>
          <tr>
            <th scope="col">{own.counter}</th>
            <th scope="col">{own.total}</th>
            <th scope="col">
              {own.week}
              <span className="quiet">{own.period(short(week.from), short(week.to), week.workingDays)}</span>
            </th>
            <th scope="col">
              {own.month}
              <span className="quiet">{own.period(short(month.from), short(month.to), month.workingDays)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ counter, total, week: ofWeek, month: ofMonth, workingDaysOnly }) => (
            <tr key={counter}>
              <th scope="row">
                {own.counters[counter]}
                {workingDaysOnly ? <span className="quiet">{own.workingOnly}</span> : null}
              </th>
              <td>{formatNumber(total)}</td>
              <td>{shown(ofWeek)}</td>
              <td>{shown(ofMonth)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{own.chartTitle}</h3>
      <div className="charts">
        {counterKeySchema.options.map((counter) => (
          <CounterChart key={counter} counter={counter} days={days} />
        ))}
      </div>
      <h3 id="days-title">{own.table}</h3>
      <table className="table days" aria-labelledby="days-title">
        <thead>
          <tr>
            <th scope="col">{own.day}</th>
            {counterKeySchema.options.map((counter) => (
              <th key={counter} scope="col">
                {own.counters[counter]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.day} className={day.working ? '' : 'day-closed'}>
              <th scope="row">
                {short(day.day)}
                {day.working ? null : <span className="quiet">{own.closed}</span>}
              </th>
              {counterKeySchema.options.map((counter) => (
                <td key={counter}>{formatNumber(day[counter])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
