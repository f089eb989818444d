/**
 * The `cmap` of a font: formats 4 and 12 for characters, 14 for variation sequences (OpenType spec, cmap).
 * Own code, because fontkit (both @pdf-lib/fontkit 1.1.1 and its parent) answers an unknown variation sequence
 * with the glyph of the base character: another person's name, printed without a word.
 */
export interface CharacterMap {
  /** Glyph of the character, or of the variation sequence when `selector` is given; 0 when the font has none. */
  glyph(character: number, selector: number | null): number
}

type Lookup = (character: number) => number

/** Index of the last record whose key (read at `keyAt`) is not above `wanted`; -1 when there is none. */
function lastNotAbove(count: number, wanted: number, keyAt: (index: number) => number): number {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (keyAt(middle) <= wanted) low = middle + 1
    else high = middle - 1
  }
  return high
}

function format12(cmap: Buffer, start: number): Lookup {
  const groups = cmap.readUInt32BE(start + 12)
  const at = (index: number): number => start + 16 + index * 12
  return (character) => {
    const index = lastNotAbove(groups, character, (group) => cmap.readUInt32BE(at(group)))
    if (index < 0 || character > cmap.readUInt32BE(at(index) + 4)) return 0
    return cmap.readUInt32BE(at(index) + 8) + character - cmap.readUInt32BE(at(index))
  }
}

function format4(cmap: Buffer, start: number): Lookup {
  const segments = cmap.readUInt16BE(start + 6) / 2
  const ends = start + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  return (character) => {
    if (character > 0xffff) return 0
    const index = lastNotAbove(segments, character, (segment) => cmap.readUInt16BE(starts + segment * 2))
    if (index < 0 || character > cmap.readUInt16BE(ends + index * 2)) return 0
    const delta = cmap.readUInt16BE(deltas + index * 2)
    const range = cmap.readUInt16BE(ranges + index * 2)
    if (range === 0) return (character + delta) & 0xffff
    const glyph = cmap.readUInt16BE(ranges + index * 2 + range + (character - cmap.readUInt16BE(starts + index * 2)) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Glyph of a variation sequence; null when the sequence is listed as "the same as the base character". */
function format14(cmap: Buffer, start: number): (character: number, selector: number) => number | null {
  const selectors = cmap.readUInt32BE(start + 6)
  const at = (index: number): number => start + 10 + index * 11
  return (character, selector) => {
    const index = lastNotAbove(selectors, selector, (record) => cmap.readUIntBE(at(record), 3))
    if (index < 0 || cmap.readUIntBE(at(index), 3) !== selector) return 0
    const standard = cmap.readUInt32BE(at(index) + 3)
    if (standard !== 0) {
      const ranges = start + standard + 4
      const found = lastNotAbove(cmap.readUInt32BE(start + standard), character, (range) => cmap.readUIntBE(ranges + range * 4, 3))
      if (found >= 0 && character <= cmap.readUIntBE(ranges + found * 4, 3) + cmap.readUInt8(ranges + found * 4 + 3)) return null
    }
    const others = cmap.readUInt32BE(at(index) + 7)
    if (others === 0) return 0
    const mappings = start + others + 4
    const found = lastNotAbove(cmap.readUInt32BE(start + others), character, (mapping) => cmap.readUIntBE(mappings + mapping * 5, 3))
    if (found < 0 || cmap.readUIntBE(mappings + found * 5, 3) !== character) return 0
    return cmap.readUInt16BE(mappings + found * 5 + 3)
  }
}

/** Throws when the table has no Unicode subtable that is understood. */
export function readCharacterMap(cmap: Buffer): CharacterMap {
  let characters: Lookup | null = null
  let wide = false
  let sequences: ReturnType<typeof format14> = () => 0
  const count = cmap.readUInt16BE(2)
  for (let index = 0; index < count; index++) {
    const platform = cmap.readUInt16BE(4 + index * 8)
    const encoding = cmap.readUInt16BE(6 + index * 8)
    const start = cmap.readUInt32BE(8 + index * 8)
    const format = cmap.readUInt16BE(start)
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (!unicode) continue
    if (format === 14) sequences = format14(cmap, start)
    else if (format === 12) {
      characters = format12(cmap, start)
      wide = true
    } else if (format === 4 && !wide) characters = format4(cmap, start)
  }
  const lookup = characters
  if (lookup === null) throw new Error('the font has no Unicode character map')
  return {
    glyph: (character, selector) => {
      if (selector === null) return lookup(character)
      return sequences(character, selector) ?? lookup(character)
    },
  }
}
