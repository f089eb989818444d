import type { ReactNode } from 'react'
import { useId } from 'react'
import type { ApplicationRow } from '../../../src-preload/contract.ts'
import { FinishIcon, InformationIcon } from '../../parts/icons/icons.tsx'
import { useDesk } from '../desk-context.ts'
import { applicationKeyOf, keyOfAction } from '../keys/application-shortcuts.ts'
import { DeskButton, KeyCap } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { applicationSteps, isEnded, type ApplicationActionName } from './application-actions.ts'
import { useApplicationsDesk } from './applications-context.ts'

/** What may be of use now; the other keys still say why not. */
function othersIn({ state }: ApplicationRow): readonly ApplicationActionName[] {
  switch (state) {
    case 'draft':
      return ['link', 'atResident', 'printForm', 'printPhoto', 'refuse', 'withdraw']
    case 'returned':
      return ['link', 'atResident', 'printForm', 'printPhoto', 'refuse', 'withdraw']
    case 'notified':
      return ['setPins', 'printForm', 'printPhoto', 'printSlip', 'refuse', 'withdraw']
    case 'delivered':
    case 'refused':
    case 'withdrawn':
      return ['printForm', 'printSlip']
    default:
      return ['printForm', 'printPhoto', 'printSlip', 'return', 'refuse', 'withdraw']
  }
}

const dangerous: ReadonlySet<ApplicationActionName> = new Set(['refuse', 'withdraw'])

/** The way to the card in its order, the exceptions under it, and above both what went wrong. */
export function ApplicationActionBar({ row }: { row: ApplicationRow }) {
  const { words } = useStaff()
  const { detail } = useApplicationsDesk()
  const own = words.applications
  const hasPinForm = detail.state === 'open' && detail.detail.papers.includes('pinForm')
  const ended = row.state === 'refused' || row.state === 'withdrawn'
  return (
    <div className="actions">
      <ApplicationNotes />
      {ended ? null : (
        <div className="steps case-steps application-steps" role="group" aria-label={own.steps}>
          {applicationSteps(row).map(({ step, done, next }, index) => (
            <ApplicationButton key={step} action={step} look={next ? 'next' : 'step'} done={done} isFirst={next} keyCap={next ? applicationKeyOf('next') : ''}>
              <span className="step-mark" aria-hidden>
                {done ? <FinishIcon /> : index + 1}
              </span>
            </ApplicationButton>
          ))}
        </div>
      )}
      <div className="others case-others" role="group" aria-label={words.actions.more}>
        {othersIn(row).flatMap((action) => (action === 'printForm' && hasPinForm ? [action, 'printPinForm' as const] : [action])).map((action) => (
          <ApplicationButton key={action} action={action} look={dangerous.has(action) && !isEnded(row.state) ? 'danger' : 'other'} keyCap={keyOfAction(action)} />
        ))}
      </div>
    </div>
  )
}

interface ApplicationButtonProps {
  action: ApplicationActionName
  look: 'next' | 'step' | 'other' | 'danger'
  /** Empty: no key of its own now. */
  keyCap: string
  done?: boolean
  isFirst?: boolean
  children?: ReactNode
}

/** As the request's: it can be pressed even when it is not open, and says why. */
export function ApplicationButton({ action, look, keyCap, done = false, isFirst = false, children }: ApplicationButtonProps) {
  const { words } = useStaff()
  const { whyNot, start } = useApplicationsDesk()
  const reasonId = useId()
  const own = words.applications
  const why = whyNot(action)
  return (
    <button
      type="button"
      className={`action action-${look}${done ? ' action-done' : ''}`}
      aria-disabled={why !== null}
      aria-describedby={why === null || done ? undefined : reasonId}
      data-first-focus={isFirst ? true : undefined}
      onClick={() => {
        start(action)
      }}
    >
      {children}
      <span className="action-name">{own.names[action]}</span>
      {keyCap === '' ? null : <KeyCap>{keyCap}</KeyCap>}
      <span className="action-why" id={reasonId}>
        {why === null || done ? '' : own.whyNot[why]}
      </span>
    </button>
  )
}

/** Stays until something else is done: a clerk may look away at any moment. */
export function ApplicationNotes() {
  const { words } = useStaff()
  const { now } = useDesk()
  const { outcome, clearOutcome, busySince } = useApplicationsDesk()
  const own = words.applications
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
      {outcome?.kind === 'failed' ? <FailureNote code={outcome.code} lead={own.failed(own.names[outcome.action])} onClose={clearOutcome} /> : null}
    </div>
  )
}
