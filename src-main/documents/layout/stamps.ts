import { createHash } from 'node:crypto'
import { ok, type Result } from '../../failures/result.ts'
import type { RecordWords } from '../content/words.ts'
import type { FontSet } from '../fonts/font-set.ts'
import { fitText, type TextStyle } from './fit-text.ts'
import { page, rectangle, type Box, type LineMark, type Mark, type TextMark } from './marks.ts'
import { sheetFrame } from './sheet-frame.ts'

const stamp: TextStyle = { size: 60, smallest: 3, lines: 1, smallestWrapped: 3, align: 'spread', tone: 'seal' }

/** The training seal: a square that says 見本 and that it is no seal. */
export function specimenSeal(fonts: FontSet, words: RecordWords): Result<readonly Mark[]> {
  const box = sheetFrame.seal
  const [large, small] = words.specimenSeal
  const upper = fitText(fonts, null, large, { x: box.x + 2.2, y: box.y + 2, width: box.width - 4.4, height: box.height - 9 }, { ...stamp, size: 25 })
  if (!upper.ok) return upper
  const lower = fitText(fonts, null, small, { x: box.x + 1.8, y: box.y + box.height - 6.6, width: box.width - 3.6, height: 5 }, { ...stamp, size: 8 })
  if (!lower.ok) return lower
  const inner: Box = { x: box.x + 0.9, y: box.y + 0.9, width: box.width - 1.8, height: box.height - 1.8 }
  return ok([...rectangle(box, 0.6, 'seal'), ...rectangle(inner, 0.2, 'seal'), ...upper.value, ...lower.value])
}

/** 見本 across the sheet: set level here, turned by the PDF writer. Centred on the origin of its own plane. */
export function specimenBanner(fonts: FontSet, words: RecordWords): Result<readonly TextMark[]> {
  return fitText(fonts, null, words.specimen, { x: -90, y: -40, width: 180, height: 80 }, { ...stamp, size: 200, align: 'spread' })
}

/** Lines that continue from one sheet to the next: their places come from the certificate, so sheets of two papers don't match. */
function tallies(certificateNumber: string, join: number, middle: number, top: number): LineMark[] {
  const digest = createHash('sha256').update(`${certificateNumber}\n${join}`, 'utf8').digest()
  return Array.from(digest.subarray(0, 12), (byte, index) => {
    const y = top + index * 1.6
    const reach = 2 + (byte % 6)
    return { kind: 'line', from: [middle - reach, y], to: [middle + reach, y], width: byte > 127 ? 0.5 : 0.2, tone: 'seal' }
  })
}

/** 契印: half of a mark at the right edge of a sheet, the other half at the left edge of the next one. */
export function joiningMarks(fonts: FontSet, words: RecordWords, certificateNumber: string, sheet: number, sheets: number): Result<readonly Mark[]> {
  const { y, size, inset } = sheetFrame.joining
  const marks: Mark[] = []
  const half = (join: number, middle: number, side: 'left' | 'right'): Result<void> => {
    const square: Box = { x: middle - size / 2, y: y - size / 2, width: size, height: size }
    const letter = fitText(fonts, null, words.joiningMark, { x: square.x + 1, y: square.y + 1, width: size - 2, height: size - 2 }, { ...stamp, size: 36 })
    if (!letter.ok) return letter
    const visible: Box = { x: side === 'left' ? middle - size : middle, y: square.y - 1, width: size, height: size + 26 }
    const drawn: Mark[] = [...rectangle(square, 0.5, 'seal'), ...letter.value, ...tallies(certificateNumber, join, middle, y + size / 2 + 3)]
    marks.push({ kind: 'clipped', box: visible, marks: drawn })
    return ok()
  }
  const joins: [number, number, 'left' | 'right'][] = []
  if (sheet > 1) joins.push([sheet - 1, inset, 'right'])
  if (sheet < sheets) joins.push([sheet, page.width - inset, 'left'])
  for (const [join, middle, side] of joins) {
    const drawn = half(join, middle, side)
    if (!drawn.ok) return drawn
  }
  return ok(marks)
}
