import type { ApplicationDetail, Delivery } from '../../../../../src-preload/contract.ts'

export type DeliveryNeed = 'face' | 'receipt' | 'documents' | 'agentReason' | 'oldCard'

/** What a clerk has not seen yet before the card is handed over (§A.6). A card sent home is shown to nobody here. */
export function deliveryNeeds({ mailed, faceMatches, receiptSigned, identityDocuments, actor, agentReason, oldCardHandedIn }: Delivery, { oldCard }: ApplicationDetail['facts']): DeliveryNeed[] {
  const kept = oldCard === 'kept' && !oldCardHandedIn
  const needs: readonly (readonly [DeliveryNeed, boolean])[] = [
    ['documents', !mailed && identityDocuments.length === 0],
    ['agentReason', actor === 'agent' && agentReason === null],
    ['face', !mailed && !faceMatches],
    ['oldCard', kept],
    ['receipt', !mailed && !receiptSigned],
  ]
  return needs.flatMap(([need, stands]) => (stands ? [need] : []))
}

export const emptyDelivery = (mailed: boolean, pinForm: boolean): Delivery => ({
  notice: false,
  actor: 'self',
  identityDocuments: [],
  agentReason: null,
  faceMatches: false,
  oldCardHandedIn: false,
  pins: pinForm ? 'fromPinForm' : 'set',
  receiptSigned: false,
  mailed,
})
