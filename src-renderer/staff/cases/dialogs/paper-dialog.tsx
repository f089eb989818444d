import { useCallback } from 'react'
import type { CasePaper } from '../../../../src-preload/contract.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { isPrintable, PaperPreview, usePaperOf } from '../../preview/paper-preview.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import type { CaseDialogProps } from './case-dialog.ts'

/** The paper as it will come out, looked at before it is printed: it carries a name to the right or to the wrong person. */
export function PaperDialog({ row, onClose, paper: which }: CaseDialogProps & { paper: CasePaper }) {
  const { words } = useStaff()
  const { glass, perform } = useCasesDesk()
  const { caseId } = row
  const ask = useCallback(() => glass.cardCasePaper(caseId, which), [glass, caseId, which])
  const source = usePaperOf(ask, caseId, which)
  const { dialogs, papers } = words.cases
  return (
    <DeskDialog
      title={dialogs.paper.title(papers[which], row.number)}
      onClose={onClose}
      wide
      submit={{
        words: dialogs.paper.submit,
        isDisabled: !isPrintable(source.paper),
        takesFocus: true,
        onSubmit: () => {
          perform(which === 'applicationForm' ? 'printForm' : 'printLetter', { type: 'cardCasePrint', caseId, paper: which })
        },
      }}
    >
      <p className="quiet">{dialogs.paper.lead}</p>
      <PaperPreview {...source} name={papers[which]} />
    </DeskDialog>
  )
}
