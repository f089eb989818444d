import { fail, ok, type Result } from '../../failures/result.ts'

export interface PhotoHeader {
  readonly width: number
  readonly height: number
  readonly components: number
}

/** What a photo of a card can be; anything larger is not decoded. A file of the chip ends at 32,767 bytes. */
const limit = { bytes: 0x7fff, side: 1_200, tiles: 16, boxes: 32 } as const
/** Sizes in front of the components in the SIZ segment, marker left out (ISO/IEC 15444-1 A.5.1). */
const sizesLength = 38
const marker = { startOfCodestream: 0xff4f, size: 0xff51 } as const
const box = { signature: 0x6a502020, codestream: 0x6a703263 } as const

/**
 * Size of a JPEG 2000 picture, from its own words, before a decoder takes memory for it: JP2 (ISO/IEC 15444-1 Annex I)
 * or the bare codestream; 8 bits, grey or RGB. Failure: CARD-MALFORMED, also for what no photo of a card can be.
 */
export function readPhotoHeader(bytes: Uint8Array): Result<PhotoHeader> {
  if (bytes.length > limit.bytes) return malformed('too long')
  const at = codestreamAt(bytes)
  if (at === null) return malformed('no JPEG 2000 codestream')
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at)
  if (view.byteLength < 4 + sizesLength || view.getUint16(2) !== marker.size) return malformed('no sizes')
  const components = view.getUint16(40)
  if (components !== 1 && components !== 3) return malformed(`${components} components`)
  if (view.getUint16(4) !== sizesLength + 3 * components || view.byteLength < 4 + sizesLength + 3 * components) return malformed('sizes of another length')
  for (let component = 0; component < components; component += 1) {
    const place = 4 + sizesLength + 3 * component
    const [depth, across, down] = [view.getUint8(place), view.getUint8(place + 1), view.getUint8(place + 2)]
    if (depth !== 7 || across !== 1 || down !== 1) return malformed('samples of another form')
  }
  const [right, bottom, left, top, tileWidth, tileHeight, tileLeft, tileTop] = Array.from({ length: 8 }, (_, index) => view.getUint32(8 + 4 * index))
  const [width, height] = [(right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)]
  if (width < 1 || height < 1 || width > limit.side || height > limit.side) return malformed('a size that no photo of a card has')
  if (left !== 0 || top !== 0 || tileLeft !== 0 || tileTop !== 0) return malformed('a picture that does not begin in its corner')
  if (tileWidth === undefined || tileHeight === undefined || tileWidth < 1 || tileHeight < 1) return malformed('tiles of nothing')
  const tiles = Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight)
  return tiles > limit.tiles ? malformed(`${tiles} tiles`) : ok({ width, height, components })
}

/** Where the codestream begins; null when there is none. */
function codestreamAt(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.byteLength < 12) return null
  if (view.getUint16(0) === marker.startOfCodestream) return 0
  if (view.getUint32(4) !== box.signature) return null
  let at = 0
  for (let count = 0; count < limit.boxes && at + 8 <= bytes.length; count += 1) {
    const length = view.getUint32(at)
    if (view.getUint32(at + 4) === box.codestream) return at + 10 <= bytes.length && view.getUint16(at + 8) === marker.startOfCodestream ? at + 8 : null
    // 0: up to the end of the file; 1: a length of eight bytes, which no photo of a card needs.
    if (length < 8) return null
    at += length
  }
  return null
}

function malformed(detail: string): ReturnType<typeof fail> {
  return fail('CARD-MALFORMED', `photo: ${detail}`)
}
