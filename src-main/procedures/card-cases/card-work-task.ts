import type { CardCaseKind, FailureCode, PinKind } from '../../../src-preload/contract.ts'
import type { BasicAttributes } from '../../card/card-contents.ts'
import type { Result } from '../../failures/result.ts'
import type { IssuerCardChannel, NewPins } from '../../issuer/issuer-terminal.ts'

/** What is printed on the card, as the clerk typed it; never stored. */
export interface TypedFace {
  /** ISO. */
  readonly birthDate: string
  /** Last day of validity, ISO. */
  readonly expiresOn: string
  /** Four digits. */
  readonly securityCode: string
}

/** What the resident's screen must do for a case, in this order: card, proof, `enter`, `choose`, `perform`, `finish`. */
export interface CardWorkTask {
  readonly caseId: string
  /** 受付番号. */
  readonly number: string
  readonly kind: CardCaseKind
  /** PINs that the holder must know: each is verified by the card before the order. */
  readonly enter: readonly PinKind[]
  /** PINs to be set: asked for twice each, weak ones refused. */
  readonly choose: readonly PinKind[]
  /** For the weak-PIN rules. `expiresOn` (ISO) and `securityCode` are null where the clerk did not type them. */
  readonly pinFacts: { readonly birthDate: string; readonly expiresOn: string | null; readonly securityCode: string | null }
  /** For 照合番号B where the card's certificate proves nothing; null when the clerk typed none. */
  readonly face: TypedFace | null
  /** An order of this case may have been done already: PINs chosen the first time may hold. */
  readonly repeats: boolean
}

/** What could be read off the card without a PIN. */
export interface SeenOnCard {
  /** 利用者証明用, X.509 DER; null when the card has none. */
  readonly certificate: Uint8Array | null
  /** By 照合番号B, when the task has a face; null when not read. */
  readonly attributes: BasicAttributes | null
}

export interface CardWorkOutcome {
  /** `setBefore`: the order had been done by an interrupted attempt, whose PINs hold, not those chosen now. */
  readonly pins: 'none' | 'set' | 'setBefore'
  /** A new 利用者証明用 certificate is on the card: read it and hand it to `finish`. */
  readonly readCertificateAgain: boolean
}

/**
 * The case side of the work at the card. One task at a time; a case id that is not the task's gets CASE-STATE.
 * Whatever ends the resident's procedure must end the task too: `finish` after `perform` went well, else `giveUp`.
 */
export interface CardWork {
  task(): CardWorkTask | null
  /** Called when a task comes or is taken back by the clerk. Returns the unsubscriber. */
  subscribe(listener: () => void): () => void
  /** Whether it is the card of the case's resident. Failures: CASE-OTHER-CARD, CASE-STATE, REGISTRY-UNAVAILABLE. Must precede `perform`. */
  prove(caseId: string, seen: SeenOnCard): Promise<Result<void>>
  /**
   * The orders of the case, one after the other, each written down before and after it. `pins` has what `choose`
   * asked for; the caller zeroes it. The channel must be the card that was proven, held since.
   * Failures: ISSUER-*, CARD-*, CASE-STATE, STORE-*. After ISSUER-UNCERTAIN or CARD-* the case is `uncertain`.
   */
  perform(caseId: string, pins: NewPins, channel: IssuerCardChannel): Promise<Result<CardWorkOutcome>>
  /**
   * Ends the task. Links the new certificate (X.509 DER, null when none was read) to the resident; where that fails
   * the case is done all the same and the clerk links it later.
   */
  finish(caseId: string, certificate: Uint8Array | null): Promise<Result<void>>
  /** Ends the task without an order, with what stood in the way; null: the resident stopped. Nothing to do when the task is gone. */
  giveUp(caseId: string, failure: FailureCode | null): Result<void>
}
