import type { RequestState } from '../../../src-preload/contract.ts'
import { StateShape } from '../parts/shapes.tsx'
import { useStaff } from '../staff-context.ts'

/** The state as shape, colour and word. */
export function StateMark({ state }: { state: RequestState }) {
  const { words } = useStaff()
  return (
    <span className={`state state-${state}`}>
      <StateShape state={state} />
      {words.requests.states[state]}
    </span>
  )
}
