/** What the markers of a JPEG file say, without decoding a pixel. */
export interface JpegFacts {
  readonly width: number
  readonly height: number
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number
  /** Second bytes of the markers before the picture data, in their order: 0xE1 for Exif, 0xFE for a comment. */
  readonly segments: readonly number[]
  /** Exif orientation, 1 to 8; 1 without Exif. */
  readonly orientation: number
}

const startsWithoutLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
/** SOF0 to SOF2: baseline, extended and progressive with Huffman codes; nothing else is drawn by a browser. */
const isDrawable = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Orientation (tag 0x0112) of IFD0 in an APP1 payload; 1 for anything that is not a whole Exif block. */
function orientationOf(view: DataView): number {
  const exif = 0x45786966
  if (view.byteLength < 14 || view.getUint32(0) !== exif) return 1
  const base = 6
  const little = view.getUint16(base) === 0x4949
  const directory = base + view.getUint32(base + 4, little)
  if (directory + 2 > view.byteLength) return 1
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > view.byteLength) return 1
    if (view.getUint16(entry, little) !== 0x0112) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Position behind the picture data: the next marker that is neither a restart nor a stuffed zero. Null at the end of the file. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let position = from; position + 1 < bytes.length; position += 1) {
    if (bytes[position] !== 0xff) continue
    const next = bytes[position + 1] ?? 0
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return position
  }
  return null
}

/** Null for a file that is no whole JPEG: another kind, cut off, or without a drawable picture. */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments: number[] = []
  let frame: Pick<JpegFacts, 'width' | 'height' | 'components'> | null = null
  let orientation = 1
  let scans = 0
  let position = 2
  while (position + 1 < bytes.length) {
    if (bytes[position] !== 0xff) return null
    const marker = bytes[position + 1] ?? 0
    if (marker === 0xff) {
      position += 1
      continue
    }
    if (marker === 0xd9) return frame !== null && scans > 0 ? { ...frame, segments, orientation } : null
    if (startsWithoutLength(marker)) {
      position += 2
      continue
    }
    if (position + 4 > bytes.length) return null
    const length = view.getUint16(position + 2)
    const next = position + 2 + length
    if (length < 2 || next > bytes.length) return null
    if (scans === 0) segments.push(marker)
    if (marker === 0xe1) orientation = orientationOf(new DataView(view.buffer, view.byteOffset + position + 4, length - 2))
    if (isFrame(marker)) {
      if (!isDrawable(marker) || length < 8 || frame !== null) return null
      frame = { height: view.getUint16(position + 5), width: view.getUint16(position + 7), components: bytes[position + 9] ?? 0 }
    }
    position = next
    if (marker !== 0xda) continue
    scans += 1
    const end = endOfScan(bytes, position)
    if (end === null) return null
    position = end
  }
  return null
}
