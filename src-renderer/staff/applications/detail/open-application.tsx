import type { ApplicationDetail } from '../../../../src-preload/contract.ts'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { keyboardScroller } from '../../parts/keyboard-scroller.ts'
import { useStaff } from '../../staff-context.ts'
import { dateShown } from '../../cases/facts/fact-fields.tsx'
import { ApplicationForm } from '../facts/application-form.tsx'
import { ApplicationHistory } from './application-history.tsx'
import { ApplicationFindings } from './application-findings.tsx'
import { ApplicationStage } from './application-stage.tsx'
import { DeliveryPart } from './delivery-part.tsx'
import { PhotoPart } from './photo-part.tsx'

/** Who applies, what for, the photo, and what stands in the way. */
export function OpenApplication({ detail }: { detail: ApplicationDetail }) {
  const { words } = useStaff()
  const own = words.applications
  const { state } = detail.row
  return (
    <>
      <Subject detail={detail} />
      <div className="case-body">
        <ApplicationForm detail={detail} />
        <div className="case-judgement" {...keyboardScroller} role="group" aria-label={own.findings.missing(detail.findings.length)}>
          <PhotoPart detail={detail} />
          <ApplicationStage row={detail.row} />
          {state === 'draft' || state === 'returned' ? <ApplicationFindings detail={detail} /> : null}
          <Sums detail={detail} />
          <DeliveryPart detail={detail} />
          <ApplicationHistory entries={detail.history} />
        </div>
      </div>
    </>
  )
}

function Subject({ detail: { subject, facts } }: { detail: ApplicationDetail }) {
  const { words, language } = useStaff()
  const own = words.applications
  if (subject === null) {
    return (
      <div className="case-subject" role="group" aria-label={own.subject}>
        <div>
          {facts.applicant === null ? null : (
            <span className="case-name">
              <PersonalName>{facts.applicant.name}</PersonalName>
            </span>
          )}
          <span className="mark mark-young">{own.notLinked}</span>
        </div>
        {facts.birthDate === null ? null : <p>{own.born(dateShown(facts.birthDate, language))}</p>}
      </div>
    )
  }
  const marks = [subject.under1 ? own.under1 : subject.under15 ? own.under15 : null, subject.foreign ? own.foreign : null].filter((mark) => mark !== null)
  return (
    <div className="case-subject" role="group" aria-label={own.subject}>
      <div>
        <span className="case-name">
          <PersonalName>{subject.name}</PersonalName>
        </span>
        {subject.kana === null ? null : (
          <span className="quiet" lang="ja">
            {subject.kana}
          </span>
        )}
      </div>
      <p>
        {own.born(dateShown(subject.birthDate, language))}
        {marks.map((mark) => (
          <span key={mark} className="mark mark-young">
            {mark}
          </span>
        ))}
      </p>
      <p className="case-address">{subject.address === null ? own.addressHidden : <PersonalName>{subject.address}</PersonalName>}</p>
    </div>
  )
}

/** What it costs and how long the card will hold. */
function Sums({ detail }: { detail: ApplicationDetail }) {
  const { words, language } = useStaff()
  const own = words.applications.facts
  const lines: readonly (readonly [string, string | null])[] = [
    [own.fee, detail.feeYen === 0 ? own.free : own.yen(detail.feeYen.toLocaleString('en-US'))],
    [own.validUntil, detail.cardValidUntil === null ? null : dateShown(detail.cardValidUntil, language)],
    [own.expressUntil, detail.expressUntil === null ? null : dateShown(detail.expressUntil, language)],
  ]
  return (
    <dl className="pairs">
      {lines.map(([term, value]) =>
        value === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
