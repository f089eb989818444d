import { gaussian3, laplacianAt, type Plane } from '../pixels.ts'
import { countOf, valuesIn, variance, type Span } from '../region.ts'
import type { Scene } from '../scene.ts'

/** Rows and columns well inside the face: its outline is an edge of the background's, not of the face's. */
const inner = (spans: readonly Span[]): Span[] => spans.slice(8, -8).flatMap(({ y, from, to }) => (to - from > 24 ? [{ y, from: from + 12, to: to - 12 }] : []))

export interface Sharpness {
  /** "lap120": variance of the Laplacian at an inter-eye distance of 120 px after a 3x3 Gaussian, which takes the grain out (photo-pki.md §1.5). */
  readonly edgeVariance: number
  /** "reblur": part of the differences between neighbours that a mean over 5 px takes away; a blurred face has little to lose (Crété 2007). */
  readonly lostByBlurring: number
  /** "hf": variance of what a 3x3 Gaussian takes out of the face. */
  readonly grain: number
}

function edgesOf(smooth: Plane, spans: readonly Span[]): Float32Array {
  const values = new Float32Array(countOf(spans))
  let next = 0
  for (const { y, from, to } of spans) for (let x = from; x <= to; x += 1) values[next++] = laplacianAt(smooth, x, y)
  return values
}

function lostByBlurring({ width, data }: Plane, spans: readonly Span[]): number {
  let all = 0
  let lost = 0
  for (const { y, from, to } of spans) {
    const row = y * width
    const blurred = (o: number): number => ((data[o - 2] ?? 0) + (data[o - 1] ?? 0) + (data[o] ?? 0) + (data[o + 1] ?? 0) + (data[o + 2] ?? 0)) / 5
    let before = blurred(row + from - 1)
    for (let o = row + from; o <= row + to; o += 1) {
      const sharp = Math.abs((data[o] ?? 0) - (data[o - 1] ?? 0))
      const now = blurred(o)
      all += sharp
      lost += Math.max(0, sharp - Math.abs(now - before))
      before = now
    }
  }
  return all === 0 ? 0 : lost / all
}

export function sharpnessOf({ facePatch: { grey, inside } }: Scene): Sharpness {
  const spans = inner(inside)
  const smooth = gaussian3(grey)
  const lost = valuesIn(grey, spans)
  const kept = valuesIn(smooth, spans)
  for (let index = 0; index < lost.length; index += 1) lost[index] = (lost[index] ?? 0) - (kept[index] ?? 0)
  return { edgeVariance: variance(edgesOf(smooth, spans)), lostByBlurring: lostByBlurring(grey, spans), grain: variance(lost) }
}
