import { useState } from 'react'
import type { FailureCode } from '../../../src-preload/contract.ts'
import { useStaff } from '../staff-context.ts'

export type PasswordPart = 'old' | 'wish' | 'again'

export interface OwnPassword {
  readonly typed: Readonly<Record<PasswordPart, string>>
  readonly type: (part: PasswordPart, text: string) => void
  readonly busy: boolean
  /** Why it was not done: main's code, or what can be seen here. */
  readonly failure: FailureCode | 'incomplete' | 'different' | null
  readonly submit: () => Promise<void>
}

const nothing = { old: '', wish: '', again: '' }

/** パスワードの変更: what is typed leaves these fields with every answer. */
export function useOwnPassword(onDone: () => void): OwnPassword {
  const { send } = useStaff()
  const [typed, setTyped] = useState(nothing)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<OwnPassword['failure']>(null)

  const submit = async (): Promise<void> => {
    if (busy) return
    const { old, wish, again } = typed
    if (old === '' || wish === '' || again === '') {
      setFailure('incomplete')
      return
    }
    if (wish !== again) {
      setTyped({ ...typed, again: '' })
      setFailure('different')
      return
    }
    setBusy(true)
    setFailure(null)
    const code = await send({ type: 'changePassword', oldPassword: old, newPassword: wish })
    setTyped(nothing)
    setBusy(false)
    setFailure(code)
    if (code === null) onDone()
  }

  return {
    typed,
    type: (part, text) => {
      setTyped((before) => ({ ...before, [part]: text }))
    },
    busy,
    failure,
    submit,
  }
}
