import { randomBytes } from 'node:crypto'
import type { AlertView, FailureCode } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'

type Kind = AlertView['kind']
type Block = NonNullable<AlertView['block']>

/** A card that is tapped a hundred times must not bury the rest of the screen; the log keeps them all. */
const mostAlerts = 50

/** What the clerk must know at once and the resident must not see (支援措置 and the like). */
export class AlertBoard {
  #alerts: AlertView[] = []
  readonly #listeners = new Set<() => void>()
  readonly #clock: Clock
  readonly #audit: AuditLog

  constructor(parts: { clock: Clock; audit: AuditLog }) {
    this.#clock = parts.clock
    this.#audit = parts.audit
  }

  list(): readonly AlertView[] {
    return this.#alerts
  }

  raise(kind: Kind, parts: { block?: Block; failure?: FailureCode } = {}): void {
    const alert: AlertView = {
      alertId: randomBytes(16).toString('hex'),
      at: this.#clock.now().toISOString(),
      kind,
      block: parts.block ?? null,
      failure: parts.failure ?? null,
    }
    this.#alerts = [...this.#alerts, alert].slice(-mostAlerts)
    // An alert that can't be written down is still shown; the store's own light tells of the store.
    const recorded = this.#audit.record({ type: 'alert-raised', kind, block: alert.block, code: alert.failure })
    if (!recorded.ok) this.#raiseUnrecorded(recorded.failure.code)
    this.#notify()
  }

  acknowledge(alertId: string, actor: string): Result<void> {
    const alert = this.#alerts.find((candidate) => candidate.alertId === alertId)
    if (!alert) return ok()
    const recorded = this.#audit.record({ type: 'alert-acknowledged', actor, kind: alert.kind })
    if (!recorded.ok) return recorded
    this.#remove((candidate) => candidate.alertId !== alertId)
    return ok()
  }

  /** A call that was answered, a last try that was decided: the alert has done its work. */
  clear(kind: Kind): void {
    this.#remove((candidate) => candidate.kind !== kind)
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #remove(keep: (alert: AlertView) => boolean): void {
    const kept = this.#alerts.filter(keep)
    if (kept.length === this.#alerts.length) return
    this.#alerts = kept
    this.#notify()
  }

  #raiseUnrecorded(failure: FailureCode): void {
    if (this.#alerts.some((alert) => alert.kind === 'deviceDown' && alert.failure === failure)) return
    this.#alerts = [
      ...this.#alerts,
      { alertId: randomBytes(16).toString('hex'), at: this.#clock.now().toISOString(), kind: 'deviceDown', block: null, failure },
    ]
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
