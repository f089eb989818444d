import receiptline from 'receiptline'
import { ok, type Result } from '../../failures/result.ts'
import type { Receipt } from '../printers.ts'
import { printableReceipt } from './printable-characters.ts'
import { receiptMarkup, type ReceiptLayout } from './receipt-markup.ts'

/** receiptline ends every job with GS r 1; the driver asks for the completion in its own way. */
const trailingStatusRequest = '\x1dr1'

/**
 * ESC/POS bytes of a receipt, Japanese in Shift_JIS, ending with feed and cut.
 * RECEIPT-CHARACTER (detail `U+XXXX`) before any byte is made.
 */
export function receiptCommands(receipt: Receipt, layout: ReceiptLayout): Result<Uint8Array> {
  const printable = printableReceipt(receipt)
  if (!printable.ok) return printable
  const commands = receiptline.transform(receiptMarkup(printable.value, layout), {
    command: 'escpos',
    encoding: 'shiftjis',
    cpl: layout.charactersPerLine,
    cutting: true,
    spacing: true,
  })
  if (!commands.endsWith(trailingStatusRequest)) throw new Error('receiptline no longer ends a job with GS r 1')
  return ok(Buffer.from(commands.slice(0, -trailingStatusRequest.length), 'latin1'))
}
