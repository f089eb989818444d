import { useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { useStaff } from '../staff-context.ts'

/** 停止を解除: the supervisor says what was looked at; it goes into the audit log. */
export function EndHaltDialog({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { tell, ask } = useDesk()
  const own = words.terminal.halt
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const empty = note.trim() === ''
  return (
    <DeskDialog
      title={own.dialogTitle}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          setTried(true)
          if (empty) return
          ask(null)
          tell({ type: 'endHalt', note: note.trim() })
        },
      }}
    >
      <p>{own.dialogLead}</p>
      <p>{own.supervisor}</p>
      <DeskField label={own.note} multiline value={note} onChange={setNote} help={words.actions.noteHelp} maxLength={500} error={tried && empty ? own.noteNeeded : null} takesFocus />
    </DeskDialog>
  )
}
