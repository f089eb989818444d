import type { Role, StaffAccountsView } from '../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { StaffAccounts } from '../../staff/staff-accounts.ts'
import type { StaffSession } from './staff-session.ts'

const supervisors: readonly Role[] = ['supervisor']

/** What a supervisor does for colleagues who can't sign in. */
export class AccountDesk {
  readonly #accounts: StaffAccounts
  readonly #session: StaffSession

  constructor(accounts: StaffAccounts, session: StaffSession) {
    this.#accounts = accounts
    this.#session = session
  }

  /** Those that may sign in, by id. */
  list(): Result<StaffAccountsView> {
    const supervisor = this.#session.require(supervisors)
    if (!supervisor.ok) return supervisor
    const listed = this.#accounts.list()
    if (!listed.ok) return listed
    const open = listed.value.filter((account) => !account.disabled)
    return ok({ accounts: open.map(({ accountId, displayName, role, passwordDue, locked }) => ({ accountId, displayName, role, passwordDue, locked })) })
  }

  /**
   * The supervisor's own password is asked again: whoever finds the screen open must not get an account of their own by it.
   * Failures: STAFF-NOT-ALLOWED also for the supervisor's own account, STAFF-NOT-FOUND, STAFF-WEAK-PASSWORD, those of a sign-in.
   */
  async setOneTimePassword(accountId: string, oneTimePassword: string, ownPassword: string): Promise<Result<void>> {
    const before = this.#session.require(supervisors)
    if (!before.ok) return before
    if (accountId === before.value.accountId) return fail('STAFF-NOT-ALLOWED', 'the own account')
    const confirmed = await this.#session.confirm(ownPassword)
    if (!confirmed.ok) return confirmed
    const set = await this.#accounts.setOneTimePassword(accountId, oneTimePassword, confirmed.value.accountId)
    return set.ok ? ok() : set
  }
}
