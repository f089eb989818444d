import type { CaseFinding, CaseGuidance } from '../../../../src-preload/contract.ts'
import type { CaseSituation } from './situation.ts'

/**
 * What the clerk says, and what must not be said. The first three rest on real wrong guidance (seed 003, 住民制度課だより;
 * reference counter-procedures §I): residents told to write on the card themselves, a form from before the move that
 * was taken, a release sent to the call centre.
 */
export function guidanceFor({ kind, facts, holder, profile, card }: CaseSituation, findings: readonly CaseFinding[], inquiryNeeded: boolean): CaseGuidance[] {
  const found = (key: CaseFinding['key']): boolean => findings.some((each) => each.key === key)
  const changesRecord = kind === 'recordUpdate' || kind === 'continuedUse'
  const moved = kind === 'continuedUse' || (kind === 'recordUpdate' && facts.changedItems.includes('address'))
  const signatureThere = card?.signature !== false && !card?.faceAuthentication
  const oneJpkiPin = facts.pins.length === 1 && facts.pins.some((pin) => pin === 'userAuthentication' || pin === 'signature')
  const given: readonly (readonly [CaseGuidance, boolean])[] = [
    ['neverWriteOnCard', changesRecord],
    ['oldFormNotUsable', facts.oldForm || moved],
    ['releaseAtHomeCounter', kind === 'suspensionRelease' || kind === 'suspension'],
    ['suspendByCallCentre', kind === 'suspension'],
    ['holdNeverLifted', kind === 'suspensionRelease' || kind === 'suspension'],
    ['signatureReissue', changesRecord && signatureThere && !holder.young && !facts.ward],
    ['pinResetFirst', found('pinsNotKnown')],
    ['sealedAnswer', inquiryNeeded],
    ['letterNotForwarded', inquiryNeeded],
    ['cardNotHandedOverHere', profile === 'post-office'],
    ['otherMunicipalityCounter', found('residentNotCurrent') || found('notCommissioned') || found('notOffered')],
    ['faceCardLosesSignature', kind === 'faceAuthenticationSwitch'],
    ['continuedUseDeadlines', kind === 'continuedUse'],
    ['issueInsteadOfRenewal', kind === 'certificateRenewal' && (found('certificateExpired') || found('certificateAbsent'))],
    ['returnedCardEnds', kind === 'cardReturn'],
    ['recordDelivery', kind === 'cardDelivery'],
    ['storeReservation', kind === 'pinReset' && facts.reservation === null && oneJpkiPin && !holder.young],
  ]
  return given.filter(([, applies]) => applies).map(([key]) => key)
}
