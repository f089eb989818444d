import { ok, type Result } from '../../failures/result.ts'
import type { Receipt } from '../../printing/printers.ts'
import { receiptCommands } from '../../printing/setting/receipt-commands.ts'
import type { ReceiptLayout } from '../../printing/setting/receipt-markup.ts'
import { receiptSvg, svgPicture, type PictureFont } from '../../printing/setting/receipt-picture.ts'

/** The files of a virtual receipt by suffix: what a printer would get (`escpos`), and what it would look like (`svg`, `png`). RECEIPT-CHARACTER as the printer would. */
export function receiptPapers(receipt: Receipt, layout: ReceiptLayout, font: PictureFont): Result<ReadonlyMap<string, Uint8Array>> {
  const commands = receiptCommands(receipt, layout)
  if (!commands.ok) return commands
  const svg = receiptSvg(receipt, layout, font.family)
  if (!svg.ok) return svg
  return ok(
    new Map([
      ['escpos', commands.value],
      ['svg', Buffer.from(svg.value)],
      ['png', svgPicture(svg.value, font)],
    ]),
  )
}
