/** RGBA, 8 bits each, row by row: what a canvas gives. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** One number a pixel, row by row. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/** sRGB value (0 to 255) to linear light (0 to 1). */
export const toLinear = (value: number): number => linear[value] ?? 0

const weighted = (weight: number): Float64Array => Float64Array.from(linear, (value) => weight * value)
const redLight = weighted(0.2126)
const greenLight = weighted(0.7152)
const blueLight = weighted(0.0722)

/** Linear Rec. 709 luminance in whole steps, 0 to 255 (ISO/IEC 29794-5's, as its reference implementation computes it; photo-pki.md §1.4). */
const luminance = (r: number, g: number, b: number): number => Math.floor(255 * ((redLight[r] ?? 0) + (greenLight[g] ?? 0) + (blueLight[b] ?? 0)) + 0.5)

export function luminanceOf({ width, height, data }: Pixels): Plane {
  const plane = new Float32Array(width * height)
  for (let index = 0, offset = 0; index < plane.length; index += 1, offset += 4) plane[index] = luminance(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0)
  return { width, height, data: plane }
}

/** How many pixels have each luminance. */
export function luminanceLevels({ data }: Pixels): Uint32Array {
  const levels = new Uint32Array(256)
  for (let offset = 0; offset < data.length; offset += 4) {
    const level = luminance(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0)
    levels[level] = (levels[level] ?? 0) + 1
  }
  return levels
}

/** Gamma-coded grey, 0 to 255: what the eye sees of edges and grain. */
export function greyOf({ width, height, data }: Pixels): Plane {
  const plane = new Float32Array(width * height)
  for (let index = 0, offset = 0; index < plane.length; index += 1, offset += 4) {
    plane[index] = 0.299 * (data[offset] ?? 0) + 0.587 * (data[offset + 1] ?? 0) + 0.114 * (data[offset + 2] ?? 0)
  }
  return { width, height, data: plane }
}

export const valueAt = (plane: Plane, x: number, y: number): number => plane.data[y * plane.width + x] ?? 0

const isEdge = ({ width, height }: Plane, x: number, y: number): boolean => x < 1 || y < 1 || x >= width - 1 || y >= height - 1

/** 3x3 Gaussian inside the plane; the outermost pixels stay 0. */
export function gaussian3(plane: Plane): Plane {
  const { width, height, data } = plane
  const out = new Float32Array(data.length)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const o = y * width + x
      const up = o - width
      const down = o + width
      out[o] =
        (1 / 16) * (data[up - 1] ?? 0) + (2 / 16) * (data[up] ?? 0) + (1 / 16) * (data[up + 1] ?? 0) +
        (2 / 16) * (data[o - 1] ?? 0) + (4 / 16) * (data[o] ?? 0) + (2 / 16) * (data[o + 1] ?? 0) +
        (1 / 16) * (data[down - 1] ?? 0) + (2 / 16) * (data[down] ?? 0) + (1 / 16) * (data[down + 1] ?? 0)
    }
  }
  return { width, height, data: out }
}

/** Four-neighbour Laplacian; 0 at the outermost pixels. */
export function laplacianAt(plane: Plane, x: number, y: number): number {
  if (isEdge(plane, x, y)) return 0
  const { width, data } = plane
  const o = y * width + x
  return (data[o - width] ?? 0) + (data[o - 1] ?? 0) - 4 * (data[o] ?? 0) + (data[o + 1] ?? 0) + (data[o + width] ?? 0)
}

/** Length of the Sobel gradient; 0 at the outermost pixels. */
export function gradientAt(plane: Plane, x: number, y: number): number {
  if (isEdge(plane, x, y)) return 0
  const { width, data } = plane
  const o = y * width + x
  const up = o - width
  const down = o + width
  const corners = (data[down + 1] ?? 0) - (data[up - 1] ?? 0)
  const others = (data[up + 1] ?? 0) - (data[down - 1] ?? 0)
  const across = corners + others + 2 * ((data[o + 1] ?? 0) - (data[o - 1] ?? 0))
  const along = corners - others + 2 * ((data[down] ?? 0) - (data[up] ?? 0))
  return Math.sqrt(across * across + along * along)
}
