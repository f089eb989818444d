import type { FailureCode } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { IndividualNumberCard } from '../../card/individual-number-card.ts'
import { fail, type Result } from '../../failures/result.ts'
import type { PinKind } from '../../issuer/issuer-terminal.ts'
import type { PinBuffer } from './pin-buffer.ts'

export const codeOf = (result: Result<unknown>): FailureCode | null => (result.ok ? null : result.failure.code)
export const outcomeOf = (result: Result<unknown>): 'success' | 'failure' => (result.ok ? 'success' : 'failure')

/** What a VERIFY came to; `triesLeft` is what the card says is left after PIN-WRONG. */
export type Verified = Result<void> & { readonly triesLeft: number | null }

/**
 * One VERIFY of what the resident entered, sent once whatever the answer, and audited before the answer is handed on.
 * The buffer is zeroed unless the PIN was right, also for one key alone of 住民基本台帳用 (PIN-PARTLY-CHANGED).
 */
export async function verifyPin(audit: AuditLog, sessionId: string, card: IndividualNumberCard, kind: PinKind, pin: PinBuffer): Promise<Verified> {
  let verified: Result<void> | null = null
  try {
    verified = await pin.lend((bytes) => card.verifyPin(kind, bytes))
  } finally {
    if (!verified?.ok && verified?.failure.code !== 'PIN-PARTLY-CHANGED') pin.wipe()
  }
  const wrong = !verified.ok && verified.failure.code === 'PIN-WRONG'
  const tries = wrong ? await card.pinTries(kind) : null
  const triesLeft = tries?.ok ? tries.value.left : null
  const result: Result<void> = triesLeft === 0 ? fail('PIN-BLOCKED') : verified
  const recorded = audit.record({ type: 'pin-verified', sessionId, pin: kind, outcome: outcomeOf(result), code: codeOf(result), triesLeft })
  if (!recorded.ok) {
    pin.wipe()
    return { ...recorded, triesLeft }
  }
  // Wrong, and the card does not say any more how often: what is in its way now is the message, not the PIN.
  return tries?.ok === false ? { ...tries, triesLeft } : { ...result, triesLeft }
}
