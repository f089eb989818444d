import { ListBox, ListBoxItem } from 'react-aria-components'
import { formatMonthDay, formatTime } from '../../../words/dates.ts'
import { applicationKeyOf } from '../../keys/application-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { singleChoice } from '../../parts/single-choice.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { newestPackets } from '../list/listed-applications.ts'

/** 送付ファイルの一覧, the newest first, and what waits for the next. */
export function PacketList() {
  const { words } = useStaff()
  const { held, selectedId, select, start, whyNot } = useApplicationsDesk()
  const { packets: own, packetStates, names } = words.applications
  const packets = newestPackets(held.packets)
  // The one that is open is finished first, from its own button.
  const unfinished = packets.some(({ packetId, state }) => packetId === selectedId && state === 'writing')
  return (
    <>
      <div className="case-new application-choice">
        <p className="packet-waiting">{own.waiting(held.packet.waiting)}</p>
        {unfinished ? null : (
          <DeskButton
            look={selectedId === null ? 'primary' : 'secondary'}
            {...(selectedId === null ? { hint: applicationKeyOf('next') } : {})}
            isDisabled={whyNot('packetMake') !== null}
            onPress={() => {
              start('packetMake')
            }}
          >
            {names.packetMake}
          </DeskButton>
        )}
        {held.packet.configured ? null : <p className="field-error">{own.notConfigured}</p>}
      </div>
      <ListBox
        className="request-list"
        aria-label={own.title}
        data-owns-arrows
        items={packets.map((packet) => ({ id: packet.packetId, packet }))}
        dependencies={[words]}
        {...singleChoice(selectedId, select)}
        renderEmptyState={() => (
          <div className="list-empty">
            <p>{own.empty}</p>
          </div>
        )}
      >
        {({ packet }) => (
          <ListBoxItem id={packet.packetId} className={`request table-row${packet.state === 'handedOver' ? ' request-handedOver' : ''}`} textValue={`${packet.file} ${packetStates[packet.state]}`}>
            <span className="table-row-name">
              {formatMonthDay(packet.madeAt)} {formatTime(packet.madeAt)}
            </span>
            <span className={`state${packet.state === 'writing' ? ' state-uncertain' : ''}`}>{packetStates[packet.state]}</span>
            <span className="table-row-more">{own.applications(packet.applications)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}
