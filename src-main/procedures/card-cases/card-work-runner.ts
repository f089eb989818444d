import type { FailureCode } from '../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { CertificateSerial, IssuerCardChannel, IssuerReceipt, NewPins } from '../../issuer/issuer-terminal.ts'
import type { CardCaseChange, CaseOrder, StoredCase } from '../../queue/cases/card-case-store.ts'
import { searchKey } from '../../residents/characters/search-key.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { JudgedCase } from './case-judge.ts'
import type { CardWork, CardWorkOutcome, CardWorkTask, SeenOnCard, TypedFace } from './card-work-task.ts'
import { cardRecord, issuerOrder } from './issuer-orders.ts'
import type { CardCasePorts } from './ports.ts'

type RunnerPorts = Pick<CardCasePorts, 'store' | 'registry' | 'directory' | 'issuer' | 'certificateIdentity' | 'issuerName' | 'audit' | 'clock' | 'place'>

interface Running {
  readonly task: CardWorkTask
  readonly judged: JudgedCase
  /** The clerk who gave the case to the card. */
  readonly actor: string
  proven: boolean
  performing: boolean
}

/** Answers after which the terminal has changed nothing by this attempt. */
const notSent: ReadonlySet<FailureCode> = new Set(['ISSUER-NOT-CONFIGURED', 'ISSUER-UNREACHABLE'] satisfies FailureCode[])

/** One case at the card at a time. Every order is on disk before it goes out, and its answer before anything else. */
export class CardWorkRunner implements CardWork {
  readonly #ports: RunnerPorts
  readonly #listeners = new Set<() => void>()
  #running: Running | null = null

  constructor(ports: RunnerPorts) {
    this.#ports = ports
  }

  task(): CardWorkTask | null {
    return this.#running?.task ?? null
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Gives a case that is `atCard` in the store to the resident's side. */
  offer(judged: JudgedCase, face: TypedFace | null, actor: string): void {
    if (this.#running !== null) throw new Error('another case is at the card')
    this.#running = { task: taskOf(judged, face), judged, actor, proven: false, performing: false }
    this.#changed()
  }

  get busy(): boolean {
    return this.#running !== null
  }

  async prove(caseId: string, seen: SeenOnCard): Promise<Result<void>> {
    const running = this.#current(caseId)
    if (running === null) return fail('CASE-STATE', 'not the case at the card')
    running.proven = false
    const proven = await this.#isHolders(running, seen)
    const recorded = this.#ports.audit.record({
      type: 'card-case-card-proved',
      caseId,
      outcome: proven.ok ? 'success' : 'failure',
      code: proven.ok ? null : proven.failure.code,
    })
    if (!proven.ok) return proven
    if (!recorded.ok) return recorded
    // The clerk may have taken the case back during the look-up.
    if (this.#running !== running) return fail('CASE-STATE', 'not the case at the card')
    running.proven = true
    return ok()
  }

  async perform(caseId: string, pins: NewPins, channel: IssuerCardChannel): Promise<Result<CardWorkOutcome>> {
    const running = this.#current(caseId)
    if (running?.proven !== true || running.performing) return fail('CASE-STATE', 'not proven, or under way')
    if (running.task.choose.some((pin) => pins[pin] === undefined)) return fail('CASE-STATE', 'a PIN to be set is missing')
    return this.#orders(running, pins, channel)
  }

  /** Orders that need no card (一時停止); ends the task. */
  async performWithoutCard(caseId: string): Promise<Result<void>> {
    const running = this.#current(caseId)
    if (running === null || running.performing) return fail('CASE-STATE', 'not the case at the card')
    try {
      const performed = await this.#orders(running, {}, null)
      const ended = this.giveUp(caseId, performed.ok ? null : performed.failure.code)
      return performed.ok ? ended : performed
    } catch (bug) {
      const ended = this.giveUp(caseId, 'INTERNAL')
      throw ended.ok ? bug : new Error(`${ended.failure.code} after a bug`, { cause: bug })
    }
  }

  async finish(caseId: string, certificate: Uint8Array | null): Promise<Result<void>> {
    const running = this.#current(caseId)
    if (running === null || running.performing) return fail('CASE-STATE', 'not the case at the card')
    const stored = this.#ports.store.get(caseId)
    if (!stored.ok) return stored
    if (stored.value.state !== 'done') return this.giveUp(caseId, null)
    const linked = stored.value.link === 'outstanding' ? await this.link(stored.value, running.judged.personal.residentId, certificate, running.actor) : ok()
    this.#end()
    return linked
  }

  /** Makes the new certificate known to the registry; what goes wrong is kept with the case. */
  async link(stored: StoredCase, residentId: string, certificate: Uint8Array | null, actor: string): Promise<Result<void>> {
    const linked = await this.#linkCertificate(stored, residentId, certificate)
    const noted = this.#ports.store.change(stored, linked.ok ? { kind: 'linked' } : { kind: 'linkFailed', failure: linked.failure.code }, actor)
    if (!linked.ok) return linked
    return noted.ok ? ok() : noted
  }

  giveUp(caseId: string, failure: FailureCode | null): Result<void> {
    const running = this.#current(caseId)
    if (running === null) return ok()
    if (running.performing) return fail('CASE-STATE', 'an order is on its way')
    const stored = this.#ports.store.get(caseId)
    if (!stored.ok) return stored
    if (stored.value.state === 'atCard') {
      // The answer came, but could not be written down: that it was begun is all the store knows.
      const begun = stored.value.orders.find((order) => order.state === 'begun')
      const change: CardCaseChange = begun
        ? { kind: 'orderUncertain', orderId: begun.orderId, failure: 'ISSUER-UNCERTAIN' }
        : { kind: 'takeBack', failure }
      const changed = this.#ports.store.change(stored.value, change, running.actor)
      if (!changed.ok) return changed
    }
    this.#end()
    return ok()
  }

  #current(caseId: string): Running | null {
    return this.#running?.task.caseId === caseId ? this.#running : null
  }

