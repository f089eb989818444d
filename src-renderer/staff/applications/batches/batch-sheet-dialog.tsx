import { useCallback, useState } from 'react'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { isPrintable, PaperPreview, usePaperOf } from '../../preview/paper-preview.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'

/** 引継表, looked at before it is printed. */
export function BatchSheetDialog({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const { words, language } = useStaff()
  const { glass, perform } = useApplicationsDesk()
  const own = words.applications.dialogs.batchSheet
  const [unprinted, setUnprinted] = useState<readonly string[]>([])
  const ask = useCallback(async () => {
    const reply = await glass.applicationBatchSheet(batchId)
    setUnprinted(reply.ok ? reply.value.unprinted : [])
    return reply
  }, [glass, batchId])
  const source = usePaperOf(ask, batchId, 'sheet')
  return (
    <DeskDialog
      title={own.title}
      onClose={onClose}
      wide
      submit={{
        words: own.submit,
        isDisabled: !isPrintable(source.paper),
        takesFocus: true,
        onSubmit: () => {
          perform('batchPrint', batchId, { type: 'applicationBatchPrint', batchId })
        },
      }}
    >
      <p className="quiet">{own.lead}</p>
      {unprinted.length === 0 ? null : (
        <p className="dialog-warning" role="status">
          {own.unprinted(unprinted.join(language === 'ja' ? '、' : ', '))}
        </p>
      )}
      <PaperPreview {...source} name={own.title} />
    </DeskDialog>
  )
}
