import type { ReactNode } from 'react'
import { formatTime } from '../../words/dates.ts'
import { useDesk } from '../desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../requests/state-mark.tsx'
import { useStaff } from '../staff-context.ts'
import { ActionBar } from './action-bar.tsx'
import { Facts } from './facts.tsx'
import { keyboardScroller } from '../parts/keyboard-scroller.ts'

/** 選んだ受付: everything needed to decide, the paper, and what can be done. */
export function RequestDesk({ paper }: { paper: ReactNode }) {
  const { words } = useStaff()
  const { selected, detail } = useDesk()
  const own = words.requests
  if (selected === null) {
    return (
      <section className="column column-desk" data-column="desk" aria-label={own.detail.none}>
        <div className="desk-empty">
          <p>{own.detail.none}</p>
          <p className="quiet">{own.detail.noneNote}</p>
        </div>
      </section>
    )
  }
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {selected.number}
        </h2>
        <span className="desk-kind">
          {own.title(selected.extent)} {own.copies(selected.copies)}
        </span>
        <span className="quiet desk-received">
          {own.detail.receivedAt} {formatTime(selected.receivedAt)}
        </span>
        <StateMark state={selected.state} />
      </div>
      <div className="desk-body">
        <div className="facts" {...keyboardScroller} role="group" aria-label={own.detail.label}>
          {detail.state === 'loading' ? <p className="quiet">{own.detail.loading}</p> : null}
          {detail.state === 'failed' ? <FailureNote code={detail.code} /> : null}
          {detail.state === 'open' ? <Facts detail={detail.detail} /> : null}
        </div>
        {paper}
      </div>
      <ActionBar row={selected} />
    </section>
  )
}
