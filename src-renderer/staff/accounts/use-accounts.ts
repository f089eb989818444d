import { useCallback, useEffect, useState } from 'react'
import type { FailureCode, StaffAccountsView, StaffGlass } from '../../../src-preload/contract.ts'

type Accounts = { readonly state: 'loading' } | { readonly state: 'failed'; readonly code: FailureCode } | ({ readonly state: 'open' } & StaffAccountsView)

/** The accounts as main knows them now, and again on demand. `glass` must stay the same from one drawing to the next. */
export function useAccounts(glass: Pick<StaffGlass, 'staffAccounts'>): { readonly accounts: Accounts; readonly reload: () => Promise<void> } {
  const [accounts, setAccounts] = useState<Accounts>({ state: 'loading' })
  const reload = useCallback(async (): Promise<void> => {
    const reply = await glass.staffAccounts()
    setAccounts(reply.ok ? { state: 'open', ...reply.value } : { state: 'failed', code: reply.failure.code })
  }, [glass])
  useEffect(() => {
    void reload()
  }, [reload])
  return { accounts, reload }
}
