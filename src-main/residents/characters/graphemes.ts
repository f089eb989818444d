import { once } from '../../once.ts'

const segmenter = once(() => new Intl.Segmenter('ja', { granularity: 'grapheme' }))

/**
 * Characters as a person counts them (UAX #29 extended grapheme clusters): 葛 with its variation selector is
 * one, 𠮷 is one, か with a combining dakuten is one.
 */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter().segment(text), ({ segment }) => segment)
}

export function countGraphemes(text: string): number {
  return graphemes(text).length
}

/** More characters than a system of this length can hold (氏名・住所の桁数超過). */
export function isOverLength(text: string, maxGraphemes: number): boolean {
  // A grapheme has at least one code unit, so short texts need no segmenting.
  return text.length > maxGraphemes && countGraphemes(text) > maxGraphemes
}
