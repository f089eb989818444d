import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Receipt } from '../../../../src-main/printing/printers.ts'
import { breakLines } from '../../../../src-main/printing/setting/line-breaking.ts'
import { printableText } from '../../../../src-main/printing/setting/printable-characters.ts'
import { receiptCommands } from '../../../../src-main/printing/setting/receipt-commands.ts'
import { readEscpos } from '../../../fixtures/printing/escpos-stream.ts'
import { sampleReceipt } from '../../../fixtures/printing/receipt-printer-contract.ts'

const layout = { charactersPerLine: 48 }

function bytesOf(receipt: Receipt): Uint8Array {
  const commands = receiptCommands(receipt, layout)
  if (!commands.ok) throw new Error(commands.failure.detail)
  return commands.value
}

/** Names of the commands that do something beyond placing and styling text. */
const commandsOf = (receipt: Receipt): string[] => readEscpos(bytesOf(receipt)).tokens.flatMap((token) => (token.kind === 'command' ? [token.name] : []))
const textOf = (receipt: Receipt): string =>
  readEscpos(bytesOf(receipt))
    .tokens.map((token) => (token.kind === 'text' ? iconv.decode(Buffer.from(token.bytes), 'cp932') : ''))
    .join('')

/** Values rich in the markup's own signs, its property names, escapes and control bytes' spellings. */
const nastyValue = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('|{}~_"`^\\-= ;:,')),
      fc.constantFrom('{command:\\x1b\\x70\\x00\\x32\\xfa}', '\\x1b', '\\n', '{code:1}', '{i:iVBO}', '{w:1}', '\\', '=', '---', '| |', '{t:nowrap}', '\\x7c'),
      fc.constantFrom('見本', 'ｶﾅ', '葛飾', 'A1', '①', '～', '表', 'ソ', '能'),
      fc.string({ minLength: 1, maxLength: 3, unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((value) => value.trim() !== '')

/** The same number of cells without any sign that could mean something; a backslash is printed full-width. */
const harmless = (value: string): string => value.replaceAll('\\', '印').replaceAll(/[!-~]/g, 'x')

describe('receipt commands', () => {
  it('initialise the printer, print Japanese in Shift_JIS, and end with feed and cut', () => {
    const bytes = bytesOf(sampleReceipt())
    expect(Buffer.from(bytes.slice(0, 2)).toString('latin1')).toBe('\x1b@')
    expect(Buffer.from(bytes.slice(-4)).toString('latin1')).toBe('\x1dVB\0')
    expect(textOf(sampleReceipt())).toContain('受付番号 A-017')
  })

  it('carry the barcode as CODE128 with its text', () => {
    const symbol = readEscpos(bytesOf(sampleReceipt())).tokens.find((token) => token.kind === 'command' && token.name === 'GS k')
    expect(symbol?.bytes[2]).toBe(73)
  })

  it('a value of any kind of line changes neither the commands nor the other lines', () => {
    fc.assert(
      fc.property(fc.constantFrom('text', 'centred', 'heading', 'title', 'big'), nastyValue, (kind, value) => {
        const withValue = (text: string): Receipt => ({ jobId: 'j', lines: [{ kind: 'text', text: 'before' }, { kind, text }, { kind: 'text', text: 'after' }] })
        // Line breaks depend on where the spaces are, so the harmless twin is compared within one line.
        fc.pre(breakLines(harmless(value), 24).length === 1)
        expect(commandsOf(withValue(value))).toEqual(commandsOf(withValue(harmless(value))))
      }),
      { numRuns: 2_000 },
    )
  })

  it('a label or value of a pair changes neither the commands nor the other column', () => {
    fc.assert(
      fc.property(nastyValue, nastyValue, (label, value) => {
        const pair = (left: string, right: string): Receipt => ({ jobId: 'j', lines: [{ kind: 'pair', label: left, value: right }] })
        fc.pre(breakLines(harmless(`${label} ${value}`), 48).length === 1)
        expect(commandsOf(pair(label, value))).toEqual(commandsOf(pair(harmless(label), harmless(value))))
      }),
      { numRuns: 2_000 },
    )
  })

  it('print every sign of a value as it is', () => {
    fc.assert(
      fc.property(nastyValue, (value) => {
        const printable = printableText(value)
        if (!printable.ok) throw new Error('every sign above is printable')
        // Spaces at line breaks are the only signs that may go.
        const visible = (text: string): string => text.replaceAll(' ', '')
        expect(visible(textOf({ jobId: 'j', lines: [{ kind: 'text', text: value }] }))).toBe(visible(printable.value))
      }),
      { numRuns: 2_000 },
    )
  })

  it('barcode data can not leave its property', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12, unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }), (data) => {
        const { tokens, rest } = readEscpos(bytesOf({ jobId: 'j', lines: [{ kind: 'barcode', data }] }))
        expect(rest).toHaveLength(0)
        expect(tokens.filter((token) => token.kind === 'text')).toEqual([])
        expect(tokens.filter((token) => token.kind === 'command' && token.name === 'GS k')).toHaveLength(1)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuse a barcode that is wider than the paper, which printers leave out in silence', () => {
    expect(() => receiptCommands({ jobId: 'j', lines: [{ kind: 'barcode', data: 'x'.repeat(30) }] }, layout)).toThrow('does not fit')
    expect(() => receiptCommands({ jobId: 'j', lines: [{ kind: 'barcode', data: '' }] }, layout)).toThrow('does not fit')
  })

  it('refuse barcode data that is not printable ASCII', () => {
    expect(receiptCommands({ jobId: 'j', lines: [{ kind: 'barcode', data: 'A\x1b' }] }, layout)).toEqual({
      ok: false,
      failure: { code: 'RECEIPT-CHARACTER', detail: 'U+001B' },
    })
  })
})
