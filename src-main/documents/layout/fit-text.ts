import { fail, ok, type Result } from '../../failures/result.ts'
import type { FontSet, PlacedGlyph } from '../fonts/font-set.ts'
import { isSpace } from '../fonts/written-character.ts'
import { pointsPerMillimetre, type Box, type TextMark, type Tone } from './marks.ts'

export interface TextStyle {
  /** Points: the size to start from and the smallest for one line. */
  readonly size: number
  readonly smallest: number
  /** Lines that a text may take when it doesn't fit on one, and the smallest size then. */
  readonly lines: number
  readonly smallestWrapped: number
  /** `spread` is 均等割付: the characters share the whole width. */
  readonly align: 'left' | 'centre' | 'right' | 'spread'
  readonly tone?: Tone
}

const step = 0.25
const lineHeight = 1.12
/** Half of the em box above the baseline minus half below it: centres ideographs on a line's middle. */
const centreToBaseline = 0.38
/** 行頭禁則 (JIS X 4051): never first on a line. */
const neverFirst = new Set(Array.from('、。，．・：；？！）」』】〉》〕］｝ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:?!)]}'))

const em = (glyphs: readonly PlacedGlyph[]): number => glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
const isLatin = (glyph: PlacedGlyph): boolean => glyph.character.base > 0x20 && glyph.character.base < 0x250

/** Where a line that holds `limit` characters really ends: not inside a Roman word, not before a closing mark. */
function breakBefore(glyphs: readonly PlacedGlyph[], limit: number): number {
  let at = limit
  const allowed = (index: number): boolean => {
    const next = glyphs[index]
    const previous = glyphs[index - 1]
    if (next === undefined || previous === undefined) return true
    if (isLatin(next) && isLatin(previous)) return false
    return !neverFirst.has(String.fromCodePoint(next.character.base))
  }
  while (at > 0 && !allowed(at)) at--
  return at > 0 ? at : limit
}

function wrap(glyphs: readonly PlacedGlyph[], widthInEm: number): (readonly PlacedGlyph[])[] {
  const lines: (readonly PlacedGlyph[])[] = []
  let rest = glyphs
  while (rest.length > 0) {
    let width = 0
    let count = 0
    for (const glyph of rest) {
      if (width + glyph.advance > widthInEm + 1e-9) break
      width += glyph.advance
      count++
    }
    const end = count === rest.length ? count : breakBefore(rest, Math.max(count, 1))
    lines.push(rest.slice(0, end))
    rest = rest.slice(end)
    // The space that a line ends with is not carried to the next one.
    while (rest[0] !== undefined && isSpace(rest[0].character)) rest = rest.slice(1)
  }
  return lines
}

function setLine(field: string | null, glyphs: readonly PlacedGlyph[], box: Box, size: number, style: TextStyle): TextMark {
  const unit = size / pointsPerMillimetre
  const slack = box.width - em(glyphs) * unit
  const gap = style.align === 'spread' && glyphs.length > 1 ? slack / (glyphs.length - 1) : 0
  const single = style.align === 'spread' && glyphs.length === 1
  let x = box.x + (style.align === 'centre' || single ? slack / 2 : style.align === 'right' ? slack : 0)
  const placed = glyphs.map((glyph) => {
    const at = x
    x += glyph.advance * unit + gap
    return { glyph, x: at }
  })
  return { kind: 'text', field, glyphs: placed, baseline: box.y + box.height / 2 + unit * centreToBaseline, size, tone: style.tone ?? 'ink' }
}

/**
 * Sets a text in a box: on one line, shrunk as far as `smallest`; else on up to `lines` lines. Nothing is cut off:
 * DOCUMENT-TOO-LONG names the item (never its text), DOCUMENT-MISSING-GLYPH the character.
 */
export function fitText(fonts: FontSet, field: string | null, text: string, box: Box, style: TextStyle): Result<readonly TextMark[]> {
  const shaped = fonts.shape(text)
  if (!shaped.ok) return shaped
  const glyphs = shaped.value
  const width = box.width * pointsPerMillimetre
  const height = box.height * pointsPerMillimetre
  const onOneLine = Math.min(style.size, Math.floor(width / em(glyphs) / step) * step)
  if (onOneLine >= style.smallest) return ok([setLine(field, glyphs, box, onOneLine, style)])
  for (let size = style.size; size >= style.smallestWrapped; size -= step) {
    const most = Math.min(style.lines, Math.floor(height / (size * lineHeight) + 1e-9))
    if (most < 2) continue
    const lines = wrap(glyphs, width / size)
    if (lines.length > most || lines.some((line) => em(line) * size > width + 1e-6)) continue
    const each = (size * lineHeight) / pointsPerMillimetre
    const top = box.y + (box.height - each * lines.length) / 2
    const lineStyle: TextStyle = { ...style, align: style.align === 'spread' ? 'left' : style.align }
    return ok(lines.map((line, index) => setLine(field, line, { ...box, y: top + each * index, height: each }, size, lineStyle)))
  }
  return fail('DOCUMENT-TOO-LONG', field ?? 'form')
}
