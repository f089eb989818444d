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

function planeOf({ width, height, data }: Pixels, value: (r: number, g: number, b: number) => number): Plane {
  const plane = new Float32Array(width * height)
  for (let index = 0, offset = 0; index < plane.length; index += 1, offset += 4) plane[index] = value(data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0)
  return { width, height, data: plane }
}

/** Linear Rec. 709 luminance, 0 to 255 (ISO/IEC 29794-5's, as its reference implementation computes it; photo-pki.md §1.4). */
export const luminanceOf = (pixels: Pixels): Plane => planeOf(pixels, (r, g, b) => Math.floor(255 * (0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)) + 0.5))

/** Gamma-coded grey, 0 to 255: what the eye sees of edges and grain. */
export const greyOf = (pixels: Pixels): Plane => planeOf(pixels, (r, g, b) => 0.299 * r + 0.587 * g + 0.114 * b)

export const valueAt = (plane: Plane, x: number, y: number): number => plane.data[y * plane.width + x] ?? 0

/** Applies a 3x3 kernel inside the plane; the outermost pixels stay 0. */
export function convolve3(plane: Plane, kernel: readonly number[]): Plane {
  const { width, height, data } = plane
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = kernel
  const out = new Float32Array(data.length)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const o = y * width + x
      const up = o - width
      const down = o + width
      out[o] =
        a * (data[up - 1] ?? 0) + b * (data[up] ?? 0) + c * (data[up + 1] ?? 0) +
        d * (data[o - 1] ?? 0) + e * (data[o] ?? 0) + f * (data[o + 1] ?? 0) +
        g * (data[down - 1] ?? 0) + h * (data[down] ?? 0) + i * (data[down + 1] ?? 0)
    }
  }
  return { width, height, data: out }
}

export const gaussian3 = [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16)
export const laplacian3 = [0, 1, 0, 1, -4, 1, 0, 1, 0]
export const sobelX = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
export const sobelY = [-1, -2, -1, 0, 0, 0, 1, 2, 1]
