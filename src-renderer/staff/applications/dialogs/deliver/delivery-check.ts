import type { ApplicationFacts, ApplicationRow, Delivery } from '../../../../../src-preload/contract.ts'

/** Whether there is a card so far that has to be handed in. */
export const hasOldCard = ({ kind, oldCard }: Pick<ApplicationFacts, 'kind' | 'oldCard'>): boolean => oldCard !== 'lost' && kind !== 'first' && kind !== 'reissueLost'

/** As the clerk fills it in: how the PINs came to be is said, never assumed. */
export type DeliveryDraft = Omit<Delivery, 'pins'> & { readonly pins: Delivery['pins'] | null }

export type DeliveryNeed = 'pins' | 'face' | 'receipt' | 'documents' | 'agentReason' | 'oldCard'

/** What a clerk has not seen yet before the card is handed over (§A.6). A card sent home is shown to nobody here. */
export function deliveryNeeds({ mailed, faceMatches, receiptSigned, identityDocuments, actor, agentReason, oldCardHandedIn, pins }: DeliveryDraft, facts: Pick<ApplicationFacts, 'kind' | 'oldCard'>): DeliveryNeed[] {
  const needs: readonly (readonly [DeliveryNeed, boolean])[] = [
    ['documents', !mailed && identityDocuments.length === 0],
    ['agentReason', actor === 'agent' && agentReason === null],
    ['face', !mailed && !faceMatches],
    ['oldCard', !mailed && hasOldCard(facts) && !oldCardHandedIn],
    ['pins', pins === null],
    ['receipt', !mailed && !receiptSigned],
  ]
  return needs.flatMap(([need, stands]) => (stands ? [need] : []))
}

/** What can be said of the PINs; that the card took them here, only when it did. */
export const pinChoices = (pinSetting: ApplicationRow['pinSetting']): Delivery['pins'][] => [...(pinSetting === 'done' ? (['set'] as const) : []), 'atTerminal', 'fromPinForm', 'none']

/** @returns null while something is not said. */
export const asDelivery = ({ pins, ...delivery }: DeliveryDraft): Delivery | null => (pins === null ? null : { ...delivery, pins })

/** Before anything was checked. @param mailed nobody was told to come: it can only go by post. */
export const emptyDelivery = (mailed: boolean, { pinForm, oldCard }: Pick<ApplicationFacts, 'pinForm' | 'oldCard'>, pinSetting: ApplicationRow['pinSetting']): DeliveryDraft => ({
  notice: false,
  actor: 'self',
  identityDocuments: [],
  agentReason: null,
  faceMatches: false,
  // Taken with the application.
  oldCardHandedIn: oldCard === 'handedIn',
  // What goes by post was set from the form, there being nobody to set it.
  pins: pinSetting === 'done' ? 'set' : mailed || pinForm ? 'fromPinForm' : null,
  receiptSigned: false,
  mailed,
})
