import type { CardValidity, CertificateValidity, FailureCode } from '../../../src-preload/contract.ts'
import type { IndividualNumberCard } from '../../card/individual-number-card.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { CardContext } from '../card-parts.ts'
import { PinBuffer } from '../pin/pin-buffer.ts'
import { pinShapes } from '../pin/pin-shape.ts'
import { noTries } from '../pin/tries.ts'
import type { ValidityRules } from './ports.ts'
import type { OpenedCard, ValiditySteps } from './steps.ts'
import { absentCertificate, lockedCertificate } from './judge-validity.ts'

export interface ValidityInput {
  readonly steps: ValiditySteps
  readonly rules: ValidityRules
  readonly reader: ReaderState
}

export interface ValidityContext extends ValidityInput, CardContext {
  /** Null once nothing more is to be read from it. */
  readonly card: IndividualNumberCard | null
  /** The card was taken away since it was opened. */
  readonly cardLeft: boolean
  /** What was read and is not checked yet. */
  readonly certificate: Uint8Array | null
  readonly userAuthentication: CertificateValidity
  readonly signature: CertificateValidity
  readonly cardValidity: CardValidity | null
  readonly password: PinBuffer
  readonly receipt: 'offered' | 'printed' | 'failed' | 'unavailable'
  readonly receiptFailure: FailureCode | null
}

/** Nothing is known of a card; also what the next card finds. */
const nothingRead = {
  card: null,
  cardLeft: false,
  certificate: null,
  userAuthentication: absentCertificate('userAuthentication'),
  signature: absentCertificate('signature'),
  cardValidity: null,
  tries: noTries,
  wasWrong: false,
  receipt: 'unavailable',
  receiptFailure: null,
} satisfies Partial<ValidityContext>

export function startingContext(input: ValidityInput): ValidityContext {
  return {
    ...input,
    ...nothingRead,
    again: null,
    refusedInsertion: null,
    password: new PinBuffer(pinShapes.signature),
    failure: null,
    outcome: 'stopped',
  }
}

export function cardOpened({ card, certificate, signatureTries, validity }: OpenedCard): Partial<ValidityContext> {
  return {
    ...nothingRead,
    again: null,
    card,
    certificate,
    cardValidity: validity,
    tries: signatureTries ?? noTries,
    signature: signatureTries === null ? absentCertificate('signature') : lockedCertificate('signature', signatureTries.left),
  }
}

/** A wrong password: fewer tries, and at none the advice is another one. */
export function triesCounted({ tries, signature }: ValidityContext, left: number): Partial<ValidityContext> {
  return {
    tries: { left, max: tries.max },
    wasWrong: true,
    signature: signature.state === 'locked' ? lockedCertificate('signature', left) : signature,
  }
}
