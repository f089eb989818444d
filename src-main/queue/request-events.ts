import type { Clock } from '../clock.ts'
import type { SqliteAuditLog } from '../audit/sqlite-audit-log.ts'
import type { OutboxWriter } from './outbox/outbox-writer.ts'
import type { RequestChange } from './request-queue.ts'
import { refundDue, storedRequest, type RequestRecord } from './request-record.ts'
import { jobOutcome } from './transitions.ts'

/** What a clerk or a device gave as the reason, without free text. */
export function reasonOf(change: RequestChange): string | null {
  switch (change.kind) {
    case 'void':
    case 'beginReissue':
      return change.reason
    case 'printFailed':
    case 'printUncertain':
    case 'slipFailed':
      return change.failure
    case 'resolveUncertain':
      return change.paperCameOut ? 'paperCameOut' : 'noPaper'
    case 'beginPrint':
    case 'printed':
    case 'pay':
    case 'handOver':
    case 'slipPrinted':
      return null
  }
}

/** Tells the audit log and the outbox about a request, inside the transaction that changes it. */
export class RequestEvents {
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

  received(record: RequestRecord, sessionId: string | null): void {
    this.#audit.appendWithin({ type: 'request-received', requestId: record.requestId, sessionId, number: record.number })
    this.#publish('request.received', record, { change: 'received', from: null })
  }

  changed(before: RequestRecord, after: RequestRecord, change: RequestChange, actor: string): void {
    const { requestId } = after
    const code = 'failure' in change ? change.failure : null
    this.#audit.appendWithin({
      type: 'request-changed',
      requestId,
      change: change.kind,
      from: before.state,
      to: after.state,
      actor,
      code,
      reason: reasonOf(change),
    })
    const outcome = jobOutcome(change)
    if (change.kind === 'beginPrint' || change.kind === 'beginReissue') {
      this.#audit.appendWithin({ type: 'print-begin', requestId, jobId: change.jobId, reissue: change.kind === 'beginReissue' })
    } else if (outcome !== null && before.jobId !== null) {
      this.#audit.appendWithin({ type: 'print-end', requestId, jobId: before.jobId, outcome, code })
    }
    this.#publish('request.changed', after, { change: change.kind, from: before.state })
  }

  /** The row id names the request to others: the request id opens it and stays here. */
  #publish(subject: string, record: RequestRecord, what: { change: string; from: string | null }): void {
    const at = this.#clock.now()
    const { rowId, number, sequence, service, extent, copies, fee, state, slip, reissues, failure, receivedYen, version } = storedRequest(record)
    const request = { rowId, number, sequence, service, extent, copies, fee, state, slip, reissues, failure, receivedYen, version }
    const payload = { terminal: this.#terminal, at: at.toISOString(), ...what, request, refundDue: refundDue(record) }
    this.#outbox.appendWithin(subject, payload, at)
  }
}
