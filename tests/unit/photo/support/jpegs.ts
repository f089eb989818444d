/** JPEG files by their markers, without a decodable picture: what a header reader sees. */
export interface JpegParts {
  readonly width?: number
  readonly height?: number
  readonly components?: number
  readonly frame?: number
  /** Bytes of the segments between SOI and the tables. */
  readonly before?: readonly number[]
  /** Bytes of picture data, padded to this length. */
  readonly weight?: number
  readonly end?: boolean
}

const word = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff]
export const segment = (marker: number, payload: readonly number[]): number[] => [0xff, marker, ...word(payload.length + 2), ...payload]

/** An APP1 block with one tag, the orientation, in either byte order. */
export function exif(orientation: number, little = false): number[] {
  const short = (value: number): number[] => (little ? word(value).reverse() : word(value))
  const long = (value: number): number[] => (little ? [...short(value), 0, 0] : [0, 0, ...short(value)])
  const order = little ? [0x49, 0x49] : [0x4d, 0x4d]
  const tiff = [...order, ...short(42), ...long(8), ...short(1), ...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0, ...long(0)]
  return segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff])
}

export function jpeg({ width = 700, height = 900, components = 3, frame = 0xc0, before = [], weight = 30_000, end = true }: JpegParts = {}): Uint8Array<ArrayBuffer> {
  const parts = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat()
  const scan = Array.from({ length: components }, (_, index) => [index + 1, 0]).flat()
  const head = [
    0xff, 0xd8, ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), ...before,
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    ...segment(frame, [8, ...word(height), ...word(width), components, ...parts]),
    ...segment(0xda, [components, ...scan, 0, 63, 0]),
  ]
  const data = Array.from({ length: Math.max(0, weight - head.length - 2) }, (_, index) => (index * 7) % 251)
  return Uint8Array.from([...head, ...data, ...(end ? [0xff, 0xd9] : [])])
}
