import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { FailureCode } from '../../../../../src-preload/contract.ts'
import { base64Of } from '../../../../glass/base64.ts'
import { DeskButton } from '../../../parts/desk-button.tsx'
import { DeskDialog } from '../../../parts/desk-dialog.tsx'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { useStaff } from '../../../staff-context.ts'
import { useApplicationsDesk } from '../../applications-context.ts'
import type { ApplicationDialogProps } from '../application-dialog.ts'
import { PhotoFileResult } from './photo-file-result.tsx'
import { useDrop } from './use-drop.ts'
import { usePhotoFile } from './use-photo-file.ts'

/** 写真をファイルから: looked at as a photo of the camera, shown as it will be kept, and then asked about as any other. */
export function PhotoFileDialog({ row, detail, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { attempt, ask } = useApplicationsDesk()
  const own = words.applications.dialogs.photoFile
  const { chosen, look } = usePhotoFile()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const { applicationId } = row
  const candidate = chosen.state === 'checked' ? chosen.candidate : null
  const take = (file: File): void => {
    if (chosen.state === 'checking' || isBusy) return
    setFailure(null)
    void look(file)
  }
  const { place, isOver } = useDrop(take)
  const submit = async (): Promise<void> => {
    if (candidate === null || isBusy) return
    setBusy(true)
    const code = await attempt(applicationId, {
      type: 'applicationPhoto',
      applicationId,
      version: detail.version,
      jpeg: base64Of(candidate.jpeg),
      findings: [...candidate.reasons, ...candidate.askClerk],
      source: 'file',
    })
    setBusy(false)
    // What no machine can tell is asked at once, with the photo as it was kept.
    if (code === null) ask({ kind: 'photoConfirm', applicationId })
    else setFailure(code)
  }
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      wide
      submit={{ words: candidate?.accepted === false ? own.submitAnyway : own.submit, isDisabled: candidate === null || isBusy, takesFocus: true, onSubmit: () => void submit() }}
    >
      <p>{own.lead}</p>
      <p className="quiet">{own.rules}</p>
      <div ref={place} className={isOver ? 'photo-drop photo-drop-over' : 'photo-drop'}>
        <FileTrigger
          acceptedFileTypes={['image/jpeg', '.jpg', '.jpeg']}
          onSelect={(files) => {
            const file = files?.item(0) ?? null
            if (file !== null) take(file)
          }}
        >
          <DeskButton look={candidate === null ? 'primary' : 'secondary'} takesFocus isDisabled={chosen.state === 'checking' || isBusy}>
            {chosen.state === 'none' || chosen.state === 'checking' ? own.choose : own.chooseOther}
          </DeskButton>
        </FileTrigger>
        <p className="quiet">{own.drop}</p>
      </div>
      <PhotoFileResult chosen={chosen} />
      {failure === null ? null : <FailureNote code={failure} />}
    </DeskDialog>
  )
}
