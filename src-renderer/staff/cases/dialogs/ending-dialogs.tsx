import { useState } from 'react'
import type { CaseRefusalReason } from '../../../../src-preload/contract.ts'
import { missingIn, ReasonFields } from '../../desk/dialogs/reason-fields.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import type { CaseDialogProps } from './case-dialog.ts'

/** 断る: with a reason from the list. It can't be undone. */
export function RefuseDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.refuse
  const [reason, setReason] = useState<CaseRefusalReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null) perform('refuse', { type: 'cardCaseRefuse', caseId: row.caseId, reason, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      <ReasonFields reasons={words.cases.refusalReasons} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
    </DeskDialog>
  )
}

/** 取下げ: the resident goes, or a supervisor gives an uncertain case up. */
export function WithdrawDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.withdraw
  const [note, setNote] = useState('')
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          perform('withdraw', { type: 'cardCaseWithdraw', caseId: row.caseId, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      {row.state === 'uncertain' ? <p className="dialog-warning">{own.underWay}</p> : null}
      <DeskField label={words.actions.noteLabel} multiline value={note} onChange={setNote} help={words.actions.noteHelp} maxLength={500} takesFocus />
    </DeskDialog>
  )
}

/** 一時停止: ordered at once; what it ends never comes back. */
export function BeginDialog({ row, detail, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.begin
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        takesFocus: true,
        onSubmit: () => {
          perform('begin', { type: 'cardCaseBegin', caseId: row.caseId })
        },
      }}
    >
      <p>{own.lead(detail.subject.name)}</p>
      <p className="dialog-warning">{own.warning}</p>
    </DeskDialog>
  )
}
