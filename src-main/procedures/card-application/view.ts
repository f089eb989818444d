import type { SnapshotFrom } from 'xstate'
import { emptyApplicationFacts, type ApplicationFacts, type ApplicationWishes, type CollectionWay, type ProcedureStep, type ResidentScreen } from '../../../src-preload/contract.ts'
import { cardValidUntil } from '../../applications/rules/card-validity.ts'
import { expressGroundsFor, feeOf } from '../../applications/rules/evaluate.ts'
import { isComplete, parseCivilDate } from '../../residents/dates/civil-date.ts'
import { required } from '../machine-parts.ts'
import type { ScreenView } from '../resident-procedure.ts'
import { can, failedView, stepsOf, working } from '../view-parts.ts'
import { isSignatureAllowed, type ApplicationContext, type Question } from './context.ts'
import type { applicationMachine } from './machine.ts'

type Snapshot = SnapshotFrom<typeof applicationMachine>

const at = stepsOf(['application', 'form', 'details', 'photo', 'confirm', 'slip'])

const stepOf: Readonly<Record<Question, ProcedureStep>> = {
  kind: 'application',
  express: 'application',
  form: 'form',
  moved: 'form',
  birthDate: 'details',
  wishes: 'details',
  collection: 'details',
  photo: 'photo',
  photoAsk: 'photo',
  confirm: 'confirm',
}

const questions = Object.keys(stepOf) as Question[]

/** The machine's state as the glass may show it. */
export function applicationView(snapshot: Snapshot): ScreenView {
  const { context } = snapshot
  const question = questions.find((each) => snapshot.matches(each))
  if (question !== undefined) return { screen: screenOf(question, context), progress: at(stepOf[question]), can: can(!(question === 'photo' && context.given !== null), true, mayGoOn(question, context)) }
  if (snapshot.matches('slip')) return { screen: slipScreen(context), progress: at('slip'), can: can(false, true, true) }
  if (snapshot.matches('failed')) return failedView(context.failure ?? 'INTERNAL', false)
  if (snapshot.matches('printing')) return working('printingSlip', at('slip'))
  if (snapshot.matches('finishing') || snapshot.matches('taking')) return working('registering', at('confirm'))
  // What takes no time to speak of shows what comes next, and takes no answer yet.
  const coming = snapshot.matches('checkingForm') ? 'form' : snapshot.matches('keepingPhoto') ? 'photo' : snapshot.matches('saving') ? context.after : null
  return coming === null ? working('registering', null) : { screen: screenOf(coming, context), progress: at(stepOf[coming]), can: can(false, false, false) }
}

function mayGoOn(question: Question, context: ApplicationContext): boolean {
  switch (question) {
    case 'form':
      return context.digits !== ''
    case 'wishes':
    case 'photo':
    case 'confirm':
      return true
    case 'photoAsk':
      return context.photo !== null
    default:
      return false
  }
}

function screenOf(question: Question, context: ApplicationContext): ResidentScreen {
  const { facts, photo } = context
  switch (question) {
    case 'kind':
    case 'express':
      return kindScreen(context, question === 'express')
    case 'form':
      return { kind: 'applicationForm', digits: context.digits, scanned: context.scanned, refused: context.formRefused }
    case 'moved':
      return { kind: 'applicationMoved' }
    case 'birthDate':
    case 'wishes':
    case 'collection':
      return {
        kind: 'applicationDetails',
        question,
        birthDate: facts.birthDate,
        birthDateRefused: context.birthDateRefused,
        wishes: wishesOf(facts),
        signatureAllowed: isSignatureAllowed(context),
        collections: collectionsOf(context),
        collection: facts.collection,
      }
    case 'photo':
      return { kind: 'photo', taken: context.photosTaken, fileAllowed: context.rules.offered.photoFile, refused: context.photoRefused }
    case 'photoAsk':
      return { kind: 'photoAsk', findings: [...(photo?.findings ?? [])], asked: [...(photo?.asked ?? [])], state: context.photoNotAccepted ? 'notAccepted' : 'waitingForStaff' }
    case 'confirm':
      return confirmScreen(context, required(facts.birthDate))
  }
}

function kindScreen({ rules, chosen, facts }: ApplicationContext, asksForExpress: boolean): ResidentScreen {
  return {
    kind: 'applicationKind',
    kinds: rules.offered.kinds.map((application) => ({ application, fee: feeOf({ facts: emptyApplicationFacts(application) }, rules.application) })),
    chosen,
    express: asksForExpress && chosen !== null ? expressGroundsFor(chosen, rules.application) : [],
    expressChosen: asksForExpress ? (facts.express?.ground ?? null) : null,
  }
}

function confirmScreen(context: ApplicationContext, birthDate: string): ResidentScreen {
  const { facts, photo, rules } = context
  const birth = parseCivilDate(birthDate)
  const today = parseCivilDate(context.today)
  const until = birth !== null && isComplete(birth) && today !== null && isComplete(today) ? cardValidUntil(birth, today, facts.stay?.until ?? null, rules.application) : null
  return {
    kind: 'applicationConfirm',
    application: facts.kind,
    express: facts.express?.ground ?? null,
    formId: facts.formId,
    birthDate,
    wishes: wishesOf(facts),
    collection: facts.collection,
    photo: photo === null ? null : { source: photo.source },
    fee: feeOf({ facts }, rules.application),
    cardValidUntil: until,
  }
}

function slipScreen({ finished, slipFailure }: ApplicationContext): ResidentScreen {
  const { application, next } = required(finished)
  return {
    kind: 'applicationSlip',
    number: application.number,
    slip: slipFailure === null ? 'printed' : 'failed',
    failure: slipFailure,
    next,
    collection: application.collection,
    express: application.express,
  }
}

const wishesOf = ({ certificates, braille, formerName }: ApplicationFacts): ApplicationWishes => ({ ...certificates, braille, formerName })
const collectionsOf = ({ rules }: ApplicationContext): CollectionWay[] => [...rules.offered.collections]
