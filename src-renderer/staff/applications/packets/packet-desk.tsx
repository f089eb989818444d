import { formatDay, formatTime } from '../../../words/dates.ts'
import { applicationKeyOf } from '../../keys/application-shortcuts.ts'
import { useStaff } from '../../staff-context.ts'
import { ApplicationButton, ApplicationNotes } from '../application-action-bar.tsx'
import { useApplicationsDesk } from '../applications-context.ts'

/** 選んだ送付ファイル: where it lies and how the issuer can be sure of it. */
export function PacketDesk() {
  const { words, language } = useStaff()
  const { held, selectedId } = useApplicationsDesk()
  const { packets: own, packetStates } = words.applications
  const packet = held.packets.find(({ packetId }) => packetId === selectedId)
  if (packet === undefined) {
    return (
      <section className="column column-desk" data-column="desk" aria-label={own.choose}>
        <div className="desk-empty">
          <p>{own.choose}</p>
          <p className="quiet">{own.note}</p>
        </div>
        <div className="actions">
          <ApplicationNotes />
        </div>
      </section>
    )
  }
  const lines: readonly (readonly [string, string])[] = [
    [own.state, packetStates[packet.state]],
    [own.madeAt, `${formatDay(packet.madeAt, language)} ${formatTime(packet.madeAt)}`],
    [own.count, own.applications(packet.applications)],
  ]
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {own.title}
        </h2>
        <span className={`state${packet.state === 'writing' ? ' state-uncertain' : ''}`}>{packetStates[packet.state]}</span>
      </div>
      <div className="table-desk">
        <dl className="pairs packet-pairs">
          {lines.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{own.file}</dt>
            <dd>
              <code>{packet.file}</code>
            </dd>
          </div>
          {packet.sha256 === null ? null : (
            <div>
              <dt>{own.digest}</dt>
              <dd>
                <code className="packet-digest">{packet.sha256.replaceAll(/(.{8})(?=.)/gu, '$1 ')}</code>
              </dd>
            </div>
          )}
        </dl>
        <p className="quiet">{own.open}</p>
      </div>
      <div className="actions">
        <ApplicationNotes />
        <div className="others case-others" role="group" aria-label={words.actions.more}>
          {packet.state === 'writing' ? <ApplicationButton action="packetMake" look="next" keyCap={applicationKeyOf('next')} isFirst /> : <ApplicationButton action="packetHandedOver" look="next" keyCap={applicationKeyOf('next')} isFirst />}
        </div>
      </div>
    </section>
  )
}
