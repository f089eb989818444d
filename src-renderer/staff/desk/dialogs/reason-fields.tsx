import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'

interface ReasonFieldsProps<R extends string> {
  reasons: Readonly<Record<R, string>>
  reason: R | null
  onReason: (reason: R) => void
  note: string
  onNote: (note: string) => void
  /** What is missing, after an attempt to go on. */
  missing: 'reason' | 'note' | null
}

/** A reason from the list, and free text beside it. */
export function ReasonFields<R extends string>({ reasons, reason, onReason, note, onNote, missing }: ReasonFieldsProps<R>) {
  const { words } = useStaff()
  const own = words.actions
  const keys = Object.keys(reasons) as R[]
  return (
    <>
      <RadioGroup
        className="reasons"
        value={reason}
        onChange={(value) => {
          const chosen = keys.find((key) => key === value)
          if (chosen !== undefined) onReason(chosen)
        }}
        isInvalid={missing === 'reason'}
      >
        <Label>{own.reasonLabel}</Label>
        <div className="reason-list">
          {keys.map((key, index) => (
            <RadioField key={key} value={key} {...(index === 0 ? { autoFocus: true } : {})}>
              <RadioButton className="reason">{reasons[key]}</RadioButton>
            </RadioField>
          ))}
        </div>
        {missing === 'reason' ? <p className="field-error">{own.reasonNeeded}</p> : null}
      </RadioGroup>
      <DeskField label={own.noteLabel} multiline value={note} onChange={onNote} help={own.noteHelp} maxLength={500} error={missing === 'note' ? own.noteNeeded : null} />
    </>
  )
}

/** 「その他」 says nothing without a note. */
export const missingIn = (reason: string | null, note: string): 'reason' | 'note' | null =>
  reason === null ? 'reason' : reason === 'other' && note.trim() === '' ? 'note' : null
