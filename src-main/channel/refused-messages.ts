import type { FailureCode } from '../../src-preload/contract.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { Delays } from '../timers.ts'

interface Kind {
  readonly side: 'resident' | 'staff'
  readonly code: FailureCode
  readonly messageType: string
}

interface Counted {
  readonly kind: Kind
  /** Refused and not in the log yet. */
  times: number
  cancel: () => void
}

const minute = 60_000

/**
 * 拒否した要求の記録. A page gone wrong may send without end, and the log is kept for years: the first of a kind is written
 * at once, those after it as one entry a minute with how many they were, until a minute has passed without any.
 */
export class RefusedMessages {
  readonly #audit: AuditLog
  readonly #timers: Delays
  readonly #onBug: (where: string, error: unknown) => void
  readonly #counted = new Map<string, Counted>()

  constructor(parts: { audit: AuditLog; timers: Delays; onBug: (where: string, error: unknown) => void }) {
    this.#audit = parts.audit
    this.#timers = parts.timers
    this.#onBug = parts.onBug
  }

  /** `messageType`: one of the contract's, or "unreadable"; never what a page wrote, so that there are only so many kinds. */
  note(kind: Kind): void {
    const key = `${kind.side} ${kind.code} ${kind.messageType}`
    const counted = this.#counted.get(key)
    if (counted) {
      counted.times += 1
      return
    }
    this.#write(kind, 1)
    this.#count(key, kind)
  }

  /** Writes what was counted and not written. */
  close(): void {
    for (const { kind, times, cancel } of this.#counted.values()) {
      cancel()
      if (times > 0) this.#write(kind, times)
    }
    this.#counted.clear()
  }

  #count(key: string, kind: Kind): void {
    const cancel = this.#timers.after(minute, () => {
      const times = this.#counted.get(key)?.times ?? 0
      this.#counted.delete(key)
      if (times === 0) return
      this.#write(kind, times)
      this.#count(key, kind)
    })
    this.#counted.set(key, { kind, times: 0, cancel })
  }

  #write(kind: Kind, times: number): void {
    const recorded = this.#audit.record({ type: 'message-refused', ...kind, times })
    if (!recorded.ok) this.#onBug('audit of a refused message', new Error(recorded.failure.code))
  }
}
