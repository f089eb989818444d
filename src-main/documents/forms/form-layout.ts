import { fail, ok, type Result } from '../../failures/result.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { fitText, type TextStyle } from '../layout/fit-text.ts'
import { rectangle, type Box, type LineMark, type Mark } from '../layout/marks.ts'
import type { FormPart, FormPhoto, FormRow, FormSheet } from './form-content.ts'

/** A picture in its place. */
export interface PlacedPicture {
  readonly jpeg: Uint8Array
  readonly box: Box
}

export interface LaidOutForm {
  readonly marks: readonly Mark[]
  readonly pictures: readonly PlacedPicture[]
}

/** Millimetres; L is a print of 89 by 127. */
export const sheetSizes = { A4: { width: 210, height: 297 }, L: { width: 89, height: 127 } } as const
const photoSize = { width: 35, height: 45 } as const

const left = 18
const width = 174
const labelWidth = 46
const bottom = 284
const padding = 1.6
/** Between a cell's line and what fills it. */
const clearance = 0.7
const textSize = 10.5
const lineHeight = 5

const words: TextStyle = { size: textSize, smallest: 8, lines: 3, smallestWrapped: 7, align: 'left' }
/** Names and addresses may be long: nothing is cut off, it gets smaller and then wraps. */
const filled: TextStyle = { size: 11.5, smallest: 8, lines: 3, smallestWrapped: 6, align: 'left' }
const rowHeights = { text: 8.4, tall: 12, signature: 13, squares: 12, check: 6.2 } as const

/** Collects marks from the top of the sheet downwards; the first thing that doesn't fit ends it. */
class Sheet {
  readonly marks: Mark[] = []
  readonly pictures: PlacedPicture[] = []
  width: number = width
  readonly #fonts: FontSet
  y = 14

  constructor(fonts: FontSet) {
    this.#fonts = fonts
  }

