import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'

export interface ButtonProps {
  children: ReactNode
  onPress: () => void
  /** One `primary` a screen at most. */
  look?: 'primary' | 'secondary' | 'quiet'
  size?: 'normal' | 'large'
  icon?: ReactNode
  isDisabled?: boolean
  label?: string
}

export function Button({ children, onPress, look = 'secondary', size = 'normal', icon, isDisabled = false, label }: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${look} button-${size}`}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {icon}
      <span className="button-label">{children}</span>
    </AriaButton>
  )
}
