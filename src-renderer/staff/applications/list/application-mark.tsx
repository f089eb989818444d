import type { ApplicationState } from '../../../../src-preload/contract.ts'
import { ApplicationShape } from '../../parts/application-shapes.tsx'
import { useStaff } from '../../staff-context.ts'

/** The state as shape, colour and word. */
export function ApplicationMark({ state }: { state: ApplicationState }) {
  const { words } = useStaff()
  return (
    <span className={`state state-application-${state}`}>
      <ApplicationShape state={state} />
      {words.applications.states[state]}
    </span>
  )
}
