import { page, pointsPerMillimetre, type Box, type Mark, type TextMark, type Tone } from '../layout/marks.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'

export type Colour = readonly [number, number, number]
export const sealRed: Colour = [0.78, 0.1, 0.1]

const colourOf: Readonly<Record<Tone, Colour>> = { ink: [0, 0, 0], seal: sealRed }

const number = (value: number): string => String(Math.round(value * 1000) / 1000)
/** Millimetres from the top left to points from the bottom left. */
const across = (x: number): string => number(x * pointsPerMillimetre)
const up = (y: number): string => number((page.height - y) * pointsPerMillimetre)
const length = across

/** Writes PDF drawing operators (PDF 32000-1 §8, §9) for millimetres from the top left corner. */
export class ContentStream {
  readonly #operators: string[] = []
  readonly #fonts: EmbeddedFonts

  constructor(fonts: EmbeddedFonts) {
    this.#fonts = fonts
  }

  raw(operators: string): void {
    this.#operators.push(operators)
  }

  fill(colour: Colour): void {
    this.raw(`${colour.map(number).join(' ')} rg`)
  }

  /** Filled rectangles in the current colour. */
  boxes(boxes: readonly Box[]): void {
    if (boxes.length === 0) return
    for (const box of boxes) this.raw(`${across(box.x)} ${up(box.y + box.height)} ${length(box.width)} ${length(box.height)} re`)
    this.raw('f')
  }

  marks(marks: readonly Mark[]): void {
    for (const mark of marks) {
      switch (mark.kind) {
        case 'text':
          this.#text(mark, across, up, colourOf[mark.tone])
          break
        case 'line':
          this.raw(`${colourOf[mark.tone].map(number).join(' ')} RG ${length(mark.width)} w 2 J`)
          this.raw(`${across(mark.from[0])} ${up(mark.from[1])} m ${across(mark.to[0])} ${up(mark.to[1])} l S`)
          break
        case 'clipped':
          this.raw(`q ${across(mark.box.x)} ${up(mark.box.y + mark.box.height)} ${length(mark.box.width)} ${length(mark.box.height)} re W n`)
          this.marks(mark.marks)
          this.raw('Q')
          break
      }
    }
  }

  /** Texts set around an origin of their own, turned anticlockwise about the middle of the sheet. */
  turned(marks: readonly TextMark[], degrees: number, colour: Colour): void {
    const angle = (degrees * Math.PI) / 180
    const [cos, sin] = [number(Math.cos(angle)), number(Math.sin(angle))]
    this.raw(`q ${cos} ${sin} ${number(-Math.sin(angle))} ${cos} ${across(page.width / 2)} ${up(page.height / 2)} cm`)
    for (const mark of marks) this.#text(mark, across, (y) => number(-y * pointsPerMillimetre), colour)
    this.raw('Q')
  }

  #text(mark: TextMark, toX: (x: number) => string, toY: (y: number) => string, colour: Colour): void {
    const first = mark.glyphs[0]
    if (first === undefined) return
    this.fill(colour)
    this.raw(`BT 1 0 0 1 ${toX(first.x)} ${toY(mark.baseline)} Tm`)
    const millimetresPerEm = mark.size / pointsPerMillimetre
    let font = -1
    let at = first.x
    let shown = ''
    const show = (): void => {
      if (shown !== '') this.raw(`[${shown}] TJ`)
      shown = ''
    }
    for (const { glyph, x } of mark.glyphs) {
      if (glyph.font !== font) {
        show()
        font = glyph.font
        this.raw(`/F${font} ${number(mark.size)} Tf`)
      }
      const shift = ((at - x) / millimetresPerEm) * 1000
      if (Math.abs(shift) > 0.5) shown += number(shift)
      shown += `<${this.#fonts.codeOf(glyph).toString(16).padStart(4, '0')}>`
      // Widths in the font are whole thousandths, as written there.
      at = (Math.abs(shift) > 0.5 ? x : at) + (Math.round(glyph.advance * 1000) / 1000) * millimetresPerEm
    }
    show()
    this.raw('ET')
  }

  toString(): string {
    return this.#operators.join('\n')
  }
}
