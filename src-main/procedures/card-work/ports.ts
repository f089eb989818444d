import type { AuditLog } from '../../audit/audit-log.ts'
import type { OpenCard } from '../../card/individual-number-card.ts'
import type { PinRules } from '../../card/pin-rules/pin-rules.ts'
import type { CardWork } from '../card-cases/card-work-task.ts'

/** What the resident's part of a clerk's work on the card needs of the house. */
export interface CardWorkPorts {
  readonly work: CardWork
  readonly openCard: OpenCard
  readonly audit: AuditLog
}

export interface CardWorkProcedureRules {
  readonly pins: PinRules
  /** `staff`: the last PIN try waits for a clerk's yes. `refuse`: it is not spent. */
  readonly lastTry: 'staff' | 'refuse'
}
