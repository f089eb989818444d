import { useEffect, type ReactNode } from 'react'
import { EraseIcon } from '../../../../parts/icons/icons.tsx'
import { Text } from '../../../../parts/text.tsx'
import { plain } from '../../../../words/furigana.ts'
import { useResident } from '../../../resident-context.tsx'
import { PinKey } from '../../pin/pin-key.tsx'

const telephone = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

interface DigitKeysProps {
  onDigit: (digit: string) => void
  onErase: () => void
  onSubmit: () => void
  /** No more digits fit. */
  isFull: boolean
  isReady: boolean
  submit: ReactNode
}

/** Ten keys for a number that is no secret: on the glass or on a keyboard. */
export function DigitKeys({ onDigit, onErase, onSubmit, isFull, isReady, submit }: DigitKeysProps) {
  const { words } = useResident()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (/^[0-9]$/.test(event.key)) onDigit(event.key)
      else if (event.key === 'Backspace') onErase()
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onSubmit()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [onDigit, onErase, onSubmit])
  const key = (digit: string) => (
    <PinKey
      key={digit}
      isDisabled={isFull}
      onPress={() => {
        onDigit(digit)
      }}
    >
      {digit}
    </PinKey>
  )
  return (
    <div className="pin-pad" role="group" aria-label={plain(words.screens.enterPin.digits)}>
      {telephone.map(key)}
      <PinKey look="erase" onPress={onErase}>
        <EraseIcon />
        <span>
          <Text>{words.screens.enterPin.erase}</Text>
        </span>
      </PinKey>
      {key('0')}
      <PinKey look="submit" isDisabled={!isReady} onPress={onSubmit}>
        {submit}
      </PinKey>
    </div>
  )
}