  text(field: string | null, text: string, box: Box, style: TextStyle): Result<void> {
    if (text === '') return ok()
    const set = fitText(this.#fonts, field, text, box, style)
    if (!set.ok) return set
    this.marks.push(...set.value)
    return ok()
  }

  lines(marks: readonly LineMark[]): void {
    this.marks.push(...marks)
  }

  /** The next `height` millimetres over the whole width; DOCUMENT-TOO-LONG when the sheet is full. */
  take(height: number): Result<Box> {
    const box = { x: left, y: this.y, width: this.width, height }
    this.y += height
    return this.y > bottom ? fail('DOCUMENT-TOO-LONG', 'form') : ok(box)
  }
}

const inside = (box: Box): Box => ({ x: box.x + padding, y: box.y + clearance, width: box.width - 2 * padding, height: box.height - 2 * clearance })

function heightOf(row: FormRow): number {
  if (row.kind === 'checks') return Math.ceil(row.options.length / row.columns) * rowHeights.check + 2
  return row.kind === 'text' && row.tall === true ? rowHeights.tall : rowHeights[row.kind]
}

function setRow(sheet: Sheet, row: FormRow): Result<void> {
  const taken = sheet.take(heightOf(row))
  if (!taken.ok) return taken
  const label: Box = { ...taken.value, width: labelWidth }
  const value: Box = { ...taken.value, x: left + labelWidth, width: taken.value.width - labelWidth }
  sheet.lines([...rectangle(label, 0.2), ...rectangle(value, 0.2)])
  const labelled = sheet.text(null, row.label, inside(label), words)
  return labelled.ok ? setValue(sheet, row, inside(value)) : labelled
}

function setValue(sheet: Sheet, row: FormRow, box: Box): Result<void> {
  switch (row.kind) {
    case 'text':
      return sheet.text(row.field, row.value, box, filled)
    case 'checks':
      return setChecks(sheet, row, box)
    case 'signature':
      return sheet.text(null, row.note, { ...box, x: box.x + box.width - 40, y: box.y + box.height - 5, width: 40, height: 4.6 }, { ...words, size: 7.5, smallest: 5, align: 'right' })
    case 'squares': {
      const side = Math.min(7.4, (box.width - 30) / row.count)
      for (let index = 0; index < row.count; index += 1) {
        sheet.lines(rectangle({ x: box.x + index * side, y: box.y + (box.height - side) / 2, width: side, height: side }, 0.2))
      }
      const x = box.x + row.count * side + 2
      return sheet.text(null, row.note, { ...box, x, width: box.x + box.width - x }, { ...words, size: 7.5, smallest: 5, smallestWrapped: 5 })
    }
  }
}

function setChecks(sheet: Sheet, { options, columns }: Extract<FormRow, { kind: 'checks' }>, box: Box): Result<void> {
  const column = box.width / columns
  const side = 3.4
  for (const [index, { text, checked }] of options.entries()) {
    const x = box.x + (index % columns) * column
    const y = box.y + 1 - clearance + Math.floor(index / columns) * rowHeights.check
    const square: Box = { x, y: y + (rowHeights.check - side) / 2, width: side, height: side }
    sheet.lines(rectangle(square, 0.25))
    if (checked) sheet.lines(tick(square))
    const set = sheet.text(null, text, { x: x + side + 1.2, y, width: column - side - 2.4, height: rowHeights.check }, { ...words, lines: 2, smallestWrapped: 5 })
    if (!set.ok) return set
  }
  return ok()
}

/** Drawn, because fonts do without U+2713. */
function tick({ x, y, width: side }: Box): LineMark[] {
  const line = (from: [number, number], to: [number, number]): LineMark => ({ kind: 'line', from, to, width: 0.5, tone: 'ink' })
  const corner: [number, number] = [x + side * 0.42, y + side * 0.82]
  return [line([x + side * 0.15, y + side * 0.5], corner), line(corner, [x + side * 0.92, y + side * 0.1])]
}

/** The photo as it will be, or the frame to glue one into. */
function setPhoto(sheet: Sheet, { jpeg, note }: FormPhoto, box: Box): Result<void> {
  if (jpeg !== null) sheet.pictures.push({ jpeg, box })
  else sheet.lines(rectangle(box, 0.2))
  const room = jpeg === null ? { ...inside(box), y: box.y + 12, height: 20 } : { ...box, y: box.y + box.height + 0.5, height: 4 }
  return sheet.text(null, note, room, { ...words, size: 8, smallest: 5, smallestWrapped: 5, lines: 4, align: 'centre' })
}

function setSection(sheet: Sheet, { heading, rows }: { readonly heading: string; readonly rows: readonly FormRow[] }): Result<void> {
  sheet.y += 2.4
  const place = sheet.take(6.4)
  if (!place.ok) return place
  const set = sheet.text(null, heading, place.value, { ...words, size: 11.5 })
  if (!set.ok) return set
  for (const row of rows) {
    const done = setRow(sheet, row)
    if (!done.ok) return done
  }
  return ok()
}

function setGrid(sheet: Sheet, { jpeg, caption }: Extract<FormPart, { kind: 'photoGrid' }>, { width: sheetWidth, height }: { readonly width: number; readonly height: number }): Result<void> {
  const [gap, margin, under] = [4, 6, 5]
  const columns = Math.floor((sheetWidth - 2 * margin + gap) / (photoSize.width + gap))
  const lines = Math.floor((height - 2 * margin + gap) / (photoSize.height + under + gap))
  const [wide, high] = [columns * (photoSize.width + gap) - gap, lines * (photoSize.height + under + gap) - gap]
  for (let index = 0; index < columns * lines; index += 1) {
    const x = (sheetWidth - wide) / 2 + (index % columns) * (photoSize.width + gap)
    const y = (height - high) / 2 + Math.floor(index / columns) * (photoSize.height + under + gap)
    const box = { x, y, ...photoSize }
    sheet.pictures.push({ jpeg, box })
    sheet.lines(cutMarks(box))
    const set = sheet.text(null, caption, { x, y: y + photoSize.height + 1.2, width: photoSize.width, height: 3.6 }, { ...words, size: 7.5, smallest: 5, lines: 1, align: 'centre' })
    if (!set.ok) return set
  }
  return ok()
}

/** Short lines outside the corners: what is cut off takes them with it. */
function cutMarks({ x, y, width: wide, height }: Box): LineMark[] {
  const line = (from: [number, number], to: [number, number]): LineMark => ({ kind: 'line', from, to, width: 0.1, tone: 'ink' })
  const [near, far] = [0.5, 1.8]
  return [x, x + wide].flatMap((edge) => [line([edge, y - far], [edge, y - near]), line([edge, y + height + near], [edge, y + height + far])]).concat(
    [y, y + height].flatMap((edge) => [line([x - far, edge], [x - near, edge]), line([x + wide + near, edge], [x + wide + far, edge])]),
  )
}

function setPart(sheet: Sheet, part: FormPart, size: { readonly width: number; readonly height: number }): Result<void> {
  switch (part.kind) {
    case 'photoGrid':
      return setGrid(sheet, part, size)
    case 'withPhoto': {
      const box = { x: left + width - photoSize.width, y: sheet.y + 2.4, ...photoSize }
      const photo = setPhoto(sheet, part.photo, box)
      if (!photo.ok) return photo
      sheet.width = width - photoSize.width - 3
      const set = setSection(sheet, part)
      sheet.width = width
      sheet.y = Math.max(sheet.y, box.y + box.height + 5)
      return set
    }
    case 'section':
      return setSection(sheet, part)
    case 'paragraph': {
      sheet.y += 1.5
      const room = sheet.take(part.lines * lineHeight)
      return room.ok ? sheet.text(null, part.text, room.value, { ...words, lines: part.lines, smallest: textSize, smallestWrapped: 8 }) : room
    }
    case 'addressee': {
      const room = sheet.take(38)
      if (!room.ok) return room
      const { y } = room.value
      // A window of 長形3号 shows 90 by 45 mm from the left.
      const address = sheet.text('address', part.address, { x: left, y: y + 4, width: 88, height: 15 }, { ...filled, size: 11 })
      if (!address.ok) return address
      const name = sheet.text('name', part.name, { x: left, y: y + 20, width: 88, height: 14 }, { ...filled, size: 14 })
      if (!name.ok) return name
      for (const [index, line] of part.sender.entries()) {
        const set = sheet.text(null, line, { x: 120, y: y + 16 + index * 6, width: 72, height: 6 }, { ...words, align: 'right', lines: 1 })
        if (!set.ok) return set
      }
      return ok()
    }
  }
}

/** Sets one sheet. DOCUMENT-MISSING-GLYPH, DOCUMENT-TOO-LONG: nothing is left out, cut off or replaced. */
export function layOutForm(fonts: FontSet, content: FormSheet): Result<LaidOutForm> {
  const sheet = new Sheet(fonts)
  const one: TextStyle = { ...words, lines: 1, smallest: 6 }
  const heads: readonly (readonly [string, Box, TextStyle])[] = [
    [content.reference, { x: left, y: 14, width: 90, height: 6 }, one],
    [content.date, { x: 112, y: 14, width: 80, height: 6 }, { ...one, align: 'right' }],
    [content.title, { x: left, y: 23, width, height: 10 }, { ...one, size: 16, smallest: 10, align: 'centre' }],
    [content.recipient, { x: left, y: 36, width: 100, height: 7 }, { ...one, size: 12 }],
    [content.footer, { x: left, y: bottom + 2, width, height: 5 }, { ...one, size: 7.5, smallest: 5 }],
  ]
  for (const [text, box, style] of heads) {
    const set = sheet.text(null, text, box, style)
    if (!set.ok) return set
  }
  sheet.y = 43
  for (const part of content.parts) {
    const set = setPart(sheet, part, sheetSizes[content.size ?? 'A4'])
    if (!set.ok) return set
  }
  return ok({ marks: sheet.marks, pictures: sheet.pictures })
}
