import { randomBytes } from 'node:crypto'
import type { FailureCode, IndividualNumberPurpose, Language, RecordOption } from '../../../src-preload/contract.ts'
import { subjectDigest } from '../../documents/subject.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { IndividualNumberCard, PinTries } from '../../card/individual-number-card.ts'
import type { CertificateIdentity, CertificateVerdict } from '../../pki/certificate-status.ts'
import type { StoredRequest } from '../../queue/request-queue.ts'
import type { ApplicantRecord } from '../../residents/resident-registry.ts'
import { openCard } from '../open-card.ts'
import type { PinBuffer } from '../pin/pin-buffer.ts'
import { codeOf, outcomeOf } from '../pin/pin-steps.ts'
import { subjectPersons } from '../subject-persons.ts'
import type { IssuancePorts, ServiceOffer } from './ports.ts'

export interface OpenedCard {
  readonly card: IndividualNumberCard
  readonly tries: PinTries
}

export interface ProvenCard {
  readonly certificate: Uint8Array
  readonly identity: CertificateIdentity
}

export type GoodVerdict = Extract<CertificateVerdict, { status: 'good' }>

/** Every step of the procedure that touches a port. Each is audited before its result is handed on: no unaudited step. */
export class IssuanceSteps {
  readonly #ports: IssuancePorts
  readonly #sessionId: string
  readonly #language: () => Language

  /** `language` is asked when it is needed: the resident may change it at any step. */
  constructor(ports: IssuancePorts, sessionId: string, language: () => Language) {
    this.#ports = ports
    this.#sessionId = sessionId
    this.#language = language
  }

