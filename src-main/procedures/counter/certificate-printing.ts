import { randomBytes } from 'node:crypto'
import type { FailureCode, ReissueReason } from '../../../src-preload/contract.ts'
import { dayInJapan, type Clock } from '../../clock.ts'
import type { CertificateComposer, ReadBinding } from '../../documents/certificate-composer.ts'
import type { IssueContext, MunicipalityIdentity, RenderedCertificate } from '../../documents/certificate-order.ts'
import { sameSubject, subjectDigest } from '../../documents/subject.ts'
import { fail, ok, type Failure, type Result } from '../../failures/result.ts'
import { OneAtATime } from '../../printing/one-at-a-time.ts'
import type { DocumentPrinter } from '../../printing/printers.ts'
import type { RequestPersonalData, RequestQueue, StoredRequest } from '../../queue/request-queue.ts'
import type { Household } from '../../residents/resident.ts'
import type { ResidentRegistry } from '../../residents/resident-registry.ts'
import { subjectPersons } from '../subject-persons.ts'
import type { Halt } from './halt.ts'

export interface PrintingPorts {
  readonly queue: RequestQueue
  readonly registry: ResidentRegistry
  readonly composer: CertificateComposer
  readonly readBinding: ReadBinding
  readonly documentPrinter: DocumentPrinter
  readonly clock: Clock
  readonly halt: Halt
}

export interface PaperIdentity {
  readonly municipality: MunicipalityIdentity
  readonly terminalNumber: string
  readonly specimen: boolean
  readonly signingKey: IssueContext['signingKey']
}

/** Failures after which paper may or may not lie in the tray. */
const uncertain: ReadonlySet<FailureCode> = new Set(['PRINTER-UNCERTAIN', 'PRINTER-TIMEOUT'] satisfies FailureCode[])

/**
 * From a stored request to paper in the tray. Data are read anew, the subject is compared three times
 * (data against request, finished PDF against request, PDF against the stored row just before the bytes
 * go out), and the request's state is the only thing that says whether something may be printed.
 */
export class CertificatePrinting {
  readonly #ports: PrintingPorts
  readonly #identity: PaperIdentity
  readonly #printer = new OneAtATime()

  constructor(ports: PrintingPorts, identity: PaperIdentity) {
    this.#ports = ports
    this.#identity = identity
  }

  /** Prints all copies of a received request. */
  print(request: StoredRequest, actor: string): Promise<Result<StoredRequest>> {
    return this.#attempt(request, actor, null)
  }

  /** 再発行: prints again, and says so on the paper. */
  reissue(request: StoredRequest, actor: string, reason: ReissueReason, note: string): Promise<Result<StoredRequest>> {
    return this.#attempt(request, actor, { reason, note })
  }

  /** The paper as it will come out, for the clerk's eyes. It is no certificate: its number, and with it what is signed, says PREVIEW. */
  async preview(request: StoredRequest): Promise<Result<RenderedCertificate>> {
    const subject = await this.#readSubject(request)
    if (!subject.ok) return subject
    return this.#compose(request, subject.value, previewNumber, request.reissues > 0)
  }

  async #attempt(request: StoredRequest, actor: string, reissue: { reason: ReissueReason; note: string } | null): Promise<Result<StoredRequest>> {
    if (this.#ports.halt.halted) return fail('KIOSK-HALTED')
    const status = await this.#ports.documentPrinter.status()
    if (!status.ok) return status
    if (!status.value.usable) return fail(conditionCode[status.value.condition])
    const jobId = randomBytes(16).toString('hex')
    const numbers = certificateNumbers(this.#identity.terminalNumber, request, this.#ports.clock.now(), request.version)
    const begun = this.#ports.queue.change(
      request,
      reissue ? { kind: 'beginReissue', jobId, certificateNumbers: numbers, ...reissue } : { kind: 'beginPrint', jobId, certificateNumbers: numbers },
      actor,
    )
    if (!begun.ok) return begun
    try {
      const printed = await this.#printer.run(() => this.#printCopies(request.requestId, jobId, numbers, reissue !== null))
      return this.#settle(request.requestId, jobId, actor, printed)
    } catch (bug) {
      // Nobody knows how far it came: a clerk looks into the tray now, not after the next restart.
      const settled = this.#settle(request.requestId, jobId, actor, { failure: { code: 'INTERNAL' }, mayBeOut: true })
      throw settled.ok || settled.failure.code === 'INTERNAL' ? bug : new Error(`${settled.failure.code} after a bug while printing`, { cause: bug })
    }
  }

