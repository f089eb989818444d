import type { ReactNode } from 'react'
import type { FailureCode } from '../../../src-preload/contract.ts'
import { AttentionIcon } from '../../parts/icons/icons.tsx'
import { useStaff } from '../staff-context.ts'
import { clerkFailure } from '../words/staff-words.ts'
import { DeskButton } from './desk-button.tsx'

interface FailureNoteProps {
  code: FailureCode
  /** What was being done, before what happened. */
  lead?: string
  /** What else the clerk must know in this case. */
  children?: ReactNode
  onClose?: () => void
}

/** What happened, what to do, and the code. It stays until it is closed or overtaken. */
export function FailureNote({ code, lead, children, onClose }: FailureNoteProps) {
  const { language, words } = useStaff()
  const { title, todo } = clerkFailure(language, code)
  return (
    <div className="note note-error">
      <AttentionIcon />
      <div className="note-words">
        {lead === undefined ? null : <p className="note-lead">{lead}</p>}
        <p className="note-title">{title}</p>
        <p>{todo}</p>
        {code === 'INTERNAL' ? <p>{words.frame.notSent}</p> : null}
        {children}
      </div>
      <code className="note-code" aria-label={`${words.frame.code} ${code}`}>
        {code}
      </code>
      {onClose === undefined ? null : <DeskButton onPress={onClose}>{words.frame.close}</DeskButton>}
    </div>
  )
}
