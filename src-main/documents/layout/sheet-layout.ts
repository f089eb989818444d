import { ok, type Result } from '../../failures/result.ts'
import { fullWidthDigits } from '../../residents/dates/written-date.ts'
import { personsPerSheet, type CertificateContent, type FieldName, type PersonBlock, type Sheet } from '../content/certificate-content.ts'
import type { RecordWords } from '../content/words.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { blockHeight, placeGrid } from './block-grid.ts'
import { fitText, type TextStyle } from './fit-text.ts'
import { rectangle, type Box, type Mark, type Tone } from './marks.ts'
import { sheetFrame } from './sheet-frame.ts'

const plain: TextStyle = { size: 9.25, smallest: 6.75, lines: 2, smallestWrapped: 4.5, align: 'left' }
const labelStyle: TextStyle = { size: 7, smallest: 5, lines: 2, smallestWrapped: 4.5, align: 'spread' }
const small: TextStyle = { ...plain, size: 7.5, smallest: 5, smallestWrapped: 4 }
const name: TextStyle = { size: 14.5, smallest: 9, lines: 3, smallestWrapped: 5.5, align: 'left' }
const header: TextStyle = { size: 12, smallest: 9, lines: 3, smallestWrapped: 6.5, align: 'left' }

const styles: Partial<Record<FieldName, TextStyle>> = { name, kana: small, formerSurnameKana: small }
const styleOf = (field: FieldName): TextStyle => styles[field] ?? (field.startsWith('remark') ? { ...plain, size: 7.5, smallest: 5.5, smallestWrapped: 3.75 } : plain)

const inset = (box: Box, x: number, y = 0): Box => ({ x: box.x + x, y: box.y + y, width: box.width - 2 * x, height: box.height - 2 * y })
const hairline = 0.12
const border = 0.35

/** Collects marks and remembers the first failure, so that the drawing code reads like the paper. */
class Pen {
  readonly marks: Mark[] = []
  failure: Result<never> | null = null
  readonly #fonts: FontSet

  constructor(fonts: FontSet) {
    this.#fonts = fonts
  }

