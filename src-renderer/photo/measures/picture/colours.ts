import { toLinear, type Pixels } from '../pixels.ts'
import { countOf, forEachPixel, type Span } from '../region.ts'

/** sRGB, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number]

export function colourOf({ width, data }: Pixels, x: number, y: number): Colour {
  const offset = (y * width + x) * 4
  return [data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0]
}

/** Straight line in sRGB: coarse, and the same everywhere. */
export const colourDistance = (pixels: Pixels, x: number, y: number, colour: Colour): number => farFrom(colour, pixels.data, (y * pixels.width + x) * 4)

function farFrom([red, green, blue]: Colour, data: Uint8ClampedArray, offset: number): number {
  const r = (data[offset] ?? 0) - red
  const g = (data[offset + 1] ?? 0) - green
  const b = (data[offset + 2] ?? 0) - blue
  return Math.sqrt(r * r + g * g + b * b)
}

/** The colour in the middle, channel by channel, and the middle distance from it; null of nothing. Every third pixel is asked. */
export function medianColour({ width, data }: Pixels, spans: readonly Span[]): { readonly colour: Colour; readonly spread: number } | null {
  const places = new Uint32Array(Math.ceil(countOf(spans) / 3))
  let count = 0
  forEachPixel(spans, (x, y) => {
    if (count % 3 === 0) places[count / 3] = (y * width + x) * 4
    count += 1
  })
  if (count === 0) return null
  const { length } = places
  const half = length >> 1
  const middle = (channel: 0 | 1 | 2): number => {
    const levels = new Uint32Array(256)
    for (let index = 0; index < length; index += 1) {
      const level = data[(places[index] ?? 0) + channel] ?? 0
      levels[level] = (levels[level] ?? 0) + 1
    }
    let seen = 0
    return levels.findIndex((each) => (seen += each) > half)
  }
  const colour: Colour = [middle(0), middle(1), middle(2)]
  const distances = new Float64Array(length)
  for (let index = 0; index < length; index += 1) distances[index] = farFrom(colour, data, places[index] ?? 0)
  return { colour, spread: distances.sort()[half] ?? 0 }
}

const labPart = (value: number): number => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 * value + 16) / 116)

/** CIELAB a* and b* under D50 (Bradford-adapted sRGB matrix), as ISO/IEC 29794-5's natural colour asks. */
export function labOf([red, green, blue]: Colour): { readonly a: number; readonly b: number } {
  const r = toLinear(Math.round(red))
  const g = toLinear(Math.round(green))
  const b = toLinear(Math.round(blue))
  const x = labPart((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.96422)
  const y = labPart(0.2225045 * r + 0.7168786 * g + 0.0606169 * b)
  const z = labPart((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.82521)
  return { a: 500 * (x - y), b: 200 * (y - z) }
}
