import type { Role } from '../../src-preload/contract.ts'
import type { Result } from '../failures/result.ts'

export interface StaffAccount {
  readonly accountId: string
  readonly displayName: string
  readonly role: Role
  readonly disabled: boolean
  /** The password was set by somebody else: nothing may be done with it but setting one's own. */
  readonly passwordDue: boolean
}

export interface ListedAccount extends StaffAccount {
  /** Closed now, after too many wrong passwords. */
  readonly locked: boolean
}

/**
 * Port: staff accounts of this terminal. Passwords are kept as scrypt hashes only.
 * Failures: STAFF-BAD-CREDENTIALS (also for unknown and disabled accounts, same time taken),
 * STAFF-LOCKED-OUT, STAFF-PASSWORD-ENDED (only to who knows it), STAFF-EXISTS, STAFF-NOT-FOUND, STAFF-WEAK-PASSWORD, STORE-*.
 */
export interface StaffAccounts {
  signIn(accountId: string, password: string): Promise<Result<StaffAccount>>
  add(account: { accountId: string; displayName: string; role: Role }, password: string): Promise<Result<StaffAccount>>
  /** By the person: the old password is counted and judged as at a sign-in. The new one must be another. */
  changePassword(accountId: string, oldPassword: string, newPassword: string): Promise<Result<StaffAccount>>
  /** By `actor`, for somebody who forgot theirs: opens a locked account, and the next sign-in, within 24 hours, must set a new one. Not for disabled accounts. */
  setOneTimePassword(accountId: string, password: string, actor: string): Promise<Result<StaffAccount>>
  /** Opens a locked account; its password stays. */
  unlock(accountId: string, actor: string): Result<StaffAccount>
  list(): Result<readonly ListedAccount[]>
  disable(accountId: string): Result<StaffAccount>
  isEmpty(): boolean
}
