import { useDesk } from '../../desk-context.ts'
import type { ApplicationQuestion } from '../application-question.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { BatchImportDialog } from '../batches/batch-import-dialog.tsx'
import { BatchCloseDialog, BatchOpenDialog } from '../batches/batch-dialogs.tsx'
import { BatchSheetDialog } from '../batches/batch-sheet-dialog.tsx'
import { PacketHandedOverDialog, PacketMakeDialog } from '../packets/packet-dialogs.tsx'
import { CorrectDialog, RefuseDialog, ReturnDialog, WithdrawDialog } from './ending-dialogs.tsx'
import { DeliverDialog } from './deliver/deliver-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { NewApplicationDialog } from './new-application-dialog.tsx'
import { ApplicationPaperDialog } from './application-paper-dialog.tsx'
import { PhotoFileDialog } from './photo-file/photo-file-dialog.tsx'
import { ConfirmPhotoDialog, ExceptPhotoDialog } from './photo-dialogs.tsx'
import { StepDialog } from './step-dialog.tsx'

/** The dialog of the question that the page asks; it keeps what it was opened for. */
export function ApplicationQuestions({ question }: { question: ApplicationQuestion }) {
  const { ask } = useDesk()
  const { held, detail } = useApplicationsDesk()
  const onClose = (): void => {
    ask(null)
  }
  switch (question.kind) {
    case 'newApplication':
      return <NewApplicationDialog batchId={question.batchId} onClose={onClose} />
    case 'packetMake':
      return <PacketMakeDialog packetId={question.packetId} onClose={onClose} />
    case 'packetHandedOver':
      return <PacketHandedOverDialog packetId={question.packetId} onClose={onClose} />
    case 'batchOpen':
      return <BatchOpenDialog onClose={onClose} />
    case 'batchImport':
      return <BatchImportDialog batchId={question.batchId} onClose={onClose} />
    case 'batchSheet':
      return <BatchSheetDialog batchId={question.batchId} onClose={onClose} />
    case 'batchClose':
      return <BatchCloseDialog batchId={question.batchId} onClose={onClose} />
    default: {
      const row = held.applications.find(({ applicationId }) => applicationId === question.applicationId)
      const open = detail.state === 'open' && detail.detail.row.applicationId === question.applicationId ? detail.detail : null
      if (row === undefined || open === null) return null
      const parts = { row, detail: open, onClose }
      switch (question.kind) {
        case 'applicationStep':
          return <StepDialog {...parts} step={question.step} />
        case 'applicationPaper':
          return <ApplicationPaperDialog {...parts} papers={question.papers} />
        case 'applicationLink':
          return <LinkDialog {...parts} />
        case 'photoFile':
          return <PhotoFileDialog {...parts} />
        case 'photoConfirm':
          return <ConfirmPhotoDialog {...parts} />
        case 'photoExcept':
          return <ExceptPhotoDialog {...parts} />
        case 'applicationReturn':
          return <ReturnDialog {...parts} />
        case 'applicationCorrect':
          return <CorrectDialog {...parts} />
        case 'applicationDeliver':
          return <DeliverDialog {...parts} />
        case 'applicationRefuse':
          return <RefuseDialog {...parts} />
        case 'applicationWithdraw':
          return <WithdrawDialog {...parts} />
      }
    }
  }
}
