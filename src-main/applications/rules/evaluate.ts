import { photoReasons, type ApplicationFinding, type ClerkPhotoReason, type ExpressGround } from '../../../src-preload/contract.ts'
import { renewalFrom } from '../../procedures/card-cases/rules/calendar.ts'
import { documentsFor, identified } from '../../procedures/card-cases/rules/identity.ts'
import type { IdentityDocument } from '../../procedures/card-cases/rules/rules-schema.ts'
import { ageRangeOn } from '../../residents/dates/age.ts'
import { earliestDay, formatIsoLike, isComplete, latestDay, parseCivilDate, type CompleteDate } from '../../residents/dates/civil-date.ts'
import type { CivilDate } from '../../residents/resident.ts'
import { cardValidUntil } from './card-validity.ts'
import { expressFindings, expressLastDay } from './express.ts'
import type { ApplicationRules } from './rules-schema.ts'
import { finding, type ApplicationSituation } from './situation.ts'

/** Ages that a birth date allows; unknown parts are decided for the younger, who is protected. */
export interface Ages {
  readonly under1: boolean
  readonly under15: boolean
}

export interface ApplicationEvaluation {
  readonly findings: readonly ApplicationFinding[]
  readonly ages: Ages | null
  readonly feeYen: number
  /** ISO; null while the birth date is not known in full. */
  readonly cardValidUntil: string | null
  /** Last day on which 特急発行 may be asked for; null: not asked for, or its beginning is not known. */
  readonly expressUntil: string | null
  /** What a clerk has to look at in the photo. */
  readonly ask: readonly ClerkPhotoReason[]
}

const civil = (iso: string): CompleteDate => {
  const date = parseCivilDate(iso)
  if (date === null || !isComplete(date)) throw new Error(`not a day: ${iso}`)
  return date
}

export function agesOn(birth: CivilDate, today: string, rules: ApplicationRules): Ages {
  const { youngest } = ageRangeOn(birth, civil(today))
  return { under1: youngest < rules.photo.notUnderAge, under15: youngest < rules.ownActFromAge }
}

/** Whether an application may be received, and what it costs and leads to. Pure. */
export function evaluateApplication(situation: ApplicationSituation, rules: ApplicationRules, documents: readonly IdentityDocument[]): ApplicationEvaluation {
  const { facts, applicant, today } = situation
  const birth = applicant?.birthDate ?? (facts.birthDate === null ? null : parseCivilDate(facts.birthDate))
  const ages = birth === null ? null : agesOn(birth, today, rules)
  const complete = birth !== null && isComplete(birth) ? birth : null
  return {
    findings: [
      ...offerFindings(situation),
      ...formFindings(situation),
      ...personFindings(situation, ages, birth),
      ...collectionFindings(situation, rules, documents),
      ...photoFindings(situation, rules, ages),
      ...expressFindings(situation, rules, complete),
      ...periodFindings(situation, rules),
    ],
    ages,
    feeYen: feeOf(situation, rules),
    cardValidUntil: complete === null ? null : cardValidUntil(complete, civil(today), facts.stay?.until ?? null, rules),
    expressUntil: expressLastDay(situation, rules, complete),
    ask: situation.photo === null || situation.photo.confirmed ? [] : clerkReasons(situation.photo, rules),
  }
}

/** Whether somebody has to look at a photo before it is taken. */
const isAsked = ({ findings, exception }: Pick<NonNullable<ApplicationSituation['photo']>, 'findings' | 'exception'>, { photo }: ApplicationRules): boolean =>
  photo.confirmedByClerk === 'always' || findings.length > 0 || exception !== null

/** A photo of a photo is not seen by the machine, so it is among what a clerk is asked whenever one is asked at all. */
export function clerkReasons(photo: Pick<NonNullable<ApplicationSituation['photo']>, 'findings' | 'exception'>, rules: ApplicationRules): ClerkPhotoReason[] {
  const { findings } = photo
  if (!isAsked(photo, rules)) return []
  return photoReasons.clerk.filter((reason) => reason === 'photoOfPhoto' || findings.includes(reason))
}

export function feeOf({ facts }: Pick<ApplicationSituation, 'facts'>, rules: ApplicationRules): number {
  const kind = rules.kinds[facts.kind]
  const fee = (facts.express === null ? null : kind.expressFee) ?? kind.fee
  const { signature, userAuthentication } = facts.certificates
  return fee.card + (signature || userAuthentication ? fee.certificates : 0)
}

/** Grounds of 特急発行 that a kind of application can have. */
export const expressGroundsFor = (kind: ApplicationSituation['facts']['kind'], rules: ApplicationRules): ExpressGround[] =>
  Object.entries(rules.express)
    .filter(([, { kinds }]) => rules.kinds[kind].expressFee !== null && kinds.includes(kind))
    .map(([ground]) => ground as ExpressGround)

