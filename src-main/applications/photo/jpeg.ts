/** What the markers of a JPEG say (ITU-T T.81 Annex B); no pixel is decoded. */
export interface JpegFacts {
  /** px */
  readonly width: number
  readonly height: number
  /** Colour components: 1 grey, 3 YCbCr or RGB, 4 CMYK or YCCK. */
  readonly components: number
  /** Bits of one sample. */
  readonly precision: number
  /** Segments besides the picture: Exif, XMP, IPTC, comments, thumbnails, bytes after the end. */
  readonly metadata: readonly string[]
}

export type JpegReading = { readonly kind: 'jpeg'; readonly facts: JpegFacts } | { readonly kind: 'notJpeg' } | { readonly kind: 'broken'; readonly why: string }

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
/** Baseline, extended sequential, progressive; Huffman coded. */
const readableFrames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** Every other frame: lossless, differential, arithmetic. */
const otherFrames: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7

/** Reads to the end of the picture; never throws, whatever the bytes are. */
export function readJpeg(bytes: Uint8Array): JpegReading {
  const at = (index: number): number => bytes[index] ?? -1
  const two = (index: number): number => at(index) * 256 + at(index + 1)
  if (at(0) !== 0xff || at(1) !== soi) return { kind: 'notJpeg' }
  const broken = (why: string): JpegReading => ({ kind: 'broken', why })
  const metadata: string[] = []
  let frame: Omit<JpegFacts, 'metadata'> | null = null
  let tables = false
  let scans = 0
  let position = 2
  for (;;) {
    if (at(position) !== 0xff) return broken(`no marker at byte ${position}`)
    // Any number of fill bytes may come before a marker.
    while (at(position + 1) === 0xff) position += 1
    const marker = at(position + 1)
    position += 2
    if (marker === eoi) break
    if (marker === -1 || marker === 0 || marker === soi || isRestart(marker)) return broken(`marker ${marker} out of place`)
    const length = two(position)
    const end = position + length
    if (position + 2 > bytes.length || length < 2 || end > bytes.length) return broken('a segment goes on after the file')
    if (readableFrames.has(marker)) {
      if (frame !== null) return broken('two frames')
      frame = { precision: at(position + 2), height: two(position + 3), width: two(position + 5), components: at(position + 7) }
      if (length !== 8 + 3 * frame.components || frame.width === 0 || frame.height === 0) return broken('a frame of an impossible size')
    } else if (otherFrames.has(marker)) return broken('a coding that readers do not know')
    else if (marker === 0xc4) tables = true
    else if (marker === sos) {
      if (frame === null || !tables) return broken('a scan before its frame or tables')
      scans += 1
      position = endOfScan(bytes, end)
      if (position === -1) return broken('the picture ends in the middle')
      continue
    } else {
      const what = metadataIn(marker, bytes.subarray(position + 2, end))
      if (what !== null) metadata.push(what)
    }
    position = end
  }
  if (frame === null || scans === 0) return broken('no picture')
  if (position < bytes.length) metadata.push('bytes after the end')
  return { kind: 'jpeg', facts: { ...frame, metadata } }
}

/** Where the next marker begins; -1 where there is none. In coded data FF is followed by 00 or is a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let index = bytes.indexOf(0xff, from); index !== -1; index = bytes.indexOf(0xff, index + 1)) {
    const next = bytes[index + 1]
    if (next === undefined) return -1
    if (next !== 0 && next !== 0xff && !isRestart(next)) return index
  }
  return -1
}

/** JFIF without a thumbnail, Adobe's colour transform and an ICC profile say how to show the picture; the rest says more. */
function metadataIn(marker: number, body: Uint8Array): string | null {
  const begins = (text: string): boolean => Buffer.from(body.subarray(0, text.length)).toString('latin1') === text
  if (marker === 0xfe) return 'comment'
  if (marker < 0xe0 || marker > 0xef) return null
  if (marker === 0xe0 && begins('JFIF\0')) return body.length === 14 ? null : 'thumbnail'
  if (marker === 0xee && begins('Adobe')) return null
  if (marker === 0xe2 && begins('ICC_PROFILE\0')) return null
  if (marker === 0xe1) return begins('Exif\0') ? 'Exif' : 'XMP'
  return `APP${marker - 0xe0}`
}
