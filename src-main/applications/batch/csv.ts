/** One line of a CSV file with its place in the file, from 1. */
export interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * RFC 4180: quotes around what holds commas, quotes (doubled) or line ends; CRLF, LF or CR. A tab separates where the
 * first line has one and no comma, as tables copied out of a spreadsheet do. An open quote runs to the end of the file.
 */
export function parseCsv(text: string): CsvLine[] {
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? ''
  const separator = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ','
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endCell = (): void => {
    cells.push(cell)
    cell = ''
  }
  const endLine = (): void => {
    endCell()
    lines.push({ line: began, cells })
    cells = []
    began = line
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    const lineEnds = character === '\n' || (character === '\r' && text.charAt(index + 1) !== '\n')
    if (lineEnds) line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (text.charAt(index + 1) === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) endCell()
    else if (lineEnds) endLine()
    else if (character !== '\r') cell += character
  }
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}
