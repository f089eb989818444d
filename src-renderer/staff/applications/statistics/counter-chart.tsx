import type { ApplicationStatistics, CounterKey } from '../../../../src-preload/contract.ts'
import { formatNumber } from '../../../words/dates.ts'
import { useStaff } from '../../staff-context.ts'
import { barsOf, chartSize } from './bars.ts'

/** One counter's last 35 days. The table below says the same to those who don't see it. */
export function CounterChart({ counter, days }: { counter: CounterKey; days: ApplicationStatistics['days'] }) {
  const { words } = useStaff()
  const own = words.applications.statistics
  const values = days.map((day) => day[counter])
  const bars = barsOf(values)
  const { width, height } = chartSize
  const step = days.length === 0 ? 0 : width / days.length
  const [first, last] = [days[0], days.at(-1)]
  const short = (day: string | undefined): string => day?.slice(5).replace('-', '/') ?? ''
  return (
    <figure className="chart">
      <figcaption>
        <strong>{own.counters[counter]}</strong>
        <span className="quiet">{own.most(formatNumber(Math.max(0, ...values)))}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={own.chart(own.counters[counter])} focusable="false">
        {days.map(({ day, working }, index) => (working ? null : <rect key={day} className="chart-closed" x={index * step} y="0" width={step} height={height} />))}
        {bars.map((bar, index) => (
          <rect key={days[index]?.day} className="chart-bar" {...bar} />
        ))}
        <path className="chart-floor" d={`M0 ${height}H${width}`} />
      </svg>
      <div className="chart-days quiet" aria-hidden>
        <span>{short(first?.day)}</span>
        <span>{short(days[Math.floor(days.length / 2)]?.day)}</span>
        <span>{short(last?.day)}</span>
      </div>
    </figure>
  )
}
