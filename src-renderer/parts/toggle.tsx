import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'

interface ToggleProps {
  children: ReactNode
  icon: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** A switch of the frame; on is shown by fill, by a tick and to assistive technology. */
export function Toggle({ children, icon, isOn, onChange }: ToggleProps) {
  return (
    <ToggleButton className="toggle" isSelected={isOn} onChange={onChange}>
      {icon}
      <span className="toggle-label">{children}</span>
    </ToggleButton>
  )
}
