import { AccountsDialog } from '../accounts/accounts-dialog.tsx'
import { OwnPasswordDialog } from '../accounts/own-password-dialog.tsx'
import { ApplicationQuestions } from '../applications/dialogs/application-questions.tsx'
import { CaseQuestions } from '../cases/dialogs/case-questions.tsx'
import { useDesk, type DeskQuestion } from '../desk-context.ts'
import { EndHaltDialog } from '../frame/end-halt-dialog.tsx'
import { ShortcutHelp } from '../frame/shortcut-help.tsx'
import { DeviceDialog } from '../terminal/device-dialog.tsx'
import { LastTryDialog } from '../terminal/last-try-dialog.tsx'
import { FeeDialog } from './dialogs/fee-dialog.tsx'
import { HandOverDialog } from './dialogs/hand-over-dialog.tsx'
import { ReissueDialog } from './dialogs/reissue-dialog.tsx'
import { UncertainDialog } from './dialogs/uncertain-dialog.tsx'
import { VoidDialog } from './dialogs/void-dialog.tsx'

/** The dialog of the question that is open. A question about a request keeps the request it was opened for. */
export function Questions({ question }: { question: DeskQuestion }) {
  const { ask, snapshot } = useDesk()
  const onClose = (): void => {
    ask(null)
  }
  switch (question.kind) {
    case 'help':
      return <ShortcutHelp onClose={onClose} />
    case 'changePassword':
      return <OwnPasswordDialog onClose={onClose} />
    case 'accounts':
      return <AccountsDialog onClose={onClose} />
    case 'endHalt':
      return snapshot.halted ? <EndHaltDialog onClose={onClose} /> : null
    case 'lastTry':
      return snapshot.resident.waitsForLastTryApproval ? <LastTryDialog onClose={onClose} /> : null
    case 'device':
      return <DeviceDialog device={question.device} onClose={onClose} />
    case 'newCase':
    case 'casePaper':
    case 'caseFace':
    case 'casePosted':
    case 'caseAnswer':
    case 'caseSecondPerson':
    case 'caseBegin':
    case 'caseRefuse':
    case 'caseWithdraw':
      return <CaseQuestions question={question} />
    case 'newApplication':
    case 'applicationStep':
    case 'applicationPaper':
    case 'applicationLink':
    case 'photoFile':
    case 'photoConfirm':
    case 'photoExcept':
    case 'applicationReturn':
    case 'applicationCorrect':
    case 'applicationDeliver':
    case 'applicationRefuse':
    case 'applicationWithdraw':
    case 'packetMake':
    case 'packetHandedOver':
    case 'batchOpen':
    case 'batchImport':
    case 'batchSheet':
    case 'batchClose':
      return <ApplicationQuestions question={question} />
    case 'takeFee':
    case 'handOver':
    case 'void':
    case 'reissue':
    case 'resolveUncertain': {
      const row = snapshot.requests.find(({ requestId }) => requestId === question.requestId)
      if (row === undefined) return null
      const parts = { row, onClose }
      switch (question.kind) {
        case 'takeFee':
          return <FeeDialog {...parts} />
        case 'handOver':
          return <HandOverDialog {...parts} />
        case 'void':
          return <VoidDialog {...parts} />
        case 'reissue':
          return <ReissueDialog {...parts} />
        case 'resolveUncertain':
          return <UncertainDialog {...parts} />
      }
    }
  }
}
