import type { AuditLog } from '../../audit/audit-log.ts'
import type { OpenCard } from '../../card/individual-number-card.ts'
import type { PinRules } from '../../card/pin-rules/pin-rules.ts'
import type { Clock } from '../../clock.ts'
import type { Result } from '../../failures/result.ts'
import type { CertificateIdentity } from '../../pki/certificate-status.ts'
import type { ResidentRegistry } from '../../residents/resident-registry.ts'

/** What a change of PIN needs of the house. */
export interface PinChangePorts {
  readonly openCard: OpenCard
  readonly certificateIdentity: (certificateDer: Uint8Array) => Result<CertificateIdentity>
  /** For the birth date behind the rules of a good PIN, and nothing else. */
  readonly registry: ResidentRegistry
  readonly audit: AuditLog
  readonly clock: Clock
}

export interface PinChangeRules {
  readonly pins: PinRules
  /** `staff`: the last PIN try waits for a clerk's yes. `refuse`: nobody is here, so the last try is not spent. */
  readonly lastTry: 'staff' | 'refuse'
}
