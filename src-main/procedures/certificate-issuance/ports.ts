import type { AuditLog } from '../../audit/audit-log.ts'
import type { OpenCard } from '../../card/individual-number-card.ts'
import type { Clock } from '../../clock.ts'
import type { Result } from '../../failures/result.ts'
import type { CertificateIdentity, CertificateStatus } from '../../pki/certificate-status.ts'
import type { Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { RequestQueue, StoredRequest } from '../../queue/request-queue.ts'
import type { ResidentRegistry } from '../../residents/resident-registry.ts'
import type { AlertBoard } from '../counter/alert-board.ts'
import type { Extent, RecordOption, Service } from '../../../src-preload/contract.ts'

/** What the issuance procedure needs of the house; kiosk.ts decides what is behind each. */
export interface IssuancePorts {
  readonly openCard: OpenCard
  readonly certificateStatus: CertificateStatus
  readonly certificateIdentity: (certificateDer: Uint8Array) => Result<CertificateIdentity>
  /** Proof that the card holds the key: the signature over our own random challenge. */
  readonly verifyChallenge: (certificateDer: Uint8Array, challenge: Uint8Array, signature: Uint8Array) => Result<void>
  readonly registry: ResidentRegistry
  readonly queue: RequestQueue
  readonly receiptPrinter: ReceiptPrinter
  readonly receptionSlip: (request: StoredRequest) => Receipt
  readonly audit: AuditLog
  readonly alerts: AlertBoard
  readonly clock: Clock
}

export interface ServiceOffer {
  readonly service: Service
  readonly extent: Extent
  /** Fee in yen for one copy. */
  readonly fee: number
}

export interface IssuanceRules {
  readonly options: readonly RecordOption[]
  readonly maxCopies: number
  /** `staff`: the last PIN try waits for a clerk's yes. `refuse`: nobody is here, so the last try is not spent. */
  readonly lastTry: 'staff' | 'refuse'
}
