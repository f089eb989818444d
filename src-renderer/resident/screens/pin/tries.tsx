import { TriesIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'

/** How many tries are left, in words and as shapes. */
export function Tries({ left, all }: { left: number; all: number }) {
  const { words } = useResident()
  const own = words.screens.enterPin
  return (
    <>
      <span className="pin-tries-words">
        <Text>{own.triesLeft(left)}</Text>
      </span>
      <span className="pin-tries-shapes" role="img" aria-label={plain(own.tryShapes(left, all))}>
        {Array.from({ length: all }, (_, index) => (
          <TriesIcon key={index} isLeft={index < left} />
        ))}
      </span>
    </>
  )
}
