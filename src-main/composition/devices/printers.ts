import type { Configuration } from '../../config.ts'
import { trainingOnly } from '../training/training-only.ts'
import { EscposSerialPrinter } from '../../printing/drivers/escpos/escpos-serial-printer.ts'
import { IppDocumentPrinter } from '../../printing/drivers/ipp/ipp-document-printer.ts'
import { serialLink } from '../../printing/drivers/escpos/serial-link.ts'
import { ippAddress } from '../../printing/ipp/ipp-transport.ts'
import type { DocumentPrinter, ReceiptPrinter } from '../../printing/printers.ts'
import { TrainingDocumentPrinter } from '../../training/printing/training-document-printer.ts'
import { TrainingReceiptPrinter } from '../../training/printing/training-receipt-printer.ts'

export interface PaperPlaces {
  /** Where virtual printers put their papers. */
  readonly paperFolder: string
  /** Font of the receipt pictures. */
  readonly receiptFont: string
  readonly isTraining: boolean
}

export interface Composed<Port, Training> {
  readonly printer: Port
  readonly training: Training | null
}

export function composeReceiptPrinter(
  configuration: Configuration['devices']['receiptPrinter'],
  places: PaperPlaces,
): Composed<ReceiptPrinter, TrainingReceiptPrinter> {
  if (configuration.driver === 'training') {
    const training = new TrainingReceiptPrinter({
      ...trainingOnly(places.isTraining),
      directory: places.paperFolder,
      layout: { charactersPerLine: 48 },
      font: { path: places.receiptFont, family: 'BIZ UDMincho' },
    })
    return { printer: training, training }
  }
  const printer = new EscposSerialPrinter({
    description: `ESC/POS ${configuration.path}`,
    open: serialLink({ path: configuration.path, baudRate: configuration.baudRate, rtscts: configuration.rtscts }),
    layout: { charactersPerLine: configuration.columns },
    completion: configuration.completion,
    clearsBuffers: configuration.clearsBuffers,
  })
  return { printer, training: null }
}

export function composeDocumentPrinter(
  configuration: Configuration['devices']['documentPrinter'],
  places: PaperPlaces,
): Composed<DocumentPrinter, TrainingDocumentPrinter> {
  if (configuration.driver === 'training') {
    const training = new TrainingDocumentPrinter({ ...trainingOnly(places.isTraining), directory: places.paperFolder })
    return { printer: training, training }
  }
  const printer = new IppDocumentPrinter({
    address: ippAddress(configuration.uri),
    ...(configuration.media === null ? {} : { jobTemplate: { sides: 'one-sided', 'print-scaling': 'none', media: configuration.media } }),
    limits: { jobMs: configuration.deadlineSeconds * 1000 },
  })
  return { printer, training: null }
}
