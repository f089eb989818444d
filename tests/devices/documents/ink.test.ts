import { beforeAll, describe, expect, it } from 'vitest'
import { buildContent } from '../../../src-main/documents/content/build-content.ts'
import { standardWords } from '../../../src-main/documents/content/words.ts'
import { openFontSet, type FontSet } from '../../../src-main/documents/fonts/font-set.ts'
import { characterName, characterText, isSpace } from '../../../src-main/documents/fonts/written-character.ts'
import { pointsPerMillimetre, textMarks, type Mark, type TextMark } from '../../../src-main/documents/layout/marks.ts'
import { layOutSheet } from '../../../src-main/documents/layout/sheet-layout.ts'
import { writeCertificate } from '../../../src-main/documents/pdf/write-certificate.ts'
import type { Household } from '../../../src-main/residents/resident.ts'
import { eightMembers, familyOfFour, gaijiHousehold, longHousehold, mixedHousehold } from '../../fixtures/documents/households.ts'
import { allOptions, bizMincho, contextFor, ipamj, orderFor } from '../../fixtures/documents/issue.ts'
import { renderPages, requireTools, type RenderedPage } from './rendered-page.ts'

let fonts: FontSet
beforeAll(() => {
  requireTools()
  fonts = openFontSet([ipamj, bizMincho])
})

function sheetsOf(household: Household): readonly (readonly Mark[])[] {
  const order = orderFor(household, { include: allOptions })
  const content = buildContent(household, order, contextFor(household, order), standardWords)
  if (!content.ok) throw new Error(content.failure.code)
  return content.value.sheets.map((sheet) => {
    const marks = layOutSheet(fonts, content.value, sheet, standardWords)
    if (!marks.ok) throw new Error(`${marks.failure.code} ${marks.failure.detail ?? ''}`)
    return marks.value
  })
}

async function pagesOf(sheets: readonly (readonly Mark[])[]): Promise<RenderedPage[]> {
  const pdf = await writeCertificate(fonts, {
    title: 'ink',
    issuedAt: new Date('2026-11-21T00:00:00.000Z'),
    sheets: sheets.map((marks) => ({ marks, code: 'MDG1:INK' })),
    banner: null,
    sealPng: null,
    binding: { requestId: 'ink', subjectDigest: '', certificateNumber: '1' },
  })
  if (!pdf.ok) throw new Error(pdf.failure.code)
  return renderPages(pdf.value, sheets.length)
}

/** Pixels of the em box of one character, darker than on the same sheet without any text. */
function inkOf(page: RenderedPage, blank: RenderedPage, mark: TextMark, index: number): boolean[] {
  const placed = mark.glyphs[index]!
  const em = mark.size / pointsPerMillimetre
  const pixel = (millimetres: number): number => Math.round(millimetres * page.pixelsPerMillimetre)
  const [left, right] = [pixel(placed.x), pixel(placed.x + placed.glyph.advance * em)]
  const [top, bottom] = [pixel(mark.baseline - 0.88 * em), pixel(mark.baseline + 0.12 * em)]
  const ink: boolean[] = []
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) ink.push(page.darkness(x, y) - blank.darkness(x, y) > 60)
  return ink
}

const count = (ink: readonly boolean[]): number => ink.filter(Boolean).length

describe.each([
  ['a family of four', familyOfFour],
  ['eight members', eightMembers],
  ['a mixed household', mixedHousehold],
  ['names with variants and characters outside the basic plane', gaijiHousehold],
  ['the longest names', longHousehold],
])('the certificate of %s', (_, household) => {
  it('has ink in the cell of every character', async () => {
    const sheets = sheetsOf(household)
    const pages = await pagesOf(sheets)
    const blanks = await pagesOf(sheets.map((marks) => marks.filter(({ kind }) => kind !== 'text')))
    const empty: string[] = []
    let cells = 0
    for (const [number, marks] of sheets.entries()) {
      for (const mark of textMarks(marks)) {
        for (const [index, { glyph }] of mark.glyphs.entries()) {
          if (isSpace(glyph.character)) continue
          const ink = inkOf(pages[number]!, blanks[number]!, mark, index)
          cells++
          // The smallest marks (・、) fill about a hundredth of their em box.
          if (count(ink) < Math.max(3, ink.length * 0.004)) empty.push(`${mark.field ?? 'form'} ${characterName(glyph.character)}`)
        }
      }
    }
    expect(empty).toEqual([])
    expect(cells).toBeGreaterThan(300)
  })
})

const different = [
  ['葛', '葛\u{E0102}'],
  ['葛', '葛\u{E0104}'],
  ['葛', '葛\u{E0100}'],
  ['辻', '辻\u{E0102}'],
  ['邉', '邉\u{E0110}'],
  ['邉\u{E0111}', '邉\u{E0112}'],
  ['斉\u{E0102}', '斉\u{E0103}'],
  ['崎', '﨑'],
  ['高', '髙'],
  ['吉', '𠮷'],
] as const
/** The font lists these sequences with the glyph of the base character. */
const alike = [
  ['葛', '葛\u{E0103}'],
  ['辻', '辻\u{E0103}'],
  ['斉', '斉\u{E0102}'],
] as const

it('refuses 邉 U+E0102, which neither font has, instead of printing 邉', () => {
  expect(fonts.shape('渡邉\u{E0102}')).toEqual({ ok: false, failure: { code: 'DOCUMENT-MISSING-GLYPH', detail: 'U+9089 U+E0102' } })
})

describe('a variation sequence', () => {
  const perRow = 7
  const ink = new Map<string, boolean[]>()

  beforeAll(async () => {
    const shaped = fonts.shape([...new Set([...different, ...alike].flat())].join(''))
    if (!shaped.ok) throw new Error(shaped.failure.detail)
    // 48 points are 200 pixels, one inch is 300: every character stands at the same place between pixels.
    const marks = shaped.value.map((glyph, index): TextMark => ({ kind: 'text', field: null, glyphs: [{ glyph, x: 12.7 + (index % perRow) * 25.4 }], baseline: 50.8 + Math.floor(index / perRow) * 25.4, size: 48, tone: 'ink' }))
    const [page] = await pagesOf([marks])
    const [blank] = await pagesOf([[]])
    for (const [index, glyph] of shaped.value.entries()) ink.set(characterText(glyph.character), inkOf(page!, blank!, marks[index]!, 0))
  })

  const difference = (left: string, right: string): number => {
    const [a, b] = [ink.get(left)!, ink.get(right)!]
    return a.filter((dark, index) => dark !== b[index]).length / Math.max(count(a), 1)
  }

  it.each(different)('%s and %s are drawn differently', (left, right) => expect(difference(left, right)).toBeGreaterThan(0.02))

  it.each(alike)('%s and %s, which the font calls the same, are drawn the same', (left, right) => expect(difference(left, right)).toBeLessThan(0.1))
})
