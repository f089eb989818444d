import type { CardCaseDetail } from '../../../../src-preload/contract.ts'
import { residentScreenWords } from '../../terminal/resident-screens.ts'
import { AttentionIcon, InformationIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { useDesk } from '../../desk-context.ts'
import { useStaff } from '../../staff-context.ts'

/** What is going on and what the clerk does now, in the states in which nothing is gathered any more. */
export function StageNote({ detail }: { detail: CardCaseDetail }) {
  const { words } = useStaff()
  const { snapshot } = useDesk()
  const own = words.cases
  const { state, kind, linkOutstanding } = detail.row
  switch (state) {
    case 'ready':
      return (
        <div className="stage-note stage-go" role="status">
          <SuccessIcon />
          <div>
            <h3>{own.ready.title}</h3>
            <p>{kind === 'suspension' ? own.ready.orders : own.ready.body}</p>
          </div>
        </div>
      )
    case 'atCard': {
      const { screen } = snapshot.resident
      return (
        <div className="stage-note stage-go" role="status">
          <InformationIcon />
          <div>
            <h3>{own.atCard.title}</h3>
            <p>{own.atCard.body}</p>
            <p className="stage-screen">
              <span className="quiet">{own.atCard.now}</span> <strong>{residentScreenWords(screen, words)}</strong>
            </p>
          </div>
        </div>
      )
    }
    case 'uncertain':
      return (
        <div className="stage-note stage-stop" role="alert">
          <AttentionIcon />
          <div>
            <h3>{own.uncertain.title}</h3>
            <p>{own.uncertain.body}</p>
          </div>
        </div>
      )
    case 'done':
      return (
        <div className={linkOutstanding ? 'stage-note stage-stop' : 'stage-note stage-done'} role="status">
          {linkOutstanding ? <AttentionIcon /> : <SuccessIcon />}
          <div>
            <h3>{own.done.title}</h3>
            {kind === 'suspension' ? null : <p>{kind === 'cardReturn' ? own.done.returned : own.done.body}</p>}
            {linkOutstanding ? <p>{own.done.link}</p> : null}
          </div>
        </div>
      )
    case 'open':
    case 'awaitingAnswer':
    case 'refused':
    case 'withdrawn':
      return null
  }
}
