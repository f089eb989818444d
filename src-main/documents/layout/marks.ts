import type { PlacedGlyph } from '../fonts/font-set.ts'

/** Millimetres from the top left corner of an A4 sheet. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Tone = 'ink' | 'seal'

export interface TextMark {
  readonly kind: 'text'
  /** Which item this is, for tests and for the error; null for the form's own words. */
  readonly field: string | null
  /** Where the characters stand; x in millimetres. */
  readonly glyphs: readonly { readonly glyph: PlacedGlyph; readonly x: number }[]
  /** Millimetres from the top. */
  readonly baseline: number
  /** Points. */
  readonly size: number
  readonly tone: Tone
}

export interface LineMark {
  readonly kind: 'line'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Millimetres. */
  readonly width: number
  readonly tone: Tone
}

/** Marks of which only the part inside the box is printed. */
export interface ClippedMarks {
  readonly kind: 'clipped'
  readonly box: Box
  readonly marks: readonly Mark[]
}

/** Everything on the sheet but the ground pattern, the code and the seal image. */
export type Mark = TextMark | LineMark | ClippedMarks

export function textMarks(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'clipped' ? textMarks(mark.marks) : []))
}

export const page = { width: 210, height: 297 } as const
export const pointsPerMillimetre = 72 / 25.4

export function rectangle(box: Box, width: number, tone: Tone = 'ink'): LineMark[] {
  const right = box.x + box.width
  const bottom = box.y + box.height
  const line = (from: [number, number], to: [number, number]): LineMark => ({ kind: 'line', from, to, width, tone })
  return [
    line([box.x, box.y], [right, box.y]),
    line([right, box.y], [right, bottom]),
    line([right, bottom], [box.x, bottom]),
    line([box.x, bottom], [box.x, box.y]),
  ]
}
