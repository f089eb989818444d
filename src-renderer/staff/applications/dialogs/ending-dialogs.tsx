import { useState } from 'react'
import { DateField } from '../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../dates/read-date.ts'
import { NoteDialog, ReasonDialog } from '../../desk/dialogs/reason-dialog.tsx'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

/** 不備返戻: the issuer sent it back. */
export function ReturnDialog({ row: { applicationId, number }, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.return
  const [on, setOn] = useState<string | null>(dayInJapan(now))
  return (
    <ReasonDialog
      own={own}
      number={number}
      reasons={words.applications.returnReasons}
      isDisabled={on === null}
      onReason={(reason, note) => {
        if (on !== null) perform('return', applicationId, { type: 'applicationReturn', applicationId, on, reason, note })
      }}
      onClose={onClose}
    >
      <DateField label={own.on} value={on} onChange={setOn} />
    </ReasonDialog>
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
export function RefuseDialog({ row: { applicationId, number }, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  return (
    <ReasonDialog
      own={words.applications.dialogs.refuse}
      number={number}
      look="danger"
      reasons={words.applications.refusals}
      onReason={(reason, note) => {
        perform('refuse', applicationId, { type: 'applicationRefuse', applicationId, reason, note })
      }}
      onClose={onClose}
    />
  )
}

/** 取下げ: whoever applied goes, or nobody comes back to it. */
export function WithdrawDialog({ row: { applicationId, number }, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  return (
    <NoteDialog
      own={words.applications.dialogs.withdraw}
      number={number}
      onNote={(note) => {
        perform('withdraw', applicationId, { type: 'applicationWithdraw', applicationId, note })
      }}
      onClose={onClose}
    />
  )
}
