import type { MouseEvent, ReactNode } from 'react'

/** A finger on a key must not move the focus there: a screen reader would speak the character. */
const keepFocus = (event: MouseEvent): void => {
  event.preventDefault()
}

interface PinKeyProps {
  children: ReactNode
  look?: 'erase' | 'submit'
  /** Said to assistive technology and shown, but never by a focus that jumps away. */
  isDisabled?: boolean
  onPress: () => void
}

/** One key of the glass. */
export const PinKey = ({ children, look, isDisabled = false, onPress }: PinKeyProps) => (
  <button
    type="button"
    className={look === undefined ? 'pin-key' : `pin-key pin-key-${look}`}
    aria-disabled={isDisabled}
    onMouseDown={keepFocus}
    onClick={() => {
      if (!isDisabled) onPress()
    }}
  >
    {children}
  </button>
)
