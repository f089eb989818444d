/** One run of text, with its reading where it has one. */
export interface Segment {
  readonly text: string
  readonly reading: string | null
}

const marked = /\{([^{}|]+)\|([^{}|]+)\}/g

/** Splits words such as `{暗証番号|あんしょうばんごう}を入れる` into runs; a brace without a reading stays as it is. */
export function segments(words: string): Segment[] {
  const runs: Segment[] = []
  let end = 0
  for (const match of words.matchAll(marked)) {
    if (match.index > end) runs.push({ text: words.slice(end, match.index), reading: null })
    runs.push({ text: match[1] ?? '', reading: match[2] ?? '' })
    end = match.index + match[0].length
  }
  if (end < words.length) runs.push({ text: words.slice(end), reading: null })
  return runs
}

/** The words without readings: for names of controls and wherever markup has no place. */
export const plain = (words: string): string => words.replaceAll(marked, '$1')
