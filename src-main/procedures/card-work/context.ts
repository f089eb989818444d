import type { FailureCode, PinKind } from '../../../src-preload/contract.ts'
import { checkNewPin } from '../../card/pin-rules/check-new-pin.ts'
import type { IndividualNumberCard } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { CardWorkOutcome, CardWorkTask } from '../card-cases/card-work-task.ts'
import type { CardContext } from '../card-parts.ts'
import { nextAfter } from '../failure-next.ts'
import { noTries } from '../pin/tries.ts'
import type { CardWorkProcedureRules } from './ports.ts'
import type { CardWorkSteps, OpenedCard } from './steps.ts'
import { WorkSecrets } from './work-secrets.ts'

export interface CardWorkInput {
  readonly steps: CardWorkSteps
  readonly rules: CardWorkProcedureRules
  readonly task: CardWorkTask
  readonly reader: ReaderState
}

export interface CardWorkContext extends CardWorkInput, CardContext {
  readonly secrets: WorkSecrets
  /** The card that was proven to be the case's, held since. */
  readonly opened: OpenedCard | null
  /** How many of `task.enter` the card has confirmed, and of `task.choose` are chosen; both of the card that lies there. */
  readonly entered: number
  readonly chosen: number
  readonly done: CardWorkOutcome | null
  /** The case has been told how it ended. */
  readonly settled: boolean
}

/** Nothing of what a card had confirmed counts for the next one. */
const atTheBeginning = { entered: 0, chosen: 0, tries: noTries, wasWrong: false } satisfies Partial<CardWorkContext>

export function startingContext(input: CardWorkInput): CardWorkContext {
  return {
    ...input,
    ...atTheBeginning,
    secrets: new WorkSecrets(input.task),
    again: null,
    refusedInsertion: null,
    opened: null,
    done: null,
    settled: false,
    failure: null,
    outcome: 'stopped',
  }
}

type Change = Partial<CardWorkContext>

export const cardOpened = (opened: OpenedCard): Change => ({ ...atTheBeginning, opened, again: null })

/** The PIN that has to be entered next; null when all are. */
export const toEnter = ({ task, entered }: CardWorkContext): PinKind | null => task.enter[entered] ?? null
/** The PIN that has to be chosen next; null when all are. */
export const toChoose = ({ task, chosen }: CardWorkContext): PinKind | null => task.choose[chosen] ?? null

/** Before a PIN is asked for. */
export function triesOfNext(context: CardWorkContext): Change {
  const pin = toEnter(context)
  return { tries: (pin === null ? null : context.opened?.overview.pins[pin]) ?? noTries, wasWrong: false }
}

export const cardOf = ({ opened }: CardWorkContext): IndividualNumberCard | null => opened?.card ?? null

/** The card took it: it is not needed any more. */
export function pinConfirmed(context: CardWorkContext): Change {
  context.secrets.wipePads()
  return { entered: context.entered + 1, wasWrong: false }
}

/** Judges what was entered for a new PIN; touches no card. */
export function newPinEntered(context: CardWorkContext): Change {
  const { secrets, rules, task, opened } = context
  const pin = toChoose(context)
  const entry = pin === null ? null : secrets.entry(pin)
  if (pin === null || entry === null) return {}
  const { birthDate, expiresOn, securityCode } = task.pinFacts
  const code = securityCode === null ? null : Buffer.from(securityCode, 'ascii')
  const taken = entry.submit((candidate) =>
    checkNewPin(pin, candidate, { birthDate, cardExpiry: expiresOn ?? opened?.expiry ?? null, securityCode: code, oldPin: null }, rules.pins),
  )
  code?.fill(0)
  return taken ? { chosen: context.chosen + 1 } : {}
}

/** Back to the new PIN before this one, which is asked for anew. */
export function previousChosen(context: CardWorkContext): Change {
  const chosen = Math.max(0, context.chosen - 1)
  for (const pin of context.task.choose.slice(chosen)) context.secrets.entry(pin)?.wipe()
  return { chosen }
}

/** An order went out, so that placing the card again would not settle anything: the case is the clerk's now. */
export const orderFailed = (code: FailureCode): FailureCode => (nextAfter(code) === 'again' ? 'ISSUER-UNCERTAIN' : code)
