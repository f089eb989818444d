import { useDesk } from '../../desk-context.ts'
import type { CaseQuestion } from '../case-question.ts'
import { useCasesDesk } from '../cases-context.ts'
import { BeginDialog, RefuseDialog, WithdrawDialog } from './ending-dialogs.tsx'
import { FaceDialog } from './face-dialog.tsx'
import { AnswerDialog, PostedDialog } from './inquiry-dialogs.tsx'
import { NewCaseDialog } from './new-case/new-case-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { SecondPersonDialog } from './second-person-dialog.tsx'

/** The dialog of the question that a case asks; it keeps the case it was opened for. */
export function CaseQuestions({ question }: { question: CaseQuestion }) {
  const { ask } = useDesk()
  const { all, detail } = useCasesDesk()
  const onClose = (): void => {
    ask(null)
  }
  if (question.kind === 'newCase') return <NewCaseDialog onClose={onClose} />
  const row = all.find(({ caseId }) => caseId === question.caseId)
  const open = detail.state === 'open' && detail.detail.row.caseId === question.caseId ? detail.detail : null
  if (row === undefined || open === null) return null
  const parts = { row, detail: open, onClose }
  switch (question.kind) {
    case 'casePaper':
      return <PaperDialog {...parts} paper={question.paper} />
    case 'caseFace':
      return <FaceDialog {...parts} />
    case 'casePosted':
      return <PostedDialog {...parts} />
    case 'caseAnswer':
      return <AnswerDialog {...parts} />
    case 'caseSecondPerson':
      return <SecondPersonDialog {...parts} />
    case 'caseBegin':
      return <BeginDialog {...parts} />
    case 'caseRefuse':
      return <RefuseDialog {...parts} />
    case 'caseWithdraw':
      return <WithdrawDialog {...parts} />
  }
}
