import { fail, ok, type Result } from '../../failures/result.ts'
import { receiptRefusal, statusOf } from '../../printing/conditions.ts'
import type { PrinterCondition, PrinterStatus, Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { ReceiptLayout } from '../../printing/setting/receipt-markup.ts'
import type { PictureFont } from '../../printing/setting/receipt-picture.ts'
import { requireTraining, TrainingDevice, type TrainingOutcome } from './training-device.ts'

export interface TrainingReceiptPrinterOptions {
  readonly training: true
  /** Made when the first receipt comes out. */
  readonly directory: string
  readonly layout: ReceiptLayout
  readonly font: PictureFont
}

/**
 * The receipt printer of training mode: a receipt becomes `<jobId>.png`, `.svg` and `.escpos` in a directory.
 * Fails as the serial driver does; states are set by the methods below.
 */
export class TrainingReceiptPrinter implements ReceiptPrinter {
  readonly description = '研修用レシートプリンター（見本）'
  readonly #device: TrainingDevice
  readonly #layout: ReceiptLayout
  readonly #font: PictureFont

  constructor(options: TrainingReceiptPrinterOptions) {
    requireTraining(options)
    this.#device = new TrainingDevice(options.directory)
    this.#layout = options.layout
    this.#font = options.font
  }

  setCondition(condition: PrinterCondition): void {
    this.#device.setCondition(condition)
  }

  setOutcome(outcome: TrainingOutcome): void {
    this.#device.setOutcome(outcome)
  }

  /** How long a receipt takes, in milliseconds. */
  setDelay(milliseconds: number): void {
    this.#device.setDelay(milliseconds)
  }

  status(): Promise<Result<PrinterStatus>> {
    const { condition } = this.#device
    return Promise.resolve(condition === 'offline' ? fail('RECEIPT-OFFLINE') : ok(statusOf(condition)))
  }

  async print(receipt: Receipt): Promise<Result<void>> {
    const ran = await this.#device.run(
      receipt.jobId,
      (condition) => receiptRefusal(condition) === null,
      async () => {
        // Loaded with the first receipt: setting and drawing are a third of the program's code.
        const { receiptPapers } = await import('./receipt-papers.ts')
        return receiptPapers(receipt, this.#layout, this.#font)
      },
    )
    if (!ran.ok) return ran
    const verdict = ran.value
    switch (verdict.ended) {
      case 'printed':
        return ok()
      case 'refused':
        return fail(receiptRefusal(verdict.condition) ?? 'RECEIPT-OFFLINE')
      case 'unwritable':
        return fail('RECEIPT-OFFLINE', 'the training directory can not be written')
      case 'silent':
        return fail('RECEIPT-TIMEOUT')
      case 'uncertain':
      case 'brokenOff':
        return fail('RECEIPT-UNCERTAIN', verdict.condition)
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
