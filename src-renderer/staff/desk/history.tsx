import type { RequestDetail } from '../../../src-preload/contract.ts'
import { formatTime } from '../../words/dates.ts'
import { StateMark } from '../requests/state-mark.tsx'
import { useStaff } from '../staff-context.ts'
import { historyReason } from './history-reason.ts'

/** 経過: every change with its actor, its time and its reason. */
export function History({ entries }: { entries: RequestDetail['history'] }) {
  const { words, language } = useStaff()
  const own = words.requests.detail
  return (
    <section className="history">
      <h3>{own.history}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{own.when}</th>
            <th scope="col">{own.state}</th>
            <th scope="col">{own.actor}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={index}>
              <td className="history-when">{formatTime(entry.at)}</td>
              <td>
                <StateMark state={entry.state} />
                {entry.reason === null ? null : <span className="history-reason">{historyReason(entry.reason, language)}</span>}
              </td>
              <td className="history-actor">{entry.actor === 'resident' ? words.applications.resident : entry.actor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
