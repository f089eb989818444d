import type { Receipt, ReceiptLine } from '../printers.ts'
import { breakLines, cellsOf } from './line-breaking.ts'

/** Paper as the setter needs it. */
export interface ReceiptLayout {
  /** Half-width characters per line of 12 dots each: 48 on 80 mm paper, 32 on 58 mm. */
  readonly charactersPerLine: number
}

const dotsPerCharacter = 12

/**
 * A value as literal text. Every sign that is syntax in receiptline (pipe, braces, tilde, underscore,
 * double quote, backtick, caret, hyphen, equals, backslash) gets its backslash; spaces become `~`, receiptline's
 * word for a literal space, because bare ones at a column's edge decide its alignment.
 */
export const literal = (value: string): string => value.replace(/[\\|{}~_"`^=-]/g, '\\$&').replaceAll(' ', '~')

/** A property value: everything but letters and digits as its hexadecimal escape. ASCII only. */
const literalProperty = (value: string): string =>
  value.replace(/[^0-9A-Za-z]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** Carets for a magnification: 2 is double width and height, and so on up to 6 (receiptline's own scale). */
const carets = (magnification: number): string => '^'.repeat(magnification + 1)

/** The largest of the magnifications 5..2 at which the text stays on one line; double height where none does. */
function bigMarkup(text: string, layout: ReceiptLayout): string {
  const fitting = [5, 4, 3, 2].find((magnification) => cellsOf(text) * magnification <= layout.charactersPerLine)
  return `${fitting === undefined ? '^^' : carets(fitting)}${literal(text)}`
}

/** Modules of a CODE128 symbol in the widest case (one code per character): start, data, check, stop and both quiet zones. */
const code128Modules = (length: number): number => 11 * (length + 2) + 13 + 20

function barcodeMarkup(data: string, layout: ReceiptLayout): string[] {
  const dots = layout.charactersPerLine * dotsPerCharacter
  const moduleWidth = [3, 2].find((width) => code128Modules(data.length) * width <= dots)
  // Printers leave a symbol out in silence when it is wider than the paper.
  if (data === '' || moduleWidth === undefined) throw new RangeError(`a barcode of ${data.length} characters does not fit ${dots} dots`)
  return [`{option:code128,${moduleWidth},80,hri}`, `{code:${literalProperty(data)}}`]
}

/** Label left and value right on one line where they fit, else the label above its value. */
function pairMarkup(label: string, value: string, layout: ReceiptLayout): string[] {
  const width = layout.charactersPerLine
  const labelCells = cellsOf(label)
  if (labelCells > 0 && cellsOf(value) > 0 && labelCells + 1 + cellsOf(value) <= width)
    return [`{width:${labelCells},*}`, `|${literal(label)} | ${literal(value)}|`, '{width:auto}']
  const above = label === '' ? [] : breakLines(label, width).map((line) => `|${literal(line)} |`)
  return [...above, ...breakLines(value, width).map((line) => `| ${literal(line)}|`)]
}

function lineMarkup(line: ReceiptLine, layout: ReceiptLayout): string[] {
  const width = layout.charactersPerLine
  switch (line.kind) {
    case 'title':
      return breakLines(line.text, Math.floor(width / 2)).map((text) => `| ^^^"${literal(text)}" |`)
    case 'heading':
      return breakLines(line.text, width).map((text) => `|"${literal(text)}" |`)
    case 'big':
      return [`| ${bigMarkup(line.text, layout)} |`]
    case 'text':
      return breakLines(line.text, width).map((text) => `|${literal(text)} |`)
    case 'centred':
      return breakLines(line.text, width).map((text) => `| ${literal(text)} |`)
    case 'pair':
      return pairMarkup(line.label, line.value, layout)
    case 'rule':
      return ['-']
    case 'space':
      return ['|~|']
    case 'barcode':
      return barcodeMarkup(line.data, layout)
  }
}

/**
 * receiptline's document for a receipt whose values are printable already. The markup can carry raw printer
 * commands, so no value reaches it but through {@link literal}.
 */
export const receiptMarkup = (receipt: Receipt, layout: ReceiptLayout): string =>
  receipt.lines.flatMap((line) => lineMarkup(line, layout)).join('\n')
