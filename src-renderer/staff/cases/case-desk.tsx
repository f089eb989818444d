import { PersonalName } from '../../parts/personal-name.tsx'
import { formatTime } from '../../words/dates.ts'
import { caseKeyOf } from '../keys/case-shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { keyboardScroller } from '../parts/keyboard-scroller.ts'
import { useStaff } from '../staff-context.ts'
import type { CardCaseDetail } from '../../../src-preload/contract.ts'
import { CaseActionBar } from './case-action-bar.tsx'
import { useCasesDesk } from './cases-context.ts'
import { dateShown } from './facts/fact-fields.tsx'
import { FactsForm } from './facts/facts-form.tsx'
import { CaseHistory } from './judgement/case-history.tsx'
import { Findings, Guidance } from './judgement/findings.tsx'
import { InquiryPart, Plan, SeenCardPart } from './judgement/plan.tsx'
import { StageNote } from './judgement/stage-note.tsx'
import { CaseMark } from './list/case-mark.tsx'

/** 選んだ手続き: whose card, what was checked, what is missing, what will be done, and the way on. */
export function CaseDesk() {
  const { words } = useStaff()
  const { selected, detail, kinds, start } = useCasesDesk()
  const own = words.cases
  if (selected === null) {
    return (
      <section className="column column-desk" data-column="desk" aria-label={own.none}>
        <div className="desk-empty">
          <p>{own.none}</p>
          <p className="quiet">{own.noneNote}</p>
          {kinds.length === 0 ? null : (
            <p>
              <DeskButton
                hint={caseKeyOf('newCase')}
                onPress={() => {
                  start('newCase')
                }}
              >
                {own.names.newCase}
              </DeskButton>
            </p>
          )}
        </div>
      </section>
    )
  }
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {selected.number}
        </h2>
        <span className="desk-kind">{own.kinds[selected.kind]}</span>
        <span className="quiet desk-received">
          {own.opened} {formatTime(selected.openedAt)}
        </span>
        <CaseMark state={selected.state} />
      </div>
      {detail.state === 'open' ? (
        <OpenCase key={selected.caseId} detail={detail.detail} />
      ) : (
        <div className="case-waiting">{detail.state === 'loading' ? <p className="quiet">{own.loading}</p> : <FailureNote code={detail.code} />}</div>
      )}
      <CaseActionBar row={selected} />
    </section>
  )
}

const gathering: ReadonlySet<string> = new Set(['open', 'awaitingAnswer', 'ready'])

function OpenCase({ detail }: { detail: CardCaseDetail }) {
  const { words, language } = useStaff()
  const own = words.cases
  const { subject, row } = detail
  return (
    <>
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
          {subject.under15 ? <span className="mark mark-young">{own.under15}</span> : null}
        </p>
        <p className="case-address">
          <PersonalName>{subject.address}</PersonalName>
        </p>
      </div>
      <div className="case-body">
        <FactsForm detail={detail} />
        <div className="case-judgement" {...keyboardScroller} role="group" aria-label={own.findings.missing(detail.findings.length)}>
          <StageNote detail={detail} />
          {row.state === 'open' || row.state === 'awaitingAnswer' ? <Findings detail={detail} /> : null}
          {gathering.has(row.state) ? <Guidance detail={detail} /> : null}
          <InquiryPart detail={detail} />
          <SeenCardPart detail={detail} />
          <Plan detail={detail} />
          <CaseHistory entries={detail.history} />
        </div>
      </div>
    </>
  )
}
