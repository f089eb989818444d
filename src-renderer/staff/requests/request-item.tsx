import { ListBoxItem } from 'react-aria-components'
import type { RequestRow } from '../../../src-preload/contract.ts'
import { AttentionIcon } from '../../parts/icons/icons.tsx'
import { formatTime } from '../../words/dates.ts'
import { useStaff } from '../staff-context.ts'
import { clerkFailure } from '../words/staff-words.ts'
import { ageOf } from './age.ts'
import { StateMark } from './state-mark.tsx'
import { isWaiting } from './waiting.ts'

interface RequestItemProps {
  row: RequestRow
  index: number
  isFresh: boolean
  now: Date
}

/** One request in two lines: number, kind and state; then when, how much, and what is amiss. */
export function RequestItem({ row, index, isFresh, now }: RequestItemProps) {
  const { words, language } = useStaff()
  const { list, kind, yen, states } = words.requests
  const age = ageOf(row.receivedAt, now)
  const ageWords = age.hours > 0 ? list.age.hours(age.hours, age.minutes) : age.minutes > 0 ? list.age.minutes(age.minutes) : list.age.now
  const waits = isWaiting(row)
  const hotKey = index < 10 ? String((index + 1) % 10) : null
  // An uncertain request says so by its state, a missing slip by a mark of its own.
  const marked = row.slip === 'failed' || row.state === 'uncertain' ? null : row.failure
  const kindWords = `${kind} ${list.extents[row.extent]}`
  return (
    <ListBoxItem
      id={row.requestId}
      className={`request request-${row.state}${isFresh ? ' request-fresh' : ''}`}
      textValue={`${row.number} ${kindWords} ${states[row.state]}${waits ? ` ${list.ageLabel(ageWords)}` : ''}`}
    >
      <span className="request-key" aria-hidden>
        {hotKey}
      </span>
      <span className="request-number">{row.number}</span>
      <span className="request-kind">{kindWords}</span>
      <StateMark state={row.state} />
      <span className="request-when">{formatTime(row.receivedAt)}</span>
      <span className="request-marks">
        <span className="request-copies">{list.copies(row.copies)}</span>
        {isFresh ? <span className="mark mark-fresh">{list.fresh}</span> : null}
        {row.slip === 'failed' ? (
          <span className="mark mark-error">
            <AttentionIcon />
            {list.slipFailed}
          </span>
        ) : null}
        {row.slip === 'pending' ? <span className="mark">{list.slipPending}</span> : null}
        {row.reissues > 0 ? <span className="mark">{list.reissued(row.reissues)}</span> : null}
        {marked !== null ? (
          <span className="mark mark-error" title={clerkFailure(language, marked).title}>
            <AttentionIcon />
            {list.failed}
          </span>
        ) : null}
        {marked === null && row.slip === 'printed' && !isFresh && row.reissues === 0 ? <span className="request-fee">{yen(row.fee)}</span> : null}
      </span>
      {waits ? <span className={age.long ? 'request-age request-age-long' : 'request-age'}>{ageWords}</span> : <span className="request-age" />}
    </ListBoxItem>
  )
}
