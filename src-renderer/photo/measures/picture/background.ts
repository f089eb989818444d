import { gradientAt, greyOf, type Pixels } from '../pixels.ts'
import { forEachPixel, spansIn, type Rectangle, type Span } from '../region.ts'
import { portraitScale, type Scene } from '../scene.ts'
import { colourDistance, colourOf, medianColour, type Colour } from './colours.ts'

/** Millimetres of the printed photo: left free above the crown, and of each side, where even full hair does not reach. */
const clear = { aboveCrown: 0.9, side: 1.6, corner: 5.5, cornerEnds: 13, ends: 27 }

/** The photo's strip above the head, its upper corners, and its outer edges down to the jaw: neither hair nor shoulders are there. */
function backgroundOf({ width, height }: Pixels, margin: number, present: Rectangle): Span[] {
  const top = (margin - clear.aboveCrown) * portraitScale
  const spans: Span[] = []
  for (let y = Math.ceil(present.top); y < Math.min(height, present.bottom, clear.ends * portraitScale); y += 1) {
    const down = Math.min(1, y / (clear.cornerEnds * portraitScale))
    const side = y < top ? width : (clear.corner + (clear.side - clear.corner) * down) * portraitScale
    const rows = { top: y, bottom: y + 1 }
    if (side >= width / 2) spans.push(...spansIn({ left: present.left, right: present.right, ...rows }, width, height))
    else {
      spans.push(...spansIn({ left: present.left, right: Math.min(side, present.right), ...rows }, width, height))
      spans.push(...spansIn({ left: Math.max(width - side, present.left), right: present.right, ...rows }, width, height))
    }
  }
  return spans
}

export interface Background {
  /** Part that differs from the background's own colour in another way than being darker. */
  readonly patterned: number
  /** Part that has the background's colour, but clearly darker. */
  readonly shaded: number
  /** Mean Sobel gradient, grey values a pixel times 8. */
  readonly edges: number
}

/** sRGB distance within which a pixel is of the background's colour (photo-pki.md §1.5). */
const sameColour = 25
/** Above this a darker part is drawn, not a shadow: shadows on a wall are soft. */
const softEdges = 14

/** A shade keeps the mixture of the colour and has 30 to 95 % of its light. */
function isShade(seen: Colour, wall: Colour): boolean {
  const light = (colour: Colour): number => Math.max(1, colour[0] + colour[1] + colour[2])
  const ratio = light(seen) / light(wall)
  return ratio > 0.3 && ratio < 0.95 && seen.every((value, channel) => Math.abs(value / light(seen) - (wall[channel] ?? 0) / light(wall)) < 0.035)
}

export function lookAtBackground({ portrait: { pixels }, crop, frame }: Scene): Background {
  const scale = pixels.width / crop.width
  const present = {
    left: Math.max(0, -crop.left) * scale + 2,
    top: Math.max(0, -crop.top) * scale + 2,
    right: Math.min(crop.width, frame.width - crop.left) * scale - 2,
    bottom: Math.min(crop.height, frame.height - crop.top) * scale - 2,
  }
  const spans = backgroundOf(pixels, crop.margin, present)
  const wall = medianColour(pixels, spans)
  if (wall === null) return { patterned: 0, shaded: 0, edges: 0 }
  const grey = greyOf(pixels)
  let all = 0
  let patterned = 0
  let shaded = 0
  let gradient = 0
  forEachPixel(spans, (x, y) => {
    all += 1
    gradient += gradientAt(grey, x, y)
    if (colourDistance(pixels, x, y, wall.colour) <= sameColour) return
    if (isShade(colourOf(pixels, x, y), wall.colour)) shaded += 1
    else patterned += 1
  })
  const edges = gradient / all
  const drawn = edges > softEdges
  return { patterned: (patterned + (drawn ? shaded : 0)) / all, shaded: drawn ? 0 : shaded / all, edges }
}
