import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { FailureCode } from '../../../src-preload/contract.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { LockIcon } from '../parts/desk-icons.tsx'
import { useStaff, type Locked } from '../staff-context.ts'
import { SessionPage } from './session-page.tsx'

/** ロック中: who holds the screen, and the two ways on. */
export function LockedPage({ session }: { session: Locked }) {
  const { words, send } = useStaff()
  const own = words.frame.locked
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | 'incomplete' | null>(null)

  const unlock = async (): Promise<void> => {
    if (busy) return
    if (password === '') {
      setFailure('incomplete')
      return
    }
    setBusy(true)
    setFailure(null)
    const code = await send({ type: 'unlock', password })
    setPassword('')
    setBusy(false)
    setFailure(code)
  }

  return (
    <SessionPage>
      <h1>
        <LockIcon /> {own.title}
      </h1>
      <p>{own.lead}</p>
      <dl className="session-who">
        <dt>{own.who}</dt>
        <dd>
          <strong>{session.displayName}</strong> <span>{session.accountId}</span>
        </dd>
      </dl>
      <Form
        className="session-form"
        onSubmit={(event) => {
          event.preventDefault()
          void unlock()
        }}
      >
        <DeskField label={words.frame.signIn.password} value={password} onChange={setPassword} type="password" takesFocus />
        <div aria-live="assertive">
          {failure === null ? null : failure === 'incomplete' ? <p className="field-error">{own.needPassword}</p> : <FailureNote code={failure} />}
        </div>
        <DeskButton look="primary" type="submit" isDisabled={busy}>
          {busy ? words.frame.signIn.busy : own.submit}
        </DeskButton>
        <DeskButton
          onPress={() => {
            void send({ type: 'signOut' }).then(setFailure)
          }}
        >
          {own.other}
        </DeskButton>
      </Form>
    </SessionPage>
  )
}
