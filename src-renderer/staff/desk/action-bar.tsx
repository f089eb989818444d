import type { RequestRow } from '../../../src-preload/contract.ts'
import { FinishIcon, InformationIcon } from '../../parts/icons/icons.tsx'
import { useDesk } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { ActionButton } from './action-button.tsx'
import { stepsOf, type ActionName } from './actions.ts'

const others = ['printSlipAgain', 'printFeeReceiptAgain', 'reissue', 'void'] as const satisfies readonly ActionName[]

/** The work in its order, the exceptions under it, and above both what went wrong. */
export function ActionBar({ row }: { row: RequestRow }) {
  const { words } = useStaff()
  const own = words.actions
  return (
    <div className="actions">
      <Notes row={row} />
      <div className="steps" role="group" aria-label={own.title}>
        {stepsOf(row.state).map(({ step, done, next }, index) => {
          const action = step === 'print' && row.state === 'uncertain' ? 'resolveUncertain' : step
          return (
            <ActionButton key={step} action={action} keyCap={keyOf(step)} look={next ? 'next' : 'step'} done={done} isFirst={index === 0}>
              <span className="step-mark" aria-hidden>
                {done ? <FinishIcon /> : index + 1}
              </span>
            </ActionButton>
          )
        })}
      </div>
      <div className="others" role="group" aria-label={own.more}>
        {others.map((action) => (
          <ActionButton key={action} action={action} keyCap={keyOf(action)} look={action === 'void' ? 'danger' : 'other'} />
        ))}
      </div>
    </div>
  )
}

/** Stays until something else is done: a clerk may look away at any moment. */
function Notes({ row }: { row: RequestRow }) {
  const { words } = useStaff()
  const { outcome, clearOutcome, busySince, now } = useDesk()
  const own = words.actions
  const failed = outcome?.kind === 'failed' ? outcome : null
  // The fee is taken although its receipt did not come out: the one failure after which repeating would do harm.
  const onlyReceiptMissing = failed?.action === 'takeFee' && failed.code.startsWith('RECEIPT-') && row.state === 'paid'
  const showsRowFailure = row.failure !== null && row.failure !== failed?.code && row.state !== 'voided' && row.state !== 'handedOver'
  return (
    <div className="notes" aria-live="polite">
      {busySince !== null || row.state === 'printing' ? (
        <div className="note note-information">
          <InformationIcon />
          <p className="note-words">
            {row.state === 'printing' ? own.printing(Math.max(0, Math.round((now.getTime() - (busySince ?? now.getTime())) / 1000))) : own.whyNot.busy}
          </p>
        </div>
      ) : null}
      {outcome?.kind === 'cannot' ? (
        <div className="note note-information">
          <InformationIcon />
          <p className="note-words">{own.cannot(own.names[outcome.action], own.whyNot[outcome.why])}</p>
          <DeskButton onPress={clearOutcome}>{words.frame.close}</DeskButton>
        </div>
      ) : null}
      {failed === null ? null : (
        <FailureNote code={failed.code} lead={onlyReceiptMissing ? own.feeReceiptLead : own.failed(own.names[failed.action])} onClose={clearOutcome}>
          {onlyReceiptMissing ? <p>{own.feeReceiptHint}</p> : null}
        </FailureNote>
      )}
      {showsRowFailure && row.failure !== null ? (
        <FailureNote code={row.failure} lead={own.waitingFailure}>
          {row.slip === 'failed' ? <p>{own.slipHint}</p> : null}
        </FailureNote>
      ) : null}
    </div>
  )
}
