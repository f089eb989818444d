import { isApplicationEvent, isCardCaseEvent, recordOptionSchema, type ApplicationEvent, type ApplicationQuery, type CardCaseEvent, type CardCaseQuery, type Preview, type RequestDetail, type RequestRow, type Role, type StaffAccountsView, type StaffEvent, type StaffSnapshot, type TerminalView } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { StatusEvidence } from '../../pki/certificate-status.ts'
import type { Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { RequestChange, RequestQueue, StoredRequest } from '../../queue/request-queue.ts'
import type { StaffAccounts } from '../../staff/staff-accounts.ts'
import type { Timers } from '../../timers.ts'
import type { CardCasesDesk } from '../card-cases/cases-desk.ts'
import { shownToResident } from '../failure-next.ts'
import type { ResidentSession } from '../session/resident-session.ts'
import { AccountDesk } from './account-desk.ts'
import type { AlertBoard } from './alert-board.ts'
import type { CertificatePrinting } from './certificate-printing.ts'
import type { DeviceBoard } from './device-board.ts'
import type { Halt } from './halt.ts'
import type { StaffApplications } from './staff-applications.ts'
import { StaffSession } from './staff-session.ts'

/** A request whose fee was taken, with the moment it was: a second receipt tells of the first payment. */
export interface PaidRequest extends StoredRequest {
  readonly paidAt: Date
}

export interface StaffDeskParts {
  readonly terminal: TerminalView
  readonly accounts: StaffAccounts
  readonly queue: RequestQueue
  readonly printing: CertificatePrinting
  /** 領収書: the counter's receipt printer, or the terminal's where there is only one. */
  readonly feeReceiptPrinter: ReceiptPrinter
  /** `clerk`: the account that took the money, whoever asks for the paper. */
  readonly feeReceipt: (request: PaidRequest, receivedYen: number, clerk: string, duplicate: boolean) => Receipt
  readonly slipPrinter: ReceiptPrinter
  readonly receptionSlip: (request: StoredRequest) => Receipt
  readonly devices: DeviceBoard
  readonly alerts: AlertBoard
  readonly halt: Halt
  readonly resident: ResidentSession
  readonly cases: Pick<CardCasesDesk, 'view' | 'subscribe' | 'dispatch' | 'detail' | 'paper' | 'search' | 'look' | 'signedOut'>
  readonly applications: StaffApplications
  readonly audit: AuditLog
  readonly timers: Timers
  readonly lockAfter: number
}

const supervisors: readonly Role[] = ['supervisor']
const clerks: readonly Role[] = ['clerk', 'supervisor']

/** The counter's side: what waits, and what a clerk does with it. Every action names its actor. */
export class StaffDesk {
  readonly #parts: StaffDeskParts
  readonly #session: StaffSession
  readonly #accounts: AccountDesk
  readonly #listeners = new Set<() => void>()
  readonly #unsubscribe: (() => void)[]
  #revision = 0

  constructor(parts: StaffDeskParts) {
    this.#parts = parts
    const changed = (): void => this.#changed()
    this.#session = new StaffSession({ accounts: parts.accounts, audit: parts.audit, timers: parts.timers, lockAfter: parts.lockAfter, changed })
    this.#accounts = new AccountDesk(parts.accounts, this.#session)
    this.#unsubscribe = [parts.queue.subscribe(changed), parts.devices.subscribe(changed), parts.alerts.subscribe(changed), parts.halt.subscribe(changed), parts.resident.subscribe(changed), parts.cases.subscribe(changed), parts.applications.subscribe(changed)]
  }

  snapshot(): StaffSnapshot {
    const session = this.#session.view()
    const open = session.state === 'signedIn'
    const resident = this.#parts.resident.status()
    const listed = open ? this.#parts.queue.list() : ok([])
    return {
      side: 'staff',
      revision: this.#revision,
      terminal: this.#parts.terminal,
      session,
      requests: listed.ok ? listed.value.map(requestRow) : [],
      devices: this.#parts.devices.list(),
      alerts: open ? this.#visibleAlerts(session.role) : [],
      resident: open ? resident : { ...resident, failure: resident.failure && shownToResident(resident.failure) },
      halted: this.#parts.halt.halted,
      cardCases: this.#parts.cases.view(open),
      applications: this.#parts.applications.view(open),
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async dispatch(event: StaffEvent): Promise<Result<void>> {
    this.#session.active()
    switch (event.type) {
      case 'signIn':
        return this.#session.signIn(event.accountId, event.password)
      case 'unlock':
        return this.#session.unlock(event.password)
      case 'lock':
      case 'signOut':
        if (event.type === 'signOut') this.#parts.cases.signedOut()
        return this.#session.leave(event.type)
      case 'active':
        return ok()
      case 'changePassword':
        return this.#session.changePassword(event.oldPassword, event.newPassword)
      case 'setOneTimePassword':
        return this.#accounts.setOneTimePassword(event.accountId, event.oneTimePassword, event.ownPassword)
      case 'endHalt': {
        const account = this.#session.require(supervisors)
        return account.ok ? this.#parts.halt.end(account.value.accountId, event.note) : account
      }
      case 'answerCall':
        return this.#as(() => this.#parts.resident.answerCall())
      case 'decideLastTry':
        return this.#decideLastTry(event.allow)
      case 'acknowledgeAlert': {
        const account = this.#session.require()
        return account.ok ? this.#parts.alerts.acknowledge(event.alertId, account.value.accountId) : account
      }
      default:
        if (isCardCaseEvent(event)) return this.#onCardCase(event)
        return isApplicationEvent(event) ? this.#onApplication(event) : this.#onRequest(event)
    }
  }

  /** Looking people and cards up, and what a card case is about; each is audited. */
  async onCardCases(query: CardCaseQuery): Promise<Result<unknown>> {
    this.#session.active()
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    const { cases } = this.#parts
    switch (query.type) {
      case 'cardCaseDetail':
        return cases.detail(query.caseId, account.value)
      case 'cardCasePaper':
        return cases.paper(query.caseId, query.paper, account.value)
      case 'residentSearch':
        return cases.search(query.text, query.birthDate, account.value)
      case 'cardLook':
        return cases.look(query.face, account.value)
    }
  }

  async onApplications(query: ApplicationQuery): Promise<Result<unknown>> {
    this.#session.active()
    const account = this.#session.require(clerks)
    return account.ok ? this.#parts.applications.query(query, account.value) : account
  }

  accounts(): Result<StaffAccountsView> {
    this.#session.active()
    return this.#accounts.list()
  }

  /** Who asked and what is asked; opening it is itself audited. */
  detail(requestId: string): Result<RequestDetail> {
    this.#session.active()
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    const request = this.#parts.queue.get(requestId)
    if (!request.ok) return request
    const personal = this.#parts.queue.openPersonal(requestId)
    if (!personal.ok) return personal
    const history = this.#parts.queue.history(requestId)
    if (!history.ok) return history
    const recorded = this.#parts.audit.record({ type: 'staff-viewed-request', actor: account.value.accountId, requestId, what: 'detail' })
    if (!recorded.ok) return recorded
    return ok({
      row: requestRow(request.value),
      include: [...request.value.include],
      omitted: recordOptionSchema.options.filter((option) => !request.value.include.includes(option)),
      purpose: personal.value.purpose,
      applicantName: personal.value.applicantName,
      memberNames: [...personal.value.memberNames],
      identified: {
        method: 'userAuthenticationCertificate',
        at: personal.value.evidence.checkedAt.toISOString(),
        certificateValidUntil: personal.value.certificateValidUntil.slice(0, 10),
        revocation: revocationOf(personal.value.evidence),
      },
      history: history.value.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      receivedYen: request.value.receivedYen,
      certificateNumbers: [...request.value.certificateNumbers],
    })
  }

  async preview(requestId: string): Promise<Result<Preview>> {
    this.#session.active()
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    const request = this.#parts.queue.get(requestId)
    if (!request.ok) return request
    const recorded = this.#parts.audit.record({ type: 'staff-viewed-request', actor: account.value.accountId, requestId, what: 'preview' })
    if (!recorded.ok) return recorded
    const rendered = await this.#parts.printing.preview(request.value)
    return rendered.ok ? ok({ pdfBase64: Buffer.from(rendered.value.pdf).toString('base64'), sheets: rendered.value.sheets }) : rendered
  }

  /** The page is gone: nobody is looking, so nobody may act. */
  disconnected(): void {
    this.#parts.cases.signedOut()
    const left = this.#session.leave('disconnect')
    if (!left.ok) this.#changed()
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    this.#session.close()
  }

  async #onCardCase(event: CardCaseEvent): Promise<Result<void>> {
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    return this.#parts.halt.halted ? fail('KIOSK-HALTED') : this.#parts.cases.dispatch(event, account.value)
  }

  async #onApplication(event: ApplicationEvent): Promise<Result<void>> {
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    return this.#parts.halt.halted ? fail('KIOSK-HALTED') : this.#parts.applications.dispatch(event, account.value)
  }

  async #onRequest(event: Extract<StaffEvent, { requestId: string }>): Promise<Result<void>> {
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    const actor = account.value.accountId
    const request = this.#parts.queue.get(event.requestId)
    if (!request.ok) return request
    const change = (what: RequestChange): Result<void> => toVoid(this.#parts.queue.change(request.value, what, actor))
    switch (event.type) {
      case 'print':
        return toVoid(await this.#parts.printing.print(request.value, actor))
      case 'reissue':
        return toVoid(await this.#parts.printing.reissue(request.value, actor, event.reason, event.note))
      case 'resolveUncertain':
        return change({ kind: 'resolveUncertain', paperCameOut: event.paperCameOut })
      case 'takeFee': {
        if (event.receivedYen < request.value.fee) return fail('MESSAGE-INVALID', 'less than the fee')
        const paid = this.#parts.queue.change(request.value, { kind: 'pay', receivedYen: event.receivedYen }, actor)
        return paid.ok ? this.#printFeeReceipt(paid.value, false) : paid
      }
      case 'printFeeReceiptAgain':
        return this.#printFeeReceipt(request.value, true)
      case 'handOver':
        // Until a supervisor has looked, any paper in the tray may be the wrong one.
        return this.#parts.halt.halted ? fail('KIOSK-HALTED') : change({ kind: 'handOver' })
      case 'void':
        return change({ kind: 'void', reason: event.reason, note: event.note })
      case 'printSlipAgain':
        return this.#printSlip(request.value, actor)
    }
  }

  /** The fee is taken whether or not the receipt comes out; the receipt can be printed again. */
  async #printFeeReceipt(request: StoredRequest, duplicate: boolean): Promise<Result<void>> {
    const history = this.#parts.queue.history(request.requestId)
    if (!history.ok) return history
    const payment = history.value.find((entry) => entry.state === 'paid')
    if (!payment || request.receivedYen === null) return fail('REQUEST-STATE', 'no fee was taken')
    const receipt = this.#parts.feeReceipt({ ...request, paidAt: payment.at }, request.receivedYen, payment.actor, duplicate)
    const printed = await this.#parts.feeReceiptPrinter.print(receipt)
    const recorded = this.#parts.audit.record({
      type: 'fee-receipt-printed',
      requestId: request.requestId,
      outcome: printed.ok ? 'success' : 'failure',
      code: printed.ok ? null : printed.failure.code,
    })
    return printed.ok ? recorded : printed
  }

  async #printSlip(request: StoredRequest, actor: string): Promise<Result<void>> {
    const printed = await this.#parts.slipPrinter.print(this.#parts.receptionSlip(request))
    // The request may have moved on while the printer was at work; the slip came out all the same.
    const present = this.#parts.queue.get(request.requestId)
    if (!present.ok) return present
    const noted = this.#parts.queue.change(present.value, printed.ok ? { kind: 'slipPrinted' } : { kind: 'slipFailed', failure: printed.failure.code }, actor)
    return printed.ok ? toVoid(noted) : printed
  }

  #decideLastTry(allow: boolean): Result<void> {
    const account = this.#session.require(clerks)
    if (!account.ok) return account
    if (!this.#parts.resident.status().waitsForLastTryApproval) return fail('MESSAGE-ILL-TIMED')
    const recorded = this.#parts.audit.record({ type: 'staff-decided-last-try', actor: account.value.accountId, allow })
    return recorded.ok ? this.#parts.resident.decideLastTry(allow) : recorded
  }

  #as(action: () => void): Result<void> {
    const account = this.#session.require()
    if (!account.ok) return account
    action()
    return ok()
  }

  /** Why a record is blocked (支援措置 …) is for those who may decide on it (reference counter-procedures §D.8). */
  #visibleAlerts(role: Role): StaffSnapshot['alerts'] {
    return this.#parts.alerts.list().map((alert) => (role === 'supervisor' ? alert : { ...alert, block: null }))
  }

  #changed(): void {
    this.#revision += 1
    for (const listener of this.#listeners) listener()
  }
}

/** What it is called in the evidence is for those who check it again; a clerk reads what kind of answer it was. */
function revocationOf({ sha256, producedAt, proof }: StatusEvidence): RequestDetail['identified']['revocation'] {
  const answer = proof?.answers.find((each) => each.sha256 === sha256)
  return { by: answer?.kind ?? null, asOf: producedAt?.toISOString() ?? null }
}

function requestRow(request: StoredRequest): RequestRow {
  return {
    requestId: request.requestId,
    number: request.number,
    receivedAt: request.receivedAt.toISOString(),
    service: request.service,
    extent: request.extent,
    copies: request.copies,
    fee: request.fee,
    state: request.state,
    slip: request.slip,
    reissues: request.reissues,
    failure: request.failure,
  }
}

const toVoid = (result: Result<unknown>): Result<void> => (result.ok ? ok() : result)
