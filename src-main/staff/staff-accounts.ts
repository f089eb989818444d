import type { Role } from '../../src-preload/contract.ts'
import type { Result } from '../failures/result.ts'

export interface StaffAccount {
  readonly accountId: string
  readonly displayName: string
  readonly role: Role
  readonly disabled: boolean
}

/**
 * Port: staff accounts of this terminal. Passwords are kept as scrypt hashes only.
 * Failures: STAFF-BAD-CREDENTIALS (also for unknown and disabled accounts, same time taken),
 * STAFF-LOCKED-OUT, STAFF-EXISTS, STAFF-NOT-FOUND, STAFF-WEAK-PASSWORD, STORE-*.
 */
export interface StaffAccounts {
  signIn(accountId: string, password: string): Promise<Result<StaffAccount>>
  add(account: { accountId: string; displayName: string; role: Role }, password: string): Promise<Result<StaffAccount>>
  list(): Result<readonly StaffAccount[]>
  disable(accountId: string): Result<StaffAccount>
  isEmpty(): boolean
}
