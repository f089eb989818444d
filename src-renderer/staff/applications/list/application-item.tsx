import { ListBoxItem } from 'react-aria-components'
import type { ApplicationRow } from '../../../../src-preload/contract.ts'
import { AttentionIcon } from '../../../parts/icons/icons.tsx'
import { useStaff } from '../../staff-context.ts'
import { ApplicationMark } from './application-mark.tsx'
import { isOpenApplication } from './listed-applications.ts'

interface ApplicationItemProps {
  row: ApplicationRow
  index: number
  isNews: boolean
}

/** One application in two lines: number, kind and state; then the day, and what is amiss. No name: the list can be seen from the counter. */
export function ApplicationItem({ row, index, isNews }: ApplicationItemProps) {
  const { words } = useStaff()
  const { list, kinds, states } = words.applications
  const hotKey = index < 10 ? String((index + 1) % 10) : null
  const draft = row.state === 'draft'
  const open = draft || row.state === 'returned'
  return (
    <ListBoxItem
      id={row.applicationId}
      className={`request request-ageless${isNews ? ' request-fresh' : ''}${isOpenApplication(row) ? '' : ' request-handedOver'}`}
      textValue={`${row.number} ${kinds[row.kind]} ${states[row.state]}`}
    >
      <span className="request-key" aria-hidden>
        {hotKey}
      </span>
      <span className="request-number">{row.number}</span>
      <span className="request-kind">{kinds[row.kind]}</span>
      <ApplicationMark state={row.state} />
      <span className="request-when">{row.day.slice(5).replace('-', '/')}</span>
      <span className="request-marks">
        {isNews ? <span className="mark mark-fresh">{list.news}</span> : null}
        {row.express ? <span className="mark mark-express">{list.express}</span> : null}
        {row.atResident ? <span className="mark">{list.atResident}</span> : null}
        {row.leftBy === null || !draft ? null : (
          <span className="mark mark-error">
            <AttentionIcon />
            {list.left[row.leftBy]}
          </span>
        )}
        {draft && !row.atResident && row.photo === 'none' ? <span className="mark">{list.photoNone}</span> : null}
        {open && row.photo === 'toConfirm' ? <span className="mark">{list.photoToConfirm}</span> : null}
        {row.transfer === 'waiting' ? <span className="mark">{list.waiting}</span> : null}
      </span>
    </ListBoxItem>
  )
}
