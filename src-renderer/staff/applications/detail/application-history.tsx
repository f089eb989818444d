import type { ApplicationDetail } from '../../../../src-preload/contract.ts'
import { formatDate, formatDay, formatTime } from '../../../words/dates.ts'
import { dayInJapan } from '../../dates/read-date.ts'
import { useStaff } from '../../staff-context.ts'
import { applicationReason, withoutRepeats } from './history-words.ts'

/** 経過: every change with its day, its place, its actor and its reason; where it was written down later, when. */
export function ApplicationHistory({ entries }: { entries: ApplicationDetail['history'] }) {
  const { words, language } = useStaff()
  const own = words.applications
  const shared = words.requests.detail
  const lines = withoutRepeats(entries)
  return (
    <section className="history application-history">
      <h3>{own.history}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{shared.when}</th>
            <th scope="col">{own.what}</th>
            <th scope="col">{own.who}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((entry, index) => {
            const late = dayInJapan(new Date(entry.at)) !== entry.on
            const before = lines[index - 1]
            return (
              <tr key={index}>
                <td className="history-when">
                  {before?.on === entry.on ? null : <span className="history-day">{formatDate(entry.on, language)}</span>}
                  {late ? null : formatTime(entry.at)}
                </td>
                <td>
                  {own.changes[entry.change] ?? entry.change}
                  {entry.reason === null ? null : <span className="history-reason">{applicationReason(entry.reason, language)}</span>}
                  {late ? <span className="history-reason">{own.recordedLater(`${formatDay(entry.at, language)} ${formatTime(entry.at)}`)}</span> : null}
                </td>
                <td className="history-actor">
                  {entry.actor === 'resident' ? own.resident : entry.actor}
                  <span className="history-reason">{own.terminal(entry.place)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
