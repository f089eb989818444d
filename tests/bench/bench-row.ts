/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string
  readonly median: number
  readonly unit: string
  /** What it is compared with, measured in the same run. */
  readonly baseline: string
  /** Median divided by the baseline's median. */
  readonly ratio: number
  /** Null for a row that only explains another one. */
  readonly goal: Goal | null
}

/** What was promised of this figure, both ends included. */
export type Goal = { readonly figure: 'median' | 'ratio' } & ({ readonly atMost: number } | { readonly atLeast: number })

export function isMet(goal: Goal, row: Pick<BenchRow, 'median' | 'ratio'>): boolean {
  const figure = row[goal.figure]
  return 'atMost' in goal ? figure <= goal.atMost : figure >= goal.atLeast
}

/** "<= 80 ms", or "ratio >= 0.5". */
export function goalWords(goal: Goal, unit: string): string {
  const bound = 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`
  return goal.figure === 'ratio' ? `ratio ${bound}` : `${bound} ${unit}`
}
