import { useState } from 'react'
import { photoReasons, type ClerkPhotoReason, type PhotoException } from '../../../../src-preload/contract.ts'
import { Tick } from '../../cases/facts/fact-fields.tsx'
import { ReasonFields } from '../../desk/dialogs/reason-fields.tsx'
import { AnswerButton } from '../../parts/answer-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { usePhoto } from '../detail/use-photo.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

function Picture({ detail }: Pick<ApplicationDialogProps, 'detail'>) {
  const { words } = useStaff()
  const { glass } = useApplicationsDesk()
  const shown = usePhoto(glass, detail.row.applicationId, detail.photo?.takenAt ?? null)
  return <div className="photo-frame">{shown.state === 'open' ? <img className="photo-picture" src={shown.source} alt={words.applications.photo.alt} /> : null}</div>
}

/** 写真の確認: every question that no machine answers is answered by eyes; neither answer is the default. */
export function ConfirmPhotoDialog({ row, detail, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.confirmPhoto
  const { asks } = words.applications.photo
  const [checked, setChecked] = useState<ReadonlySet<ClerkPhotoReason>>(new Set())
  const [tried, setTried] = useState(false)
  const { applicationId } = row
  const answer = (accepted: boolean): void => {
    setTried(true)
    if (accepted && checked.size < photoReasons.clerk.length) return
    perform('confirmPhoto', applicationId, { type: 'applicationPhotoConfirm', applicationId, version: detail.version, accepted })
  }
  return (
    <DeskDialog title={own.title(row.number)} onClose={onClose} wide>
      <div className="photo-check">
        <Picture detail={detail} />
        <div className="photo-questions">
          <p>{own.lead}</p>
          {photoReasons.clerk.map((reason) => (
            <Tick
              key={reason}
              isOn={checked.has(reason)}
              onChange={(isOn) => {
                setChecked((before) => new Set(isOn ? [...before, reason] : [...before].filter((other) => other !== reason)))
              }}
            >
              {asks[reason]}
            </Tick>
          ))}
          <p className="quiet">{own.limit}</p>
          <div aria-live="polite">{tried && checked.size < photoReasons.clerk.length ? <p className="field-error">{own.all}</p> : null}</div>
          <div className="answers">
            <AnswerButton
              name={own.yes}
              note={own.yesNote}
              onPress={() => {
                answer(true)
              }}
            />
            <AnswerButton
              name={own.no}
              note={own.noNote}
              onPress={() => {
                answer(false)
              }}
            />
          </div>
        </div>
      </div>
    </DeskDialog>
  )
}

/** 写真の例外: what the machine says stands, and a person says why it is taken all the same. */
export function ExceptPhotoDialog({ row, detail, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.exceptPhoto
  const [exception, setException] = useState<PhotoException | null>(detail.photo?.exception?.reason ?? null)
  const [note, setNote] = useState(detail.photo?.exception?.note ?? '')
  const [tried, setTried] = useState(false)
  const { applicationId } = row
  const missing = exception === null ? 'reason' : note.trim() === '' ? 'note' : null
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      wide
      submit={{
        words: own.submit,
        onSubmit: () => {
          setTried(true)
          if (exception !== null && missing === null) perform('exceptPhoto', applicationId, { type: 'applicationPhotoException', applicationId, version: detail.version, exception, note: note.trim() })
        },
      }}
    >
      <div className="photo-check">
        <Picture detail={detail} />
        <div className="photo-questions">
          <p>{own.lead}</p>
          <ReasonFields
            reasons={words.applications.photo.exceptions}
            reason={exception}
            onReason={setException}
            note={note}
            onNote={setNote}
            missing={tried ? missing : null}
          />
        </div>
      </div>
    </DeskDialog>
  )
}
