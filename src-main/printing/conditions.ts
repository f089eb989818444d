import type { FailureCode } from '../../src-preload/contract/failure-codes.ts'
import type { PrinterCondition, PrinterStatus } from './printers.ts'

const usable: Readonly<Record<PrinterCondition, boolean>> = {
  ready: true,
  paperLow: true,
  busy: true,
  paperOut: false,
  coverOpen: false,
  jam: false,
  offline: false,
}

export const statusOf = (condition: PrinterCondition): PrinterStatus => ({ condition, usable: usable[condition] })

/** The failure of a job that a printer in this condition was not given; null where it can print. */
export function receiptRefusal(condition: PrinterCondition): FailureCode | null {
  switch (condition) {
    case 'ready':
    case 'paperLow':
    case 'busy':
      return null
    case 'paperOut':
      return 'RECEIPT-PAPER-OUT'
    case 'coverOpen':
      return 'RECEIPT-COVER-OPEN'
    case 'jam':
      return 'RECEIPT-JAM'
    case 'offline':
      return 'RECEIPT-OFFLINE'
  }
}

/** The same for the document printer. */
export function documentRefusal(condition: PrinterCondition): FailureCode | null {
  switch (condition) {
    case 'ready':
    case 'paperLow':
    case 'busy':
      return null
    case 'paperOut':
      return 'PRINTER-PAPER-OUT'
    case 'coverOpen':
      return 'PRINTER-COVER-OPEN'
    case 'jam':
      return 'PRINTER-JAM'
    case 'offline':
      return 'PRINTER-OFFLINE'
  }
}
