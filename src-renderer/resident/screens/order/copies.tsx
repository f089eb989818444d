import { Button as AriaButton } from 'react-aria-components'
import { MinusIcon, PlusIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'

interface CopiesProps {
  count: number
  most: number
  /** For all copies, in yen. */
  fee: number
}

/** How many copies, and what they cost. */
export function Copies({ count, most, fee }: CopiesProps) {
  const { words, send } = useResident()
  const own = words.screens.chooseOptions
  const set = (copies: number): void => {
    send({ type: 'setCopies', copies })
  }
  return (
    <div className="copies">
      <div className="copies-count" role="group" aria-label={plain(own.copies)}>
        <p className="copies-label">
          <Text>{own.copies}</Text>
        </p>
        <AriaButton
          className="copies-button"
          aria-label={plain(own.fewer)}
          isDisabled={count <= 1}
          onPress={() => {
            set(count - 1)
          }}
        >
          <MinusIcon />
        </AriaButton>
        <output className="copies-number">
          <Text>{words.domain.copies(count)}</Text>
        </output>
        <AriaButton
          className="copies-button"
          aria-label={plain(own.more)}
          isDisabled={count >= most}
          onPress={() => {
            set(count + 1)
          }}
        >
          <PlusIcon />
        </AriaButton>
      </div>
      <p className="copies-most">
        <Text>{own.most(words.domain.copies(most))}</Text>
      </p>
      <p className="copies-fee">
        <Text>{own.fee}</Text>
        <strong>
          <Text>{words.domain.yen(fee)}</Text>
        </strong>
      </p>
    </div>
  )
}
