import { colourDistance, medianColour } from '../measures/picture/colours.ts'
import type { Pixels } from '../measures/pixels.ts'
import { spansIn } from '../measures/region.ts'

/** Crown to chin in units of eyes to chin (T): what the crown is taken for when it can not be seen, and the limits of what is believed. */
const usual = 2.2
const limits = { least: 1.9, most: 2.75 }

/** What the window for the search holds, in units of T: this much above the eye line and to each side. */
export const crownWindow = { above: 2.1, aside: 1.15, pixelsPerT: 48 }

/**
 * Height of the head (crown to chin) in units of eyes to chin. The crown is the first row over the face whose colour
 * leaves that of the background (photo-pki.md §1.5); with a background that has no colour of its own, the usual one.
 *
 * @param window the part of the picture that `crownWindow` describes; its lower edge is the eye line.
 * @param missing rows at its top that lie outside of the picture.
 */
export function headHeight(window: Pixels, missing: number): number {
  const { width, height } = window
  const outer = Math.round(width * 0.14)
  const rows = { top: Math.ceil(missing), bottom: height }
  const sides = [...spansIn({ left: 0, right: outer, ...rows }, width, height), ...spansIn({ left: width - outer, right: width, ...rows }, width, height)]
  const background = medianColour(window, sides)
  if (background === null || background.spread > 20) return usual
  const limit = Math.max(24, 3 * background.spread)
  const from = Math.round(width * 0.36)
  const to = Math.round(width * 0.64)
  let inARow = 0
  for (let y = Math.ceil(missing); y < height; y += 1) {
    let off = 0
    for (let x = from; x < to; x += 1) if (colourDistance(window, x, y, background.colour) > limit) off += 1
    inARow = off >= (to - from) * 0.25 ? inARow + 1 : 0
    if (inARow < 3) continue
    // What is there from the first row on is the wall, or a head that is cut off.
    if (y - 2 <= Math.ceil(missing) + 1) return usual
    const found = (height - (y - 2)) / crownWindow.pixelsPerT + 1
    return found < limits.least || found > limits.most ? usual : found
  }
  return usual
}
