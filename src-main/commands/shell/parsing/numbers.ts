import { InvalidArgumentError } from 'commander'

/** Parser of an option that takes a whole number between two limits, both allowed. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most) throw new InvalidArgumentError(`A whole number from ${least} to ${most} expected.`)
    return number
  }
}
