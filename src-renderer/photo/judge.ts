import type { Measured } from './measures/measure-scene.ts'
import { inOrder, type Reason } from './reasons.ts'
import { thresholds, type Range } from './thresholds.ts'

export const within = (value: number, { least = -Infinity, most = Infinity }: Range): boolean => value >= least && value <= most

/** Reasons of one picture, most urgent first. A measure that the picture did not allow (null, NaN) gives no reason. */
export function reasonsOf(measured: Measured | null, limit: 'accept' | 'hint'): readonly Reason[] {
  if (measured === null) return ['noFace']
  return inOrder(
    thresholds
      .filter((row) => {
        const value = measured[row.measure]
        return value !== null && !Number.isNaN(value) && !within(value, row[limit])
      })
      .map(({ reason }) => reason),
  )
}
