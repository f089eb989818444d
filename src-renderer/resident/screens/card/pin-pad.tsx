import { useEffect, type MouseEvent } from 'react'
import { EraseIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** A finger on a key must not move the focus there: a screen reader would speak the digit. */
const keepFocus = (event: MouseEvent): void => {
  event.preventDefault()
}

/**
 * The ten keys, in the order of a telephone. Each digit goes to main at once and is kept nowhere here:
 * not in state, not in an attribute, not in a pressed look that a neighbour could read.
 */
export function PinPad({ complete }: { complete: boolean }) {
  const { words, send } = useResident()
  const own = words.screens.enterPin
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (/^[0-9]$/.test(event.key)) {
        if (!complete) send({ type: 'pinDigit', digit: event.key })
      } else if (event.key === 'Backspace') {
        send({ type: 'pinErase' })
      } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
        // Main knows whether the digits are all there: a fast hand is ahead of what this page has been told.
        send({ type: 'pinSubmit' })
      } else {
        return
      }
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [complete, send])

  const digitKey = (digit: string) => (
    <button
      key={digit}
      type="button"
      className="pin-key"
      aria-disabled={complete}
      onMouseDown={keepFocus}
      onClick={() => {
        if (!complete) send({ type: 'pinDigit', digit })
      }}
    >
      {digit}
    </button>
  )
  return (
    <div className="pin-pad" role="group" aria-label={plain(own.digits)}>
      {rows.map(digitKey)}
      <button
        type="button"
        className="pin-key pin-key-erase"
        onMouseDown={keepFocus}
        onClick={() => {
          send({ type: 'pinErase' })
        }}
      >
        <EraseIcon />
        <span>
          <Text>{own.erase}</Text>
        </span>
      </button>
      {digitKey('0')}
      <button
        type="button"
        className="pin-key pin-key-submit"
        aria-disabled={!complete}
        onMouseDown={keepFocus}
        onClick={() => {
          if (complete) send({ type: 'pinSubmit' })
        }}
      >
        <Text>{own.submit}</Text>
      </button>
    </div>
  )
}
