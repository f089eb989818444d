import type { SqliteAuditLog } from '../../audit/sqlite-audit-log.ts'
import type { Clock } from '../../clock.ts'
import type { OutboxWriter } from '../outbox/outbox-writer.ts'
import type { ApplicationChange } from './application-store.ts'
import type { ApplicationRecord } from './application-transitions.ts'

/** What was given as the reason, without free text. */
export function applicationReasonOf(change: ApplicationChange): string | null {
  switch (change.kind) {
    case 'return':
    case 'refuse':
      return change.reason
    case 'exceptPhoto':
      return change.exception
    case 'leave':
      return change.by
    default:
      return null
  }
}

/** Tells the audit log and the outbox about an application, inside the transaction that changes it. */
export class ApplicationEvents {
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

  opened({ applicationId, number, kind, origin }: ApplicationRecord, actor: string): void {
    this.#audit.appendWithin({ type: 'application-opened', applicationId, number, kind, origin, actor })
  }

  changed(before: ApplicationRecord, after: ApplicationRecord, change: ApplicationChange, actor: string): void {
    const { applicationId } = after
    this.#audit.appendWithin({ type: 'application-changed', applicationId, change: change.kind, from: before.state, to: after.state, actor, reason: applicationReasonOf(change) })
    if (before.state !== after.state) this.#publish(before, after)
  }

  batch(batchId: string, change: 'opened' | 'closed', actor: string): void {
    this.#audit.appendWithin({ type: 'application-batch-changed', batchId, change, actor })
  }

  packet(packetId: string, change: 'begun' | 'made' | 'handedOver', applications: number, actor: string): void {
    this.#audit.appendWithin({ type: 'application-packet-changed', packetId, change, applications, actor })
  }

  recovered(drafts: number): void {
    this.#audit.appendWithin({ type: 'applications-recovered', drafts })
  }

  /** The row id names the application to others: its own id opens it and stays here. */
  #publish(before: ApplicationRecord, after: ApplicationRecord): void {
    const at = this.#clock.now()
    const { rowId, number, kind, state, version, lastOn } = after
    this.#outbox.appendWithin('card-application.changed', { terminal: this.#terminal, at: at.toISOString(), from: before.state, application: { rowId, number, kind, state, version, lastOn } }, at)
  }
}
