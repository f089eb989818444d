import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { CheckBoxIcon } from './icons/icons.tsx'

interface CheckProps {
  children: ReactNode
  explanation?: ReactNode
  legal?: ReactNode
  isChecked: boolean
  /** The state in words, beside the box; assistive technology has it from the box itself. */
  state: ReactNode
  onChange: (isChecked: boolean) => void
}

/** One thing that may be chosen: box, words and fill say whether it is. */
export function Check({ children, explanation, legal, isChecked, state, onChange }: CheckProps) {
  return (
    <CheckboxField className="check-field" isSelected={isChecked} onChange={onChange}>
      <CheckboxButton className="check">
        <CheckBoxIcon isChecked={isChecked} />
        <span className="check-words">
          <span className="check-name">
            {children}
            {legal === undefined ? null : <small className="check-legal">{legal}</small>}
          </span>
          {explanation === undefined ? null : <span className="check-explanation">{explanation}</span>}
        </span>
        <span className="check-state" aria-hidden>
          {state}
        </span>
      </CheckboxButton>
    </CheckboxField>
  )
}
