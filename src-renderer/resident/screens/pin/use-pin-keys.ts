import { useEffect } from 'react'
import { useResident } from '../../resident-context.tsx'

export interface PinEntry {
  readonly entered: number
  readonly minLength: number
  readonly maxLength: number
  readonly alphabet: 'digits' | 'digitsAndCapitals'
}

interface PinKeys {
  /** There is room for one more. */
  readonly open: boolean
  /** Enough is in to be sent. */
  readonly ready: boolean
  readonly press: (character: string) => void
  readonly erase: () => void
  readonly submit: () => void
}

/**
 * What the keys do, on the glass and on a keyboard. Each character goes to main at once and is kept nowhere
 * here: not in state, not in an attribute, not in a pressed look that a neighbour could read.
 */
export function usePinKeys({ entered, minLength, maxLength, alphabet }: PinEntry): PinKeys {
  const { send } = useResident()
  const open = entered < maxLength
  const ready = entered >= minLength
  const letters = alphabet === 'digitsAndCapitals'
  const press = (character: string): void => {
    if (!open) return
    if (/^[0-9]$/.test(character)) send({ type: 'pinDigit', digit: character })
    else if (letters) send({ type: 'pinLetter', letter: character.toUpperCase() })
  }
  const erase = (): void => {
    send({ type: 'pinErase' })
  }
  const submit = (): void => {
    if (ready) send({ type: 'pinSubmit' })
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (/^[0-9]$/.test(event.key)) {
        if (open) send({ type: 'pinDigit', digit: event.key })
      } else if (letters && /^[A-Za-z]$/.test(event.key)) {
        // There are no small letters in it: what Shift and Caps Lock do must not matter.
        if (open) send({ type: 'pinLetter', letter: event.key.toUpperCase() })
      } else if (event.key === 'Backspace') {
        send({ type: 'pinErase' })
      } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
        // Main knows whether the characters are all there: a fast hand is ahead of what this page has been told.
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
  }, [letters, open, send])
  return { open, ready, press, erase, submit }
}
