import { createHash, randomBytes } from 'node:crypto'
import type { ApplicationEvent, ApplicationFinding, BatchDetail, BatchListCheck, BatchSheet, CollectionWay } from '../../../src-preload/contract.ts'
import { subjectDigest } from '../../documents/subject.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { NewApplication, StoredApplication, StoredBatch } from '../../queue/applications/application-store.ts'
import type { StaffAccount } from '../../staff/staff-accounts.ts'
import { readList } from '../batch/read-list.ts'
import { findingWords } from '../papers/finding-words.ts'
import { composeHandover, type Handover } from './handover.ts'
import { judgeApplication } from './judge.ts'
import type { ApplicationPorts } from './ports.ts'
import { batchView, printedApplicant } from './views.ts'

type BatchEvent = Extract<ApplicationEvent, { type: `applicationBatch${string}` }>

interface Person {
  readonly application: StoredApplication
  readonly place: number
  readonly name: string
  readonly missing: readonly ApplicationFinding[]
}

/** 企業一括申請, 出張申請受付, 行政区: many applicants in a row. */
export class BatchDesk {
  readonly #ports: ApplicationPorts

  constructor(ports: ApplicationPorts) {
    this.#ports = ports
  }

  /** What a list is like; nothing is stored by looking. */
  check(csv: string): BatchListCheck {
    return readList(Buffer.from(csv, 'base64'), this.#collection()).check
  }

  async dispatch(event: BatchEvent, account: StaffAccount): Promise<Result<void>> {
    const { store } = this.#ports
    const actor = account.accountId
    switch (event.type) {
      case 'applicationBatchOpen': {
        const { batchId, kind, name, place, heldOn } = event
        return store.openBatch({ batchId, kind, name, place, heldOn }, actor)
      }
      case 'applicationBatchClose':
        return store.closeBatch(event.batchId, actor)
      case 'applicationBatchImport':
        return this.#import(event.batchId, event.csv, actor)
      case 'applicationBatchPrint':
        return this.#print(event.batchId, account)
    }
  }

  /** Every person with what is missing. */
  async detail(batchId: string, { accountId }: StaffAccount): Promise<Result<BatchDetail>> {
    const people = await this.#people(batchId)
    if (!people.ok) return people
    const recorded = this.#ports.audit.record({ type: 'application-batch-viewed', batchId, what: 'detail', actor: accountId })
    if (!recorded.ok) return recorded
    const { batch, members } = people.value
    return ok({
      batch: batchView(batch, members.map(({ application }) => application)),
      people: members.map(({ application, place, name, missing }) => ({ applicationId: application.applicationId, place, name, state: application.state, missing: [...missing] })),
    })
  }

  async sheet(batchId: string, { accountId }: StaffAccount): Promise<Result<BatchSheet>> {
    const rendered = await this.#render(batchId)
    if (!rendered.ok) return rendered
    const recorded = this.#ports.audit.record({ type: 'application-batch-viewed', batchId, what: 'sheet', actor: accountId })
    const { pdf, sheets, unprinted } = rendered.value
    return recorded.ok ? ok({ pdfBase64: Buffer.from(pdf).toString('base64'), sheets, unprinted: [...unprinted] }) : recorded
  }

  #import(batchId: string, csv: string, actor: string): Result<void> {
    const batch = this.#openBatch(batchId)
    if (!batch.ok) return batch
    const { check, people } = readList(Buffer.from(csv, 'base64'), this.#collection())
    if (!check.importable) return fail('BATCH-LIST', `${check.columns.missing.length} columns missing, ${check.problems.length} problems`)
    // The same person of the same batch has the same id: a list read in twice makes nobody twice.
    const applications = people.map(({ facts }): NewApplication => {
      const person = JSON.stringify([batchId, facts.formId ?? [facts.applicant?.name, facts.birthDate, facts.applicant?.address]])
      return { applicationId: createHash('sha256').update(person).digest('hex').slice(0, 32), origin: 'list', batchId, facts }
    })
    const stored = this.#ports.store.openAll(applications, actor)
    return stored.ok ? this.#ports.audit.record({ type: 'application-list-imported', batchId, people: stored.value, actor }) : stored
  }

  async #print(batchId: string, { accountId }: StaffAccount): Promise<Result<void>> {
    const rendered = await this.#render(batchId)
    if (!rendered.ok) return rendered
    const { pdf, sheets, subjectDigest: digest } = rendered.value
    const printed = await this.#ports.documentPrinter.print({ jobId: randomBytes(16).toString('hex'), requestId: batchId, pdf, sheets, subjectDigest: digest })
    const recorded = this.#ports.audit.record({ type: 'application-batch-viewed', batchId, what: 'printed', actor: accountId })
    return printed.ok ? recorded : printed
  }

  async #render(batchId: string): Promise<Result<Handover & { readonly subjectDigest: string }>> {
    const found = await this.#people(batchId)
    if (!found.ok) return found
    const { batch, members } = found.value
    const people = members.map(({ application, place: at, name, missing }) => ({ place: at, number: application.number, name, state: application.state, missing: missing.map(({ key }) => findingWords[key]) }))
    const digest = subjectDigest(batchId, members.map(({ application, name }) => ({ residentId: application.rowId, name, birthDate: '' })))
    const composed = await composeHandover(this.#ports, {
      batch: batchView(batch, members.map(({ application }) => application)),
      people,
      binding: { requestId: batchId, subjectDigest: digest, certificateNumber: batchId.slice(0, 12) },
    })
    return composed.ok ? ok({ ...composed.value, subjectDigest: digest }) : composed
  }

  async #people(batchId: string): Promise<Result<{ readonly batch: StoredBatch; readonly members: readonly Person[] }>> {
    const batch = this.#batch(batchId)
    if (!batch.ok) return batch
    const stored = this.#ports.store.inBatch(batchId)
    if (!stored.ok) return stored
    const members: Person[] = []
    for (const [index, application] of stored.value.entries()) {
      const judged = await judgeApplication(this.#ports, application.applicationId)
      // What was shredded after its time still has its place and its state.
      if (!judged.ok && judged.failure.code !== 'APPLICATION-NOT-FOUND') return judged
      const draft = application.state === 'draft' || application.state === 'returned'
      members.push({ application, place: index + 1, name: judged.ok ? printedApplicant(judged.value).name : '', missing: judged.ok && draft ? judged.value.evaluation.findings : [] })
    }
    return ok({ batch: batch.value, members })
  }

  #batch(batchId: string): Result<StoredBatch> {
    const batches = this.#ports.store.batches()
    if (!batches.ok) return batches
    const batch = batches.value.find((each) => each.batchId === batchId)
    return batch === undefined ? fail('APPLICATION-NOT-FOUND', 'there is no such batch') : ok(batch)
  }

  #openBatch(batchId: string): Result<StoredBatch> {
    const batch = this.#batch(batchId)
    return batch.ok && batch.value.closed ? fail('APPLICATION-STATE', 'this batch is closed') : batch
  }

  /** 出張申請受付 where this terminal has it: the card then comes by post. */
  #collection(): CollectionWay {
    const { collections } = this.#ports.place
    return collections.includes('outreach') ? 'outreach' : (collections[0] ?? 'atDelivery')
  }
}
