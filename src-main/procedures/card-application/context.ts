import {
  emptyApplicationFacts,
  type ApplicationFacts,
  type ApplicationKind,
  type ChosenPhoto,
  type ClerkPhotoReason,
  type FailureCode,
  type ResidentScreen,
} from '../../../src-preload/contract.ts'
import { agesOn, clerkReasons, expressGroundsFor } from '../../applications/rules/evaluate.ts'
import { parseCivilDate } from '../../residents/dates/civil-date.ts'
import type { Outcome } from '../resident-procedure.ts'
import type { CardApplicationRules } from './ports.ts'
import type { ApplicationSteps, Finished } from './steps.ts'

/** What the resident can be asked; also where "saved" leads on. */
export type Question = 'kind' | 'express' | 'form' | 'moved' | 'birthDate' | 'wishes' | 'collection' | 'photo' | 'photoAsk' | 'confirm'

/** A draft that a clerk gave to this screen, for its photo. */
export interface GivenDraft {
  readonly applicationId: string
  readonly facts: ApplicationFacts
  readonly photo: KeptPhotoView | null
}

/** What is known here of the photo that is kept; its bytes are in the store alone. */
export interface KeptPhotoView extends Pick<ChosenPhoto, 'source' | 'findings'> {
  readonly asked: readonly ClerkPhotoReason[]
}

export interface ApplicationInput {
  readonly steps: ApplicationSteps
  readonly rules: CardApplicationRules
  /** ISO, in Japan; asked once: a session does not last over midnight in what it calculates. */
  readonly today: string
  readonly given: GivenDraft | null
}

export interface ApplicationContext extends ApplicationInput {
  readonly facts: ApplicationFacts
  readonly chosen: ApplicationKind | null
  /** Null until the first answer: there is nothing to keep before. */
  readonly applicationId: string | null
  /** 申請書ID so far. */
  readonly digits: string
  readonly scanned: boolean
  readonly formRefused: Extract<ResidentScreen, { kind: 'applicationForm' }>['refused']
  readonly birthDateRefused: boolean
  readonly photo: KeptPhotoView | null
  /** A clerk looked at the photo and did not accept it. */
  readonly photoNotAccepted: boolean
  readonly photosTaken: number
  readonly photoRefused: FailureCode | null
  /** Where to go when the answers are kept. */
  readonly after: Question
  readonly finished: Finished | null
  readonly slipFailure: FailureCode | null
  readonly failure: FailureCode | null
  readonly outcome: Outcome
}

export function startingContext(input: ApplicationInput): ApplicationContext {
  const { given, rules } = input
  return {
    ...input,
    facts: given?.facts ?? { ...emptyApplicationFacts(rules.offered.kinds[0] ?? 'first'), present: true },
    chosen: given?.facts.kind ?? null,
    applicationId: given?.applicationId ?? null,
    digits: '',
    scanned: false,
    formRefused: null,
    birthDateRefused: false,
    photo: given?.photo ?? null,
    photoNotAccepted: false,
    photosTaken: 0,
    photoRefused: null,
    after: 'form',
    finished: null,
    slipFailure: null,
    failure: null,
    outcome: 'stopped',
  }
}

/** Another kind is another application; what was answered about the person stays. */
export function kindChosen({ facts, rules }: ApplicationContext, kind: ApplicationKind): Partial<ApplicationContext> {
  const oldCard = kind === 'first' ? 'none' : kind === 'reissueLost' ? 'lost' : 'kept'
  const collection = rules.offered.collections.includes(facts.collection) ? facts.collection : (rules.offered.collections[0] ?? facts.collection)
  return { chosen: kind, facts: { ...facts, kind, express: facts.kind === kind ? facts.express : null, oldCard, collection }, after: 'form' }
}

export const hasExpress = ({ rules }: Pick<ApplicationContext, 'rules'>, kind: ApplicationKind): boolean => expressGroundsFor(kind, rules.application).length > 0

/** Nobody in Japan has come to be this old; a wrong century is a slip of the finger. */
const oldestAge = 125

export function isBirthDate(date: string, today: string): boolean {
  const parsed = parseCivilDate(date)
  return parsed !== null && date <= today && Number(today.slice(0, 4)) - parsed.year < oldestAge
}

const agesOf = ({ facts, rules, today }: Pick<ApplicationContext, 'facts' | 'rules' | 'today'>): ReturnType<typeof agesOn> | null => {
  const birth = facts.birthDate === null ? null : parseCivilDate(facts.birthDate)
  return birth === null ? null : agesOn(birth, today, rules.application)
}

/** Under 15 there is no 署名用電子証明書 here (reference counter-procedures §A.2). */
export const isSignatureAllowed = (context: Pick<ApplicationContext, 'facts' | 'rules' | 'today'>): boolean => agesOf(context)?.under15 !== true

/** Under one year the card has no photo (reference counter-procedures §A.3). */
export const isPhotoNeeded = (context: Pick<ApplicationContext, 'facts' | 'rules' | 'today'>): boolean => agesOf(context)?.under1 !== true

export function birthDateGiven(context: ApplicationContext, date: string): Partial<ApplicationContext> {
  if (!isBirthDate(date, context.today)) return { birthDateRefused: true }
  const facts = { ...context.facts, birthDate: date }
  const changed = date !== context.facts.birthDate
  const allowed = isSignatureAllowed({ ...context, facts })
  // Issued unless not wanted (§A.2); for a child, not at all.
  const signature = changed ? allowed : facts.certificates.signature && allowed
  return { facts: { ...facts, certificates: { ...facts.certificates, signature } }, birthDateRefused: false, after: 'wishes' }
}

export const afterWishes = (context: ApplicationContext): Question => (context.rules.offered.collections.length > 1 ? 'collection' : afterDetails(context))
export const afterDetails = (context: ApplicationContext): Question => (isPhotoNeeded(context) ? (context.photo === null ? 'photo' : isPhotoAsked(context) ? 'photoAsk' : 'confirm') : 'confirm')

/** Whether a clerk is asked about the photo that is kept. */
export const isPhotoAsked = ({ photo }: Pick<ApplicationContext, 'photo'>): boolean => photo !== null && photo.asked.length > 0

export function photoKept({ photosTaken, rules }: ApplicationContext, { source, findings }: Pick<ChosenPhoto, 'source' | 'findings'>): Partial<ApplicationContext> {
  return { photo: { source, findings, asked: clerkReasons({ findings, exception: null }, rules.application) }, photoNotAccepted: false, photosTaken: photosTaken + 1, photoRefused: null }
}
