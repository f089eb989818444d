import type { CardCaseDetail, CardCaseState } from '../../../../src-preload/contract.ts'
import { caseKeyOf } from '../../keys/case-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { keyboardScroller } from '../../parts/keyboard-scroller.ts'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import { FactPart, Tick } from './fact-fields.tsx'
import { ActorPart, AuthorityPart, DocumentsPart, RepresentativePart } from './person-parts.tsx'
import { WorkPart } from './work-parts.tsx'

const editable: readonly CardCaseState[] = ['open', 'awaitingAnswer', 'ready']

/** 確かめたこと: in the order in which a clerk asks and sees. It records itself after a pause; the key does so at once. */
export function FactsForm({ detail }: { detail: CardCaseDetail }) {
  const { words } = useStaff()
  const { draft, start, whyNot } = useCasesDesk()
  const { facts: own } = words.cases
  const { facts, change } = draft
  const { kind, state } = detail.row
  const mayChange = editable.includes(state) && whyNot('save') !== 'underWay'
  const parts = { detail, facts, change }
  const others = facts.actor === 'legalRepresentative' || facts.actor === 'agent'
  const missing = (key: CardCaseDetail['findings'][number]['key']): boolean => detail.findings.some((finding) => finding.key === key)
  const seenBefore = draft.state === 'saved' && ((facts.formSigned && missing('formNotSigned')) || (facts.cardPresented && detail.card !== null && missing('cardNotPresented')))
  const mandate = facts.actor === 'agent' && (missing('powerOfAttorney') || facts.powerOfAttorney)
  return (
    <section className="case-facts" {...keyboardScroller} data-first-focus={mayChange ? true : undefined} aria-label={own.title}>
      <div className="case-facts-head">
        <h3>{own.title}</h3>
        <span className={`draft-state draft-${draft.state}`} role="status">
          {mayChange ? own.state[draft.state] : own.fixed}
        </span>
        {mayChange ? (
          <DeskButton
            hint={caseKeyOf('save')}
            onPress={() => {
              start('save')
            }}
          >
            {own.save}
          </DeskButton>
        ) : null}
      </div>
      {mayChange && state === 'ready' ? <p className="quiet">{own.reopens}</p> : null}
      {mayChange && seenBefore ? <p className="dialog-warning">{own.otherDay}</p> : null}
      <fieldset className="case-facts-all" disabled={!mayChange}>
        <legend className="visually-hidden">{own.title}</legend>
        <ActorPart {...parts} />
        <WorkPart {...parts} />
        {facts.actor === null ? null : (
          <DocumentsPart
            title={own.documents}
            detail={detail}
            required={detail.required.actorIdentity}
            shown={facts.actorDocuments}
            onChange={(actorDocuments) => {
              change({ actorDocuments })
            }}
          />
        )}
        {others ? (
          <>
            <RepresentativePart {...parts} />
            {facts.actor === 'legalRepresentative' ? <AuthorityPart {...parts} /> : null}
            {mandate ? (
              <Tick
                isOn={facts.powerOfAttorney}
                onChange={(powerOfAttorney) => {
                  change({ powerOfAttorney })
                }}
              >
                {own.powerOfAttorney}
              </Tick>
            ) : null}
            {kind === 'certificateRenewal' && facts.actor === 'agent' ? (
              <Tick
                isOn={facts.noticeAnswer}
                onChange={(noticeAnswer) => {
                  change({ noticeAnswer })
                }}
              >
                {own.noticeAnswer}
              </Tick>
            ) : null}
            <DocumentsPart
              title={own.principalDocuments}
              detail={detail}
              required={detail.required.principalIdentity}
              shown={facts.principalDocuments}
              onChange={(principalDocuments) => {
                change({ principalDocuments })
              }}
            />
          </>
        ) : null}
        <FactPart title={kind === 'suspension' ? own.form : words.cases.ofPins([own.card, own.form])}>
          {kind === 'suspension' ? null : (
            <Tick
              isOn={facts.cardPresented}
              onChange={(cardPresented) => {
                change({ cardPresented })
              }}
            >
              {own.cardPresented}
            </Tick>
          )}
          {detail.papers.includes('applicationForm') ? (
            <Tick
              isOn={facts.formSigned}
              onChange={(formSigned) => {
                change({ formSigned })
              }}
            >
              {own.formSigned}
            </Tick>
          ) : null}
        </FactPart>
      </fieldset>
    </section>
  )
}
