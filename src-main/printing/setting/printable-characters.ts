import iconv from 'iconv-lite'
import type { Receipt } from '../printers.ts'
import { fail, ok, type Result } from '../../failures/result.ts'

/**
 * Characters that mean the same and differ only by which table a keyboard, a font or another vendor's
 * Shift_JIS converter took them from. CP932 has the right-hand one. Anything that would change a name or
 * an address into another one is not here and is refused.
 */
export const safeMappings: ReadonlyMap<string, string> = new Map([
  ['\u2212', '－'], // MINUS SIGN: JIS X 0208 01-61 converts to it elsewhere, to U+FF0D in CP932
  ['\u2016', '∥'], // DOUBLE VERTICAL LINE: the same for 01-34
  ['\u2014', '―'], // EM DASH: the same for 01-29
  ['\u301c', '～'], // WAVE DASH: the same for 01-33
  ['\u2013', '-'], // EN DASH in English ranges
  ['\u00a0', ' '], // NO-BREAK SPACE
  ['\u00a2', '￠'],
  ['\u00a3', '￡'],
  ['\u00ac', '￢'],
  // The printers' Japanese character set shows 0x5C as a yen sign, whatever was meant.
  ['\u00a5', '￥'],
  ['\\', '＼'],
])

const isControl = (codePoint: number): boolean => codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)
const isPrivateUse = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xf8ff

/**
 * A single character that canonical normalisation turns into another one, such as U+FA19: the
 * setter normalises its input, so that the printer would show a look-alike.
 */
const changesUnderNormalisation = (character: string): boolean => character.normalize('NFC') !== character

/** Whether CP932, as the printer gets it, holds this very character. */
function isPrintable(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  // Private use would come out as whatever 外字 the printer happens to hold.
  if (isControl(codePoint) || isPrivateUse(codePoint) || changesUnderNormalisation(character)) return false
  return iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
}

/** U+20BB7: how a character is named in logs and to staff. */
const nameOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * The text as CP932 can print it: combining marks composed, {@link safeMappings} applied.
 * RECEIPT-CHARACTER with the first character (`U+20BB7`) that it lacks; never a `?` in its place.
 */
export function printableText(text: string): Result<string> {
  let printable = ''
  // Only base + mark is composed here; single characters keep their identity and are judged below.
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const composed = Array.from(cluster).length > 1 ? cluster.normalize('NFC') : cluster
    for (const character of composed) {
      const mapped = safeMappings.get(character) ?? character
      if (!isPrintable(mapped)) return fail('RECEIPT-CHARACTER', nameOf(character))
      printable += mapped
    }
  }
  return ok(printable)
}

/** Barcodes are CODE128 in printable ASCII. RECEIPT-CHARACTER with the first character that is not. */
function printableBarcode(data: string): Result<string> {
  for (const character of data) if (!/^[ -~]$/.test(character)) return fail('RECEIPT-CHARACTER', nameOf(character))
  return ok(data)
}

/** The same receipt in characters the printer has, or RECEIPT-CHARACTER before any byte is made. */
export function printableReceipt(receipt: Receipt): Result<Receipt> {
  const lines: Receipt['lines'][number][] = []
  for (const line of receipt.lines) {
    switch (line.kind) {
      case 'rule':
      case 'space':
        lines.push(line)
        break
      case 'barcode': {
        const data = printableBarcode(line.data)
        if (!data.ok) return data
        lines.push({ kind: 'barcode', data: data.value })
        break
      }
      case 'pair': {
        const label = printableText(line.label)
        if (!label.ok) return label
        const value = printableText(line.value)
        if (!value.ok) return value
        lines.push({ kind: 'pair', label: label.value, value: value.value })
        break
      }
      case 'title':
      case 'heading':
      case 'big':
      case 'text':
      case 'centred': {
        const text = printableText(line.text)
        if (!text.ok) return text
        lines.push({ kind: line.kind, text: text.value })
        break
      }
    }
  }
  return ok({ jobId: receipt.jobId, lines })
}
