import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../failures/result.ts'
import { openFontSource, type FontSource } from './font-source.ts'
import { characterName, writtenCharacters, type WrittenCharacter } from './written-character.ts'

/** A character with the font and glyph that draw it. */
export interface PlacedGlyph {
  readonly character: WrittenCharacter
  /** Index in `FontSet.sources`. */
  readonly font: number
  readonly glyph: number
  /** Advance in em. */
  readonly advance: number
}

/** The configured fonts in order of preference. */
export interface FontSet {
  readonly sources: readonly FontSource[]
  readonly description: string
  /** Every character by the first font that has it; DOCUMENT-MISSING-GLYPH names the first that none has. */
  shape(text: string): Result<readonly PlacedGlyph[]>
}

/** Fonts that are not installed are left out (and said so); a font that is there but broken throws. */
export function openFontSet(paths: readonly string[]): FontSet {
  const found = paths.filter((path) => existsSync(path))
  const absent = paths.filter((path) => !found.includes(path))
  const sources = found.map((path) => openFontSource(path))
  const list = sources.map((source) => `${source.name} (${source.file.glyphCount} glyphs, ${source.file.path})`)
  const description = [list.length === 0 ? 'no font' : list.join(', '), ...absent.map((path) => `not found: ${path}`)].join('; ')

  function place(character: WrittenCharacter): PlacedGlyph | null {
    for (const [font, source] of sources.entries()) {
      const glyph = source.glyphOf(character)
      if (glyph !== 0) return { character, font, glyph, advance: source.advanceOf(glyph) }
    }
    return null
  }

  return {
    sources,
    description,
    shape: (text) => {
      const placed: PlacedGlyph[] = []
      for (const character of writtenCharacters(text)) {
        const glyph = place(character)
        if (glyph === null) return fail('DOCUMENT-MISSING-GLYPH', characterName(character))
        placed.push(glyph)
      }
      return ok(placed)
    },
  }
}
