import type { CaseFinding } from '../../../../src-preload/contract.ts'
import { addDays, daysBetween, renewalFrom } from './calendar.ts'
import { usesReservation } from './person-rules.ts'
import type { CardWorkRules } from './rules-schema.ts'
import { finding, type CaseSituation } from './situation.ts'
import { planWork, type WorkPlan } from './work-plan.ts'

const jpkiPins: ReadonlySet<string> = new Set(['userAuthentication', 'signature'])

/** What the card, its certificates and PINs, and the days allow (reference counter-procedures §B, §C, §G.5). */
export function cardFindings(situation: CaseSituation, rules: CardWorkRules): CaseFinding[] {
  const { kind, facts, card, today } = situation
  const plan = planWork(situation, rules)
  const findings: CaseFinding[] = []
  const cardHere = facts.cardPresented && situation.factsOfToday && card !== null
  if (rules.kinds[kind].card && !cardHere) findings.push(finding('cardNotPresented'))
  if (card?.expiresOn != null && card.expiresOn < today && kind !== 'cardReturn' && kind !== 'suspension') findings.push(finding('cardExpired'))
  if (plan.works.some((work) => !situation.issuerWork.has(work))) findings.push(finding('issuerCannot'))
  findings.push(...signatureFindings(situation, rules, plan), ...pinFindings(situation, rules, plan), ...certificateFindings(situation, rules, plan))
  if (kind === 'recordUpdate' && facts.changedItems.length === 0) findings.push(finding('changedItems'))
  if (kind === 'suspension' && facts.loss === null) findings.push(finding('lossReason'))
  if (kind === 'cardDelivery') {
    if (!situation.faceTyped) findings.push(finding('faceNotTyped'))
    if (card?.faceAuthentication === true) findings.push(finding('faceCardNoPins'))
  }
  if (kind === 'continuedUse') findings.push(...moveFindings(situation, rules))
  if (kind === 'faceAuthenticationSwitch') {
    if (card?.faceAuthentication === true) findings.push(finding('faceCardAlready'))
    const until = card?.userAuthentication?.validUntil ?? null
    if (card !== null && (until === null || until < today)) findings.push(finding('userAuthenticationNeeded'))
  }
  return findings
}

/** 署名用: not for the young and for wards in principle, never on a 顔認証 card, never without 利用者証明用. */
function signatureFindings(situation: CaseSituation, rules: CardWorkRules, plan: WorkPlan): CaseFinding[] {
  const { kind, facts, holder, card, today } = situation
  if (!plan.certificates.includes('signature') && !plan.choose.includes('signature')) return []
  const findings: CaseFinding[] = []
  // What was not applied for is not delivered: the application has no exception.
  const exception = kind !== 'cardDelivery' && rules.signatureException && facts.signatureException && facts.actor === 'legalRepresentative'
  if (holder.young && !exception) findings.push(finding('under15NoSignature'))
  if (facts.ward && !exception) findings.push(finding('wardNoSignature'))
  if (card?.faceAuthentication === true) findings.push(finding('faceCardNoSignature'))
  const until = card?.userAuthentication?.validUntil ?? null
  const issuesBoth = plan.certificates.includes('userAuthentication')
  if (plan.certificates.includes('signature') && !issuesBoth && card !== null && (until === null || until < today)) findings.push(finding('userAuthenticationNeeded'))
  return findings
}

function pinFindings(situation: CaseSituation, rules: CardWorkRules, plan: WorkPlan): CaseFinding[] {
  const { kind, facts, card, now } = situation
  const findings: CaseFinding[] = []
  const blocked = plan.enter.filter((pin) => card?.tries.some((each) => each.pin === pin && each.left === 0))
  const unknown = plan.enter.filter((pin) => !facts.pinsKnown.includes(pin) || blocked.includes(pin))
  if (kind !== 'pinReset') return unknown.length > 0 ? [finding('pinsNotKnown', unknown)] : []
  if (facts.pins.length === 0) findings.push(finding('pinsNotChosen'))
  if (card?.faceAuthentication === true) findings.push(finding('faceCardNoPins'))
  // A PIN belongs to its certificate: where the chip has none, 発行 sets it.
  const without = facts.pins.filter((pin) => (pin === 'signature' && card?.signature === false) || (pin === 'userAuthentication' && card !== null && card.userAuthentication === null))
  if (without.length > 0) findings.push(finding('certificateAbsent', without))
  if (facts.reservation === null) return findings
  const { madeAt, otherPin } = facts.reservation
  const age = now.getTime() - Date.parse(madeAt)
  if (!usesReservation(situation, rules) || age < 0 || age > rules.storeReservation.hours * 3_600_000) findings.push(finding('reservationOver'))
  if (facts.pins.length !== 1 || facts.pins.some((pin) => !jpkiPins.has(pin) || pin === otherPin) || facts.actor !== 'self') findings.push(finding('reservationScope'))
  if (unknown.length > 0) findings.push(finding('reservationOtherPin', unknown))
  const until = card?.userAuthentication?.validUntil
  if (until !== undefined && until < situation.today) findings.push(finding('certificateExpired'))
  return findings
}

function certificateFindings(situation: CaseSituation, rules: CardWorkRules, plan: WorkPlan): CaseFinding[] {
  const { kind, card, today } = situation
  if (kind !== 'certificateIssue' && kind !== 'certificateRenewal' && kind !== 'suspensionRelease') return []
  const findings: CaseFinding[] = []
  if (plan.certificates.length === 0) findings.push(finding('certificatesNotChosen'))
  // Both were stopped; 署名用 alone would hang on a 利用者証明用 that never comes back.
  if (kind === 'suspensionRelease' && plan.certificates.length > 0 && !plan.certificates.includes('userAuthentication')) findings.push(finding('userAuthenticationNeeded'))
  if (kind !== 'certificateRenewal' || card === null) return findings
  if (plan.certificates.includes('signature') && card.signature === false) findings.push(finding('certificateAbsent'))
  if (!plan.certificates.includes('userAuthentication')) return findings
  const until = card.userAuthentication?.validUntil ?? null
  if (until === null) findings.push(finding('certificateAbsent'))
  else if (until < today) findings.push(finding('certificateExpired'))
  else if (today < renewalFrom(until, rules.renewalMonthsBefore)) findings.push(finding('tooEarlyToRenew'))
  return findings
}

/** 継続利用: 転入届 within 14 days of moving and 30 days of the planned 転出, 継続利用 within 90 days of 転入届 (§G.5). */
function moveFindings({ facts, today }: CaseSituation, rules: CardWorkRules): CaseFinding[] {
  const { move } = facts
  if (move === null) return [finding('moveDates')]
  const { movedOn, plannedMoveOutOn, notifiedOn } = move
  if (movedOn > notifiedOn || notifiedOn > today) return [finding('datesImpossible')]
  const { notifyWithinDaysOfMove, notifyWithinDaysOfPlan, applyWithinDaysOfNotice } = rules.continuedUse
  const findings: CaseFinding[] = []
  if (daysBetween(movedOn, notifiedOn) > notifyWithinDaysOfMove || notifiedOn > addDays(plannedMoveOutOn, notifyWithinDaysOfPlan)) findings.push(finding('movedInTooLate'))
  if (today > addDays(notifiedOn, applyWithinDaysOfNotice)) findings.push(finding('continuedUseTooLate'))
  return findings
}
