import { randomBytes } from 'node:crypto'
import { certificateKindSchema, emptyApplicationFacts, type ApplicationDetail, type ApplicationEvent, type ApplicationPaper, type ApplicationPhotoView, type ApplicationQuery, type ApplicationStatistics, type ApplicationsView, type Delivery, type Preview } from '../../../src-preload/contract.ts'
import { dayInJapan } from '../../clock.ts'
import type { FormSheet } from '../../documents/forms/form-content.ts'
import { subjectDigest } from '../../documents/subject.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { addDays } from '../../procedures/card-cases/rules/calendar.ts'
import { documentsFor, identified } from '../../procedures/card-cases/rules/identity.ts'
import type { StaffApplications } from '../../procedures/counter/staff-applications.ts'
import type { ApplicationChange, StoredApplication } from '../../queue/applications/application-store.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { StaffAccount } from '../../staff/staff-accounts.ts'
import { applicationFormSheets } from '../papers/application-form.ts'
import { pinFormSheet } from '../papers/pin-form.ts'
import { checkPhotoFile } from '../photo/photo-file.ts'
import { applicationStatistics } from '../statistics/statistics.ts'
import { BatchDesk } from './batch-desk.ts'
import { judgeApplication, type JudgedApplication } from './judge.ts'
import { makePacket } from './packet-desk.ts'
import type { ApplicationPorts } from './ports.ts'
import { applicationDetail, applicationRow, batchView, packetRow, printedApplicant, type PinCase } from './views.ts'

type Of<T extends ApplicationEvent['type']> = Extract<ApplicationEvent, { type: T }>
type OnApplication = Exclude<ApplicationEvent, { type: 'applicationOpen' | `applicationPacket${string}` | `applicationBatch${string}` }>

/** Batches that are closed and packets that are handed over stay in the lists so long. */
const shownDays = 31

/** The staff's side of card applications. Every action names its actor; what the page says of itself counts for nothing. */
export class ApplicationsDesk implements StaffApplications {
  readonly #ports: ApplicationPorts
  readonly #batches: BatchDesk

  constructor(ports: ApplicationPorts) {
    this.#ports = ports
    this.#batches = new BatchDesk(ports)
  }

  subscribe(listener: () => void): () => void {
    return this.#ports.store.subscribe(listener)
  }

