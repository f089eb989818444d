/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  /** What it is compared with, measured in the same run. */
  readonly baseline: string
  /** Median divided by the baseline's median. */
  readonly ratio: number
}
