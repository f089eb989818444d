import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components'

interface DeskButtonProps {
  children: ReactNode
  onPress?: () => void
  /** `plain` has no frame until it is pointed at; `danger` can't be undone. */
  look?: 'primary' | 'secondary' | 'plain' | 'danger'
  type?: 'button' | 'submit'
  /** Shown beside the words, as on the key cap. */
  hint?: string
  label?: string
  isDisabled?: boolean
  /** Enter is this, as soon as it appears. */
  takesFocus?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** The desk's button: small, dense, with its key. */
export function DeskButton({ children, onPress, look = 'secondary', type = 'button', hint, label, isDisabled = false, takesFocus = false, ref }: DeskButtonProps) {
  return (
    <Button
      className={`desk-button desk-button-${look}`}
      type={type}
      isDisabled={isDisabled}
      {...(takesFocus ? { autoFocus: true } : {})}
      {...(ref === undefined ? {} : { ref })}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { 'aria-label': hint === undefined ? label : `${label} ${hint}` })}
    >
      {children}
      {hint === undefined ? null : <KeyCap>{hint}</KeyCap>}
    </Button>
  )
}

export const KeyCap = ({ children }: { children: string }) => <kbd className="key-cap">{children}</kbd>
