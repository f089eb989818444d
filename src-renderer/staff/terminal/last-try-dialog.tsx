import { useDesk } from '../desk-context.ts'
import { AnswerButton } from '../parts/answer-button.tsx'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { useStaff } from '../staff-context.ts'

/** One try of the PIN is left: what is at stake, and the clerk's answer. */
export function LastTryDialog({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { tell, ask } = useDesk()
  const own = words.terminal.lastTry
  const decide = (allow: boolean) => () => {
    ask(null)
    tell({ type: 'decideLastTry', allow })
  }
  return (
    <DeskDialog title={own.title} onClose={onClose}>
      <p>{own.lead}</p>
      <p>{own.check}</p>
      <div className="answers">
        <AnswerButton name={own.refuse} note={own.refuseNote} onPress={decide(false)} />
        <AnswerButton name={own.allow} note={own.allowNote} onPress={decide(true)} />
      </div>
    </DeskDialog>
  )
}
