import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFontSet } from '../../../../src-main/documents/fonts/font-set.ts'
import { characterText } from '../../../../src-main/documents/fonts/written-character.ts'
import { fitText, type TextStyle } from '../../../../src-main/documents/layout/fit-text.ts'
import { pointsPerMillimetre, type Box, type TextMark } from '../../../../src-main/documents/layout/marks.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const fonts = openFontSet([bizMincho])
const box: Box = { x: 20, y: 30, width: 40, height: 8 }
const style: TextStyle = { size: 12, smallest: 8, lines: 3, smallestWrapped: 5, align: 'left' }

function fitted(text: string, over: Partial<TextStyle> = {}): readonly TextMark[] {
  const result = fitText(fonts, 'name', text, box, { ...style, ...over })
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}
const linesOf = (marks: readonly TextMark[]): string[] => marks.map(({ glyphs }) => glyphs.map(({ glyph }) => characterText(glyph.character)).join(''))

describe('fitting a text into its box', () => {
  it('keeps the full size where there is room', () => {
    expect(fitted('見本　太郎').map(({ size }) => size)).toEqual([12])
  })

  it('shrinks before it wraps, and wraps before it gives up', () => {
    expect(fitted('一二三四五六七八九十一二')).toHaveLength(1)
    expect(fitted('一二三四五六七八九十一二')[0]!.size).toBeLessThan(12)
    expect(fitted('一二三四五六七八九十'.repeat(2)).length).toBeGreaterThan(1)
    expect(fitText(fonts, 'name', '一'.repeat(200), box, style)).toEqual({ ok: false, failure: { code: 'DOCUMENT-TOO-LONG', detail: 'name' } })
  })

  it('breaks Roman names between words, and never starts a line with a closing mark', () => {
    for (const line of linesOf(fitted('MONTGOMERY WELLINGTON HUMPHREYS'))) expect('MONTGOMERY WELLINGTON HUMPHREYS '.split(' ')).toEqual(expect.arrayContaining(line.trim().split(' ')))
    for (const line of linesOf(fitted('一二三四五六七八九十一二三（四五六七八九）'))) expect(line).not.toMatch(/^[）、。ー]/)
  })

  it('spreads a label over the whole width', () => {
    const [mark] = fitted('氏名', { align: 'spread' })
    const last = mark!.glyphs.at(-1)!
    expect(mark!.glyphs[0]!.x).toBeCloseTo(box.x)
    expect(last.x + last.glyph.advance * (mark!.size / pointsPerMillimetre)).toBeCloseTo(box.x + box.width)
  })

  it('sets every character exactly once, in order, and inside the box', () => {
    const character = fc.constantFrom(...Array.from('見本花子一二三四五六七八九十　、。（）ーＡＢabc XYZ'), '葛\u{E0100}', '𠮟')
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 60 }), fc.constantFrom('left', 'centre', 'right', 'spread'), (characters, align) => {
        const result = fitText(fonts, 'name', characters.join(''), box, { ...style, align: align })
        if (!result.ok) {
          expect(result.failure.code).toBe('DOCUMENT-TOO-LONG')
          return
        }
        const spaceless = (text: string): string => text.replace(/[ \u3000]/g, '')
        expect(spaceless(linesOf(result.value).join(''))).toBe(spaceless(characters.join('')))
        for (const mark of result.value) {
          const em = mark.size / pointsPerMillimetre
          expect(mark.baseline - 0.88 * em).toBeGreaterThan(box.y - 0.5)
          expect(mark.baseline + 0.12 * em).toBeLessThan(box.y + box.height + 0.5)
          for (const { glyph, x } of mark.glyphs) {
            expect(x).toBeGreaterThan(box.x - 1e-6)
            expect(x + glyph.advance * em).toBeLessThan(box.x + box.width + 1e-6)
          }
        }
      }),
    )
  })
})
