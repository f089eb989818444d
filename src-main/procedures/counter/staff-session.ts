import type { Role, StaffSnapshot } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { StaffAccount, StaffAccounts } from '../../staff/staff-accounts.ts'
import type { Timers } from '../../timers.ts'

type Leaving = 'signOut' | 'lock' | 'idle' | 'disconnect'

/** A password that is being checked, and what came in between. */
interface Attempt {
  overtaken: Leaving | null
}

/** Who is at the staff screen. Locks itself after `lockAfter` milliseconds without a key. */
export class StaffSession {
  readonly #accounts: StaffAccounts
  readonly #audit: AuditLog
  readonly #timers: Timers
  readonly #lockAfter: number
  readonly #changed: () => void
  #account: StaffAccount | null = null
  #locked = false
  #attempt: Attempt | null = null
  #cancelLock: () => void = () => undefined

  constructor(parts: { accounts: StaffAccounts; audit: AuditLog; timers: Timers; lockAfter: number; changed: () => void }) {
    this.#accounts = parts.accounts
    this.#audit = parts.audit
    this.#timers = parts.timers
    this.#lockAfter = parts.lockAfter
    this.#changed = parts.changed
  }

  view(): StaffSnapshot['session'] {
    if (!this.#account) return { state: this.#accounts.isEmpty() ? 'noAccounts' : 'signedOut' }
    const { accountId, displayName, role } = this.#account
    if (this.#locked) return { state: 'locked', accountId, displayName }
    return this.#account.passwordDue ? { state: 'passwordDue', accountId, displayName } : { state: 'signedIn', accountId, displayName, role }
  }

  /** The account that may act now; STAFF-SIGNED-OUT, or STAFF-NOT-ALLOWED below the role that is needed. */
  require(roles?: readonly Role[]): Result<StaffAccount> {
    if (!this.#account || this.#locked || this.#account.passwordDue) return fail('STAFF-SIGNED-OUT')
    if (roles && !roles.includes(this.#account.role)) return fail('STAFF-NOT-ALLOWED')
    return ok(this.#account)
  }

  /**
   * The port writes the sign-in to the audit log itself, with the attempt it counts. STAFF-SIGNED-OUT when
   * the screen was left, or someone else asked to come in, while the password was being checked.
   */
  async signIn(accountId: string, password: string): Promise<Result<void>> {
    const attempt: Attempt = { overtaken: null }
    if (this.#attempt) this.#attempt.overtaken = 'signOut'
    this.#attempt = attempt
    const account = await this.#accounts.signIn(accountId, password)
    if (this.#attempt === attempt) this.#attempt = null
    if (!account.ok) return account
    if (attempt.overtaken !== null) {
      const recorded = this.#audit.record({ type: 'staff-signed-out', actor: account.value.accountId, how: attempt.overtaken })
      return recorded.ok ? fail('STAFF-SIGNED-OUT') : recorded
    }
    if (this.#account && this.#account.accountId !== account.value.accountId) {
      const left = this.leave('signOut')
      if (!left.ok) return left
    }
    this.#account = account.value
    this.#locked = false
    this.active()
    this.#changed()
    return ok()
  }

  unlock(password: string): Promise<Result<void>> {
    if (!this.#account) return Promise.resolve(fail('STAFF-SIGNED-OUT'))
    return this.signIn(this.#account.accountId, password)
  }

  /** By the person at the screen; who came in with a one-time password is signed in by it. */
  async changePassword(oldPassword: string, newPassword: string): Promise<Result<void>> {
    if (!this.#account || this.#locked) return fail('STAFF-SIGNED-OUT')
    const { accountId } = this.#account
    const changed = await this.#accounts.changePassword(accountId, oldPassword, newPassword)
    if (!changed.ok) return this.#refused(changed)
    if (!this.#isHere(accountId)) return ok()
    this.#account = changed.value
    this.#changed()
    return ok()
  }

  /** The password of the person at the screen once more, before something that is not to be done at a screen left open. */
  async confirm(password: string): Promise<Result<StaffAccount>> {
    const account = this.require()
    if (!account.ok) return account
    const confirmed = await this.#accounts.signIn(account.value.accountId, password)
    if (!confirmed.ok) return this.#refused(confirmed)
    return this.#isHere(account.value.accountId) ? this.require() : fail('STAFF-SIGNED-OUT')
  }

  /** Any key or click: the lock's clock starts over. */
  active(): void {
    this.#cancelLock()
    if (this.#account && !this.#locked) {
      this.#cancelLock = this.#timers.after(this.#lockAfter, () => {
        const locked = this.leave('idle')
        if (!locked.ok) this.#changed()
      })
    }
  }

  /** Locking works even when it can't be written down: an open screen is the greater harm. */
  leave(how: Leaving): Result<void> {
    if (this.#attempt) this.#attempt.overtaken = how
    if (!this.#account || (this.#locked && how !== 'signOut')) return ok()
    const actor = this.#account.accountId
    this.#cancelLock()
    if (how === 'signOut') this.#account = null
    else this.#locked = true
    const recorded = this.#audit.record({ type: 'staff-signed-out', actor, how })
    this.#changed()
    return recorded
  }

  /** Asked again after a wait: someone else may be at the screen by then. */
  #isHere(accountId: string): boolean {
    return this.#account?.accountId === accountId
  }

  /** Whoever guesses until the account is closed has no business at the open screen either. */
  #refused<T>(refused: Extract<Result<T>, { ok: false }>): Result<never> {
    if (refused.failure.code === 'STAFF-LOCKED-OUT') {
      const left = this.leave('lock')
      if (!left.ok) return left
    }
    return refused
  }

  close(): void {
    this.#cancelLock()
  }
}
