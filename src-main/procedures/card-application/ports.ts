import type { ApplicationKind, CollectionWay } from '../../../src-preload/contract.ts'
import type { SlipFacts } from '../../applications/desk/ports.ts'
import type { ResidentApplications } from '../../applications/intake.ts'
import type { ApplicationRules } from '../../applications/rules/rules-schema.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import type { Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { ApplicationStore, StoredApplication } from '../../queue/applications/application-store.ts'

export interface CardApplicationPorts {
  readonly applications: Pick<ResidentApplications, 'begin' | 'save' | 'takeOver' | 'formVerdict' | 'keepPhoto' | 'submit' | 'giveUp'>
  readonly store: Pick<ApplicationStore, 'get' | 'openPersonal' | 'change' | 'subscribe'>
  readonly receiptPrinter: Pick<ReceiptPrinter, 'print'>
  /** 受付票 */
  readonly applicationSlip: (application: StoredApplication, facts: SlipFacts) => Receipt
  readonly audit: AuditLog
  readonly clock: Clock
}

export interface CardApplicationRules {
  readonly application: ApplicationRules
  /** What this terminal takes, in the order in which it is offered. */
  readonly offered: { readonly kinds: readonly ApplicationKind[]; readonly collections: readonly CollectionWay[]; readonly photoFile: boolean }
}
