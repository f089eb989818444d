import type { FailureCode } from '../../../src-preload/contract.ts'
import type { CardOverview, IndividualNumberCard } from '../../card/individual-number-card.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { PinKind } from '../../issuer/issuer-terminal.ts'
import type { CardWorkOutcome, CardWorkTask, SeenOnCard } from '../card-cases/card-work-task.ts'
import { readAttributes } from '../card-cases/look-at-card.ts'
import { cardIsGone } from '../machine-parts.ts'
import { openCard } from '../open-card.ts'
import type { PinBuffer } from '../pin/pin-buffer.ts'
import { codeOf, outcomeOf, verifyPin, type Verified } from '../pin/pin-steps.ts'
import type { CardWorkPorts } from './ports.ts'
import type { WorkSecrets } from './work-secrets.ts'

export interface OpenedCard {
  readonly card: IndividualNumberCard
  readonly overview: CardOverview
  /** Last day of validity, ISO, as the chip has it; null when it could not be read. */
  readonly expiry: string | null
  readonly seen: SeenOnCard
}

/** Every step of the work at the card that touches a port. Each is audited before its result is handed on. */
export class CardWorkSteps {
  readonly #ports: CardWorkPorts
  readonly #task: CardWorkTask
  readonly #sessionId: string
  /** 照合番号B was not what the clerk typed: asking again would cost a try each time. */
  #faceRefused = false

  constructor(ports: CardWorkPorts, task: CardWorkTask, sessionId: string) {
    this.#ports = ports
    this.#task = task
    this.#sessionId = sessionId
  }

  begin(): Promise<Result<void>> {
    return Promise.resolve(this.#ports.audit.record({ type: 'card-work-begin', sessionId: this.#sessionId, caseId: this.#task.caseId }))
  }

  openCard(): Promise<Result<OpenedCard>> {
    return openCard(this.#ports, this.#sessionId, (card) => this.#look(card))
  }

  async #look(card: IndividualNumberCard): Promise<Result<Omit<OpenedCard, 'card'>>> {
    const overview = await card.overview()
    if (!overview.ok) return overview
    if (overview.value.faceAuthenticationOnly && this.#task.enter.length > 0) return fail('CARD-FACE-ONLY')
    const data = await card.readCardData()
    if (!data.ok && cardIsGone(data)) return data
    const attributes = await this.#attributes(card)
    if (!attributes.ok) return attributes
    const certificate = overview.value.certificates.userAuthentication ? await this.#certificate(card) : ok(null)
    if (!certificate.ok) return certificate
    return ok({ overview: overview.value, expiry: data.ok ? data.value.expiry : null, seen: { certificate: certificate.value, attributes: attributes.value } })
  }

  /** What the face opens is a second way to the resident: without it the certificate decides alone. */
  async #attributes(card: IndividualNumberCard): Promise<Result<SeenOnCard['attributes']>> {
    const { face } = this.#task
    if (face === null || this.#faceRefused) return ok(null)
    const read = await readAttributes(card, face)
    if (read.ok || cardIsGone(read)) return read
    this.#faceRefused = true
    return ok(null)
  }

  async #certificate(card: IndividualNumberCard): Promise<Result<Uint8Array | null>> {
    const read = await card.readCertificate('userAuthentication')
    const recorded = this.#ports.audit.record({
      type: 'certificate-read',
      sessionId: this.#sessionId,
      certificate: 'userAuthentication',
      outcome: outcomeOf(read),
      code: codeOf(read),
    })
    if (!recorded.ok) return recorded
    return !read.ok && read.failure.code === 'CARD-NO-CERTIFICATE' ? ok(null) : read
  }

  /** Whether it is the card of the case's resident; audited by the case. */
  prove({ seen }: OpenedCard): Promise<Result<void>> {
    return this.#ports.work.prove(this.#task.caseId, seen)
  }

  /** Zeroed unless it was right. */
  verify(card: IndividualNumberCard, kind: PinKind, pad: PinBuffer): Promise<Verified> {
    return verifyPin(this.#ports.audit, this.#sessionId, card, kind, pad)
  }

  /** The orders of the case; audited by the case. All new PINs are zeroed when it comes back. */
  perform(card: IndividualNumberCard, secrets: WorkSecrets): Promise<Result<CardWorkOutcome>> {
    return secrets.useChosen((pins) => card.forIssuer((channel) => this.#ports.work.perform(this.#task.caseId, pins, channel)))
  }

  /**
   * The orders are done, whatever happens here: a certificate that could not be read or linked is the clerk's to link
   * later.
   */
  async finish(card: IndividualNumberCard, { readCertificateAgain }: CardWorkOutcome): Promise<Result<void>> {
    const { work } = this.#ports
    const read = readCertificateAgain ? await this.#certificate(card) : ok(null)
    const finished = await work.finish(this.#task.caseId, read.ok ? read.value : null)
    // It could not be ended as done: the case's own state still says so, but the next one must not wait.
    const ended = finished.ok || work.task()?.caseId !== this.#task.caseId ? finished : work.giveUp(this.#task.caseId, finished.failure.code)
    return this.#recordEnd('done', codeOf(finished) ?? codeOf(ended))
  }

  /** Tells the case that nothing came of it. A failure: it could not be told or written down, and is told again at the end. */
  giveUp(failure: FailureCode | null): Result<void> {
    const ended = this.#ports.work.giveUp(this.#task.caseId, failure)
    const recorded = this.#recordEnd('givenUp', codeOf(ended) ?? failure)
    return ended.ok ? recorded : ended
  }

  #recordEnd(outcome: 'done' | 'givenUp', code: FailureCode | null): Result<void> {
    return this.#ports.audit.record({ type: 'card-work-end', sessionId: this.#sessionId, caseId: this.#task.caseId, outcome, code })
  }
}
