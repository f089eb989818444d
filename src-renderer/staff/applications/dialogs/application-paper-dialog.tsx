import { useCallback, useState } from 'react'
import type { ApplicationPaper } from '../../../../src-preload/contract.ts'
import { OneOf } from '../../cases/facts/fact-fields.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { isPrintable, PaperPreview, usePaperOf } from '../../preview/paper-preview.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

const actions = { form: 'printForm', pinForm: 'printPinForm', photo: 'printPhoto' } as const

/** 交付申請書, 暗証番号設定依頼書 or the sheet of photos, looked at before it is printed. */
export function ApplicationPaperDialog({ row, onClose, papers: kind }: ApplicationDialogProps & { papers: 'form' | 'pinForm' | 'photo' }) {
  const { words } = useStaff()
  const { glass, perform } = useApplicationsDesk()
  const [chosen, choose] = useState<ApplicationPaper | null>(null)
  const { applicationId } = row
  const choices: readonly ApplicationPaper[] = kind === 'photo' ? ['photoSheetA4', 'photoSheetL'] : [kind]
  const paper = chosen ?? (kind === 'photo' ? 'photoSheetA4' : kind)
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
          perform(actions[kind], applicationId, { type: 'applicationPrint', applicationId, paper })
        },
      }}
    >
      <p className="quiet">{own.lead}</p>
      {choices.length < 2 ? null : <OneOf label={own.which} choices={choices.map((id) => ({ id, words: papers[id] }))} value={paper} onChange={choose} />}
      <PaperPreview {...source} name={papers[paper]} />
    </DeskDialog>
  )
}
