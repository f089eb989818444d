import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src-main/audit/canonical-json.ts'
import { withoutNumbers } from '../../../src-main/audit/redaction.ts'

const fullWidth = (digits: string): string => Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
const around = fc.constantFrom('', ' ', '番号', '。', '(', '\n')
const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

describe('withoutNumbers', () => {
  it('leaves no digit of a 12- or 11-digit number, however it is written', () => {
    const written = fc
      .oneof(digits(12), digits(11))
      .chain((number) =>
        fc.constantFrom(
          number,
          fullWidth(number),
          number.replace(/(.{4})(?=.)/g, '$1-'),
          number.replace(/(.{4})(?=.)/g, '$1 '),
          fullWidth(number).replace(/(.{4})(?=.)/g, '$1－'),
        ),
      )
    fc.assert(
      fc.property(around, written, around, (before, number, after) => withoutNumbers(before + number + after) === `${before}［番号］${after}`),
    )
  })

  it.each(['受付番号 A-017', '2026-11-21', '0463-00-0000', '03-0000-00', '9f86d081884c7d659a2feaa0c55ad015'])('leaves %s alone', (text) => {
    expect(withoutNumbers(text)).toBe(text)
  })
})

describe('canonicalJson', () => {
  it('is the same text for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        return canonicalJson(value) === canonicalJson(reversed) && canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value)
      }),
    )
  })
})
