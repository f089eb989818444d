import type { FailureCode, PinKind } from '../../../src-preload/contract.ts'
import type { CardIdentity, CardOverview, IndividualNumberCard, PinTries, ResidentRegisterKey } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { Outcome } from '../resident-procedure.ts'
import { noTries } from '../pin/tries.ts'
import { ChangeSecrets } from './change-secrets.ts'
import type { PinChangeRules } from './ports.ts'
import type { HolderFacts, PinChangeSteps } from './steps.ts'

export interface PinChangeInput {
  readonly steps: PinChangeSteps
  readonly rules: PinChangeRules
  readonly reader: ReaderState
}

/** A change that began and did not go through. The secrets are kept until it is settled or the session is over. */
export interface Unfinished {
  /** `partly`: the two keys of 住民基本台帳用 differ. `uncertain`: the answer of the card was lost. */
  readonly cause: 'partly' | 'uncertain'
  /** For 住民基本台帳用: the key of which nobody knows what it holds; null when both are known. */
  readonly unknown: ResidentRegisterKey | null
  /** Nothing more can be done here. */
  readonly stuck: boolean
}

export interface PinChangeContext {
  readonly steps: PinChangeSteps
  readonly rules: PinChangeRules
  readonly reader: ReaderState
  /** Why the resident is asked for the card again. */
  readonly again: FailureCode | null
  /** Insertion that can't be used; another card, or the same one placed anew, is awaited. */
  readonly refusedInsertion: number | null
  readonly card: IndividualNumberCard | null
  /** The card of this session's changes; kept while it is off the reader. */
  readonly identity: CardIdentity | null
  readonly overview: CardOverview | null
  readonly facts: HolderFacts | null
  readonly changed: readonly PinKind[]
  readonly secrets: ChangeSecrets
  readonly tries: PinTries
  readonly wasWrong: boolean
  readonly asking: 'present' | 'otherKey' | 'whichHolds'
  readonly unfinished: Unfinished | null
  readonly chosen: boolean
  readonly failure: FailureCode | null
  readonly outcome: Outcome
}

export function startingContext(input: PinChangeInput): PinChangeContext {
  return {
    ...input,
    again: null,
    refusedInsertion: null,
    card: null,
    identity: null,
    overview: null,
    facts: null,
    changed: [],
    secrets: new ChangeSecrets('userAuthentication'),
    tries: noTries,
    wasWrong: false,
    asking: 'present',
    unfinished: null,
    chosen: false,
    failure: null,
    outcome: 'stopped',
  }
}
