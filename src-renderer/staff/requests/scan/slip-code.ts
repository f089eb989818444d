/** What a 受付票's barcode says: the number of the day, and the day where the barcode carries it. */
export interface SlipCode {
  /** 受付番号 as the list writes it, such as A-017. */
  readonly number: string
  /** YYYY-MM-DD in Japan; null when the barcode (or a clerk's typing) has the number only. */
  readonly day: string | null
}

const numberPattern = /(?<![A-Z])([A-Z]{1,3})-?(\d{3})/
const dayPattern = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/

/**
 * Reads the reception code of a slip: the 受付番号 with the day before or after it, in any of the ways
 * scanners and their settings write it. `20261121-A-017`, `2026-11-21/A-017`, `A01720261121`, `A-017`,
 * lower case, full-width characters of a Japanese keyboard, and a prefix such as `]C1` (the symbology
 * identifier of ISO/IEC 15424) all mean the same.
 * @returns null when it is not the code of a slip.
 */
export function parseSlipCode(scanned: string): SlipCode | null {
  const text = scanned.normalize('NFKC').toUpperCase().trim().replace(/^\][A-Z]\d/, '').replaceAll(/[‐‑–—−ー]/g, '-')
  const match = numberPattern.exec(text)
  if (match === null) return null
  const number = `${match[1] ?? ''}-${match[2] ?? ''}`
  const before = trimSeparators(text.slice(0, match.index))
  const after = trimSeparators(text.slice(match.index + match[0].length))
  if (before !== '' && after !== '') return null
  const rest = before === '' ? after : before
  if (rest === '') return { number, day: null }
  const day = dayPattern.exec(rest)
  if (day === null) return null
  return { number, day: `${day[1] ?? ''}-${day[2] ?? ''}-${day[3] ?? ''}` }
}

const trimSeparators = (text: string): string => text.replaceAll(/^[\s\-/:._]+|[\s\-/:._]+$/g, '')
