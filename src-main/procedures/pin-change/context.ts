import type { PinKind } from '../../../src-preload/contract.ts'
import type { CardIdentity, CardOverview, IndividualNumberCard, ResidentRegisterKey } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { CardContext } from '../card-parts.ts'
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

export interface PinChangeContext extends PinChangeInput, CardContext {
  readonly card: IndividualNumberCard | null
  /** The card of this session's changes; kept while it is off the reader. */
  readonly identity: CardIdentity | null
  readonly overview: CardOverview | null
  readonly facts: HolderFacts | null
  readonly changed: readonly PinKind[]
  readonly secrets: ChangeSecrets
  readonly asking: 'present' | 'otherKey' | 'whichHolds'
  readonly unfinished: Unfinished | null
  readonly chosen: boolean
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
