import type { ReactNode } from 'react'
import { useId } from 'react'
import type { CardCaseRow } from '../../../src-preload/contract.ts'
import { FinishIcon, InformationIcon } from '../../parts/icons/icons.tsx'
import { useDesk } from '../desk-context.ts'
import { caseKeyOf } from '../keys/case-shortcuts.ts'
import { DeskButton, KeyCap } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { caseSteps, type CaseActionName, type CaseStep } from './case-actions.ts'
import { useCasesDesk } from './cases-context.ts'

const ended: ReadonlySet<string> = new Set(['refused', 'withdrawn'])

/** The last step is whatever comes next at the card. */
const lastStep = ({ state }: CardCaseRow): CaseActionName => (state === 'uncertain' ? 'repeat' : state === 'done' ? 'link' : 'begin')

/** What may be of use now; the other keys still say why not. */
function othersIn({ state }: CardCaseRow, hasLetter: boolean): readonly CaseActionName[] {
  if (state === 'atCard') return ['takeBack']
  if (state === 'uncertain') return ['withdraw']
  return state === 'done' ? [] : ['seeCard', 'typeFace', ...(hasLetter ? (['printLetter'] as const) : []), 'refuse', 'withdraw']
}

/** The work in its order, the exceptions under it, and above both what went wrong. */
export function CaseActionBar({ row }: { row: CardCaseRow }) {
  const { words } = useStaff()
  const { detail } = useCasesDesk()
  const own = words.cases
  const open = detail.state === 'open' ? detail.detail : null
  const steps = caseSteps(row, open)
  const actionOf = (step: CaseStep): CaseActionName => (step === 'begin' ? (row.state === 'done' && !row.linkOutstanding ? 'begin' : lastStep(row)) : step)
  const others = othersIn(row, open?.papers.includes('inquiryLetter') === true)
  return (
    <div className="actions">
      <Notes row={row} />
      {ended.has(row.state) ? null : (
        <>
          <div className="steps case-steps" role="group" aria-label={own.title}>
            {steps.map(({ step, done, next }, index) => (
              <CaseButton key={step} action={actionOf(step)} look={next || (step === 'begin' && row.linkOutstanding) ? 'next' : 'step'} done={done && !(step === 'begin' && row.linkOutstanding)} isFirst={next}>
                <span className="step-mark" aria-hidden>
                  {done && !(step === 'begin' && row.linkOutstanding) ? <FinishIcon /> : index + 1}
                </span>
              </CaseButton>
            ))}
          </div>
          {others.length === 0 ? null : (
            <div className="others case-others" role="group" aria-label={words.actions.more}>
              {others.map((action) => (
                <CaseButton key={action} action={action} look={action === 'refuse' || action === 'withdraw' ? 'danger' : 'other'} />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}

interface CaseButtonProps {
  action: CaseActionName
  look: 'next' | 'step' | 'other' | 'danger'
  done?: boolean
  isFirst?: boolean
  children?: ReactNode
}

/** As the request's: it can be pressed even when it is not open, and says why. */
function CaseButton({ action, look, done = false, isFirst = false, children }: CaseButtonProps) {
  const { words } = useStaff()
  const { whyNot, start } = useCasesDesk()
  const reasonId = useId()
  const own = words.cases
  const why = whyNot(action)
  return (
    <button
      type="button"
      className={`action action-${look}${done ? ' action-done' : ''}`}
      aria-disabled={why !== null}
      aria-describedby={why === null ? undefined : reasonId}
      data-first-focus={isFirst ? true : undefined}
      onClick={() => {
        start(action)
      }}
    >
      {children}
      <span className="action-name">{own.names[action]}</span>
      <KeyCap>{caseKeyOf(action)}</KeyCap>
      <span className="action-why" id={reasonId}>
        {why === null ? '' : own.whyNot[why]}
      </span>
    </button>
  )
}

/** Stays until something else is done: a clerk may look away at any moment. */
function Notes({ row }: { row: CardCaseRow }) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { outcome, clearOutcome, busySince } = useCasesDesk()
  const own = words.cases
  const failed = outcome?.kind === 'failed' ? outcome : null
  // An uncertain case says so over its whole desk.
  const showsRowFailure = row.failure !== null && row.failure !== failed?.code && row.state !== 'uncertain' && !ended.has(row.state)
  return (
    <div className="notes" aria-live="polite">
      {busySince === null ? null : (
        <div className="note note-information">
          <InformationIcon />
          <p className="note-words">{own.working(Math.max(0, Math.round((now.getTime() - busySince) / 1000)))}</p>
        </div>
      )}
      {outcome?.kind === 'cannot' ? (
        <div className="note note-information">
          <InformationIcon />
          <p className="note-words">{own.cannot(own.names[outcome.action], own.whyNot[outcome.why])}</p>
          <DeskButton onPress={clearOutcome}>{words.frame.close}</DeskButton>
        </div>
      ) : null}
      {failed === null ? null : <FailureNote code={failed.code} lead={own.failed(own.names[failed.action])} onClose={clearOutcome} />}
      {showsRowFailure && row.failure !== null ? <FailureNote code={row.failure} lead={own.waitingFailure} /> : null}
    </div>
  )
}
