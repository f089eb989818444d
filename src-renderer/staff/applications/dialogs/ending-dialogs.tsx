import { useState } from 'react'
import type { ApplicationRefusal, ReturnReason } from '../../../../src-preload/contract.ts'
import { DateField } from '../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../dates/read-date.ts'
import { missingIn, ReasonFields } from '../../desk/dialogs/reason-fields.tsx'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

/** 不備返戻: the issuer sent it back. */
export function ReturnDialog({ row, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.return
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const [note, setNote] = useState('')
  const [on, setOn] = useState<string | null>(dayInJapan(now))
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        isDisabled: on === null,
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null && on !== null) perform('return', applicationId, { type: 'applicationReturn', applicationId, on, reason, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      <ReasonFields reasons={words.applications.returnReasons} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
      <DateField label={own.on} value={on} onChange={setOn} />
    </DeskDialog>
  )
}

/** 補正: what was mended goes out again with the next packet. */
export function CorrectDialog({ row, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.correct
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        takesFocus: true,
        onSubmit: () => {
          perform('correct', applicationId, { type: 'applicationCorrect', applicationId })
        },
      }}
    >
      <p>{own.lead}</p>
    </DeskDialog>
  )
}

/** 断る: with a reason from the list. It can't be undone. */
export function RefuseDialog({ row, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.refuse
  const [reason, setReason] = useState<ApplicationRefusal | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null) perform('refuse', applicationId, { type: 'applicationRefuse', applicationId, reason, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      <ReasonFields reasons={words.applications.refusals} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
    </DeskDialog>
  )
}

/** 取下げ: whoever applied goes, or nobody comes back to it. */
export function WithdrawDialog({ row, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.withdraw
  const [note, setNote] = useState('')
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          perform('withdraw', applicationId, { type: 'applicationWithdraw', applicationId, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      <DeskField label={words.actions.noteLabel} multiline value={note} onChange={setNote} help={words.actions.noteHelp} maxLength={500} takesFocus />
    </DeskDialog>
  )
}
