/** Digit d at place n from the right (n = 0 …) times weights[n], summed, modulo 11. `digits` is ASCII 0-9. */
export function remainderModuloEleven(digits: string, weightsFromRight: readonly number[]): number {
  let sum = 0
  for (const [place, weight] of weightsFromRight.entries()) {
    sum += Number(digits.charAt(digits.length - 1 - place)) * weight
  }
  return sum % 11
}

export function requireDigits(text: string, length: number, what: string): void {
  if (text.length !== length || !/^[0-9]+$/.test(text)) throw new RangeError(`${what} must be ${length} ASCII digits`)
}
