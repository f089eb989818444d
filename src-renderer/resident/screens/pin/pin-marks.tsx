import { LiveRegion } from '../../../parts/live-region.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'
import type { PinEntry } from './use-pin-keys.ts'

interface PinMarksProps {
  entry: PinEntry
  /** Which characters there are is said here, and nowhere else on the screen. */
  explained: boolean
}

/** How many characters are in; never one of them. */
export function PinMarks({ entry, explained }: PinMarksProps) {
  const { words } = useResident()
  const own = words.screens.enterPin
  const { entered, minLength, maxLength, alphabet } = entry
  const letters = alphabet === 'digitsAndCapitals'
  const said = letters ? own.enteredLetters(entered) : own.entered(entered, maxLength)
  const look = (index: number): string =>
    ['pin-dot', index < entered ? 'pin-dot-in' : '', index >= minLength ? 'pin-dot-more' : ''].filter((name) => name !== '').join(' ')
  return (
    <div className="pin-marks">
      <div className={letters ? 'pin-dots pin-dots-many' : 'pin-dots'} role="img" aria-label={plain(said)}>
        {Array.from({ length: maxLength }, (_, index) => (
          <span key={index} className={look(index)} />
        ))}
      </div>
      {letters && explained ? (
        <p className="pin-note">
          <Text>{own.letters(minLength, maxLength)}</Text>
        </p>
      ) : null}
      <LiveRegion>{entered === 0 ? '' : plain(said)}</LiveRegion>
    </div>
  )
}