  #end(): void {
    this.#running = null
    this.#changed()
  }

  async #isHolders({ task, judged }: Running, { certificate, attributes }: SeenOnCard): Promise<Result<void>> {
    if (judged.case.kind === 'cardDelivery') return isNewCard(task, judged, certificate) ? this.#hasAttributes(judged, attributes) : fail('CASE-OTHER-CARD', 'not the card that the clerk looked at')
    if (certificate !== null) {
      const identity = this.#ports.certificateIdentity(certificate)
      if (!identity.ok) return identity
      const found = await this.#ports.registry.findByCertificate(identity.value, this.#ports.clock.now())
      if (found.ok) return found.value.residentId === judged.personal.residentId ? ok() : fail('CASE-OTHER-CARD', 'linked to another resident')
      // A certificate that the registry has not learned of yet says nothing; what the face opened may.
      if (found.failure.code !== 'RESIDENT-NOT-FOUND') return found
    }
    return this.#hasAttributes(judged, attributes)
  }

  #hasAttributes({ holder: { resident } }: JudgedCase, attributes: SeenOnCard['attributes']): Result<void> {
    if (attributes === null) return fail('CASE-OTHER-CARD', 'nothing on the card leads to the resident')
    const same = attributes.birthDate === formatIsoLike(resident.birthDate) && searchKey(attributes.name) === searchKey(resident.name.text)
    return same ? ok() : fail('CASE-OTHER-CARD', 'the attributes are not those of the resident')
  }

  async #orders(running: Running, pins: NewPins, channel: IssuerCardChannel | null): Promise<Result<CardWorkOutcome>> {
    running.performing = true
    try {
      let outcome: CardWorkOutcome = { pins: 'none', readCertificateAgain: false }
      for (;;) {
        const stored = this.#ports.store.get(running.task.caseId)
        if (!stored.ok) return stored
        const due = stored.value.orders.find((order) => order.state !== 'done')
        if (due === undefined || stored.value.state !== 'atCard') return ok({ ...outcome, readCertificateAgain: stored.value.link === 'outstanding' })
        const receipt = await this.#order(running, stored.value, due, pins, channel)
        if (!receipt.ok) return receipt
        if (due.work === 'resetPins' || due.work === 'issueCertificates') outcome = { ...outcome, pins: running.task.choose.length === 0 ? 'none' : receipt.value.pins }
      }
    } finally {
      running.performing = false
    }
  }

  async #order(running: Running, stored: StoredCase, due: CaseOrder, pins: NewPins, channel: IssuerCardChannel | null): Promise<Result<{ pins: 'set' | 'setBefore' }>> {
    const { judged, actor } = running
    const serials = due.work === 'suspend' ? await this.#serials(judged.personal.residentId) : ok<readonly CertificateSerial[]>([])
    if (!serials.ok) return serials
    const order = issuerOrder(due, {
      plan: judged.evaluation.plan,
      record: () => cardRecord(judged.holder),
      serials: serials.value,
      pins,
      municipalityCode: this.#ports.place.municipalityCode,
    })
    if (!order.ok) return order
    const begun = this.#ports.store.change(stored, { kind: 'beginOrder', orderId: due.orderId }, actor)
    if (!begun.ok) return begun
    const beganAt = this.#ports.clock.now()
    const answer = await this.#ask(() => this.#ports.issuer.perform(order.value, channel), begun.value, due.orderId, actor)
    const settled = this.#ports.store.change(begun.value, settlement(due.orderId, answer), actor)
    if (!answer.ok) return answer
    if (!settled.ok) return settled
    return ok({ pins: due.doubtful && answer.value.at < beganAt ? 'setBefore' : 'set' })
  }

  /** A bug in the terminal's driver must not leave an order that nobody knows the end of. */
  async #ask(perform: () => Promise<Result<IssuerReceipt>>, begun: StoredCase, orderId: string, actor: string): Promise<Result<IssuerReceipt>> {
    try {
      return await perform()
    } catch (bug) {
      const noted = this.#ports.store.change(begun, { kind: 'orderUncertain', orderId, failure: 'ISSUER-UNCERTAIN' }, actor)
      throw noted.ok ? bug : new Error(`${noted.failure.code} after a bug`, { cause: bug })
    }
  }

  async #serials(residentId: string): Promise<Result<readonly CertificateSerial[]>> {
    const certificates = await this.#ports.directory.certificatesOf(residentId)
    if (!certificates.ok) return certificates
    const serials: CertificateSerial[] = []
    for (const identity of certificates.value) {
      const issuer = await this.#ports.issuerName(identity)
      if (issuer !== null) serials.push({ certificate: 'userAuthentication', issuer, serial: identity.serial })
    }
    return serials.length > 0 ? ok(serials) : fail('ISSUER-REFUSED', 'the registry knows no certificate of this resident')
  }

  async #linkCertificate({ caseId }: StoredCase, residentId: string, certificate: Uint8Array | null): Promise<Result<void>> {
    if (certificate === null) return fail('CARD-NO-CERTIFICATE')
    const identity = this.#ports.certificateIdentity(certificate)
    if (!identity.ok) return identity
    const personal = this.#ports.store.openPersonal(caseId)
    if (!personal.ok) return personal
    // Anybody's card could lie on the reader by now.
    if (identity.value.serial !== personal.value.issuedSerial) return fail('CASE-OTHER-CARD', 'not the certificate that was issued')
    return this.#ports.directory.linkCertificate(residentId, identity.value)
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

