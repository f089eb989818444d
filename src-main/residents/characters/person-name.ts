import { graphemes } from './graphemes.ts'

const ideographicSpace = '\u3000'
const maskMark = '○'

export interface NameParts {
  readonly family: string
  /** Null where the record has no U+3000: one name only, or a foreign name in Roman letters. */
  readonly given: string | null
}

/** Family and given name, separated in the record by the first U+3000 (reference §F.5). */
export function splitName(text: string): NameParts {
  const at = text.indexOf(ideographicSpace)
  if (at <= 0 || at === text.length - 1) return { family: text, given: null }
  return { family: text.slice(0, at), given: text.slice(at + 1) }
}

/**
 * A name as the resident screen shows it where people may look over a shoulder: 見本　花子 → 見○　○子. The first
 * character of the family name and the last of the given name stay; a part of one character is hidden, unless
 * nothing would be left to tell members apart (林　翔 → 林　○). Roman names keep each word's first letter.
 */
export function maskName(text: string): string {
  const { family, given } = splitName(text)
  if (given === null) return family.replace(/[^ ]+/gu, keepFirst)
  const familyMarks = graphemes(family)
  const givenMarks = graphemes(given)
  const nothingLeft = familyMarks.length === 1 && givenMarks.length === 1
  const shownFamily = familyMarks.length > 1 || nothingLeft ? keepFirst(family) : maskMark
  const shownGiven = maskMark.repeat(Math.max(givenMarks.length - 1, 1)) + (givenMarks.length > 1 ? (givenMarks.at(-1) ?? '') : '')
  return `${shownFamily}${ideographicSpace}${shownGiven}`
}

function keepFirst(word: string): string {
  const marks = graphemes(word)
  return (marks[0] ?? '') + maskMark.repeat(marks.length - 1)
}