  view(open: boolean): ApplicationsView {
    const { store, place, packets } = this.#ports
    const listed = open ? store.list() : ok([])
    const applications = listed.ok ? listed.value : []
    const since = addDays(dayInJapan(this.#ports.clock.now()), -shownDays)
    const batches = open ? store.batches() : ok([])
    const made = open ? store.packets() : ok([])
    return {
      kinds: open ? [...place.kinds] : [],
      collections: open ? [...place.collections] : [],
      applications: applications.map((application) => applicationRow(application, this.#pinCase(application))),
      batches: (batches.ok ? batches.value : []).filter(({ closed, heldOn }) => !closed || heldOn >= since).flatMap((batch) => {
        const members = store.inBatch(batch.batchId)
        return members.ok ? [batchView(batch, members.value)] : []
      }),
      packets: (made.ok ? made.value : []).filter(({ handedOver, madeAt }) => !handedOver || dayInJapan(madeAt) >= since).map(packetRow),
      packet: { configured: open && packets !== null, waiting: applications.filter(({ transfer }) => transfer === 'waiting').length },
    }
  }

  async query(query: ApplicationQuery, account: StaffAccount): Promise<Result<unknown>> {
    switch (query.type) {
      case 'applicationDetail':
        return this.#detail(query.applicationId, account)
      case 'applicationPhotoView':
        return this.#photo(query.applicationId, account)
      case 'applicationPaper':
        return this.#preview(query.applicationId, query.paper, account)
      case 'applicationStatistics':
        return this.#statistics(query.on)
      case 'applicationBatchCheck':
        return ok(this.#batches.check(query.csv))
      case 'applicationBatchDetail':
        return this.#batches.detail(query.batchId, account)
      case 'applicationBatchSheet':
        return this.#batches.sheet(query.batchId, account)
    }
  }

  async dispatch(event: ApplicationEvent, account: StaffAccount): Promise<Result<void>> {
    const actor = account.accountId
    switch (event.type) {
      case 'applicationOpen':
        return this.#open(event, actor)
      case 'applicationPacketMake': {
        const made = await makePacket(this.#ports, event.packetId, actor)
        return made.ok ? ok() : made
      }
      case 'applicationPacketHandedOver':
        return this.#ports.store.packetHandedOver(event.packetId, actor)
      case 'applicationBatchOpen':
      case 'applicationBatchImport':
      case 'applicationBatchClose':
      case 'applicationBatchPrint':
        return this.#batches.dispatch(event, account)
      default: {
        const stored = this.#ports.store.get(event.applicationId)
        if (!stored.ok) return stored
        if ('version' in event && event.version !== stored.value.version) return fail('APPLICATION-STATE', 'the application was changed meanwhile')
        return this.#onApplication(event, stored.value, account)
      }
    }
  }

  #open({ applicationId, kind, batchId }: Of<'applicationOpen'>, actor: string): Result<void> {
    const { store, place } = this.#ports
    if (!place.kinds.includes(kind)) return fail('APPLICATION-RULE', 'this kind is not taken here')
    if (batchId !== null) {
      const batches = store.batches()
      if (!batches.ok) return batches
      if (!batches.value.some((batch) => batch.batchId === batchId && !batch.closed)) return fail('APPLICATION-STATE', 'no such batch is open')
    }
    const facts = { ...emptyApplicationFacts(kind), collection: place.collections[0] ?? 'atDelivery' }
    return toVoid(store.open({ applicationId, origin: 'staff', batchId, facts }, actor))
  }

  async #onApplication(event: OnApplication, stored: StoredApplication, account: StaffAccount): Promise<Result<void>> {
    const actor = account.accountId
    const change = (what: ApplicationChange): Result<void> => toVoid(this.#ports.store.change(stored, what, actor))
    switch (event.type) {
      case 'applicationLink': {
        const residentId = event.subject === null ? null : this.#ports.residentOf(event.subject, actor)
        if (event.subject !== null && residentId === null) return fail('RESIDENT-NOT-FOUND', 'not looked up within this sign-in')
        return change({ kind: 'link', residentId })
      }
      case 'applicationFacts':
        return stored.atResident ? fail('APPLICATION-STATE', 'the resident is at it') : change({ kind: 'saveFacts', facts: event.facts })
      case 'applicationPhoto': {
        if (stored.atResident) return fail('APPLICATION-STATE', 'the resident is at it')
        const file = checkPhotoFile(event.jpeg, this.#ports.rules)
        if (!file.ok) return file
        const takenAt = this.#ports.clock.now().toISOString()
        return change({ kind: 'savePhoto', photo: { ...file.value, source: event.source, findings: event.findings, takenAt } })
      }
      case 'applicationPhotoConfirm':
        return change({ kind: event.accepted ? 'confirmPhoto' : 'dropPhoto' })
      case 'applicationPhotoException':
        return change({ kind: 'exceptPhoto', exception: event.exception, note: event.note })
      case 'applicationReceive':
        return this.#whenComplete(stored, { kind: 'receive' }, actor)
      case 'applicationCorrect':
        return this.#whenComplete(stored, { kind: 'correct' }, actor)
      case 'applicationAtResident':
        return this.#ports.startAtResident(stored.applicationId)
      case 'applicationStep':
        return change({ kind: event.step, on: event.on })
      case 'applicationReturn':
        return change({ kind: 'return', on: event.on, reason: event.reason, note: event.note })
      case 'applicationSetPins':
        return this.#setPins(stored, account)
      case 'applicationDeliver': {
        const kept = this.#deliverable(stored, event.delivery)
        return kept.ok ? change({ kind: 'deliver', on: event.on, delivery: event.delivery }) : kept
      }
      case 'applicationRefuse':
        return change({ kind: 'refuse', reason: event.reason, note: event.note })
      case 'applicationWithdraw':
        return change({ kind: 'withdraw', note: event.note })
      case 'applicationPrint':
        return this.#print(stored, event.paper, actor)
    }
  }

  async #whenComplete(stored: StoredApplication, change: ApplicationChange, actor: string): Promise<Result<void>> {
    const judged = await judgeApplication(this.#ports, stored.applicationId)
    if (!judged.ok) return judged
    const { findings } = judged.value.evaluation
    if (findings.length > 0) return fail('APPLICATION-RULE', findings.map(({ key }) => key).join(', '))
    return toVoid(this.#ports.store.change(judged.value.application, change, actor))
  }

  /**
   * 交付時の暗証番号設定: the person chooses all PINs on the resident's screen; for somebody under 15 and a ward the 法定代理人
   * does, without 署名用 (reference counter-procedures §A.2, §A.6).
   */
  async #setPins({ applicationId, state }: StoredApplication, account: StaffAccount): Promise<Result<void>> {
    if (state !== 'notified') return fail('APPLICATION-STATE', 'the card does not wait to be handed over')
    const judged = await judgeApplication(this.#ports, applicationId)
    if (!judged.ok) return judged
    const { personal, evaluation } = judged.value
    const { ward, representative, certificates } = personal.facts
    if (personal.residentId === null) return fail('APPLICATION-RULE', 'not linked to the record of residents')
    const represented = ward || evaluation.ages?.under15 === true
    return this.#ports.deliveries.open(
      {
        applicationId,
        residentId: personal.residentId,
        facts: {
          actor: represented ? 'legalRepresentative' : 'self',
          ward,
          representative: represented ? representative : null,
          certificates: certificateKindSchema.options.filter((kind) => certificates[kind] && !(kind === 'signature' && represented)),
        },
      },
      account,
    )
  }

  /** Only of a card that waits to be handed over. What can't be read now is not known. */
  #pinCase({ applicationId, state }: StoredApplication): PinCase {
    if (state !== 'notified') return null
    const found = this.#ports.deliveries.of(applicationId)
    return found.ok ? found.value : null
  }

  /** 交付 (reference counter-procedures §A.6): to the face on the card, against documents and a signature. */
  #deliverable({ applicationId, kind, collection, express }: StoredApplication, delivery: Delivery): Result<void> {
    const { rules, documents } = this.#ports
    const broken = (why: string): Result<void> => fail('APPLICATION-RULE', why)
    if (delivery.pins === 'set') {
      const pinCase = this.#ports.deliveries.of(applicationId)
      if (!pinCase.ok) return pinCase
      if (pinCase.value?.state !== 'done') return broken('no card took the PINs here')
    }
    // Sent home: who the person is was seen when they applied.
    if (delivery.mailed) return express || rules.collections[collection].present ? ok() : broken('a card applied for without coming is collected in person')
    if (!delivery.faceMatches) return broken('the face is not the one on the card')
    if (!delivery.receiptSigned) return broken('the receipt is not signed')
    if (delivery.actor === 'agent' && delivery.agentReason === null) return broken('no reason why the person cannot come')
    if (rules.kinds[kind].oldCard && !delivery.oldCardHandedIn) return broken('the old card is not handed in')
    // By any one of the alternatives of an application that is checked at once.
    return identified(delivery.identityDocuments, rules.collections.atApplication.identity, documentsFor(delivery.actor, documents)) ? ok() : broken('the documents of identity are not enough')
  }

  async #detail(applicationId: string, { accountId }: StaffAccount): Promise<Result<ApplicationDetail>> {
    const judged = await judgeApplication(this.#ports, applicationId)
    if (!judged.ok) return judged
    const history = this.#ports.store.history(applicationId)
    if (!history.ok) return history
    const recorded = this.#ports.audit.record({ type: 'application-viewed', actor: accountId, applicationId, what: 'detail' })
    return recorded.ok ? ok(applicationDetail(judged.value, history.value, this.#pinCase(judged.value.application), this.#ports)) : recorded
  }

  #photo(applicationId: string, { accountId }: StaffAccount): Result<ApplicationPhotoView> {
    const personal = this.#ports.store.openPersonal(applicationId)
    if (!personal.ok) return personal
    if (personal.value.photo === null) return fail('APPLICATION-NOT-FOUND', 'there is no photo')
    const recorded = this.#ports.audit.record({ type: 'application-viewed', actor: accountId, applicationId, what: 'photo' })
    return recorded.ok ? ok({ jpeg: personal.value.photo.jpeg }) : recorded
  }

  async #preview(applicationId: string, paper: ApplicationPaper, { accountId }: StaffAccount): Promise<Result<Preview>> {
    const rendered = await this.#render(applicationId, paper)
    if (!rendered.ok) return rendered
    const recorded = this.#ports.audit.record({ type: 'application-viewed', actor: accountId, applicationId, what: paper })
    return recorded.ok ? ok({ pdfBase64: Buffer.from(rendered.value.pdf).toString('base64'), sheets: rendered.value.sheets }) : recorded
  }

  #statistics(on: string): Result<ApplicationStatistics> {
    const steps = this.#ports.store.steps(on)
    return steps.ok ? ok(applicationStatistics(steps.value, on)) : steps
  }

  async #print(stored: StoredApplication, paper: Of<'applicationPrint'>['paper'], actor: string): Promise<Result<void>> {
    const { applicationId } = stored
    const printed = paper === 'slip' ? await this.#printSlip(stored) : await this.#printDocument(applicationId, paper)
    const recorded = this.#ports.audit.record({ type: 'application-paper-printed', actor, applicationId, paper, outcome: printed.ok ? 'success' : 'failure', code: printed.ok ? null : printed.failure.code })
    return printed.ok ? recorded : printed
  }

  async #printSlip(stored: StoredApplication): Promise<Result<void>> {
    const judged = await judgeApplication(this.#ports, stored.applicationId)
    if (!judged.ok) return judged
    return toVoid(await this.#ports.slipPrinter.print(this.#ports.slip(stored, { feeYen: judged.value.evaluation.feeYen, next: stored.state === 'draft' ? 'staff' : 'received', language: 'ja' })))
  }

  async #printDocument(applicationId: string, paper: ApplicationPaper): Promise<Result<void>> {
    const rendered = await this.#render(applicationId, paper)
    return rendered.ok ? this.#ports.documentPrinter.print({ jobId: randomBytes(16).toString('hex'), requestId: applicationId, ...rendered.value }) : rendered
  }

  async #render(applicationId: string, paper: ApplicationPaper): Promise<Result<{ readonly pdf: Uint8Array; readonly sheets: number; readonly subjectDigest: string }>> {
    const judged = await judgeApplication(this.#ports, applicationId)
    if (!judged.ok) return judged
    const { application, personal } = judged.value
    const sheets = this.#sheets(judged.value, paper)
    if (sheets.length === 0) return fail('APPLICATION-RULE', 'there is no photo')
    const { name, birthDate } = printedApplicant(judged.value)
    const digest = subjectDigest(applicationId, [{ residentId: personal.residentId ?? application.rowId, name, birthDate: birthDate === null ? '' : formatIsoLike(birthDate) }])
    const { compose, place, clock } = this.#ports
    const pdf = await compose({ sheets, specimen: place.specimen, madeAt: clock.now(), binding: { requestId: applicationId, subjectDigest: digest, certificateNumber: application.number } })
    return pdf.ok ? ok({ pdf: pdf.value, sheets: sheets.length, subjectDigest: digest }) : pdf
  }

  /** None: there is no photo to print. */
  #sheets(judged: JudgedApplication, paper: ApplicationPaper): FormSheet[] {
    switch (paper) {
      case 'form':
        return this.#form(judged)
      case 'photoSheetA4':
        return this.#photoSheet(judged, 'A4')
      case 'photoSheetL':
        return this.#photoSheet(judged, 'L')
      case 'pinForm':
        return [pinFormSheet({ ...this.#ports.place, number: judged.application.number, applicant: printedApplicant(judged), ...judged.personal.facts.certificates })]
    }
  }

  #form(judged: JudgedApplication): FormSheet[] {
    const { application, personal, evaluation } = judged
    const { photo, facts } = personal
    const { place } = this.#ports
    return applicationFormSheets({
      number: application.number,
      day: dayInJapan(application.begunAt),
      facts,
      applicant: printedApplicant(judged),
      photo: photo === null ? null : { jpeg: Buffer.from(photo.jpeg, 'base64'), exception: photo.exception },
      noPhotoOnCard: evaluation.ages?.under1 ?? false,
      terminalNumber: place.terminalNumber,
      municipality: place.municipality,
      mayor: place.mayor,
    })
  }

  #photoSheet({ application, personal }: JudgedApplication, size: 'A4' | 'L'): FormSheet[] {
    if (personal.photo === null) return []
    const caption = `${this.#ports.place.specimen ? '見本　' : ''}${application.number}`
    return [{ size, title: '', reference: '', date: '', recipient: '', parts: [{ kind: 'photoGrid', jpeg: Buffer.from(personal.photo.jpeg, 'base64'), caption }], footer: '' }]
  }
}

const toVoid = (result: Result<unknown>): Result<void> => (result.ok ? ok() : result)
