import type { AuditLog } from '../audit/audit-log.ts'
import type { CardIdentity, IndividualNumberCard, OpenCard } from '../card/individual-number-card.ts'
import { ok, type Result } from '../failures/result.ts'
import { codeOf, outcomeOf } from './pin/pin-steps.ts'

interface OpeningPorts {
  readonly openCard: OpenCard
  readonly audit: AuditLog
}

/**
 * Opens the card, looks at it and writes that down. Whatever stops this, a full store or a bug among it, lets the card
 * go: nobody else holds it yet. `expected`: CARD-SWAPPED for another card than this.
 */
export async function openCard<Seen>(
  { openCard: open, audit }: OpeningPorts,
  sessionId: string,
  look: (card: IndividualNumberCard) => Promise<Result<Seen>>,
  expected: CardIdentity | null = null,
): Promise<Result<Seen & { readonly card: IndividualNumberCard }>> {
  const opened = expected === null ? await open() : await open(expected)
  if (!opened.ok) {
    const recorded = record(audit, sessionId, opened)
    return recorded.ok ? opened : recorded
  }
  const card = opened.value
  let kept = false
  try {
    const looked = await look(card)
    const recorded = record(audit, sessionId, looked)
    if (!recorded.ok) return recorded
    if (!looked.ok) return looked
    kept = true
    return ok({ ...looked.value, card })
  } finally {
    if (!kept) await card.release()
  }
}

const record = (audit: AuditLog, sessionId: string, result: Result<unknown>): Result<void> =>
  audit.record({ type: 'card-opened', sessionId, outcome: outcomeOf(result), code: codeOf(result) })
