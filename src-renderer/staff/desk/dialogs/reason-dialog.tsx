import { useState, type ReactNode } from 'react'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { missingIn, ReasonFields } from './reason-fields.tsx'

interface Question {
  own: { readonly title: (number: string) => string; readonly lead: string; readonly submit: string }
  /** Of the slip: what it is about. */
  number: string
  look?: 'primary' | 'danger'
  /** Between what it is about and what is asked. */
  warnings?: ReactNode
  onClose: () => void
}

interface ReasonDialogProps<R extends string> extends Question {
  reasons: Readonly<Record<R, string>>
  isDisabled?: boolean
  /** After the reason. */
  children?: ReactNode
  /** The note is trimmed. */
  onReason: (reason: R, note: string) => void
}

/** Asks for a reason of the list, and for a note where 「その他」 needs one; what is missing is said after an attempt. */
export function ReasonDialog<R extends string>({ own, number, look = 'primary', warnings, reasons, isDisabled = false, children, onReason, onClose }: ReasonDialogProps<R>) {
  const [reason, setReason] = useState<R | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  return (
    <DeskDialog
      title={own.title(number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look,
        isDisabled,
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null) onReason(reason, note.trim())
        },
      }}
    >
      <p>{own.lead}</p>
      {warnings}
      <ReasonFields reasons={reasons} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
      {children}
    </DeskDialog>
  )
}

/** Asks whether to, with room for a note. It can't be undone. */
export function NoteDialog({ own, number, warnings, onNote, onClose }: Omit<Question, 'look'> & { onNote: (note: string) => void }) {
  const { words } = useStaff()
  const [note, setNote] = useState('')
  return (
    <DeskDialog
      title={own.title(number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          onNote(note.trim())
        },
      }}
    >
      <p>{own.lead}</p>
      {warnings}
      <DeskField label={words.actions.noteLabel} multiline value={note} onChange={setNote} help={words.actions.noteHelp} maxLength={500} takesFocus />
    </DeskDialog>
  )
}
