import type { ApplicationRow } from '../../../../src-preload/contract.ts'
import { AttentionIcon, InformationIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { useStaff } from '../../staff-context.ts'

type Stage = 'atResident' | 'left' | 'waiting' | 'packed' | 'returned' | 'corrected' | 'shipped' | 'prepared' | 'notified' | 'delivered' | 'ended'

function stageOf({ state, atResident, leftBy, transfer }: ApplicationRow): Stage | null {
  switch (state) {
    case 'draft':
      return atResident ? 'atResident' : leftBy === null ? null : 'left'
    case 'returned':
      return atResident ? 'atResident' : 'returned'
    case 'received':
    case 'resent':
      return transfer === 'waiting' ? 'waiting' : 'packed'
    case 'refused':
    case 'withdrawn':
      return 'ended'
    default:
      return state
  }
}

const stops: ReadonlySet<Stage> = new Set(['left', 'returned'])
const over: ReadonlySet<Stage> = new Set(['delivered', 'ended'])

/** Where it stands, and what comes next. */
export function ApplicationStage({ row }: { row: ApplicationRow }) {
  const { words } = useStaff()
  const stage = stageOf(row)
  if (stage === null) return null
  const { title, body } = words.applications.stages[stage]
  return (
    <div className={`stage-note${stops.has(stage) ? ' stage-stop' : over.has(stage) ? '' : ' stage-go'}`}>
      {stops.has(stage) ? <AttentionIcon /> : over.has(stage) ? <SuccessIcon /> : <InformationIcon />}
      <div>
        <h3>{title}</h3>
        {body === '' ? null : <p>{body}</p>}
      </div>
    </div>
  )
}
