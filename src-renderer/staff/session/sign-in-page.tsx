import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { FailureCode } from '../../../src-preload/contract.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { SessionPage } from './session-page.tsx'

/** 職員サインイン. The password is in this form only, and leaves it with every answer. */
export function SignInPage() {
  const { words, send } = useStaff()
  const own = words.frame.signIn
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | 'incomplete' | null>(null)

  const submit = async (): Promise<void> => {
    if (busy) return
    const accountId = account.trim()
    if (accountId === '' || password === '') {
      setFailure('incomplete')
      return
    }
    setBusy(true)
    setFailure(null)
    const code = await send({ type: 'signIn', accountId, password })
    setPassword('')
    setBusy(false)
    setFailure(code)
  }

  return (
    <SessionPage>
      <h1>{own.title}</h1>
      <Form
        className="session-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DeskField label={own.account} value={account} onChange={setAccount} takesFocus />
        <DeskField label={own.password} value={password} onChange={setPassword} type="password" />
        <div aria-live="assertive">
          {failure === null ? null : failure === 'incomplete' ? <p className="field-error">{own.needBoth}</p> : <FailureNote code={failure} />}
        </div>
        <DeskButton look="primary" type="submit" isDisabled={busy}>
          {busy ? own.busy : own.submit}
        </DeskButton>
      </Form>
      <p className="session-note">{own.note}</p>
    </SessionPage>
  )
}
