import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

interface TableEntry {
  readonly offset: number
  readonly length: number
}

/**
 * A TrueType font read table by table and glyph by glyph from the file. IPAmj明朝 is 46 MB, of which a certificate
 * needs some 300 outlines; reading it whole, and copying it into HarfBuzz for every paper, cost 100 ms and 500 MB.
 */
export interface SfntFile {
  readonly path: string
  readonly glyphCount: number
  readonly unitsPerEm: number
  has(tag: string): boolean
  /** The whole table; throws when the font has none. */
  table(tag: string): Buffer
  /** Bytes of one outline in `glyf`; empty for a glyph without ink. */
  outline(glyph: number): Buffer
}

const trueTypeVersions = new Set([0x00010000, 0x74727565])

/** Bytes of the font; throws when they lie outside. */
type ReadAt = (offset: number, length: number) => Buffer

function readDirectory(read: ReadAt, size: number): Map<string, TableEntry> {
  const head = read(0, 12)
  if (!trueTypeVersions.has(head.readUInt32BE(0))) throw new Error('not a TrueType font (OpenType CFF and collections are not supported)')
  const count = head.readUInt16BE(4)
  const records = read(12, count * 16)
  const tables = new Map<string, TableEntry>()
  for (let index = 0; index < count; index++) {
    const at = index * 16
    const entry = { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) }
    if (entry.offset + entry.length > size) throw new Error('a font table lies outside the file')
    tables.set(records.toString('latin1', at, at + 4), entry)
  }
  return tables
}

function parseSfnt(read: ReadAt, size: number, path: string): SfntFile {
  const tables = readDirectory(read, size)
  const entryOf = (tag: string): TableEntry => {
    const entry = tables.get(tag)
    if (entry === undefined) throw new Error(`the font has no table ${tag}`)
    return entry
  }
  const table = (tag: string): Buffer => {
    const { offset, length } = entryOf(tag)
    return read(offset, length)
  }
  const head = table('head')
  const glyphCount = table('maxp').readUInt16BE(4)
  const loca = table('loca')
  const longOffsets = head.readInt16BE(50) === 1
  const glyphData = entryOf('glyf')
  const locate = (glyph: number): number => (longOffsets ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  return {
    path,
    glyphCount,
    unitsPerEm: head.readUInt16BE(18),
    has: (tag) => tables.has(tag),
    table,
    outline: (glyph) => {
      const start = locate(glyph)
      const end = locate(glyph + 1)
      if (end < start || end > glyphData.length) throw new Error(`outline ${glyph} lies outside the font`)
      return read(glyphData.offset + start, end - start)
    },
  }
}

/** The descriptor stays open as long as the process: the font must not change under a running kiosk. Throws on a broken font. */
export function openSfnt(path: string): SfntFile {
  const descriptor = openSync(path, 'r')
  try {
    const read: ReadAt = (offset, length) => {
      const buffer = Buffer.alloc(length)
      if (readSync(descriptor, buffer, 0, length, offset) !== length) throw new Error('the font file ends early')
      return buffer
    }
    return parseSfnt(read, fstatSync(descriptor).size, path)
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** A font that is already in memory, such as a subset. */
export function sfntOfBytes(bytes: Buffer): SfntFile {
  const read: ReadAt = (offset, length) => {
    if (offset + length > bytes.length) throw new Error('the font ends early')
    return bytes.subarray(offset, offset + length)
  }
  return parseSfnt(read, bytes.length, 'subset')
}
