import { useEffect, useMemo } from 'react'
import { AttentionIcon, InformationIcon, SuccessIcon } from '../../../../parts/icons/icons.tsx'
import type { Candidate } from '../../../../photo/photo-studio.ts'
import { useStaff } from '../../../staff-context.ts'
import type { PhotoFileState } from './use-photo-file.ts'

/** What was found in the file: why it can't be used, or what would be kept and what is against it. */
export function PhotoFileResult({ chosen }: { chosen: PhotoFileState }) {
  const { words } = useStaff()
  const own = words.applications.dialogs.photoFile
  return (
    <div className="photo-file" aria-live="polite">
      {chosen.state === 'checking' ? <p className="quiet">{own.checking}</p> : null}
      {chosen.state === 'refused' ? <p className="field-error">{own.refused[chosen.failure] ?? own.refusedOther}</p> : null}
      {chosen.state === 'checked' ? <Checked candidate={chosen.candidate} /> : null}
    </div>
  )
}

function Checked({ candidate }: { candidate: Candidate }) {
  const { words } = useStaff()
  const { photo, dialogs } = words.applications
  const own = dialogs.photoFile
  const { jpeg, width, height, reasons } = candidate
  const address = useMemo(() => URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' })), [jpeg])
  useEffect(
    () => () => {
      URL.revokeObjectURL(address)
    },
    [address],
  )
  return (
    <div className="photo-check">
      <div className="photo-frame">
        <img className="photo-picture" src={address} alt={photo.alt} />
      </div>
      <div className="photo-words">
        <h3>{own.kept}</h3>
        <p className="quiet">{photo.size(width, height, Math.ceil(jpeg.length / 1000))}</p>
        {reasons.length === 0 ? (
          <p className="photo-line photo-fine">
            <SuccessIcon />
            {photo.fine}
          </p>
        ) : (
          <div className="photo-line photo-found">
            <AttentionIcon />
            <div>
              <p>{photo.found}</p>
              <ul>
                {reasons.map((reason) => (
                  <li key={reason}>{photo.reasons[reason]}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <p className="photo-line photo-ask">
          <InformationIcon />
          {own.asked}
        </p>
        <p className="quiet">{own.keptNote}</p>
      </div>
    </div>
  )
}