function offerFindings({ facts, offered }: ApplicationSituation): ApplicationFinding[] {
  const findings: ApplicationFinding[] = []
  if (!offered.kinds.includes(facts.kind)) findings.push(finding('kindNotOffered'))
  if (!offered.collections.includes(facts.collection)) findings.push(finding('collectionNotOffered'))
  return findings
}

/** The pre-move form is void: its 申請書ID is tied to the address it was printed for (§A.2, §I.2). */
function formFindings({ facts, form, formUsed, applicant }: ApplicationSituation): ApplicationFinding[] {
  if (facts.formId === null) return [finding('formId')]
  if (formUsed) return [finding('formUsed')]
  if (facts.movedSinceForm === true) return [finding('formStale')]
  if (form === null) return facts.movedSinceForm === null ? [finding('moveNotAsked')] : []
  const ofAnother = applicant !== null && applicant.residentId !== form.residentId
  // Given out on the day of the move itself, it is the new one.
  const before = applicant?.addressSince != null && applicant.addressSince > form.issuedOn
  return ofAnother || before ? [finding('formStale')] : []
}

function personFindings({ facts, applicant, today }: ApplicationSituation, ages: Ages | null, birth: CivilDate | null): ApplicationFinding[] {
  const findings: ApplicationFinding[] = []
  if (applicant === null && facts.applicant === null) findings.push(finding('applicant'))
  if (applicant !== null && !applicant.current) findings.push(finding('residentNotCurrent'))
  if (facts.birthDate === null) findings.push(finding('birthDate'))
  else if (facts.birthDate > today) findings.push(finding('bornInFuture'))
  else if (applicant !== null && !fits(facts.birthDate, applicant.birthDate)) findings.push(finding('birthDateDiffers'))
  const represented = facts.ward || (birth !== null && ages?.under15 === true)
  if (represented && facts.representative === null) findings.push(finding('representative'))
  if (facts.certificates.signature && ages?.under15 === true) findings.push(finding('signatureUnder15'))
  if (facts.certificates.signature && facts.ward) findings.push(finding('signatureWard'))
  return findings
}

/** A birth date whose parts are not all recorded fits every day it may be. */
function fits(day: string, recorded: CivilDate): boolean {
  return formatIsoLike(earliestDay(recorded)) <= day && day <= formatIsoLike(latestDay(recorded))
}

function collectionFindings({ facts }: ApplicationSituation, rules: ApplicationRules, documents: readonly IdentityDocument[]): ApplicationFinding[] {
  const rule = rules.collections[facts.collection]
  const findings: ApplicationFinding[] = []
  const withBirthReport = facts.express?.withBirthReport === true
  // 特急発行 is for those who appear, but for a newborn whose 出生届 brings it (§A.5).
  if ((rule.present || (facts.express !== null && !withBirthReport)) && !facts.present) findings.push(finding('presence'))
  if (rule.identity.length > 0 && !identified(facts.identityDocuments, rule.identity, documentsFor('self', documents))) findings.push(finding('identity'))
  if (rule.pinForm && !facts.pinForm) findings.push(finding('pinForm'))
  // Handed in where the new card comes by post; at the counter it is taken against the new one.
  if (rules.kinds[facts.kind].oldCard && rule.present && facts.oldCard !== 'handedIn') findings.push(finding('oldCard'))
  return findings
}

function photoFindings({ photo }: ApplicationSituation, rules: ApplicationRules, ages: Ages | null): ApplicationFinding[] {
  if (ages?.under1 === true) return photo === null ? [] : [finding('photoNotAllowed')]
  if (photo === null) return [finding('photo')]
  if (photo.returned) return [finding('photoReturned')]
  const machine: readonly string[] = photoReasons.machine
  const found = photo.findings.some((reason) => machine.includes(reason))
  if (found && photo.exception === null) return [finding('photoFindings')]
  return isAsked(photo, rules) && !photo.confirmed ? [finding('photoNotConfirmed')] : []
}

function periodFindings({ facts, applicant, today }: ApplicationSituation, rules: ApplicationRules): ApplicationFinding[] {
  const findings: ApplicationFinding[] = []
  if (applicant?.foreign === true && facts.stay === null) findings.push(finding('stayUntil'))
  if (facts.stay?.until != null && facts.stay.until < today) findings.push(finding('stayOver'))
  if (facts.kind === 'renewal' && facts.oldCardUntil !== null && today < renewalFrom(facts.oldCardUntil, rules.renewalMonthsBefore)) findings.push(finding('renewalTooEarly'))
  return findings
}

