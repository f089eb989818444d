import type { SqliteAuditLog } from '../../audit/sqlite-audit-log.ts'
import type { Clock } from '../../clock.ts'
import type { OutboxWriter } from '../outbox/outbox-writer.ts'
import type { CardCaseChange } from './card-case-store.ts'
import type { CaseRecord } from './case-transitions.ts'

/** What a clerk or a device gave as the reason, without free text. */
export function caseReasonOf(change: CardCaseChange): string | null {
  switch (change.kind) {
    case 'refuse':
      return change.reason
    case 'receiveAnswer':
      return change.accepted ? 'accepted' : 'notAccepted'
    case 'confirm':
      return change.secondPerson
    case 'takeBack':
    case 'orderRefused':
    case 'orderNotSent':
    case 'orderUncertain':
    case 'linkFailed':
      return change.failure
    default:
      return null
  }
}

/** Tells the audit log and the outbox about a case, inside the transaction that changes it. */
export class CaseEvents {
  readonly #audit: SqliteAuditLog
  readonly #outbox: OutboxWriter
  readonly #clock: Clock
  readonly #terminal: string

  constructor(audit: SqliteAuditLog, outbox: OutboxWriter, clock: Clock, terminal: string) {
    this.#audit = audit
    this.#outbox = outbox
    this.#clock = clock
    this.#terminal = terminal
  }

  opened({ caseId, number, kind }: CaseRecord, actor: string): void {
    this.#audit.appendWithin({ type: 'card-case-opened', caseId, number, kind, actor })
  }

  changed(before: CaseRecord, after: CaseRecord, change: CardCaseChange, actor: string): void {
    const { caseId } = after
    const code = 'failure' in change ? change.failure : null
    this.#audit.appendWithin({ type: 'card-case-changed', caseId, change: change.kind, from: before.state, to: after.state, actor, code, reason: caseReasonOf(change) })
    this.#order(caseId, before, change)
    if (before.state !== after.state) this.#publish(before, after)
  }

  #order(caseId: string, before: CaseRecord, change: CardCaseChange): void {
    if (!('orderId' in change)) return
    const order = before.orders.find((each) => each.orderId === change.orderId)
    if (order === undefined) return
    const { orderId, work, doubtful } = order
    if (change.kind === 'beginOrder') this.#audit.appendWithin({ type: 'issuer-order-begin', caseId, orderId, work, repeated: doubtful })
    else {
      const outcome = { orderDone: 'done', orderRefused: 'refused', orderNotSent: 'notSent', orderUncertain: 'uncertain' } as const
      this.#audit.appendWithin({ type: 'issuer-order-end', caseId, orderId, work, outcome: outcome[change.kind], code: 'failure' in change ? change.failure : null })
    }
  }

  /** The row id names the case to others: the case id opens it and stays here. */
  #publish(before: CaseRecord, after: CaseRecord): void {
    const at = this.#clock.now()
    const { rowId, number, kind, state, version, failure } = after
    const payload = { terminal: this.#terminal, at: at.toISOString(), from: before.state, case: { rowId, number, kind, state, version, failure } }
    this.#outbox.appendWithin('card-case.changed', payload, at)
  }
}
