import { convolve3, gaussian3, laplacian3, valueAt, type Plane } from '../pixels.ts'
import { forEachPixel, valuesIn, variance, type Span } from '../region.ts'
import type { Scene } from '../scene.ts'

/** Rows and columns well inside the face: its outline is an edge of the background's, not of the face's. */
const inner = (spans: readonly Span[]): Span[] => spans.slice(8, -8).flatMap(({ y, from, to }) => (to - from > 24 ? [{ y, from: from + 12, to: to - 12 }] : []))

/** "lap120": variance of the Laplacian at an inter-eye distance of 120 px after a 3x3 Gaussian, which takes the grain out (photo-pki.md §1.5). */
export const edgeVariance = ({ facePatch }: Scene): number => variance(valuesIn(convolve3(convolve3(facePatch.grey, gaussian3), laplacian3), inner(facePatch.inside)))

/** "reblur": part of the differences between neighbours that a mean over 5 px takes away; a blurred face has little to lose (Crété 2007). */
export function lostByBlurring({ facePatch: { grey, inside } }: Scene): number {
  const blurred = (plane: Plane, x: number, y: number): number =>
    (valueAt(plane, x - 2, y) + valueAt(plane, x - 1, y) + valueAt(plane, x, y) + valueAt(plane, x + 1, y) + valueAt(plane, x + 2, y)) / 5
  let all = 0
  let lost = 0
  forEachPixel(inner(inside), (x, y) => {
    const sharp = Math.abs(valueAt(grey, x, y) - valueAt(grey, x - 1, y))
    all += sharp
    lost += Math.max(0, sharp - Math.abs(blurred(grey, x, y) - blurred(grey, x - 1, y)))
  })
  return all === 0 ? 0 : lost / all
}

/** "hf": variance of what a 3x3 Gaussian takes out of the face. */
export function grain({ facePatch: { grey, inside } }: Scene): number {
  const smooth = convolve3(grey, gaussian3)
  const rest = { ...grey, data: grey.data.map((value, index) => value - (smooth.data[index] ?? 0)) }
  return variance(valuesIn(rest, inner(inside)))
}
