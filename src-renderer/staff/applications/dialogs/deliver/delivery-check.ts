import type { ApplicationFacts, Delivery } from '../../../../../src-preload/contract.ts'

/** Whether there is a card so far that has to be handed in. */
export const hasOldCard = ({ kind, oldCard }: Pick<ApplicationFacts, 'kind' | 'oldCard'>): boolean => oldCard !== 'lost' && kind !== 'first' && kind !== 'reissueLost'

export type DeliveryNeed = 'face' | 'receipt' | 'documents' | 'agentReason' | 'oldCard'

/** What a clerk has not seen yet before the card is handed over (§A.6). A card sent home is shown to nobody here. */
export function deliveryNeeds({ mailed, faceMatches, receiptSigned, identityDocuments, actor, agentReason, oldCardHandedIn }: Delivery, facts: Pick<ApplicationFacts, 'kind' | 'oldCard'>): DeliveryNeed[] {
  const needs: readonly (readonly [DeliveryNeed, boolean])[] = [
    ['documents', !mailed && identityDocuments.length === 0],
    ['agentReason', actor === 'agent' && agentReason === null],
    ['face', !mailed && !faceMatches],
    ['oldCard', !mailed && hasOldCard(facts) && !oldCardHandedIn],
    ['receipt', !mailed && !receiptSigned],
  ]
  return needs.flatMap(([need, stands]) => (stands ? [need] : []))
}

/** Before anything was checked. @param mailed nobody was told to come: it can only go by post. */
export const emptyDelivery = (mailed: boolean, { pinForm, oldCard }: Pick<ApplicationFacts, 'pinForm' | 'oldCard'>): Delivery => ({
  notice: false,
  actor: 'self',
  identityDocuments: [],
  agentReason: null,
  faceMatches: false,
  // Taken with the application.
  oldCardHandedIn: oldCard === 'handedIn',
  pins: pinForm ? 'fromPinForm' : 'set',
  receiptSigned: false,
  mailed,
})
