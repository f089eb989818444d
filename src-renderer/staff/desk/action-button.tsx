import { useId, type ReactNode } from 'react'
import { useDesk } from '../desk-context.ts'
import { KeyCap } from '../parts/desk-button.tsx'
import { useStaff } from '../staff-context.ts'
import type { ActionName } from './actions.ts'

interface ActionButtonProps {
  action: ActionName
  keyCap: string
  look: 'next' | 'step' | 'other' | 'danger'
  done?: boolean
  isFirst?: boolean
  children?: ReactNode
}

/**
 * An action with its key and, where it is not open, why not. It can be focused and pressed even then
 * (and says why): a button that is dead without a word is what makes clerks call maintenance.
 */
export function ActionButton({ action, keyCap, look, done = false, isFirst = false, children }: ActionButtonProps) {
  const { words } = useStaff()
  const { whyNot, start } = useDesk()
  const reasonId = useId()
  const why = whyNot(action)
  const own = words.actions
  return (
    <button
      type="button"
      className={`action action-${look}${done ? ' action-done' : ''}`}
      aria-disabled={why !== null}
      aria-describedby={why === null ? undefined : reasonId}
      data-first-focus={isFirst ? true : undefined}
      onClick={() => {
        start(action)
      }}
    >
      {children}
      <span className="action-name">{own.names[action]}</span>
      <KeyCap>{keyCap}</KeyCap>
      <span className="action-why" id={reasonId}>
        {why === null ? '' : own.whyNot[why]}
      </span>
    </button>
  )
}
