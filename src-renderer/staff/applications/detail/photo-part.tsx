import { photoReasons, type ApplicationDetail, type PhotoReason } from '../../../../src-preload/contract.ts'
import { AttentionIcon, InformationIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { formatDay } from '../../../words/dates.ts'
import { keyOfAction } from '../../keys/application-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import type { ApplicationActionName } from '../application-actions.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { usePhoto } from './use-photo.ts'

const machine: ReadonlySet<PhotoReason> = new Set(photoReasons.machine)

/** 写真: large enough to compare with a face, what the machine found in it, and what only eyes can tell. */
export function PhotoPart({ detail }: { detail: ApplicationDetail }) {
  const { words, language } = useStaff()
  const { glass, start, whyNot } = useApplicationsDesk()
  const own = words.applications.photo
  const { photo, row, subject } = detail
  const shown = usePhoto(glass, row.applicationId, photo?.takenAt ?? null)
  const button = (action: ApplicationActionName) => (
    <DeskButton
      look={action === 'confirmPhoto' ? 'primary' : 'secondary'}
      {...(keyOfAction(action) === '' ? {} : { hint: keyOfAction(action) })}
      onPress={() => {
        start(action)
      }}
    >
      {words.applications.names[action]}
    </DeskButton>
  )
  if (photo === null) {
    return (
      <section className="photo-part photo-part-none" aria-labelledby="photo-title">
        <h3 id="photo-title">{own.title}</h3>
        <p>{subject?.under1 === true || row.photo === 'notNeeded' ? own.notNeeded : own.none}</p>
        {whyNot('photoFile') === null ? <div className="photo-buttons">{button('photoFile')}</div> : null}
      </section>
    )
  }
  const found = photo.findings.filter((reason) => machine.has(reason))
  const open = whyNot('exceptPhoto') === null
  return (
    <section className="photo-part" aria-labelledby="photo-title">
      <div className="photo-frame">
        {shown.state === 'open' ? <img className="photo-picture" src={shown.source} alt={own.alt} /> : null}
        {shown.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
        {shown.state === 'failed' ? <FailureNote code={shown.code} /> : null}
      </div>
      <div className="photo-words">
        <h3 id="photo-title">{own.title}</h3>
        <p className="quiet">
          {formatDay(photo.takenAt, language)}　{own.sources[photo.source]}
        </p>
        <p className="quiet">{own.size(photo.width, photo.height, Math.ceil(photo.bytes / 1000))}</p>
        {found.length === 0 ? (
          <p className="photo-line photo-fine">
            <SuccessIcon />
            {own.fine}
          </p>
        ) : (
          <div className="photo-line photo-found">
            <AttentionIcon />
            <div>
              <p>{own.found}</p>
              <ul>
                {found.map((reason) => (
                  <li key={reason}>{own.reasons[reason]}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {photo.exception === null ? null : (
          <p className="photo-line photo-found">
            <InformationIcon />
            <span>
              {own.exception(own.exceptions[photo.exception.reason])}（{photo.exception.note}）<br />
              <span className="quiet">{own.exceptionNote}</span>
            </span>
          </p>
        )}
        {photo.confirmedBy !== null ? (
          <p className="photo-line photo-fine">
            <SuccessIcon />
            {own.confirmed(photo.confirmedBy)}
          </p>
        ) : photo.ask.length === 0 ? null : (
          <div className="photo-line photo-ask">
            <InformationIcon />
            <div>
              <p>{own.ask}</p>
              <ul>
                {photo.ask.map((reason) => (
                  <li key={reason}>{own.reasons[reason]}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {open ? (
          <div className="photo-buttons">
            {photo.confirmedBy === null ? button('confirmPhoto') : null}
            {found.length > 0 || photo.exception !== null || detail.findings.some(({ key }) => key === 'photoReturned') ? button('exceptPhoto') : null}
            {button('photoFile')}
          </div>
        ) : null}
      </div>
    </section>
  )
}