  text(field: string | null, text: string, box: Box, style: TextStyle): void {
    const fitted = fitText(this.#fonts, field, text, box, style)
    if (fitted.ok) this.marks.push(...fitted.value)
    else this.failure ??= fitted
  }

  frame(box: Box, width: number, tone: Tone = 'ink'): void {
    this.marks.push(...rectangle(box, width, tone))
  }

  line(from: readonly [number, number], to: readonly [number, number], width = hairline): void {
    this.marks.push({ kind: 'line', from, to, width, tone: 'ink' })
  }
}

function drawBlock(pen: Pen, block: PersonBlock, outer: Box, words: RecordWords): void {
  const grid = placeGrid(block.kind, outer)
  for (const [from, to] of grid.lines) pen.line(from, to)
  pen.frame(outer, border)
  pen.text(null, fullWidthDigits(`${block.number}`), { ...outer, width: 6 }, { ...plain, align: 'centre' })
  for (const { label, box } of grid.labels) pen.text(null, words.labels[label], inset(box, 1.2), labelStyle)
  const texts = new Map(block.cells.map((cell) => [cell.field, cell.text]))
  for (const { field, box, centred } of grid.cells) {
    const text = texts.get(field)
    if (text === undefined) throw new Error(`the block has no text for ${field}`)
    const style = styleOf(field)
    pen.text(`${block.number}.${field}`, text, inset(box, centred ? 0.6 : 1.5, 0.15), centred ? { ...style, align: 'centre' } : style)
  }
}

function drawHead(pen: Pen, content: CertificateContent, sheet: Sheet, words: RecordWords): void {
  pen.text(null, words.title, sheetFrame.title, { size: 21, smallest: 12, lines: 1, smallestWrapped: 12, align: 'spread' })
  const count = words.sheetNumber
    .replace('{sheet}', fullWidthDigits(`${sheet.number}`))
    .replace('{sheets}', fullWidthDigits(`${content.sheets.length}`))
  pen.text('sheetNumber', count, sheetFrame.sheetNumber, { ...plain, size: 10.5, align: 'right' })
  if (content.reissue) {
    pen.frame(sheetFrame.reissue, border)
    pen.text('reissue', words.reissue, inset(sheetFrame.reissue, 2), { ...plain, size: 12, align: 'spread' })
  }
  const rows = [
    { cell: content.address, box: sheetFrame.address },
    { cell: content.head, box: sheetFrame.head },
  ] as const
  for (const { cell, box } of rows) {
    const label = { ...box, width: sheetFrame.headLabelWidth }
    pen.frame(box, hairline)
    pen.line([box.x + label.width, box.y], [box.x + label.width, box.y + box.height])
    pen.text(null, words.labels[cell.field === 'address' ? 'address' : 'head'], inset(label, 3), { ...labelStyle, size: 9 })
    pen.text(cell.field, cell.text, inset({ ...box, x: box.x + label.width, width: box.width - label.width }, 2.5, 0.3), header)
  }
  pen.frame({ ...sheetFrame.address, height: sheetFrame.address.height + sheetFrame.head.height }, border)
}

function drawFoot(pen: Pen, content: CertificateContent, words: RecordWords): void {
  pen.text('certification', content.certification, sheetFrame.certification, { ...plain, size: 12, smallest: 8 })
  pen.text('issueDate', content.issueDate, sheetFrame.issueDate, { ...plain, size: 12, smallest: 8 })
  pen.text('mayor', `${content.mayorTitle}　　${content.mayorName}`, sheetFrame.mayor, { ...plain, size: 15, smallest: 8, align: 'right' })
  pen.text(null, words.footer.verification, sheetFrame.codeCaption, { ...plain, size: 5.5, smallest: 3.5 })
  const numbers = [
    `${words.footer.certificateNumber}　${content.certificateNumber}`,
    `${words.footer.terminalNumber}　${content.terminalNumber}`,
    `${content.municipalityName}　${content.municipalityCode}`,
  ].join('　　')
  pen.text('numbers', numbers, sheetFrame.numbers, { ...plain, size: 8, smallest: 5 })
  pen.text('requestId', `${words.footer.requestId}　${content.requestId}`, sheetFrame.requestId, { ...plain, size: 6.5, smallest: 4 })
  if (content.specimen) pen.text(null, words.specimenNotice, sheetFrame.specimenNotice, { ...plain, size: 8, smallest: 5, tone: 'seal' })
}

/** Sets one sheet. DOCUMENT-MISSING-GLYPH, DOCUMENT-TOO-LONG. */
export function layOutSheet(fonts: FontSet, content: CertificateContent, sheet: Sheet, words: RecordWords): Result<readonly Mark[]> {
  const pen = new Pen(fonts)
  drawHead(pen, content, sheet, words)
  const { blocks } = sheetFrame
  const boxAt = (index: number): Box => ({ x: blocks.x, y: blocks.y + index * (blockHeight + blocks.gap), width: blocks.width, height: blockHeight })
  for (const [index, block] of sheet.persons.entries()) drawBlock(pen, block, boxAt(index), words)
  if (sheet.persons.length < personsPerSheet) {
    const first = boxAt(sheet.persons.length)
    const last = boxAt(personsPerSheet - 1)
    // One closed box: nothing can be written in afterwards without being seen.
    pen.frame({ ...first, height: last.y + last.height - first.y }, border)
    pen.text(null, words.blankBelow, { ...first, height: 12 }, { ...plain, align: 'centre' })
    pen.line([first.x + first.width, first.y + 12], [last.x, last.y + last.height])
  }
  drawFoot(pen, content, words)
  return pen.failure ?? ok(pen.marks)
}