/**
 * The card so far is the same person's, and may answer to the same 照合番号B: the new one is what its face opens and what
 * has as many certificates as the clerk saw, unless an order that was begun may have put some there.
 */
function isNewCard({ repeats }: CardWorkTask, { personal }: JudgedCase, certificate: SeenOnCard['certificate']): boolean {
  return repeats || (personal.card?.userAuthentication == null) === (certificate === null)
}

function taskOf({ case: stored, holder, evaluation }: JudgedCase, face: TypedFace | null): CardWorkTask {
  const settingPins = stored.orders.some((order) => order.state !== 'done' && (order.work === 'resetPins' || order.work === 'issueCertificates'))
  return {
    caseId: stored.caseId,
    number: stored.number,
    kind: stored.kind,
    enter: evaluation.plan.enter,
    choose: settingPins ? evaluation.plan.choose : [],
    pinFacts: { birthDate: formatIsoLike(holder.resident.birthDate), expiresOn: face?.expiresOn ?? null, securityCode: face?.securityCode ?? null },
    face,
    repeats: stored.orders.some((order) => order.doubtful),
  }
}

function settlement(orderId: string, answer: Result<IssuerReceipt>): CardCaseChange {
  if (answer.ok) {
    const issued = answer.value.issued.find((each) => each.certificate === 'userAuthentication')
    return { kind: 'orderDone', orderId, issuedSerial: issued?.serial ?? null }
  }
  const failure = answer.failure.code
  if (failure === 'ISSUER-REFUSED') return { kind: 'orderRefused', orderId, failure }
  // Whatever else stopped it, a card that was pulled among them, may have stopped it after the deed.
  return notSent.has(failure) ? { kind: 'orderNotSent', orderId, failure } : { kind: 'orderUncertain', orderId, failure }
}
