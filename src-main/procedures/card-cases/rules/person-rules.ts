import type { CaseFinding } from '../../../../src-preload/contract.ts'
import { addMonths } from './calendar.ts'
import { documentsFor, identified } from './identity.ts'
import type { ActorRule, CardWorkRules } from './rules-schema.ts'
import { finding, type CaseSituation } from './situation.ts'

/** The rule for whoever came; null when nobody is chosen yet or this person may not. */
export function actorRule({ kind, facts }: CaseSituation, rules: CardWorkRules): ActorRule | null {
  return facts.actor === null ? null : rules.kinds[kind].actors[facts.actor]
}

/** Documents that are asked for besides the card. A reservation was made by face and chip, so other ones may be enough. */
export function identityWanted(situation: CaseSituation, rules: CardWorkRules): { actor: ActorRule['identity']; principal: ActorRule['identity'] } {
  const rule = actorRule(situation, rules)
  if (rule === null) return { actor: [], principal: [] }
  if (situation.facts.actor === 'self') {
    return { actor: usesReservation(situation, rules) ? rules.storeReservation.identity : rule.identity, principal: [] }
  }
  return { actor: rule.identity, principal: rule.principalIdentity }
}

export const usesReservation = ({ kind, facts }: CaseSituation, rules: CardWorkRules): boolean =>
  kind === 'pinReset' && facts.reservation !== null && rules.storeReservation.accepted

/** Who may act, how they are identified, and by what authority (reference counter-procedures §B.3, §B.5). */
export function personFindings(situation: CaseSituation, rules: CardWorkRules): CaseFinding[] {
  const { facts, holder, profile } = situation
  const rule = actorRule(situation, rules)
  if (facts.actor === null) return [finding('actor')]
  if (rule === null) return [finding('actorNotAllowed')]
  const findings: CaseFinding[] = []
  if (facts.actor === 'self') {
    if (holder.young) findings.push(finding('notGrownUp'))
    if (facts.ward) findings.push(finding('actorNotAllowed'))
  } else {
    if (profile === 'post-office') findings.push(finding('personOnly'))
    if (facts.representative === null) findings.push(finding('representativeDetails'))
    if (rule.powerOfAttorney && !facts.powerOfAttorney) findings.push(finding('powerOfAttorney'))
    if (rule.authority) findings.push(...authorityFindings(situation, rules))
  }
  // Only those who can't act alone have a legal representative; an agent is named by somebody who can.
  if (facts.actor === 'legalRepresentative' && !holder.young && !facts.ward) findings.push(finding('notRepresentable'))
  // Whoever asks for a protected person may be the one they are protected from (§D.8).
  if (facts.actor === 'agent' && (holder.young || facts.ward || holder.protected)) findings.push(finding('actorNotAllowed'))
  const wanted = identityWanted(situation, rules)
  const shown = situation.factsOfToday ? facts : { actorDocuments: [], principalDocuments: [] }
  if (!identified(shown.actorDocuments, wanted.actor, documentsFor(facts.actor, rules.documents))) findings.push(finding('actorIdentity'))
  if (facts.actor !== 'self' && !identified(shown.principalDocuments, wanted.principal, documentsFor('self', rules.documents))) {
    findings.push(finding('principalIdentity'))
  }
  return [...findings, ...inquiryFindings(situation, rule)]
}

function authorityFindings({ facts, holder, today }: CaseSituation, rules: CardWorkRules): CaseFinding[] {
  const { authority } = facts
  if (authority === null) return [finding('authorityDocument')]
  if (authority.how === 'onFile') return []
  // One household proves nothing about a guardian appointed by a court.
  if (authority.how === 'sameHousehold') return holder.young && !facts.ward && holder.representativeInHousehold ? [] : [finding('authorityNotFitting')]
  const document = rules.authorityDocuments.find((each) => each.id === authority.document)
  const proves = facts.ward ? 'guardian' : 'parent'
  if (!document?.proves.includes(proves)) return [finding('authorityNotFitting')]
  if (authority.issuedOn > today) return [finding('datesImpossible')]
  const tooOld = document.maxAgeMonths !== null && addMonths(authority.issuedOn, document.maxAgeMonths) < today
  return tooOld ? [finding('authorityTooOld')] : []
}

/** Whether 照会書 has to be posted, or was. */
export const needsInquiry = ({ facts }: CaseSituation, rule: ActorRule | null): boolean =>
  rule !== null && (rule.visits === 'inquiry' || (rule.visits === 'inquiryOrNotice' && !facts.noticeAnswer))

function inquiryFindings(situation: CaseSituation, rule: ActorRule): CaseFinding[] {
  const { inquiry, today } = situation
  if (!needsInquiry(situation, rule)) return []
  if (inquiry === null) return [finding('inquiryNotSent')]
  if (inquiry.receivedOn === null) return [finding(today > inquiry.dueOn ? 'answerTooLate' : 'answerOutstanding')]
  if (inquiry.receivedOn > inquiry.dueOn) return [finding('answerTooLate')]
  // Not on one day: an answer that was never in the post shows nothing about who lives at the address.
  if (inquiry.receivedOn <= inquiry.postedOn) return [finding('datesImpossible')]
  return inquiry.accepted === true ? [] : [finding('answerNotAccepted')]
}
