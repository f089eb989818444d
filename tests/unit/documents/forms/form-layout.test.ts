import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormPart, FormRow, FormSheet } from '../../../../src-main/documents/forms/form-content.ts'
import { layOutForm } from '../../../../src-main/documents/forms/form-layout.ts'
import { openFontSet } from '../../../../src-main/documents/fonts/font-set.ts'
import { characterText } from '../../../../src-main/documents/fonts/written-character.ts'
import { page, pointsPerMillimetre, textMarks, type Mark } from '../../../../src-main/documents/layout/marks.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const fonts = openFontSet([bizMincho])
const sheet = (parts: readonly FormPart[]): FormSheet => ({ title: '申請書', reference: '受付番号　K-001', date: '令和　年　月　日', recipient: '（宛先）見本市長', parts, footer: '見本市' })
const textRow = (value: string, tall = false): FormRow => ({ kind: 'text', label: '氏名', field: 'name', value, tall })
const section = (rows: readonly FormRow[]): FormPart => ({ kind: 'section', heading: '１　名義人', rows })

const written = (marks: readonly Mark[]): string =>
  textMarks(marks)
    .flatMap(({ glyphs }) => glyphs.map(({ glyph }) => characterText(glyph.character)))
    .join('')
const bare = (text: string): string => text.replace(/\s/gu, '')

const words = fc.stringMatching(/^[一二三四五山川見本市あいうえおアイウエオ０-９（）、・　]{1,60}$/u)
const row: fc.Arbitrary<FormRow> = fc.oneof(
  fc.record({ kind: fc.constant('text'), label: words, field: fc.constant('item'), value: words, tall: fc.boolean() }),
  fc.record({ kind: fc.constant('checks'), label: words, columns: fc.integer({ min: 1, max: 4 }), options: fc.array(fc.record({ text: words, checked: fc.boolean() }), { minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('signature'), label: words, note: words }),
  fc.record({ kind: fc.constant('squares'), label: words, count: fc.integer({ min: 1, max: 16 }), note: words }),
)
const part: fc.Arbitrary<FormPart> = fc.oneof(
  fc.record({ kind: fc.constant('section'), heading: words, rows: fc.array(row, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('paragraph'), text: words, lines: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('addressee'), address: words, name: words, sender: fc.array(words, { maxLength: 2 }) }),
)

function textsOf(parts: readonly FormPart[]): string[] {
  return parts.flatMap((each): string[] => {
    if (each.kind === 'paragraph') return [each.text]
    if (each.kind === 'addressee') return [each.address, each.name, ...each.sender]
    if (each.kind === 'photoGrid') return [each.caption]
    const ofRow = (of: FormRow): string[] => [of.label, ...(of.kind === 'text' ? [of.value] : of.kind === 'checks' ? of.options.map(({ text }) => text) : [of.note])]
    return [each.heading, ...each.rows.flatMap(ofRow), ...(each.kind === 'withPhoto' ? [each.photo.note] : [])]
  })
}

describe('a sheet of a form', () => {
  it('has every character of every text and no other, on the sheet, or is refused', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const content = sheet(parts)
        const marks = layOutForm(fonts, content)
        if (!marks.ok) {
          expect(['DOCUMENT-TOO-LONG', 'DOCUMENT-MISSING-GLYPH']).toContain(marks.failure.code)
          return
        }
        const all = [content.reference, content.date, content.title, content.recipient, content.footer, ...textsOf(parts)]
        expect(bare(written(marks.value.marks))).toBe(bare(all.join('')))
        for (const mark of textMarks(marks.value.marks)) {
          for (const { glyph, x } of mark.glyphs) expect(x + (glyph.advance * mark.size) / pointsPerMillimetre).toBeLessThanOrEqual(page.width - 15)
          expect(mark.baseline).toBeLessThan(page.height - 7)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is refused when a name has a character that no font can draw, and the refusal says which', () => {
    expect(layOutForm(fonts, sheet([section([textRow('渡邉\u{E0102}　太郎')])]))).toEqual({ ok: false, failure: { code: 'DOCUMENT-MISSING-GLYPH', detail: 'U+9089 U+E0102' } })
  })

  it('is refused when a name does not fit into its cell, and the refusal says which', () => {
    expect(layOutForm(fonts, sheet([section([textRow('寿'.repeat(400))])]))).toEqual({ ok: false, failure: { code: 'DOCUMENT-TOO-LONG', detail: 'name' } })
  })

  it('is refused when it has more rows than the sheet has room', () => {
    const rows = Array.from({ length: 40 }, () => textRow('見本'))
    expect(layOutForm(fonts, sheet([section(rows)]))).toEqual({ ok: false, failure: { code: 'DOCUMENT-TOO-LONG', detail: 'form' } })
  })

  it('ticks what is chosen and nothing else', () => {
    const ticks = (checked: readonly boolean[]): number => {
      const marks = layOutForm(fonts, sheet([section([{ kind: 'checks', label: '種別', columns: 2, options: checked.map((each) => ({ text: '項目', checked: each })) }])]))
      if (!marks.ok) throw new Error(marks.failure.code)
      return marks.value.marks.filter((mark) => mark.kind === 'line' && mark.from[0] !== mark.to[0] && mark.from[1] !== mark.to[1]).length
    }
    expect(ticks([false, false, false])).toBe(0)
    expect(ticks([true, false, false])).toBe(2)
    expect(ticks([true, false, true])).toBe(4)
  })

  it('has as many empty squares as the answer may have characters', () => {
    const lines = (count: number): number => {
      const marks = layOutForm(fonts, sheet([section([{ kind: 'squares', label: '暗証番号', count, note: '' }])]))
      if (!marks.ok) throw new Error(marks.failure.code)
      return marks.value.marks.filter(({ kind }) => kind === 'line').length
    }
    expect(lines(16) - lines(4)).toBe(12 * 4)
  })
})
