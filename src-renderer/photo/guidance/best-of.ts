import type { Measured } from '../measures/measure-scene.ts'
import type { Reason } from '../reasons.ts'

export interface Inspected {
  readonly measured: Measured | null
  readonly refusals: readonly Reason[]
  readonly hints: readonly Reason[]
}

const eyes = ({ measured }: Inspected): number => measured?.eyeOpenness ?? 0
const sharpness = ({ measured }: Inspected): number => measured?.edgeVariance ?? 0

/** Fewest reasons against it, then fewest hints, then, of equals, open eyes before sharpness. */
function compare(a: Inspected, b: Inspected): number {
  const byReasons = a.refusals.length - b.refusals.length || a.hints.length - b.hints.length
  if (byReasons !== 0) return byReasons
  const byEyes = Math.round(10 * (eyes(b) - eyes(a)))
  return byEyes === 0 ? sharpness(b) - sharpness(a) : byEyes
}

/** The best of some pictures of the same person; an early good one is never lost to a later worse one. Null of none. */
export const bestOf = <T extends Inspected>(pictures: readonly T[]): T | null => [...pictures].sort(compare)[0] ?? null
