import { Form } from 'react-aria-components'
import { PasswordFields } from '../accounts/password-fields.tsx'
import { useOwnPassword } from '../accounts/use-own-password.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { useStaff, type PasswordDue } from '../staff-context.ts'
import { SessionPage } from './session-page.tsx'

/** 仮パスワード: in with it, a password of one's own comes first. */
export function PasswordDuePage({ session }: { session: PasswordDue }) {
  const { words, send } = useStaff()
  const own = useOwnPassword(() => undefined)
  const { due, submit } = words.accounts.own
  return (
    <SessionPage wide>
      <h1>{due.title}</h1>
      <p>{due.lead(session.displayName)}</p>
      <Form
        className="session-form"
        onSubmit={(event) => {
          event.preventDefault()
          void own.submit()
        }}
      >
        <PasswordFields own={own} oneTime />
        <div className="session-pair">
          <DeskButton look="primary" type="submit" isDisabled={own.busy}>
            {own.busy ? words.frame.signIn.busy : submit}
          </DeskButton>
          <DeskButton
            onPress={() => {
              void send({ type: 'signOut' })
            }}
          >
            {words.frame.locked.other}
          </DeskButton>
        </div>
      </Form>
    </SessionPage>
  )
}
