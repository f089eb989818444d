import type Database from 'better-sqlite3'
import type { Role } from '../../src-preload/contract.ts'
import { operator } from '../audit/actors.ts'
import type { SqliteAuditLog } from '../audit/sqlite-audit-log.ts'
import type { Clock } from '../clock.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { StoreConnection } from '../queue/database/store-connection.ts'
import { hashPassword, verifyPassword, type PasswordCost } from './password-hash.ts'
import { checkPassword } from './password-rules.ts'
import type { ListedAccount, StaffAccount, StaffAccounts } from './staff-accounts.ts'

interface AccountRow {
  account_id: string
  display_name: string
  role: Role
  disabled: 0 | 1
  password_hash: string
  consecutive_failures: number
  locked_until: number | null
  /** When a one-time password ends, Unix milliseconds. Null: the password is of the person's own choosing. */
  password_ends_at: number | null
}

/** Five wrong passwords in a row close an account for a quarter of an hour. */
const failuresBeforeLock = 5
const lockMilliseconds = 15 * 60 * 1000

/** Somebody else knows it, and it was told or written down: it is for today. */
const oneTimeMilliseconds = 24 * 60 * 60 * 1000

/** Letters, digits and . _ - so that an id reads the same on every screen and in every log. */
const accountIdPattern = /^[a-z0-9][a-z0-9._-]{1,31}$/

/** Stands in the audit log where no account has the id that was typed: it might be a password in the wrong field. */
const unknownActor = 'unknown'

/** An account has many spellings at the keyboard. */
const idOf = (typed: string): string => typed.normalize('NFKC').toLowerCase()

const accountOf = (row: AccountRow): StaffAccount => ({
  accountId: row.account_id,
  displayName: row.display_name,
  role: row.role,
  disabled: row.disabled === 1,
  passwordDue: row.password_ends_at !== null,
})

export class SqliteStaffAccounts implements StaffAccounts {
  readonly #connection: StoreConnection
  readonly #clock: Clock
  readonly #audit: SqliteAuditLog
  readonly #cost: PasswordCost
  readonly #byId: Database.Statement<[string], AccountRow>
  readonly #all: Database.Statement<[], AccountRow>
  readonly #insert: Database.Statement<[string, string, string, string, number]>
  readonly #setAttempts: Database.Statement<[number, number | null, string]>
  readonly #setPassword: Database.Statement<[string, number | null, string]>
  readonly #disable: Database.Statement<[string]>
  /** Of no password: what an unknown id is compared with, so that it takes as long as a known one. */
  #decoy: Promise<string> | null = null

  constructor(connection: StoreConnection, clock: Clock, audit: SqliteAuditLog, cost: PasswordCost) {
    this.#connection = connection
    this.#clock = clock
    this.#audit = audit
    this.#cost = cost
    const { database } = connection
    const columns = 'account_id, display_name, role, disabled, password_hash, consecutive_failures, locked_until, password_ends_at'
    this.#byId = database.prepare(`SELECT ${columns} FROM staff_account WHERE account_id = ?`)
    this.#all = database.prepare(`SELECT ${columns} FROM staff_account ORDER BY account_id`)
    this.#insert = database.prepare('INSERT INTO staff_account (account_id, display_name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)')
    this.#setAttempts = database.prepare('UPDATE staff_account SET consecutive_failures = ?, locked_until = ? WHERE account_id = ?')
    this.#setPassword = database.prepare('UPDATE staff_account SET password_hash = ?, password_ends_at = ? WHERE account_id = ?')
    this.#disable = database.prepare('UPDATE staff_account SET disabled = 1 WHERE account_id = ?')
  }

