/** The value below which this part (0 to 1) of the numbers lies; NaN without numbers. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** Least squares: how much the numbers rise from one to the next. */
export function slope(numbers: readonly number[]): number {
  const middle = (numbers.length - 1) / 2
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  const rise = numbers.reduce((sum, each, index) => sum + (index - middle) * (each - mean), 0)
  const run = numbers.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  return rise / run
}
