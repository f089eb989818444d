import { fail, ok, type Result } from '../../failures/result.ts'
import { documentRefusal, statusOf } from '../../printing/conditions.ts'
import type { DocumentJob, DocumentPrinter, PrinterCondition, PrinterStatus } from '../../printing/printers.ts'
import { requireTraining, TrainingDevice, type TrainingOutcome } from './training-device.ts'

export interface TrainingDocumentPrinterOptions {
  readonly training: true
  /** Made when the first document comes out. */
  readonly directory: string
}

/** The document printer of training mode: a job becomes `<jobId>.pdf` in a directory. Fails as the IPP driver does. */
export class TrainingDocumentPrinter implements DocumentPrinter {
  readonly description = '研修用証明書プリンター（見本）'
  readonly #device: TrainingDevice
  #refusing = false

  constructor(options: TrainingDocumentPrinterOptions) {
    requireTraining(options)
    this.#device = new TrainingDevice(options.directory)
  }

  setCondition(condition: PrinterCondition): void {
    this.#device.setCondition(condition)
  }

  setOutcome(outcome: TrainingOutcome | 'refused'): void {
    this.#refusing = outcome === 'refused'
    this.#device.setOutcome(outcome === 'refused' ? 'printed' : outcome)
  }

  /** How long a job takes, in milliseconds. */
  setDelay(milliseconds: number): void {
    this.#device.setDelay(milliseconds)
  }

  status(): Promise<Result<PrinterStatus>> {
    const { condition } = this.#device
    return Promise.resolve(condition === 'offline' ? fail('PRINTER-OFFLINE') : ok(statusOf(condition)))
  }

  async print(job: DocumentJob): Promise<Result<void>> {
    if (this.#refusing) return fail('PRINTER-REFUSED')
    const ran = await this.#device.run(
      job.jobId,
      (condition) => documentRefusal(condition) === null,
      () => Promise.resolve(ok(new Map([['pdf', job.pdf]]))),
    )
    if (!ran.ok) return ran
    const verdict = ran.value
    switch (verdict.ended) {
      case 'printed':
        return ok()
      case 'refused':
        return fail(documentRefusal(verdict.condition) ?? 'PRINTER-OFFLINE')
      case 'unwritable':
        return fail('PRINTER-OFFLINE', 'the training directory can not be written')
      case 'silent':
        return fail('PRINTER-TIMEOUT')
      case 'uncertain':
        return fail('PRINTER-UNCERTAIN')
      case 'brokenOff':
        // As over IPP: a lost printer is a doubt at once, a stopped one is waited for until the deadline.
        return fail(verdict.condition === 'offline' ? 'PRINTER-UNCERTAIN' : 'PRINTER-TIMEOUT', verdict.condition)
    }
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    return this.#device.subscribe(listener)
  }

  close(): Promise<void> {
    this.#device.close()
    return Promise.resolve()
  }
}
