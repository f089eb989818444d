import type { RequestRow } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { AnswerButton } from '../../parts/answer-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'

/** 紙は出ましたか. Only eyes can tell; neither answer is the default. */
export function UncertainDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.uncertain
  const answer = (paperCameOut: boolean) => () => {
    perform('resolveUncertain', { type: 'resolveUncertain', requestId: row.requestId, paperCameOut })
  }
  return (
    <DeskDialog title={own.title(row.number)} onClose={onClose}>
      <p>{own.lead}</p>
      <div className="answers">
        <AnswerButton name={own.yes} note={own.yesNote(words.requests.copies(row.copies))} onPress={answer(true)} />
        <AnswerButton name={own.no} note={own.noNote} onPress={answer(false)} />
      </div>
      <p className="dialog-warning">{own.warning}</p>
    </DeskDialog>
  )
}