  /** Also writes the audit entry `staff-signed-in`, in the transaction that counts the attempt. */
  async signIn(accountId: string, password: string): Promise<Result<StaffAccount>> {
    const id = idOf(accountId)
    const compared = await this.#compare(id, password)
    if (!compared.ok) return compared
    let verdict: Result<StaffAccount> = fail('STAFF-BAD-CREDENTIALS')
    const settled = this.#connection.transact(() => {
      const row = this.#byId.get(id)
      verdict = this.#judge(row, compared.value(row))
      this.#audit.appendWithin({
        type: 'staff-signed-in',
        actor: row?.account_id ?? unknownActor,
        outcome: verdict.ok ? 'success' : 'failure',
        code: verdict.ok ? null : verdict.failure.code,
      })
      return ok()
    })
    return settled.ok ? verdict : settled
  }

  async add(account: { accountId: string; displayName: string; role: Role }, password: string): Promise<Result<StaffAccount>> {
    const { accountId, displayName, role } = account
    if (!accountIdPattern.test(accountId)) return fail('MESSAGE-INVALID', 'account id: 2 to 32 of a-z, 0-9, ".", "_", "-"')
    if (displayName.trim() === '' || displayName.length > 64) return fail('MESSAGE-INVALID', 'display name: 1 to 64 characters')
    const strong = checkPassword(password, accountId)
    if (!strong.ok) return strong
    const hash = await hashPassword(password, this.#cost)
    return this.#connection.transact(() => {
      if (this.#byId.get(accountId) !== undefined) return fail('STAFF-EXISTS')
      this.#insert.run(accountId, displayName.trim(), role, hash, this.#clock.now().getTime())
      this.#audit.appendWithin({ type: 'staff-account-changed', actor: operator, account: accountId, change: 'added' })
      return ok({ accountId, displayName: displayName.trim(), role, disabled: false, passwordDue: false })
    })
  }

  async changePassword(accountId: string, oldPassword: string, newPassword: string): Promise<Result<StaffAccount>> {
    const id = idOf(accountId)
    const strong = checkPassword(newPassword, id)
    if (!strong.ok) return strong
    if (oldPassword.normalize('NFKC') === newPassword.normalize('NFKC')) return fail('STAFF-WEAK-PASSWORD', 'the same as the old one')
    const compared = await this.#compare(id, oldPassword)
    if (!compared.ok) return compared
    const hash = await hashPassword(newPassword, this.#cost)
    let verdict: Result<StaffAccount> = fail('STAFF-BAD-CREDENTIALS')
    const settled = this.#connection.transact(() => {
      const row = this.#byId.get(id)
      verdict = this.#judge(row, compared.value(row))
      const actor = row?.account_id ?? unknownActor
      if (verdict.ok) {
        this.#setPassword.run(hash, null, actor)
        this.#audit.appendWithin({ type: 'staff-account-changed', actor, account: actor, change: 'passwordChanged' })
        verdict = ok({ ...verdict.value, passwordDue: false })
      } else this.#audit.appendWithin({ type: 'staff-password-refused', actor, code: verdict.failure.code })
      return ok()
    })
    return settled.ok ? verdict : settled
  }

  async setOneTimePassword(accountId: string, password: string, actor: string): Promise<Result<StaffAccount>> {
    const strong = checkPassword(password, accountId)
    if (!strong.ok) return strong
    const hash = await hashPassword(password, this.#cost)
    return this.#connection.transact(() => {
      const row = this.#byId.get(accountId)
      if (row === undefined || row.disabled === 1) return fail('STAFF-NOT-FOUND')
      this.#setPassword.run(hash, this.#clock.now().getTime() + oneTimeMilliseconds, accountId)
      this.#setAttempts.run(0, null, accountId)
      this.#audit.appendWithin({ type: 'staff-account-changed', actor, account: accountId, change: 'oneTimePasswordSet' })
      return ok({ ...accountOf(row), passwordDue: true })
    })
  }

  unlock(accountId: string, actor: string): Result<StaffAccount> {
    return this.#connection.transact(() => {
      const row = this.#byId.get(accountId)
      if (row === undefined || row.disabled === 1) return fail('STAFF-NOT-FOUND')
      this.#setAttempts.run(0, null, accountId)
      this.#audit.appendWithin({ type: 'staff-account-changed', actor, account: accountId, change: 'unlocked' })
      return ok(accountOf(row))
    })
  }

  list(): Result<readonly ListedAccount[]> {
    return this.#connection.read(() => ok(this.#all.all().map((row) => ({ ...accountOf(row), locked: this.#isLocked(row) }))))
  }

  disable(accountId: string): Result<StaffAccount> {
    return this.#connection.transact(() => {
      const row = this.#byId.get(accountId)
      if (row === undefined) return fail('STAFF-NOT-FOUND')
      if (row.disabled === 0) {
        this.#disable.run(accountId)
        this.#audit.appendWithin({ type: 'staff-account-changed', actor: operator, account: accountId, change: 'disabled' })
      }
      return ok({ ...accountOf(row), disabled: true })
    })
  }

  /** False also when the store can't say: nobody is invited to make a first account then. */
  isEmpty(): boolean {
    const accounts = this.list()
    return accounts.ok && accounts.value.length === 0
  }

  /**
   * Takes its time, outside any transaction. What it answers is asked again of the row inside one: attempts running
   * side by side count one after the other, and none gets past a lock or a password that was changed meanwhile.
   */
  async #compare(id: string, password: string): Promise<Result<(row: AccountRow | undefined) => boolean>> {
    const before = this.#connection.read(() => ok(this.#byId.get(id)))
    if (!before.ok) return before
    const hash = before.value?.password_hash ?? (await this.#decoyHash())
    const matches = await verifyPassword(password, hash)
    return ok((row) => matches && row?.password_hash === hash)
  }

  #isLocked({ locked_until: until }: AccountRow): boolean {
    return until !== null && this.#clock.now().getTime() < until
  }

  /** Counts the attempt, inside the caller's transaction. A locked account learns nothing about the password. */
  #judge(row: AccountRow | undefined, matches: boolean): Result<StaffAccount> {
    if (row === undefined || row.disabled === 1) return fail('STAFF-BAD-CREDENTIALS')
    if (this.#isLocked(row)) return fail('STAFF-LOCKED-OUT')
    if (matches) {
      if (row.consecutive_failures > 0 || row.locked_until !== null) this.#setAttempts.run(0, null, row.account_id)
      if (row.password_ends_at !== null && this.#clock.now().getTime() >= row.password_ends_at) return fail('STAFF-PASSWORD-ENDED')
      return ok(accountOf(row))
    }
    const failures = row.consecutive_failures + 1
    const locks = failures >= failuresBeforeLock
    this.#setAttempts.run(locks ? 0 : failures, locks ? this.#clock.now().getTime() + lockMilliseconds : null, row.account_id)
    return fail(locks ? 'STAFF-LOCKED-OUT' : 'STAFF-BAD-CREDENTIALS')
  }

  #decoyHash(): Promise<string> {
    this.#decoy ??= hashPassword('', this.#cost)
    return this.#decoy
  }
}
