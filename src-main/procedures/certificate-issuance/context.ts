import type { FailureCode, IndividualNumberPurpose, RecordOption, ResidentEvent, Service } from '../../../src-preload/contract.ts'
import type { IndividualNumberCard, PinTries } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { StoredRequest } from '../../queue/request-queue.ts'
import type { ApplicantRecord } from '../../residents/resident-registry.ts'
import { PinBuffer } from './pin-buffer.ts'
import type { IssuanceRules, ServiceOffer } from './ports.ts'
import type { GoodVerdict, IssuanceSteps, ProvenCard } from './steps.ts'

/** How a session ended, for the audit log. */
export type Outcome = 'completed' | 'stopped' | 'idle' | 'failed' | 'staff'

export interface IssuanceInput {
  readonly steps: IssuanceSteps
  readonly rules: IssuanceRules
  readonly reader: ReaderState
  /** Chosen on the attract screen; null when a card was placed first. */
  readonly service: Service | null
}

export interface IssuanceContext {
  readonly steps: IssuanceSteps
  readonly rules: IssuanceRules
  readonly reader: ReaderState
  readonly offer: ServiceOffer | null
  readonly include: readonly RecordOption[]
  readonly purpose: IndividualNumberPurpose | null
  readonly copies: number
  /** Why the resident is asked for the card again. */
  readonly again: FailureCode | null
  /** Insertion that can't be used; another card, or the same one placed anew, is awaited. */
  readonly refusedInsertion: number | null
  readonly card: IndividualNumberCard | null
  readonly tries: PinTries
  readonly wasWrong: boolean
  readonly pin: PinBuffer
  readonly proven: ProvenCard | null
  readonly verdict: GoodVerdict | null
  readonly applicant: ApplicantRecord | null
  readonly selected: readonly string[]
  readonly request: StoredRequest | null
  readonly slipFailure: FailureCode | null
  readonly failure: FailureCode | null
  readonly outcome: Outcome
}

export type IssuanceEvent =
  | ResidentEvent
  | { type: 'reader'; state: ReaderState }
  | { type: 'idle' }
  | { type: 'staffEnd' }
  | { type: 'lastTryDecided'; allow: boolean }

export const noTries: PinTries = { left: 0, max: 0 }

/** 利用者証明用 PIN: four digits (reference counter-procedures §B.1). */
const pinLength = 4

export function startingContext(input: IssuanceInput): IssuanceContext {
  return {
    steps: input.steps,
    rules: input.rules,
    reader: input.reader,
    offer: input.rules.offers.find((offer) => offer.service === input.service) ?? null,
    include: [],
    purpose: null,
    copies: 1,
    again: null,
    refusedInsertion: null,
    card: null,
    tries: noTries,
    wasWrong: false,
    pin: new PinBuffer(pinLength),
    proven: null,
    verdict: null,
    applicant: null,
    selected: [],
    request: null,
    slipFailure: null,
    failure: null,
    outcome: 'stopped',
  }
}
