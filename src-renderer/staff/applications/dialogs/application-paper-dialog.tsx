import { useCallback, useState } from 'react'
import type { ApplicationPaper } from '../../../../src-preload/contract.ts'
import { OneOf } from '../../cases/facts/fact-fields.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'
import { isPrintable, PaperPreview, usePaperOf } from './paper-preview.tsx'

/** 交付申請書 or the sheet of photos, looked at before it is printed. */
export function ApplicationPaperDialog({ row, onClose, paper: kind }: ApplicationDialogProps & { paper: 'form' | 'photoSheet' }) {
  const { words } = useStaff()
  const { glass, perform } = useApplicationsDesk()
  const [paper, setPaper] = useState<ApplicationPaper>(kind === 'form' ? 'form' : 'photoSheetA4')
  const { applicationId } = row
  const ask = useCallback(() => glass.applicationPaper(applicationId, paper), [glass, applicationId, paper])
  const source = usePaperOf(ask, applicationId, paper)
  const { dialogs, papers } = words.applications
  const own = dialogs.paper
  return (
    <DeskDialog
      title={own.title(papers[paper], row.number)}
      onClose={onClose}
      wide
      submit={{
        words: own.submit,
        isDisabled: !isPrintable(source.paper),
        takesFocus: true,
        onSubmit: () => {
          perform(kind === 'form' ? 'printForm' : 'printPhoto', applicationId, { type: 'applicationPrint', applicationId, paper })
        },
      }}
    >
      <p className="quiet">{own.lead}</p>
      {kind === 'form' ? null : (
        <OneOf
          label={own.which}
          choices={[
            { id: 'photoSheetA4', words: own.a4 },
            { id: 'photoSheetL', words: own.l },
          ]}
          value={paper}
          onChange={setPaper}
        />
      )}
      <PaperPreview {...source} name={papers[paper]} />
    </DeskDialog>
  )
}
