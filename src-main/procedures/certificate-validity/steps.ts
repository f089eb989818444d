import type { CardValidity, CertificateValidity, FailureCode, Language } from '../../../src-preload/contract.ts'
import type { IndividualNumberCard, PinTries } from '../../card/individual-number-card.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { CertificateKind } from '../../issuer/issuer-terminal.ts'
import { cardIsGone } from '../machine-parts.ts'
import { openCard } from '../open-card.ts'
import type { PinBuffer } from '../pin/pin-buffer.ts'
import { codeOf, outcomeOf, verifyPin, type Verified } from '../pin/pin-steps.ts'
import { absentCertificate, judgeCard, judgeCertificate } from './judge-validity.ts'
import type { ValidityFindings, ValidityPorts, ValidityRules } from './ports.ts'

/** What a card tells without any secret. */
export interface OpenedCard {
  readonly card: IndividualNumberCard
  /** 利用者証明用, X.509 DER; null when the card has none. */
  readonly certificate: Uint8Array | null
  /** Of the password of 署名用; null when there is no such certificate on the card. */
  readonly signatureTries: PinTries | null
  readonly validity: CardValidity | null
}

export type Judged = Result<{ readonly row: CertificateValidity; readonly printerUsable: boolean }>

/** Every step of a validity check that touches a port. Each is audited before its result is handed on. */
export class ValiditySteps {
  readonly #ports: ValidityPorts
  readonly #rules: ValidityRules
  readonly #sessionId: string
  readonly #language: () => Language

  constructor(ports: ValidityPorts, rules: ValidityRules, sessionId: string, language: () => Language) {
    this.#ports = ports
    this.#rules = rules
    this.#sessionId = sessionId
    this.#language = language
  }

  openCard(): Promise<Result<OpenedCard>> {
    return openCard(this.#ports, this.#sessionId, (card) => this.#readFreely(card))
  }

  async #readFreely(card: IndividualNumberCard): Promise<Result<Omit<OpenedCard, 'card'>>> {
    const overview = await card.overview()
    if (!overview.ok) return overview
    const data = await card.readCardData()
    // The card's own date is a service; without it the certificates are checked all the same.
    if (!data.ok && cardIsGone(data)) return data
    const { certificates, pins } = overview.value
    const certificate = certificates.userAuthentication ? await this.#read(card, 'userAuthentication') : ok(null)
    if (!certificate.ok) return certificate
    return ok({
      certificate: certificate.value,
      signatureTries: certificates.signature ? pins.signature : null,
      validity: data.ok ? judgeCard(data.value.expiry, this.#ports.clock.now(), this.#rules.renewalMonthsBefore) : null,
    })
  }

  /** Verifies the password of 署名用; zeroed unless it was right. */
  verifyPassword(card: IndividualNumberCard, password: PinBuffer): Promise<Verified> {
    return verifyPin(this.#ports.audit, this.#sessionId, card, 'signature', password)
  }

  /** Null when the card has none after all. Its password must have been verified just before. */
  readSignature(card: IndividualNumberCard): Promise<Result<Uint8Array | null>> {
    return this.#read(card, 'signature')
  }

  async #read(card: IndividualNumberCard, kind: CertificateKind): Promise<Result<Uint8Array | null>> {
    const read = await card.readCertificate(kind)
    const recorded = this.#ports.audit.record({ type: 'certificate-read', sessionId: this.#sessionId, certificate: kind, outcome: outcomeOf(read), code: codeOf(read) })
    if (!recorded.ok) return recorded
    return !read.ok && read.failure.code === 'CARD-NO-CERTIFICATE' ? ok(null) : read
  }

  /** Also tells whether a receipt could be printed: an offer that can't be kept is not made. */
  async judge(kind: CertificateKind, certificate: Uint8Array | null): Promise<Judged> {
    const [row, status] = await Promise.all([this.#check(kind, certificate), this.#ports.receiptPrinter.status()])
    return row.ok ? ok({ row: row.value, printerUsable: status.ok && status.value.usable }) : row
  }

  async #check(kind: CertificateKind, certificate: Uint8Array | null): Promise<Result<CertificateValidity>> {
    if (certificate === null) return ok(absentCertificate(kind))
    const now = this.#ports.clock.now()
    const verdict = await this.#ports.certificateStatus[kind].check(certificate, now)
    const recorded = this.#ports.audit.record({
      type: 'certificate-checked',
      sessionId: this.#sessionId,
      certificate: kind,
      status: verdict.status,
      evidenceSha256: 'evidence' in verdict ? verdict.evidence.sha256 : null,
    })
    if (!recorded.ok) return recorded
    // For the staff alone: the resident's screen says no more than that it could not be confirmed.
    if (verdict.status === 'untrusted') this.#ports.alerts.raise('notGenuineCard', { failure: 'CERT-UNTRUSTED' })
    if (verdict.status === 'malformed') this.#ports.alerts.raise('notGenuineCard', { failure: 'CERT-MALFORMED' })
    return ok(judgeCertificate(kind, verdict, now, this.#rules.renewalMonthsBefore))
  }

  /** Null when it is printed. */
  async printReceipt(findings: ValidityFindings): Promise<FailureCode | null> {
    const printed = await this.#ports.receiptPrinter.print(this.#ports.validityReceipt(findings, this.#language()))
    const recorded = this.#ports.audit.record({ type: 'validity-receipt-printed', sessionId: this.#sessionId, outcome: outcomeOf(printed), code: codeOf(printed) })
    return codeOf(printed) ?? codeOf(recorded)
  }
}
