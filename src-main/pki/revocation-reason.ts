import type { RevocationReason } from './certificate-status.ts'

/** CRLReason of RFC 5280 §5.3.1. 7 is not used, and 8 (removeFromCRL) takes an entry back instead of giving a reason. */
const reasons: ReadonlyMap<number, RevocationReason> = new Map([
  [0, 'unspecified'],
  [1, 'keyCompromise'],
  [2, 'caCompromise'],
  [3, 'affiliationChanged'],
  [4, 'superseded'],
  [5, 'cessationOfOperation'],
  [6, 'certificateHold'],
  [9, 'privilegeWithdrawn'],
  [10, 'aaCompromise'],
])

/** The reason with this number, or null where RFC 5280 has none for a revoked certificate. */
export const revocationReason = (number: number): RevocationReason | null => reasons.get(number) ?? null
