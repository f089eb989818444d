import type { CardCaseDetail } from '../../../../src-preload/contract.ts'
import { formatDay, formatTime } from '../../../words/dates.ts'
import { useDesk } from '../../desk-context.ts'
import { useStaff } from '../../staff-context.ts'
import { caseReason, withoutRepeats } from './case-history-words.ts'

/** 経過: every change with its actor, its time and its reason. A case may last for weeks, so the day stands where it is another. */
export function CaseHistory({ entries }: { entries: CardCaseDetail['history'] }) {
  const { words, language } = useStaff()
  const { now } = useDesk()
  const own = words.requests.detail
  const today = formatDay(now.toISOString(), language)
  const lines = withoutRepeats(entries)
  return (
    <section className="history">
      <h3>{words.cases.history}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{own.when}</th>
            <th scope="col">{words.cases.what}</th>
            <th scope="col">{own.actor}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((entry, index) => {
            const day = formatDay(entry.at, language)
            const before = lines[index - 1]
            const isNewDay = before === undefined ? day !== today : formatDay(before.at, language) !== day
            return (
              <tr key={index}>
                <td className="history-when">
                  {isNewDay ? <span className="history-day">{day}</span> : null}
                  {formatTime(entry.at)}
                </td>
                <td>
                  {words.cases.changes[entry.change] ?? entry.change}
                  {entry.reason === null ? null : <span className="history-reason">{caseReason(entry.reason, language)}</span>}
                </td>
                <td className="history-actor">{entry.actor}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
