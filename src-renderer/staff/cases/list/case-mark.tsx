import type { CardCaseState } from '../../../../src-preload/contract.ts'
import { CaseShape } from '../../parts/case-shapes.tsx'
import { useStaff } from '../../staff-context.ts'

/** The state as shape, colour and word. */
export function CaseMark({ state }: { state: CardCaseState }) {
  const { words } = useStaff()
  return (
    <span className={`state state-case-${state}`}>
      <CaseShape state={state} />
      {words.cases.states[state]}
    </span>
  )
}
