import type { Result } from '../failures/result.ts'

export type PrinterCondition = 'ready' | 'paperOut' | 'paperLow' | 'coverOpen' | 'jam' | 'offline' | 'busy'

export interface PrinterStatus {
  readonly condition: PrinterCondition
  /** Whether a job could be printed now (`ready`, `paperLow`, `busy`). */
  readonly usable: boolean
}

/**
 * Port: the receipt printer beside the terminal (受付票) or at the counter (領収書).
 * "Printed" means the device said so after the job; bytes that were written prove nothing.
 */
export interface ReceiptPrinter {
  readonly description: string
  /** RECEIPT-OFFLINE, RECEIPT-TIMEOUT when it can't be asked. */
  status(): Promise<Result<PrinterStatus>>
  /**
   * Prints one receipt. Failures: RECEIPT-PAPER-OUT, RECEIPT-COVER-OPEN, RECEIPT-JAM, RECEIPT-OFFLINE
   * (nothing came out), RECEIPT-UNCERTAIN, RECEIPT-TIMEOUT (it may have), RECEIPT-CHARACTER (a character
   * the printer's code page lacks; refused before a byte is sent).
   */
  print(receipt: Receipt): Promise<Result<void>>
  subscribe(listener: (status: PrinterStatus) => void): () => void
  close(): Promise<void>
}

/** One receipt as content; the driver sets it. Values are plain text; escaping is the driver's duty. */
export interface Receipt {
  /** Names the job in files and logs; no personal data. */
  readonly jobId: string
  readonly lines: readonly ReceiptLine[]
}

export type ReceiptLine =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'big'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'centred'; readonly text: string }
  | { readonly kind: 'pair'; readonly label: string; readonly value: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
  /** CODE128, printable ASCII. */
  | { readonly kind: 'barcode'; readonly data: string }

/** A print job as handed to the document printer; it can't be separated from whose paper it is. */
export interface DocumentJob {
  readonly jobId: string
  readonly requestId: string
  readonly subjectDigest: string
  readonly pdf: Uint8Array
  readonly sheets: number
}

/** Port: the document printer behind the counter. */
export interface DocumentPrinter {
  readonly description: string
  status(): Promise<Result<PrinterStatus>>
  /**
   * Resolves ok only when the device reported the job completed. Failures: PRINTER-PAPER-OUT,
   * PRINTER-COVER-OPEN, PRINTER-JAM, PRINTER-OFFLINE, PRINTER-REFUSED (nothing came out),
   * PRINTER-UNCERTAIN, PRINTER-TIMEOUT (it may have; only a clerk can tell).
   */
  print(job: DocumentJob): Promise<Result<void>>
  subscribe(listener: (status: PrinterStatus) => void): () => void
  close(): Promise<void>
}
