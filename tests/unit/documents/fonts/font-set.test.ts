import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFontSet } from '../../../../src-main/documents/fonts/font-set.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const fonts = openFontSet([bizMincho])

const missing = (text: string): string | undefined => {
  const shaped = fonts.shape(text)
  return shaped.ok ? undefined : shaped.failure.detail
}

describe('choosing a font for every character', () => {
  it('finds characters inside and outside the basic plane', () => {
    expect(missing('見本　太郎ＡA髙﨑𠮟')).toBeUndefined()
  })

  it('draws a variation sequence with its own glyph, not with that of the base character', () => {
    const shaped = fonts.shape('葛葛\u{E0100}葛\u{E0101}')
    if (!shaped.ok) throw new Error('no glyph')
    const [base, variant, standard] = shaped.value.map(({ glyph }) => glyph)
    expect(shaped.value).toHaveLength(3)
    expect(variant).not.toBe(base)
    // E0101 is listed in the font as "the same as the base character".
    expect(standard).toBe(base)
  })

  it('names a variation sequence that no font has, instead of drawing a look-alike', () => {
    expect(missing('渡邉\u{E0102}')).toBe('U+9089 U+E0102')
    expect(missing('A\u{FE0F}')).toBe('U+0041 U+FE0F')
  })

  it('names a character that no font has: unknown, private use, lone surrogate, selector without a base, control', () => {
    expect(missing('\u{323AF}')).toBe('U+323AF')
    expect(missing('\u{E000}')).toBe('U+E000')
    expect(missing('\uD842')).toBe('U+D842')
    expect(missing('\u{E0100}')).toBe('U+E0100')
    expect(missing('\n')).toBe('U+000A')
    expect(missing('か\u3099')).toBe('U+3099')
  })

  it('says which fonts it found and which are not installed', () => {
    const set = openFontSet(['/nowhere/ipamjm.ttf', bizMincho])
    expect(set.description).toContain('BIZUDMincho-Regular')
    expect(set.description).toContain('not found: /nowhere/ipamjm.ttf')
    expect(set.shape('見').ok).toBe(true)
    expect(openFontSet([]).shape('見')).toEqual({ ok: false, failure: { code: 'DOCUMENT-MISSING-GLYPH', detail: 'U+898B' } })
  })

  it('refuses a font file that is broken or of another kind', () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-fonts-'))
    const write = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    }
    const whole = readFileSync(bizMincho)
    expect(() => openFontSet([write('empty.ttf', Buffer.alloc(0))])).toThrow()
    expect(() => openFontSet([write('collection.ttc', Buffer.from('ttcf00000000000000000000'))])).toThrow(/not a TrueType font/)
    expect(() => openFontSet([write('cut.ttf', whole.subarray(0, 100_000))])).toThrow(/outside the file/)
  })
})
