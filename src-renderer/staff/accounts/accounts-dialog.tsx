import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { FailureCode, StaffAccountsView } from '../../../src-preload/contract.ts'
import { useDesk } from '../desk-context.ts'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { singleChoice } from '../parts/single-choice.ts'
import { useStaff } from '../staff-context.ts'
import { useAccounts } from './use-accounts.ts'

/** 職員アカウント: a supervisor lets somebody in again who forgot the password, or mistyped it too often. */
export function AccountsDialog({ onClose }: { onClose: () => void }) {
  const { words, send } = useStaff()
  const { accountId: ownId, glass } = useDesk()
  const own = words.accounts.others
  const { accounts, reload } = useAccounts(glass)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [oneTime, setOneTime] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<{ readonly done: string } | { readonly code: FailureCode } | 'incomplete' | null>(null)
  const others = accounts.state === 'open' ? accounts.accounts.filter(({ accountId }) => accountId !== ownId) : []
  const chosen = others.find(({ accountId }) => accountId === chosenId) ?? null

  const submit = async (): Promise<void> => {
    if (busy) return
    if (chosen === null || oneTime === '' || password === '') {
      setAnswer('incomplete')
      return
    }
    setBusy(true)
    setAnswer(null)
    const code = await send({ type: 'setOneTimePassword', accountId: chosen.accountId, oneTimePassword: oneTime, ownPassword: password })
    setPassword('')
    if (code === null) setOneTime('')
    setBusy(false)
    setAnswer(code === null ? { done: chosen.displayName } : { code })
    await reload()
  }

  return (
    <DeskDialog title={own.title} onClose={onClose} submit={{ words: busy ? words.frame.signIn.busy : own.submit, isDisabled: busy, onSubmit: () => void submit() }}>
      <p>{own.lead}</p>
      {accounts.state === 'failed' ? <FailureNote code={accounts.code} /> : accounts.state === 'open' && others.length === 0 ? <p>{own.nobody}</p> : <Accounts others={others} chosenId={chosenId} choose={setChosenId} />}
      <DeskField label={chosen === null ? own.oneTime : own.oneTimeFor(chosen.displayName)} value={oneTime} onChange={setOneTime} help={own.oneTimeHelp} />
      <DeskField label={own.ownPassword} value={password} onChange={setPassword} type="password" />
      <div aria-live="assertive">
        {answer === null ? null : answer === 'incomplete' ? <p className="field-error">{own.incomplete}</p> : 'code' in answer ? <FailureNote code={answer.code} /> : <p className="dialog-done">{own.done(answer.done)}</p>}
      </div>
      <p className="quiet">{own.recorded}</p>
    </DeskDialog>
  )
}

interface AccountsProps {
  others: StaffAccountsView['accounts']
  chosenId: string | null
  choose: (accountId: string) => void
}

/** Who may sign in, and what stands in their way. */
function Accounts({ others, chosenId, choose }: AccountsProps) {
  const { words } = useStaff()
  const own = words.accounts.others
  return (
    <ListBox
      className="hits accounts"
      aria-label={own.list}
      {...singleChoice(chosenId, choose)}
    >
      {others.map(({ accountId, displayName, role, locked, passwordDue }) => (
        <ListBoxItem key={accountId} id={accountId} className="hit account" textValue={displayName}>
          <span className="hit-name">{displayName}</span>
          <span className="quiet">
            {accountId}　{words.frame.roles[role]}
          </span>
          <span className="account-state">{locked ? own.locked : passwordDue ? own.passwordDue : ''}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
