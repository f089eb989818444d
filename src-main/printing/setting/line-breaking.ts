/** Cells of a printed line: half-width 1, full-width 2. */
export const cellsOf = (text: string): number =>
  Array.from(text).reduce((cells, character) => cells + (/^[\u0000-\u007f\uff61-\uff9f]$/.test(character) ? 1 : 2), 0)

const mayNotBeginALine = /^[、。，．・：；？！）」』】〕］｝〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/
const mayNotEndALine = /[（「『【〔［｛〈《]$/

/** Pieces that stay together: a Western word, a space, or a Japanese character with what 禁則 ties to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const piece of text.match(/[!-~\uff61-\uff9f]+| |[^ -~\uff61-\uff9f]/gu) ?? []) {
    const previous = pieces.at(-1)
    const tied = previous !== undefined && previous !== ' ' && piece !== ' ' && (mayNotBeginALine.test(piece) || mayNotEndALine.test(previous))
    if (tied) pieces[pieces.length - 1] = previous + piece
    else pieces.push(piece)
  }
  return pieces
}

/** A piece wider than the line is cut where the line ends. */
function cut(piece: string, width: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const character of piece) {
    if (cellsOf(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

/**
 * The text in lines of at most `width` cells (2 or more), broken between words and, in Japanese, between
 * characters, with 行頭・行末禁則. Spaces at a break are dropped, no other character ever is.
 */
export function breakLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text).flatMap((whole) => (cellsOf(whole) > width ? cut(whole, width) : [whole]))) {
    if (cellsOf(line + piece) <= width) {
      line += piece
      continue
    }
    lines.push(line.trimEnd())
    line = piece === ' ' ? '' : piece
  }
  return [...lines, line].filter((each, index) => each !== '' || index === 0)
}
