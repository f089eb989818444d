import { deflateSync } from 'node:zlib'
import { PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import subsetFont from 'subset-font'
import { readCharacterMap } from '../fonts/character-map.ts'
import type { FontSet, PlacedGlyph } from '../fonts/font-set.ts'
import type { FontSource } from '../fonts/font-source.ts'
import { sfntOfBytes, type SfntFile } from '../fonts/sfnt.ts'
import { sparseFont } from '../fonts/sparse-font.ts'
import { characterText, isSpace, type WrittenCharacter } from '../fonts/written-character.ts'

/** Code of every character in a PDF font. One code per written character, so that copied text keeps its selectors. */
export interface EmbeddedFonts {
  /** Resource name of a font, by its index in the font set. */
  readonly resources: ReadonlyMap<number, { readonly name: string; readonly reference: PDFRef }>
  codeOf(glyph: PlacedGlyph): number
}

interface UsedCharacter {
  readonly character: WrittenCharacter
  readonly sourceGlyph: number
  readonly advance: number
  readonly code: number
}

const keyOf = (character: WrittenCharacter): string => characterText(character)

/** First ten bytes of an outline: number of contours and bounding box. Unchanged by subsetting; what ink there is. */
const shapeOf = (outline: Buffer): string => outline.subarray(0, 10).toString('hex')

async function subsetOf(source: FontSource, used: readonly UsedCharacter[]): Promise<{ bytes: Buffer; file: SfntFile; glyphs: readonly number[] }> {
  const sparse = sparseFont(source.file, used.map(({ sourceGlyph }) => sourceGlyph))
  const text = used.map(({ character }) => characterText(character)).join('')
  const bytes = await subsetFont(sparse, text, { targetFormat: 'truetype', noHinting: true, noLayoutClosure: true, keepFeatures: [] })
  const file = sfntOfBytes(bytes)
  const map = readCharacterMap(file.table('cmap'))
  const glyphs = used.map(({ character, sourceGlyph }) => {
    const glyph = map.glyph(character.base, character.selector)
    const same = glyph !== 0 && shapeOf(file.outline(glyph)) === shapeOf(source.file.outline(sourceGlyph))
    // A bug of the subsetter, not of the record: a name without ink must never reach the printer.
    if (!same && !isSpace(character)) throw new Error('the font subset draws a character differently from the font')
    return glyph
  })
  return { bytes, file, glyphs }
}

function stream(context: PDFContext, bytes: Uint8Array, entries: Record<string, number | string> = {}): PDFRef {
  const packed = deflateSync(bytes)
  return context.register(PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length }), packed))
}

/** PDF 32000-1 §9.10.3: at most 100 entries a block, UTF-16BE. */
function toUnicode(used: readonly UsedCharacter[]): Buffer {
  const hex = (value: string): string => Buffer.from(value, 'utf16le').swap16().toString('hex')
  const lines = used.map(({ code, character }) => `<${code.toString(16).padStart(4, '0')}> <${hex(characterText(character))}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n` +
      `/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\n` +
      'CMapName currentdict /CMap defineresource pop\nend\nend\n',
    'latin1',
  )
}

async function embed(context: PDFContext, source: FontSource, used: readonly UsedCharacter[]): Promise<PDFRef> {
  const { bytes, file, glyphs } = await subsetOf(source, used)
  const baseFont = `MADOGU+${source.name}`
  const scale = 1000 / file.unitsPerEm
  const head = file.table('head')
  const hhea = file.table('hhea')
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: 4,
      FontBBox: [36, 38, 40, 42].map((at) => Math.round(head.readInt16BE(at) * scale)),
      ItalicAngle: 0,
      Ascent: Math.round(hhea.readInt16BE(4) * scale),
      Descent: Math.round(hhea.readInt16BE(6) * scale),
      CapHeight: 700,
      StemV: 60,
      FontFile2: stream(context, bytes, { Length1: bytes.length }),
    }),
  )
  const glyphOfCode = Buffer.alloc((used.length + 1) * 2)
  for (const [index, glyph] of glyphs.entries()) glyphOfCode.writeUInt16BE(glyph, (index + 1) * 2)
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: stream(context, glyphOfCode),
      DW: 1000,
      W: [1, used.map(({ advance }) => Math.round(advance * 1000))],
    }),
  )
  return context.register(
    context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: baseFont, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: stream(context, toUnicode(used)) }),
  )
}

/**
 * Embeds, of each font, the characters that are drawn: HarfBuzz makes the subset, which goes in whole. Embedded by
 * hand and not by pdf-lib's `embedFont`, which knows no glyph that only a variation sequence reaches: it would get
 * neither a width nor a text.
 */
export async function embedFonts(context: PDFContext, fonts: FontSet, drawn: Iterable<PlacedGlyph>): Promise<EmbeddedFonts> {
  const used = new Map<number, Map<string, UsedCharacter>>()
  for (const { font, character, glyph, advance } of drawn) {
    const characters = used.get(font) ?? new Map<string, UsedCharacter>()
    used.set(font, characters)
    const key = keyOf(character)
    if (!characters.has(key)) characters.set(key, { character, sourceGlyph: glyph, advance, code: characters.size + 1 })
  }
  const resources = new Map<number, { name: string; reference: PDFRef }>()
  for (const [font, characters] of used) {
    const source = fonts.sources[font]
    if (source === undefined) throw new Error('a glyph names a font that is not in the set')
    resources.set(font, { name: `F${font}`, reference: await embed(context, source, [...characters.values()]) })
  }
  return {
    resources,
    codeOf: ({ font, character }) => {
      const code = used.get(font)?.get(keyOf(character))?.code
      if (code === undefined) throw new Error('a glyph is drawn that was not embedded')
      return code
    },
  }
}
