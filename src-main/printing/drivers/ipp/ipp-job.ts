import type { FailureCode } from '../../../../src-preload/contract/failure-codes.ts'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { IppClient, IppOutcome } from '../../ipp/ipp-client.ts'
import { numberValues, textValues } from '../../ipp/ipp-decoder.ts'
import { ippGroup, ippOperation, ippTag, type IppAttribute, type IppResponse } from '../../ipp/ipp-message.ts'
import type { DocumentJob } from '../../printers.ts'
import type { IppLimits } from './ipp-limits.ts'
import type { Delays } from '../../../timers.ts'

export interface IppJobOptions {
  readonly client: IppClient
  readonly limits: IppLimits
  readonly timers: Delays
  readonly closing: AbortSignal
  readonly template: Readonly<Record<string, string>>
  /** operations-supported of the printer. */
  readonly operations: ReadonlySet<number>
  /** What the printer would be refused for at this moment. */
  readonly refusalNow: () => Promise<FailureCode | null>
}

/** job-state, RFC 8011 §5.3.7. */
const jobState = { canceled: 7, aborted: 8, completed: 9 } as const

/** So many questions in a row may go unanswered before the job counts as lost. */
const patience = 3

const attribute = (tag: IppAttribute['tag'], name: string, value: IppAttribute['values'][number]): IppAttribute => ({ tag, name, values: [value] })

/** One document on its way to one printer. */
export class IppJob {
  readonly #options: IppJobOptions

  constructor(options: IppJobOptions) {
    this.#options = options
  }

  async run(document: DocumentJob): Promise<Result<void>> {
    const { operations } = this.#options
    if (operations.has(ippOperation.validateJob)) {
      const valid = await this.#call({ operation: ippOperation.validateJob, ...this.#description(document) })
      if (valid.kind !== 'done') return nothingDone(valid)
    }
    return operations.has(ippOperation.createJob) && operations.has(ippOperation.sendDocument) ? this.#inTwoSteps(document) : this.#inOneStep(document)
  }

