import type { FailureCode as Code } from '../../../src-preload/contract.ts'
import { Text } from '../../parts/text.tsx'
import { residentCode } from '../../words/failure-words.ts'
import { useResident } from '../resident-context.tsx'

/** The code, small, for the clerk who comes to help; one and the same for refusals that must not differ. */
export function FailureCode({ code }: { code: Code }) {
  const { words } = useResident()
  return (
    <span className="failure-code">
      <Text>{words.frame.failureCode}</Text> <code>{residentCode(code)}</code>
    </span>
  )
}

/** The same on a line of its own. */
export const FailureCodeLine = ({ code }: { code: Code }) => (
  <p>
    <FailureCode code={code} />
  </p>
)
