import { fail, ok, type Result } from '../../../failures/result.ts'
import { documentRefusal, statusOf } from '../../conditions.ts'
import { IppClient, type IppOutcome } from '../../ipp/ipp-client.ts'
import { numberValues, textValues } from '../../ipp/ipp-decoder.ts'
import { ippGroup, ippOperation, ippTag, type IppResponse } from '../../ipp/ipp-message.ts'
import type { IppAddress } from '../../ipp/ipp-transport.ts'
import { OneAtATime } from '../../one-at-a-time.ts'
import type { DocumentJob, DocumentPrinter, PrinterStatus } from '../../printers.ts'
import { ippCondition } from './ipp-condition.ts'
import { IppJob } from './ipp-job.ts'
import { ippLimits, type IppLimits } from './ipp-limits.ts'
import { PrinterWatch } from '../printer-watch.ts'
import { systemTimers, type Delays } from '../../../timers.ts'

export interface IppPrinterOptions {
  readonly address: IppAddress
  /** Keywords of job template attributes, such as `sides` or `media`. */
  readonly jobTemplate?: Readonly<Record<string, string>>
  /** printer-state-reasons that mean nothing on this printer, with their suffix. */
  readonly ignoredReasons?: readonly string[]
  readonly limits?: Partial<IppLimits>
  readonly timers?: Delays
}

/** A certificate fills one side of each sheet and its grid keeps its size. */
const defaultTemplate: Readonly<Record<string, string>> = { sides: 'one-sided', 'print-scaling': 'none' }

const printerAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'operations-supported',
  'document-format-supported',
]

/**
 * Document printer over IPP 2.0/1.1, a printer itself or a CUPS queue (RFC 8010, 8011). One job at a time; each is
 * followed until the printer calls it completed and is never sent twice. Jobs carry the job id and no other name.
 */
export class IppDocumentPrinter implements DocumentPrinter {
  readonly description: string
  readonly #client: IppClient
  readonly #limits: IppLimits
  readonly #timers: Delays
  readonly #template: Readonly<Record<string, string>>
  readonly #ignoredReasons: ReadonlySet<string>
  readonly #jobs = new OneAtATime()
  readonly #watch: PrinterWatch
  readonly #closing = new AbortController()

  constructor(options: IppPrinterOptions) {
    this.description = `IPP ${options.address.uri}`
    this.#client = new IppClient(options.address)
    this.#limits = { ...ippLimits, ...options.limits }
    this.#timers = options.timers ?? systemTimers
    this.#template = options.jobTemplate ?? defaultTemplate
    this.#ignoredReasons = new Set(options.ignoredReasons)
    this.#watch = new PrinterWatch(() => this.status(), this.#limits.watchMs, this.#timers)
  }

  /** PRINTER-OFFLINE when there is no printer at the address, PRINTER-TIMEOUT when its answer is lost or no IPP. */
  async status(): Promise<Result<PrinterStatus>> {
    if (this.#closing.signal.aborted) return fail('PRINTER-OFFLINE')
    const outcome = await this.#askPrinter()
    if (outcome.kind === 'done') return ok(statusOf(ippCondition(outcome.response, this.#ignoredReasons)))
    return fail(outcome.kind === 'lost' ? 'PRINTER-TIMEOUT' : 'PRINTER-OFFLINE', outcome.detail)
  }

  print(job: DocumentJob): Promise<Result<void>> {
    return this.#jobs.run(() => this.#print(job))
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    return this.#watch.subscribe(listener)
  }

  close(): Promise<void> {
    this.#closing.abort()
    this.#watch.close()
    return Promise.resolve()
  }

  async #print(document: DocumentJob): Promise<Result<void>> {
    if (this.#closing.signal.aborted) return fail('PRINTER-OFFLINE', 'closed')
    const printer = await this.#askPrinter()
    if (printer.kind !== 'done') return fail('PRINTER-OFFLINE', printer.detail)
    const refusal = documentRefusal(ippCondition(printer.response, this.#ignoredReasons)) ?? this.#unable(printer.response)
    if (refusal !== null) return fail(refusal)
    const operations = numberValues(printer.response, ippGroup.printer, 'operations-supported')
    const job = new IppJob({
      client: this.#client,
      limits: this.#limits,
      timers: this.#timers,
      closing: this.#closing.signal,
      template: this.#template,
      operations: new Set(operations),
      refusalNow: async () => {
        const now = await this.#askPrinter()
        return now.kind === 'done' ? documentRefusal(ippCondition(now.response, this.#ignoredReasons)) : null
      },
    })
    return job.run(document)
  }

  /** A printer that can't take PDF, or whose jobs can't be followed, can't be believed. */
  #unable(printer: IppResponse): 'PRINTER-REFUSED' | null {
    const formats = textValues(printer, ippGroup.printer, 'document-format-supported')
    const operations = numberValues(printer, ippGroup.printer, 'operations-supported')
    return formats.includes('application/pdf') && operations.includes(ippOperation.getJobAttributes) ? null : 'PRINTER-REFUSED'
  }

  #askPrinter(): Promise<IppOutcome> {
    return this.#client.call({
      operation: ippOperation.getPrinterAttributes,
      operationAttributes: [{ tag: ippTag.keyword, name: 'requested-attributes', values: printerAttributes }],
      timeoutMs: this.#limits.requestMs,
    })
  }
}
