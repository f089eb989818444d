import type { CaseFinding, CaseGuidance } from '../../../../src-preload/contract.ts'
import { cardFindings } from './card-rules.ts'
import { guidanceFor } from './guidance.ts'
import type { IdentityAlternative } from './identity.ts'
import { actorRule, identityWanted, needsInquiry, personFindings, usesReservation } from './person-rules.ts'
import type { CardWorkRules } from './rules-schema.ts'
import { finding, type CaseSituation } from './situation.ts'
import { planWork, type WorkPlan } from './work-plan.ts'

export interface CaseEvaluation {
  /** Empty: every rule is kept. */
  readonly findings: readonly CaseFinding[]
  readonly guidance: readonly CaseGuidance[]
  readonly required: { readonly actorIdentity: readonly IdentityAlternative[]; readonly principalIdentity: readonly IdentityAlternative[] }
  readonly plan: WorkPlan
  readonly inquiryNeeded: boolean
  readonly secondPerson: 'none' | 'otherClerk' | 'supervisor'
  readonly feeYen: number
}

/** Judges a case by the rules, as it stands now. Pure: the same situation and rules, the same answer. */
export function evaluateCase(seen: CaseSituation, rules: CardWorkRules): CaseEvaluation {
  const situation = { ...seen, card: asTheFaceSays(seen) }
  const rule = rules.kinds[situation.kind]
  const inquiryNeeded = needsInquiry(situation, actorRule(situation, rules))
  const findings: CaseFinding[] = [...placeFindings(situation, rules), ...personFindings(situation, rules), ...cardFindings(situation, rules)]
  if (situation.facts.oldForm) findings.push(finding('newForm'))
  const formWanted = usesReservation(situation, rules) ? rules.storeReservation.form : rule.form
  if (formWanted && !(situation.facts.formSigned && situation.factsOfToday)) findings.push(finding('formNotSigned'))
  if (rule.secondPerson !== 'none' && situation.secondPerson === null) findings.push(finding('secondPerson'))
  const wanted = identityWanted(situation, rules)
  return {
    findings: withoutRepeats(findings),
    guidance: guidanceFor(situation, findings, inquiryNeeded),
    required: { actorIdentity: wanted.actor, principalIdentity: wanted.principal },
    plan: planWork(situation, rules),
    inquiryNeeded,
    secondPerson: rule.secondPerson,
    feeYen: rule.feeYen,
  }
}

/** Whether it is a 顔認証 card is written on it (§B.6); the chip of a card whose PINs are all blocked can't be told from one. */
function asTheFaceSays({ card, facts }: CaseSituation): CaseSituation['card'] {
  return card !== null && facts.notFaceCard ? { ...card, faceAuthentication: false } : card
}

/** Where it may be done and for whom (郵便局事務取扱法; reference counter-procedures §B.5). */
function placeFindings({ kind, kinds, holder, profile }: CaseSituation, rules: CardWorkRules): CaseFinding[] {
  const findings: CaseFinding[] = []
  const here = rules.kinds[kind].profiles.some((each) => each === profile)
  if (!here) findings.push(finding('notOffered'))
  else if (!kinds.includes(kind)) findings.push(finding(profile === 'post-office' ? 'notCommissioned' : 'notOffered'))
  const gone = holder.status === 'movedOut' || holder.status === 'deceased'
  // A card is handed back also for those who have left.
  if (gone && kind !== 'cardReturn') findings.push(finding('residentNotCurrent'))
  return findings
}

function withoutRepeats(findings: readonly CaseFinding[]): CaseFinding[] {
  return findings.filter((each, index) => findings.findIndex((other) => other.key === each.key) === index)
}
