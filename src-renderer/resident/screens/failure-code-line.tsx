import type { FailureCode } from '../../../src-preload/contract.ts'
import { Text } from '../../parts/text.tsx'
import { residentCode } from '../../words/failure-words.ts'
import { useResident } from '../resident-context.tsx'

/** The code, small, for the clerk who comes to help; one and the same for refusals that must not differ. */
export function FailureCodeLine({ code }: { code: FailureCode }) {
  const { words } = useResident()
  return (
    <p className="failure-code">
      <Text>{words.frame.failureCode}</Text> <code>{residentCode(code)}</code>
    </p>
  )
}