  openCard(): Promise<Result<OpenedCard>> {
    return openCard(this.#ports, this.#sessionId, async (card) => {
      const tries = await card.userAuthenticationPinTries()
      if (!tries.ok) return tries
      return tries.value.left > 0 ? ok({ tries: tries.value }) : fail('PIN-BLOCKED')
    })
  }

  /** On PIN-WRONG the value of `triesLeft` is what the card says is left. */
  async verifyPin(card: IndividualNumberCard, pin: PinBuffer): Promise<Result<void> & { triesLeft: number | null }> {
    const verified = await pin.use((bytes) => card.verifyUserAuthenticationPin(bytes))
    let triesLeft: number | null = null
    if (!verified.ok && verified.failure.code === 'PIN-WRONG') {
      const tries = await card.userAuthenticationPinTries()
      triesLeft = tries.ok ? tries.value.left : null
    }
    const result: Result<void> = triesLeft === 0 ? fail('PIN-BLOCKED') : verified
    const recorded = this.#ports.audit.record({ type: 'pin-verified', sessionId: this.#sessionId, outcome: outcomeOf(result), code: codeOf(result), triesLeft })
    return { ...(recorded.ok ? result : recorded), triesLeft }
  }

  /** A certificate that was only read proves nothing (it is free to read): the card signs our challenge. */
  async proveCard(card: IndividualNumberCard): Promise<Result<ProvenCard>> {
    const proven = await this.#prove(card)
    if (!proven.ok && proven.failure.code === 'CARD-NOT-GENUINE') this.#ports.alerts.raise('notGenuineCard', { failure: 'CARD-NOT-GENUINE' })
    const recorded = this.#ports.audit.record({ type: 'card-proved', sessionId: this.#sessionId, outcome: outcomeOf(proven), code: codeOf(proven) })
    return recorded.ok ? proven : recorded
  }

  async #prove(card: IndividualNumberCard): Promise<Result<ProvenCard>> {
    const certificate = await card.readUserAuthenticationCertificate()
    if (!certificate.ok) return certificate
    const challenge = randomBytes(32)
    const signature = await card.signWithUserAuthenticationKey(challenge)
    if (!signature.ok) return signature
    const genuine = this.#ports.verifyChallenge(certificate.value, challenge, signature.value)
    if (!genuine.ok) return genuine
    const identity = this.#ports.certificateIdentity(certificate.value)
    if (!identity.ok) return identity
    return ok({ certificate: certificate.value, identity: identity.value })
  }

  async checkCertificate(certificate: Uint8Array): Promise<Result<GoodVerdict>> {
    const verdict = await this.#ports.certificateStatus.check(certificate, this.#ports.clock.now())
    const recorded = this.#ports.audit.record({
      type: 'certificate-checked',
      sessionId: this.#sessionId,
      status: verdict.status,
      evidenceSha256: 'evidence' in verdict ? verdict.evidence.sha256 : null,
    })
    if (!recorded.ok) return recorded
    switch (verdict.status) {
      case 'good':
        return ok(verdict)
      case 'expired':
        return fail('CERT-EXPIRED')
      case 'notYetValid':
        return fail('CERT-NOT-YET-VALID')
      case 'revoked':
        return fail('CERT-REVOKED', verdict.reason)
      case 'unknown':
        return fail('CERT-UNKNOWN', verdict.why)
      case 'unreachable':
        return fail('CERT-UNREACHABLE', verdict.why)
      case 'untrusted':
        this.#ports.alerts.raise('notGenuineCard', { failure: 'CERT-UNTRUSTED' })
        return fail('CERT-UNTRUSTED', verdict.why)
      case 'malformed':
        this.#ports.alerts.raise('notGenuineCard', { failure: 'CERT-MALFORMED' })
        return fail('CERT-MALFORMED', verdict.why)
    }
  }

  /** Blocks fail closed with one neutral code; the reason goes to the staff and the log only. */
  async findRecord(identity: CertificateIdentity): Promise<Result<ApplicantRecord>> {
    const found = await this.#ports.registry.findByCertificate(identity, this.#ports.clock.now())
    const recorded = this.#ports.audit.record({ type: 'resident-found', sessionId: this.#sessionId, outcome: outcomeOf(found), code: codeOf(found) })
    if (!recorded.ok) return recorded
    if (!found.ok) {
      this.#ports.alerts.raise('recordProblem', { failure: found.failure.code })
      return found
    }
    if (found.value.blocks.length === 0) return found
    for (const block of new Set(found.value.blocks.map((entry) => entry.block))) {
      const noted = this.#ports.audit.record({ type: 'issuance-blocked', sessionId: this.#sessionId, block })
      if (!noted.ok) return noted
      this.#ports.alerts.raise('blockedRecord', { block })
    }
    return fail('RESIDENT-BLOCKED')
  }

  register(request: {
    offer: ServiceOffer
    include: readonly RecordOption[]
    copies: number
    purpose: IndividualNumberPurpose | null
    applicant: ApplicantRecord
    residentIds: readonly string[]
    verdict: GoodVerdict
  }): Result<StoredRequest> {
    const requestId = randomBytes(16).toString('hex')
    const persons = subjectPersons(request.applicant.household, request.residentIds)
    if (!persons.ok) return persons
    const applicant = request.applicant.household.members.find((member) => member.residentId === request.applicant.residentId)
    if (!applicant) return fail('RESIDENT-INCOMPLETE', 'the applicant is not a member of the household')
    return this.#ports.queue.enqueue({
      requestId,
      service: request.offer.service,
      extent: request.offer.extent,
      language: this.#language(),
      sessionId: this.#sessionId,
      include: request.include,
      copies: request.copies,
      fee: request.offer.fee * request.copies,
      subjectDigest: subjectDigest(requestId, persons.value),
      personal: {
        applicantResidentId: request.applicant.residentId,
        applicantName: applicant.name.text,
        residentIds: request.residentIds,
        memberNames: persons.value.map((person) => person.name),
        purpose: request.purpose,
        evidence: request.verdict.evidence,
        certificateValidUntil: request.verdict.notAfter.toISOString(),
      },
    })
  }

  /** The request stands whether or not a slip comes out; what happened is written to it. */
  async printSlip(request: StoredRequest): Promise<{ request: StoredRequest; failure: FailureCode | null }> {
    const printed = await this.#ports.receiptPrinter.print(this.#ports.receptionSlip(request))
    const change = printed.ok ? ({ kind: 'slipPrinted' } as const) : ({ kind: 'slipFailed', failure: printed.failure.code } as const)
    const present = this.#ports.queue.get(request.requestId)
    const changed = present.ok ? this.#ports.queue.change(present.value, change, 'kiosk') : present
    if (!changed.ok) return { request, failure: changed.failure.code }
    return { request: changed.value, failure: printed.ok ? null : printed.failure.code }
  }
}