  /** Null when all copies are known to be out. */
  async #printCopies(requestId: string, jobId: string, numbers: readonly string[], reissue: boolean): Promise<{ failure: Failure; mayBeOut: boolean } | null> {
    const nothingOut = (failure: Failure): { failure: Failure; mayBeOut: boolean } => ({ failure, mayBeOut: false })
    const request = this.#ports.queue.get(requestId)
    if (!request.ok) return nothingOut(request.failure)
    const subject = await this.#readSubject(request.value)
    if (!subject.ok) return nothingOut(subject.failure)
    for (const [index, number] of numbers.entries()) {
      // Some copies are out already: whatever fails from here on, only a clerk can count the tray.
      const copyFailed = (failure: Failure): { failure: Failure; mayBeOut: boolean } => ({ failure, mayBeOut: index > 0 || uncertain.has(failure.code) })
      const rendered = await this.#compose(request.value, subject.value, number, reissue)
      if (!rendered.ok) return copyFailed(rendered.failure)
      const checked = await this.#checkBeforePrinter(requestId, jobId, number, rendered.value)
      if (!checked.ok) return copyFailed(checked.failure)
      const printed = await this.#ports.documentPrinter.print({
        jobId: numbers.length === 1 ? jobId : `${jobId}-${index + 1}`,
        requestId,
        subjectDigest: checked.value.subjectDigest,
        pdf: rendered.value.pdf,
        sheets: rendered.value.sheets,
      })
      if (!printed.ok) return copyFailed(printed.failure)
    }
    return null
  }

  #settle(requestId: string, jobId: string, actor: string, end: { failure: Failure; mayBeOut: boolean } | null): Result<StoredRequest> {
    const present = this.#ports.queue.get(requestId)
    if (!present.ok) return present
    const change =
      end === null
        ? ({ kind: 'printed', jobId } as const)
        : ({ kind: end.mayBeOut ? 'printUncertain' : 'printFailed', jobId, failure: end.failure.code } as const)
    const changed = this.#ports.queue.change(present.value, change, actor)
    if (!changed.ok) return changed
    return end ? { ok: false, failure: end.failure } : changed
  }

  /** Reads the record anew and makes sure that it is still about the same people. */
  async #readSubject(request: StoredRequest): Promise<Result<{ household: Household; personal: RequestPersonalData }>> {
    const personal = this.#ports.queue.openPersonal(request.requestId)
    if (!personal.ok) return personal
    const record = await this.#ports.registry.readForIssue(
      personal.value.applicantResidentId,
      { individualNumber: request.include.includes('individualNumber'), residentRecordCode: request.include.includes('residentRecordCode') },
      this.#ports.clock.now(),
    )
    if (!record.ok) return record
    // A block that came after the request (支援措置 was registered meanwhile) counts like one before it.
    if (record.value.blocks.length > 0) return fail('RESIDENT-BLOCKED')
    const persons = subjectPersons(record.value.household, personal.value.residentIds)
    if (!persons.ok) return persons
    const wholeHousehold = request.extent === 'household'
    if (wholeHousehold && persons.value.length !== record.value.household.members.length) return fail('RESIDENT-CHANGED')
    if (!sameSubject(subjectDigest(request.requestId, persons.value), request.subjectDigest)) return fail('RESIDENT-CHANGED')
    return ok({ household: record.value.household, personal: personal.value })
  }

  async #compose(request: StoredRequest, subject: { household: Household; personal: RequestPersonalData }, certificateNumber: string, reissue: boolean): Promise<Result<RenderedCertificate>> {
    const rendered = await this.#ports.composer.compose(
      subject.household,
      { requestId: request.requestId, extent: request.extent, residentIds: subject.personal.residentIds, include: request.include },
      { ...this.#identity, certificateNumber, issuedAt: this.#ports.clock.now(), subjectDigest: request.subjectDigest, reissue },
    )
    if (!rendered.ok) return rendered.failure.code === 'DOCUMENT-MISMATCH' ? this.#halt(request.requestId, 'afterRender') : rendered
    return this.#bound(rendered.value.boundTo, request, certificateNumber) ? rendered : this.#halt(request.requestId, 'afterRender')
  }

  /** The last look, at the very bytes that go out, against the row as it stands now. */
  async #checkBeforePrinter(requestId: string, jobId: string, certificateNumber: string, rendered: RenderedCertificate): Promise<Result<StoredRequest>> {
    if (this.#ports.halt.halted) return fail('KIOSK-HALTED')
    const row = this.#ports.queue.get(requestId)
    if (!row.ok) return row
    if (row.value.state !== 'printing' || row.value.jobId !== jobId) return fail('REQUEST-STATE')
    const binding = await this.#ports.readBinding(rendered.pdf)
    if (!binding.ok || !this.#bound(binding.value, row.value, certificateNumber)) return this.#halt(requestId, 'beforePrinter')
    return row
  }

  #bound(binding: RenderedCertificate['boundTo'], request: StoredRequest, certificateNumber: string): boolean {
    return binding.requestId === request.requestId && binding.certificateNumber === certificateNumber && sameSubject(binding.subjectDigest, request.subjectDigest)
  }

  #halt(requestId: string, stage: 'afterRender' | 'beforePrinter'): Result<never> {
    const halted = this.#ports.halt.halt(requestId, stage)
    return halted.ok ? fail('DOCUMENT-MISMATCH') : halted
  }
}

const conditionCode = {
  ready: 'PRINTER-REFUSED',
  paperLow: 'PRINTER-REFUSED',
  busy: 'PRINTER-REFUSED',
  paperOut: 'PRINTER-PAPER-OUT',
  coverOpen: 'PRINTER-COVER-OPEN',
  jam: 'PRINTER-JAM',
  offline: 'PRINTER-OFFLINE',
} as const satisfies Record<string, FailureCode>

/** Stands where the number will be. */
const previewNumber = 'PREVIEW'

/**
 * 証明書番号, one a copy: day in Japan, terminal, gapless sequence, attempt, copy. `attempt` is the version of the
 * request when printing began: it only ever rises, so that no number is used twice, whatever a clerk says came out.
 */
export function certificateNumbers(terminalNumber: string, request: Pick<StoredRequest, 'sequence' | 'copies'>, at: Date, attempt: number): string[] {
  const day = dayInJapan(at).replaceAll('-', '')
  return Array.from({ length: request.copies }, (_, index) => `${day}-${terminalNumber}-${String(request.sequence).padStart(6, '0')}-${attempt}-${index + 1}`)
}
