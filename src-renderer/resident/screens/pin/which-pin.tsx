import type { PinKind } from '../../../../src-preload/contract.ts'
import { Text } from '../../../parts/text.tsx'
import { useResident } from '../../resident-context.tsx'

/** Which of the card's PINs it is: the name people use, and the legal one, small. */
export function WhichPin({ pin }: { pin: PinKind }) {
  const { words } = useResident()
  const { name, legal } = words.domain.pins[pin]
  return (
    <p className="which-pin">
      <strong>
        <Text>{name}</Text>
      </strong>
      <small>
        <Text>{legal}</Text>
      </small>
    </p>
  )
}
