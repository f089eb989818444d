import { useState } from 'react'
import type { RequestRow } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { readAmount } from '../money.ts'

const notes = [1000, 5000, 10_000]

/** 領収. The exact amount stands there already, selected: Enter takes it, a digit replaces it. */
export function FeeDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.fee
  const { yen } = words.requests
  const [typed, setTyped] = useState(String(row.fee))
  const amount = readAmount(typed, row.fee)
  const error =
    amount.kind === 'short' ? own.short(yen(amount.missing)) : amount.kind === 'notANumber' ? own.notANumber : amount.kind === 'tooMuch' ? own.tooMuch : null
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        isDisabled: amount.kind !== 'enough',
        onSubmit: () => {
          if (amount.kind === 'enough') perform('takeFee', { type: 'takeFee', requestId: row.requestId, receivedYen: amount.received })
        },
      }}
    >
      <dl className="fee-sum">
        <div>
          <dt>{own.due}</dt>
          <dd>
            {yen(row.fee)} <span className="quiet">{words.requests.copies(row.copies)}</span>
          </dd>
        </div>
      </dl>
      <DeskField label={own.received} type="yen" value={typed} onChange={setTyped} error={error} takesFocus maxLength={11} />
      <div className="fee-quick" role="group" aria-label={own.quick}>
        <DeskButton
          onPress={() => {
            setTyped(String(row.fee))
          }}
        >
          {own.exact}
        </DeskButton>
        {notes.map((note) => (
          <DeskButton
            key={note}
            onPress={() => {
              setTyped(String(note))
            }}
          >
            {yen(note)}
          </DeskButton>
        ))}
      </div>
      <dl className="fee-sum fee-change" aria-live="polite">
        <div>
          <dt>{own.change}</dt>
          <dd>{amount.kind === 'enough' ? yen(amount.change) : '—'}</dd>
        </div>
      </dl>
      <p className="quiet">{own.note}</p>
    </DeskDialog>
  )
}
