import { DeskField } from '../parts/desk-field.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import type { OwnPassword, PasswordPart } from './use-own-password.ts'

interface PasswordFieldsProps {
  own: OwnPassword
  /** The old one is a one-time password. */
  oneTime: boolean
}

/** The old password, the new one, and the new one again. */
export function PasswordFields({ own, oneTime }: PasswordFieldsProps) {
  const { words } = useStaff()
  const { fields, rule, incomplete, different } = words.accounts.own
  const { failure } = own
  const field = (part: PasswordPart, label: string) => ({
    label,
    value: own.typed[part],
    type: 'password' as const,
    onChange: (text: string) => {
      own.type(part, text)
    },
  })
  return (
    <>
      <DeskField {...field('old', oneTime ? fields.oneTime : fields.old)} takesFocus />
      <div className="session-pair">
        <DeskField {...field('wish', fields.wish)} help={rule} />
        <DeskField {...field('again', fields.again)} />
      </div>
      <div aria-live="assertive">
        {failure === null ? null : failure === 'incomplete' || failure === 'different' ? <p className="field-error">{failure === 'incomplete' ? incomplete : different}</p> : <FailureNote code={failure} />}
      </div>
    </>
  )
}
