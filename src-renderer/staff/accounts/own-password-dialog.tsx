import { useDesk } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { useStaff } from '../staff-context.ts'
import { PasswordFields } from './password-fields.tsx'
import { useOwnPassword } from './use-own-password.ts'

/** パスワードの変更, by the person signed in; supervisors go on to the colleagues' accounts from here. */
export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { role, ask } = useDesk()
  const own = useOwnPassword(onClose)
  const { title, submit, recorded } = words.accounts.own
  return (
    <DeskDialog title={title} onClose={onClose} submit={{ words: own.busy ? words.frame.signIn.busy : submit, isDisabled: own.busy, onSubmit: () => void own.submit() }}>
      <PasswordFields own={own} oneTime={false} />
      <p className="quiet">{recorded}</p>
      {role === 'supervisor' ? (
        <p>
          <DeskButton
            hint={keyOf('accounts')}
            onPress={() => {
              ask({ kind: 'accounts' })
            }}
          >
            {words.accounts.others.open}
          </DeskButton>
        </p>
      ) : null}
    </DeskDialog>
  )
}
