import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../../src-main/documents/content/build-content.ts'
import { standardWords } from '../../../../src-main/documents/content/words.ts'
import { openFontSet } from '../../../../src-main/documents/fonts/font-set.ts'
import { page, pointsPerMillimetre, textMarks, type Mark, type TextMark } from '../../../../src-main/documents/layout/marks.ts'
import { layOutSheet } from '../../../../src-main/documents/layout/sheet-layout.ts'
import { joiningMarks } from '../../../../src-main/documents/layout/stamps.ts'
import type { Household } from '../../../../src-main/residents/resident.ts'
import { eightMembers, familyOfFour, longHousehold, mixedHousehold } from '../../../fixtures/documents/households.ts'
import { allOptions, bizMincho, contextFor, orderFor } from '../../../fixtures/documents/issue.ts'

const fonts = openFontSet([bizMincho])

function sheetsOf(household: Household): (readonly Mark[])[] {
  const order = orderFor(household, { include: allOptions })
  const content = buildContent(household, order, contextFor(household, order, { reissue: true }), standardWords)
  if (!content.ok) throw new Error(content.failure.code)
  return content.value.sheets.map((sheet) => {
    const marks = layOutSheet(fonts, content.value, sheet, standardWords)
    if (!marks.ok) throw new Error(`${marks.failure.code} ${marks.failure.detail ?? ''}`)
    return marks.value
  })
}

interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the ink can be; ideographs stay inside 5% of their em box. */
function extentOf(mark: TextMark): Extent {
  const em = mark.size / pointsPerMillimetre
  const last = mark.glyphs.at(-1)!
  return { left: mark.glyphs[0]!.x, right: last.x + last.glyph.advance * em, top: mark.baseline - 0.83 * em, bottom: mark.baseline + 0.07 * em }
}

const overlap = (a: Extent, b: Extent): boolean => a.left < b.right - 1e-6 && b.left < a.right - 1e-6 && a.top < b.bottom - 1e-6 && b.top < a.bottom - 1e-6

describe.each([
  ['a family of four', familyOfFour],
  ['eight members', eightMembers],
  ['a mixed household', mixedHousehold],
  ['the longest names and addresses', longHousehold],
])('the sheet of %s', (_, household) => {
  const sheets = sheetsOf(household)

  it('has no text over another text', () => {
    for (const marks of sheets) {
      const extents = textMarks(marks).map(extentOf)
      for (const [index, extent] of extents.entries()) for (const other of extents.slice(index + 1)) expect(overlap(extent, other)).toBe(false)
    }
  })

  it('has no text on a line', () => {
    for (const marks of sheets) {
      const horizontal = marks.filter((mark) => mark.kind === 'line').filter(({ from, to }) => from[1] === to[1])
      for (const extent of textMarks(marks).map(extentOf)) {
        for (const { from, to } of horizontal) {
          const crosses = from[1] > extent.top && from[1] < extent.bottom && Math.min(from[0], to[0]) < extent.right && Math.max(from[0], to[0]) > extent.left
          expect(crosses).toBe(false)
        }
      }
    }
  })

  it('keeps everything away from the edge that printers cannot reach', () => {
    for (const marks of sheets) {
      for (const { left, right, top, bottom } of textMarks(marks).map(extentOf)) {
        expect(Math.min(left, top)).toBeGreaterThan(6)
        expect(right).toBeLessThan(page.width - 6)
        expect(bottom).toBeLessThan(page.height - 6)
      }
    }
  })
})

describe('契印', () => {
  const marks = (sheet: number, sheets: number, certificate = '20261121-01-000017-1'): readonly Mark[] => {
    const drawn = joiningMarks(fonts, standardWords, certificate, sheet, sheets)
    if (!drawn.ok) throw new Error(drawn.failure.code)
    return drawn.value
  }

  it('stands on every edge where sheets meet, and on no other', () => {
    expect(marks(1, 1)).toHaveLength(0)
    expect([1, 2, 3].map((sheet) => marks(sheet, 3).length)).toEqual([1, 2, 1])
  })

  it('has halves that fit: the same ticks, measured from the joint', () => {
    const ticks = (mark: Mark, middle: number): unknown => (mark.kind === 'clipped' ? mark.marks.filter((each) => each.kind === 'line').map(({ to, width }) => [(to[0] - middle).toFixed(6), to[1], width]) : [])
    const [right] = marks(1, 2)
    const [left] = marks(2, 2)
    expect(ticks(right!, page.width - 7.5)).toEqual(ticks(left!, 7.5))
    const [stranger] = marks(2, 2, '20261121-01-000018-1')
    expect(ticks(stranger!, 7.5)).not.toEqual(ticks(left!, 7.5))
  })
})
