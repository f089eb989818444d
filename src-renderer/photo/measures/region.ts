import type { Point } from '../landmarks/face.ts'
import type { Plane } from './pixels.ts'

/** Whole pixels, upper left included, lower right not. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A row's part of a region. */
export interface Span {
  readonly y: number
  readonly from: number
  readonly to: number
}

/** The rows of a polygon, cut to the plane. For a polygon that each row crosses twice, as a face's outline is. */
export function spansOf(polygon: readonly Point[], width: number, height: number): Span[] {
  const top = Math.max(0, Math.ceil(Math.min(...polygon.map(({ y }) => y))))
  const bottom = Math.min(height - 1, Math.floor(Math.max(...polygon.map(({ y }) => y))))
  const spans: Span[] = []
  for (let y = top; y <= bottom; y += 1) {
    const crossings: number[] = []
    polygon.forEach((a, index) => {
      const b = polygon[(index + 1) % polygon.length] ?? a
      if (a.y <= y !== b.y <= y) crossings.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    })
    if (crossings.length < 2) continue
    const from = Math.max(0, Math.ceil(Math.min(...crossings)))
    const to = Math.min(width - 1, Math.floor(Math.max(...crossings)))
    if (from <= to) spans.push({ y, from, to })
  }
  return spans
}

/** The rows of a rectangle that lie in the plane. */
export function spansIn(rectangle: Rectangle, width: number, height: number): Span[] {
  const from = Math.max(0, Math.round(rectangle.left))
  const to = Math.min(width, Math.round(rectangle.right)) - 1
  const top = Math.max(0, Math.round(rectangle.top))
  const bottom = Math.min(height, Math.round(rectangle.bottom))
  return from > to ? [] : Array.from({ length: Math.max(0, bottom - top) }, (_, row) => ({ y: top + row, from, to }))
}

export function forEachPixel(spans: readonly Span[], visit: (x: number, y: number) => void): void {
  for (const { y, from, to } of spans) for (let x = from; x <= to; x += 1) visit(x, y)
}

export const countOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** For spans that lie in the plane. */
export function valuesIn({ width, data }: Plane, spans: readonly Span[]): Float32Array {
  const values = new Float32Array(countOf(spans))
  let next = 0
  for (const { y, from, to } of spans) {
    values.set(data.subarray(y * width + from, y * width + to + 1), next)
    next += to - from + 1
  }
  return values
}

// Counted loops: the iterator of for-of takes ten times as long on the sixty thousand pixels of a face.

/** NaN of nothing. */
export function mean(values: Float32Array): number {
  const { length } = values
  let sum = 0
  for (let index = 0; index < length; index += 1) sum += values[index] ?? 0
  return sum / length
}

export function variance(values: Float32Array): number {
  const { length } = values
  const middle = mean(values)
  let sum = 0
  for (let index = 0; index < length; index += 1) {
    const off = (values[index] ?? 0) - middle
    sum += off * off
  }
  return sum / length
}

/** Part (0 to 1) of the values for which the question is answered yes; 0 of nothing. */
export function share(values: Float32Array, question: (value: number) => boolean): number {
  const { length } = values
  let count = 0
  for (let index = 0; index < length; index += 1) if (question(values[index] ?? 0)) count += 1
  return length === 0 ? 0 : count / length
}

/** The level below which this part (0 to 1) of what was counted lies; NaN of nothing. */
export function quantile(levels: Uint32Array, part: number): number {
  let all = 0
  for (const count of levels) all += count
  if (all === 0) return Number.NaN
  const wanted = Math.min(all - 1, Math.floor(all * part))
  let seen = 0
  for (let level = 0; level < levels.length; level += 1) {
    seen += levels[level] ?? 0
    if (seen > wanted) return level
  }
  return levels.length - 1
}
