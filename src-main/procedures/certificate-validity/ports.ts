import type { CardValidity, CertificateValidity } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { OpenCard } from '../../card/individual-number-card.ts'
import type { Clock } from '../../clock.ts'
import type { CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { CertificateStatus } from '../../pki/certificate-status.ts'
import type { Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { Language } from '../../../src-preload/contract.ts'
import type { AlertBoard } from '../counter/alert-board.ts'

/** What is printed on request: what the screen shows, and nothing of whose card it is. */
export interface ValidityFindings {
  readonly certificates: readonly CertificateValidity[]
  readonly card: CardValidity | null
}

export interface ValidityPorts {
  readonly openCard: OpenCard
  readonly certificateStatus: Readonly<Record<CertificateKind, CertificateStatus>>
  readonly receiptPrinter: ReceiptPrinter
  readonly validityReceipt: (findings: ValidityFindings, language: Language) => Receipt
  readonly audit: AuditLog
  readonly alerts: AlertBoard
  readonly clock: Clock
}

export interface ValidityRules {
  /** `staff`: the last try of the password waits for a clerk's yes. `refuse`: nobody is here, so it is not spent. */
  readonly lastTry: 'staff' | 'refuse'
  /** 更新 begins the day after so many months before the last day (reference counter-procedures §C: 3). */
  readonly renewalMonthsBefore: number
}
