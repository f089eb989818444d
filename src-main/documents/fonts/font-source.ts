import { readCharacterMap } from './character-map.ts'
import { openSfnt, type SfntFile } from './sfnt.ts'
import { isSpace, type WrittenCharacter } from './written-character.ts'

/** One configured font: which characters it can draw, and how wide they are. */
export interface FontSource {
  readonly file: SfntFile
  readonly name: string
  /** Glyph with ink (or a space); 0 when this font can't draw the character. */
  glyphOf(character: WrittenCharacter): number
  /** Advance in em. */
  advanceOf(glyph: number): number
}

/** PostScript name (name id 6), which PDF wants; the path's own name when the font has none. */
function postScriptName(file: SfntFile): string {
  const names = file.table('name')
  const strings = names.readUInt16BE(4)
  for (let index = 0; index < names.readUInt16BE(2); index++) {
    const at = 6 + index * 12
    if (names.readUInt16BE(at) !== 3 || names.readUInt16BE(at + 6) !== 6) continue
    const start = strings + names.readUInt16BE(at + 10)
    const bytes = Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8)))
    const name = bytes.swap16().toString('utf16le').replace(/[^A-Za-z0-9-]/g, '')
    if (name !== '') return name
  }
  return 'Mincho'
}

/** か and U+3099 are set side by side here, not shaped into one: such a pair would be another writing of the name. */
const isCombining = (character: WrittenCharacter): boolean => /^\p{M}/u.test(String.fromCodePoint(character.base))

/** Throws on a file that is not a usable TrueType font. */
export function openFontSource(path: string): FontSource {
  const file = openSfnt(path)
  const map = readCharacterMap(file.table('cmap'))
  const metrics = file.table('hmtx')
  const widths = file.table('hhea').readUInt16BE(34)
  const known = new Map<number, number>()
  return {
    file,
    name: postScriptName(file),
    glyphOf: (character) => {
      // Selectors fit above the 21 bits of a code point.
      const key = character.base + (character.selector ?? 0) * 0x200000
      const before = known.get(key)
      if (before !== undefined) return before
      const found = isCombining(character) ? 0 : map.glyph(character.base, character.selector)
      const drawable = found > 0 && found < file.glyphCount && (isSpace(character) || file.outline(found).length > 0)
      const glyph = drawable ? found : 0
      known.set(key, glyph)
      return glyph
    },
    advanceOf: (glyph) => metrics.readUInt16BE(Math.min(glyph, widths - 1) * 4) / file.unitsPerEm,
  }
}
