import { NoteDialog, ReasonDialog } from '../../desk/dialogs/reason-dialog.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import type { CaseDialogProps } from './case-dialog.ts'

/** 断る: with a reason from the list. It can't be undone. */
export function RefuseDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  return (
    <ReasonDialog
      own={words.cases.dialogs.refuse}
      number={row.number}
      look="danger"
      reasons={words.cases.refusalReasons}
      onReason={(reason, note) => {
        perform('refuse', { type: 'cardCaseRefuse', caseId: row.caseId, reason, note })
      }}
      onClose={onClose}
    />
  )
}

/** 取下げ: the resident goes, or a supervisor gives an uncertain case up. */
export function WithdrawDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.withdraw
  return (
    <NoteDialog
      own={own}
      number={row.number}
      warnings={row.state === 'uncertain' ? <p className="dialog-warning">{own.underWay}</p> : null}
      onNote={(note) => {
        perform('withdraw', { type: 'cardCaseWithdraw', caseId: row.caseId, note })
      }}
      onClose={onClose}
    />
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
