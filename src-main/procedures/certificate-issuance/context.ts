import type { FailureCode, IndividualNumberPurpose, RecordOption } from '../../../src-preload/contract.ts'
import type { IndividualNumberCard } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { CardContext } from '../card-parts.ts'
import type { StoredRequest } from '../../queue/request-queue.ts'
import type { ApplicantRecord } from '../../residents/resident-registry.ts'
import { PinBuffer } from '../pin/pin-buffer.ts'
import { pinShapes } from '../pin/pin-shape.ts'
import { noTries } from '../pin/tries.ts'
import type { SessionMemory } from '../resident-procedure.ts'
import type { IssuanceRules, ServiceOffer } from './ports.ts'
import type { GoodVerdict, IssuanceSteps, ProvenCard } from './steps.ts'

export interface IssuanceInput {
  readonly steps: IssuanceSteps
  readonly rules: IssuanceRules
  readonly reader: ReaderState
  readonly offer: ServiceOffer
  readonly memory: SessionMemory
}

export interface IssuanceContext extends IssuanceInput, CardContext {
  readonly include: readonly RecordOption[]
  readonly purpose: IndividualNumberPurpose | null
  readonly copies: number
  readonly card: IndividualNumberCard | null
  readonly pin: PinBuffer
  readonly proven: ProvenCard | null
  readonly verdict: GoodVerdict | null
  readonly applicant: ApplicantRecord | null
  readonly selected: readonly string[]
  readonly request: StoredRequest | null
  readonly slipFailure: FailureCode | null
}

export function startingContext(input: IssuanceInput): IssuanceContext {
  return {
    steps: input.steps,
    memory: input.memory,
    rules: input.rules,
    reader: input.reader,
    offer: input.offer,
    include: input.memory.certificateChoices?.include ?? [],
    purpose: input.memory.certificateChoices?.purpose ?? null,
    copies: input.memory.certificateChoices?.copies ?? 1,
    again: null,
    refusedInsertion: null,
    card: null,
    tries: noTries,
    wasWrong: false,
    pin: new PinBuffer(pinShapes.userAuthentication),
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
