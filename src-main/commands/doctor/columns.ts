/**
 * What a terminal draws two columns wide (Unicode UAX #11, Wide and Fullwidth), as far as Japanese text needs it: kana,
 * kanji and their radicals, CJK punctuation, full-width forms, and the planes of rarer kanji.
 */
const wide = /[\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u
/** Drawn over or with the character before: variation selectors and combining marks, such as the voiced sound mark. */
const without = /\p{Mark}/u

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += without.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

/** The text filled with spaces up to a number of columns; longer text stays whole. */
export const padColumns = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
