import { toLinear, type Pixels } from '../pixels.ts'
import { forEachPixel, type Span } from '../region.ts'

/** sRGB, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number]

export function colourOf({ width, data }: Pixels, x: number, y: number): Colour {
  const offset = (y * width + x) * 4
  return [data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0]
}

/** Straight line in sRGB: coarse, and the same everywhere. */
export const colourDistance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** The colour in the middle, channel by channel, and the middle distance from it; null of nothing. Every third pixel is asked. */
export function medianColour(pixels: Pixels, spans: readonly Span[]): { readonly colour: Colour; readonly spread: number } | null {
  const seen: Colour[] = []
  let count = 0
  forEachPixel(spans, (x, y) => {
    if (count++ % 3 === 0) seen.push(colourOf(pixels, x, y))
  })
  if (seen.length === 0) return null
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
  const colour: Colour = [middle(seen.map(([r]) => r)), middle(seen.map(([, g]) => g)), middle(seen.map(([, , b]) => b))]
  return { colour, spread: middle(seen.map((each) => colourDistance(each, colour))) }
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
