import type { AlertView } from '../../../src-preload/contract.ts'
import { AttentionIcon } from '../../parts/icons/icons.tsx'
import { formatTime } from '../../words/dates.ts'
import { useDesk } from '../desk-context.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { useStaff } from '../staff-context.ts'
import { clerkFailure } from '../words/staff-words.ts'

/** Silent alerts, the grave ones first, then the newest. They are on this screen only. */
export function Alerts() {
  const { words } = useStaff()
  const { snapshot } = useDesk()
  const own = words.terminal.alerts
  const { staffCalled, waitsForLastTryApproval } = snapshot.resident
  // What the resident side wants stands above already, with its key.
  const shown = snapshot.alerts
    .filter(({ kind }) => !(kind === 'staffCalled' && staffCalled) && !(kind === 'lastTry' && waitsForLastTryApproval))
    .toSorted((one, other) => Number(grave.has(other.kind)) - Number(grave.has(one.kind)) || other.at.localeCompare(one.at))
  return (
    <section className="terminal-part terminal-alerts" aria-labelledby="alerts-title">
      <div className="part-head">
        <h2 id="alerts-title">{own.title}</h2>
        <span className="quiet">{own.private}</span>
      </div>
      {shown.length === 0 ? <p className="quiet">{own.none}</p> : null}
      <ul className="alerts" aria-live="polite">
        {shown.map((alert) => (
          <Alert key={alert.alertId} alert={alert} />
        ))}
      </ul>
    </section>
  )
}

const grave: ReadonlySet<AlertView['kind']> = new Set<AlertView['kind']>(['blockedRecord', 'notGenuineCard', 'incident'])

function Alert({ alert }: { alert: AlertView }) {
  const { words, language } = useStaff()
  const { tell, role } = useDesk()
  const own = words.terminal.alerts
  const { title, todo } = own.kinds[alert.kind]
  return (
    <li className={grave.has(alert.kind) ? 'alert alert-grave' : 'alert'}>
      <p className="alert-title">
        <AttentionIcon />
        <strong>{title}</strong>
        <time dateTime={alert.at}>{formatTime(alert.at)}</time>
      </p>
      {alert.block === null ? null : (
        <p>
          <strong>{own.reason(own.blocks[alert.block])}</strong>
        </p>
      )}
      {alert.kind === 'blockedRecord' && alert.block === null && role !== 'supervisor' ? <p className="quiet">{own.reasonHidden}</p> : null}
      {alert.failure === null ? null : (
        <p>
          {clerkFailure(language, alert.failure).title} <code>{alert.failure}</code>
        </p>
      )}
      <p className="alert-todo">{todo}</p>
      <DeskButton
        onPress={() => {
          tell({ type: 'acknowledgeAlert', alertId: alert.alertId })
        }}
      >
        {own.acknowledge}
      </DeskButton>
    </li>
  )
}
