import { EraseIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'
import { PinKey } from './pin-key.tsx'
import { usePinKeys, type PinEntry } from './use-pin-keys.ts'

/** In the order of a telephone. */
const telephone = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Rows of ten: who has never typed finds a letter by the alphabet. */
const digitsAndLetters = Array.from('1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ')

interface PinPadProps {
  entry: PinEntry
  /** On the key that sends it. */
  submit: string
}

/** The ten keys; or, for 署名用, the letters too. */
export function PinPad({ entry, submit }: PinPadProps) {
  const { words } = useResident()
  const own = words.screens.enterPin
  const keys = usePinKeys(entry)
  const letters = entry.alphabet === 'digitsAndCapitals'
  const key = (character: string) => (
    <PinKey
      key={character}
      isDisabled={!keys.open}
      onPress={() => {
        keys.press(character)
      }}
    >
      {character}
    </PinKey>
  )
  const erase = (
    <PinKey look="erase" onPress={keys.erase}>
      <EraseIcon />
      <span>
        <Text>{own.erase}</Text>
      </span>
    </PinKey>
  )
  const send = (
    <PinKey look="submit" isDisabled={!keys.ready} onPress={keys.submit}>
      <Text>{submit}</Text>
    </PinKey>
  )
  if (letters) {
    return (
      <div className="pin-pad pin-pad-letters" role="group" aria-label={plain(own.keys)}>
        {digitsAndLetters.map(key)}
        {erase}
        {send}
      </div>
    )
  }
  return (
    <div className="pin-pad" role="group" aria-label={plain(own.digits)}>
      {telephone.map(key)}
      {erase}
      {key('0')}
      {send}
    </div>
  )
}
