import type { SfntFile } from './sfnt.ts'

const haveScale = 0x0008
const moreComponents = 0x0020
const haveTwoScales = 0x0040
const haveMatrix = 0x0080
const wordArguments = 0x0001

/** Glyphs that a composite outline is made of (OpenType spec, glyf). */
function componentsOf(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return []
  const components: number[] = []
  let at = 10
  let flags: number
  do {
    flags = outline.readUInt16BE(at)
    components.push(outline.readUInt16BE(at + 2))
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2)
    if ((flags & haveScale) !== 0) at += 2
    else if ((flags & haveTwoScales) !== 0) at += 4
    else if ((flags & haveMatrix) !== 0) at += 8
  } while ((flags & moreComponents) !== 0)
  return components
}

function outlinesOf(file: SfntFile, wanted: Iterable<number>): Map<number, Buffer> {
  const outlines = new Map<number, Buffer>()
  const waiting = [0, ...wanted]
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (outlines.has(glyph)) continue
    const outline = file.outline(glyph)
    outlines.set(glyph, outline)
    waiting.push(...componentsOf(outline))
  }
  return outlines
}

function assemble(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const header = Buffer.alloc(12 + sorted.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(sorted.length, 4)
  const parts: Buffer[] = [header]
  let offset = header.length
  for (const [index, [tag, bytes]] of sorted.entries()) {
    header.write(tag, 12 + index * 16, 'latin1')
    header.writeUInt32BE(offset, 12 + index * 16 + 8)
    header.writeUInt32BE(bytes.length, 12 + index * 16 + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}

/**
 * The same font (same glyph numbers, same character map) with outlines for the wanted glyphs only: a short
 * input for HarfBuzz. Hinting, vertical metrics and layout tables are left out; a certificate uses none of them.
 */
export function sparseFont(file: SfntFile, wanted: Iterable<number>): Buffer {
  const outlines = outlinesOf(file, wanted)
  const loca = Buffer.alloc((file.glyphCount + 1) * 4)
  const glyf: Buffer[] = []
  let length = 0
  for (let glyph = 0; glyph < file.glyphCount; glyph++) {
    loca.writeUInt32BE(length, glyph * 4)
    const outline = outlines.get(glyph)
    if (outline === undefined || outline.length === 0) continue
    const padded = Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)])
    glyf.push(padded)
    length += padded.length
  }
  loca.writeUInt32BE(length, file.glyphCount * 4)
  const head = file.table('head')
  head.writeInt16BE(1, 50)
  const kept = ['cmap', 'hhea', 'hmtx', 'maxp', 'OS/2', 'name'].filter((tag) => file.has(tag))
  return assemble([...kept.map((tag) => [tag, file.table(tag)] as const), ['head', head], ['loca', loca], ['glyf', Buffer.concat(glyf)]])
}