  /** Create-Job, then Send-Document: only the second can leave a doubt about paper. */
  async #inTwoSteps(document: DocumentJob): Promise<Result<void>> {
    const { operationAttributes, jobAttributes } = this.#description(document)
    const created = await this.#call({
      operation: ippOperation.createJob,
      operationAttributes: operationAttributes.filter(({ name }) => name !== 'document-format'),
      jobAttributes,
    })
    if (created.kind !== 'done') return nothingDone(created)
    const [jobId] = numberValues(created.response, ippGroup.job, 'job-id')
    if (jobId === undefined) return fail('PRINTER-REFUSED', 'no job id')
    const sent = await this.#call(
      {
        operation: ippOperation.sendDocument,
        operationAttributes: [
          attribute(ippTag.integer, 'job-id', jobId),
          ...operationAttributes,
          attribute(ippTag.boolean, 'last-document', true),
        ],
        document: document.pdf,
      },
      this.#options.limits.uploadMs,
    )
    if (sent.kind === 'done') return this.#follow(jobId)
    // The printer holds a job without its document, or with one that nobody waits for any more.
    await this.#cancel(jobId)
    return sent.kind === 'lost' ? fail('PRINTER-UNCERTAIN', sent.detail) : nothingDone(sent)
  }

  async #inOneStep(document: DocumentJob): Promise<Result<void>> {
    const sent = await this.#call({ operation: ippOperation.printJob, ...this.#description(document), document: document.pdf }, this.#options.limits.uploadMs)
    if (sent.kind === 'lost') return fail('PRINTER-UNCERTAIN', sent.detail)
    if (sent.kind !== 'done') return nothingDone(sent)
    const [jobId] = numberValues(sent.response, ippGroup.job, 'job-id')
    return jobId === undefined ? fail('PRINTER-UNCERTAIN', 'no job id') : this.#follow(jobId)
  }

  /** Asks for the job's state until it has ended, the printer is gone, or the time is over. */
  async #follow(jobId: number): Promise<Result<void>> {
    const { limits, timers, closing } = this.#options
    const deadline = { passed: false }
    const cancelDeadline = timers.after(limits.jobMs, () => (deadline.passed = true))
    try {
      let unanswered = 0
      for (;;) {
        const asked = await this.#askJob(jobId)
        if (asked.kind === 'refused') return fail('PRINTER-UNCERTAIN', `the printer no longer knows the job: ${asked.detail}`)
        if (asked.kind === 'done') {
          unanswered = 0
          const end = await this.#endIn(asked.response)
          if (end !== null) return end
        } else if (++unanswered >= patience) return fail('PRINTER-UNCERTAIN', asked.detail)
        if (closing.aborted) return fail('PRINTER-UNCERTAIN', 'closed')
        if (deadline.passed) return await this.#giveUp(jobId)
        await this.#pause(limits.pollMs)
      }
    } finally {
      cancelDeadline()
    }
  }

  /** The result if the job has ended; null while it has not. */
  async #endIn(job: IppResponse): Promise<Result<void> | null> {
    const [state] = numberValues(job, ippGroup.job, 'job-state')
    const reasons = textValues(job, ippGroup.job, 'job-state-reasons')
    if (state === jobState.completed) {
      return reasons.includes('job-completed-with-errors') ? fail('PRINTER-UNCERTAIN', 'completed with errors') : ok()
    }
    if (state !== jobState.canceled && state !== jobState.aborted) return null
    const sheets = ['job-media-sheets-completed', 'job-impressions-completed'].flatMap((name) => numberValues(job, ippGroup.job, name))
    const detail = `${state === jobState.aborted ? 'aborted' : 'canceled'}: ${reasons.join(' ')}`
    // Without a count nobody but a clerk can tell whether the first sheet lies in the tray.
    if (sheets.length === 0 || sheets.some((count) => count > 0)) return fail('PRINTER-UNCERTAIN', detail)
    return fail((await this.#options.refusalNow()) ?? 'PRINTER-REFUSED', detail)
  }

  /** The time is over: the job is withdrawn, and only a completion that came first makes it printed. */
  async #giveUp(jobId: number): Promise<Result<void>> {
    await this.#cancel(jobId)
    const asked = await this.#askJob(jobId)
    const completed = asked.kind === 'done' && numberValues(asked.response, ippGroup.job, 'job-state')[0] === jobState.completed
    return completed ? ok() : fail('PRINTER-TIMEOUT', (await this.#options.refusalNow()) ?? 'not completed in time')
  }

  #description(document: DocumentJob): { operationAttributes: IppAttribute[]; jobAttributes: IppAttribute[] } {
    return {
      operationAttributes: [
        attribute(ippTag.name, 'requesting-user-name', 'madoguchi'),
        // Shown on the printer's panel and in its logs: nobody's name.
        attribute(ippTag.name, 'job-name', document.jobId),
        attribute(ippTag.mimeType, 'document-format', 'application/pdf'),
      ],
      jobAttributes: Object.entries(this.#options.template).map(([name, keyword]) => attribute(ippTag.keyword, name, keyword)),
    }
  }

  #askJob(jobId: number): Promise<IppOutcome> {
    return this.#call({
      operation: ippOperation.getJobAttributes,
      operationAttributes: [
        attribute(ippTag.integer, 'job-id', jobId),
        attribute(ippTag.name, 'requesting-user-name', 'madoguchi'),
        {
          tag: ippTag.keyword,
          name: 'requested-attributes',
          values: ['job-state', 'job-state-reasons', 'job-media-sheets-completed', 'job-impressions-completed'],
        },
      ],
    })
  }

  /** Whether it was obeyed shows in the job's state, not in this answer. */
  async #cancel(jobId: number): Promise<void> {
    if (!this.#options.operations.has(ippOperation.cancelJob)) return
    await this.#call({
      operation: ippOperation.cancelJob,
      operationAttributes: [attribute(ippTag.integer, 'job-id', jobId), attribute(ippTag.name, 'requesting-user-name', 'madoguchi')],
    })
  }

  #call(call: Omit<Parameters<IppClient['call']>[0], 'timeoutMs'>, timeoutMs = this.#options.limits.requestMs): Promise<IppOutcome> {
    return this.#options.client.call({ ...call, timeoutMs })
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#options.timers.after(milliseconds, () => resolve()))
  }
}

/** The failure of an operation after which no document is with the printer. */
const nothingDone = (outcome: Exclude<IppOutcome, { kind: 'done' }>): Result<void> =>
  fail(outcome.kind === 'refused' ? 'PRINTER-REFUSED' : 'PRINTER-OFFLINE', outcome.detail)
