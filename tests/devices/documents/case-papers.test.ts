import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../src-main/clock.ts'
import { createFormComposer, type ComposeForm } from '../../../src-main/documents/forms/compose-form.ts'
import type { FormSheet } from '../../../src-main/documents/forms/form-content.ts'
import { layOutForm } from '../../../src-main/documents/forms/form-layout.ts'
import { openFontSet, type FontSet } from '../../../src-main/documents/fonts/font-set.ts'
import { characterName, isSpace } from '../../../src-main/documents/fonts/written-character.ts'
import { pointsPerMillimetre, textMarks } from '../../../src-main/documents/layout/marks.ts'
import { createCasePapers } from '../../../src-main/procedures/card-cases/papers/case-papers.ts'
import { cardCaseKinds, type CardCaseKind, type CasePaper } from '../../../src-preload/contract.ts'
import { bizMincho, ipamj } from '../../fixtures/documents/issue.ts'
import { standardRules } from '../../fixtures/procedures/card-cases.ts'
import { office, paperFacts } from '../../fixtures/procedures/case-papers.ts'
import { renderPages, requireTools, type RenderedPage } from './rendered-page.ts'

const clock = fixedClock('2026-11-20T03:00:00.000Z')
let fonts: FontSet
let compose: ComposeForm
beforeAll(() => {
  requireTools()
  fonts = openFontSet([ipamj, bizMincho])
  compose = createFormComposer([ipamj, bizMincho])
})

async function printed(kind: CardCaseKind, paper: CasePaper): Promise<{ pdf: Uint8Array; sheets: readonly FormSheet[] }> {
  let sheets: readonly FormSheet[] = []
  const papers = createCasePapers({
    // Without 見本 across it: its ink is not a character's.
    compose: (order) => {
      sheets = order.sheets
      return compose({ ...order, specimen: false })
    },
    rules: standardRules(),
    office,
    specimen: true,
    clock,
  })
  const rendered = await papers.render(paper, paperFacts(kind, { longest: true }))
  if (!rendered.ok) throw new Error(`${rendered.failure.code} ${rendered.failure.detail ?? ''}`)
  return { pdf: rendered.value.pdf, sheets }
}

/** Dark pixels of an em box, as a part of it. */
function ink(page: RenderedPage, [left, top, right, bottom]: readonly number[]): number {
  const pixel = (millimetres = 0): number => Math.round(millimetres * page.pixelsPerMillimetre)
  let dark = 0
  let all = 0
  for (let y = pixel(top); y < pixel(bottom); y += 1) for (let x = pixel(left); x < pixel(right); x += 1, all += 1) if (page.darkness(x, y) > 60) dark += 1
  return all === 0 ? 0 : dark / all
}

function emptyCells(sheets: readonly FormSheet[], pages: readonly RenderedPage[]): string[] {
  const empty: string[] = []
  for (const [number, sheet] of sheets.entries()) {
    const marks = layOutForm(fonts, sheet)
    const page = pages[number]
    if (!marks.ok || page === undefined) throw new Error('not laid out')
    for (const mark of textMarks(marks.value.marks)) {
      const em = mark.size / pointsPerMillimetre
      for (const { glyph, x } of mark.glyphs) {
        if (isSpace(glyph.character)) continue
        // The smallest marks (・、) fill about a hundredth of their em box.
        if (ink(page, [x, mark.baseline - 0.88 * em, x + glyph.advance * em, mark.baseline + 0.12 * em]) < 0.004) empty.push(`${mark.field ?? 'form'} ${characterName(glyph.character)}`)
      }
    }
  }
  return empty
}

function textOf(pdf: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'madoguchi-form-')), 'form.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/gu, '')
}

describe('the papers of a card case, with everything at its longest', () => {
  // Between them they have every kind of row.
  it.each(['pinReset', 'continuedUse'] as const)('the form of %s has ink in the cell of every character', async (kind) => {
    const { pdf, sheets } = await printed(kind, 'applicationForm')
    expect(emptyCells(sheets, renderPages(pdf, sheets.length))).toEqual([])
  })

  it('so have letter and answer', async () => {
    const { pdf, sheets } = await printed('pinReset', 'inquiryLetter')
    expect(sheets).toHaveLength(2)
    expect(emptyCells(sheets, renderPages(pdf, 2))).toEqual([])
  })

  it.each(cardCaseKinds)('another program finds every item in the form of %s', async (kind) => {
    const { pdf, sheets } = await printed(kind, 'applicationForm')
    const text = textOf(pdf)
    const items = sheets.flatMap(({ title, parts }) => [title, ...parts.flatMap((part) => (part.kind === 'section' ? part.rows.map(({ label }) => label) : []))])
    for (const item of items) expect(text).toContain(item.replace(/\s/gu, ''))
    for (const value of ['寿限無', '昭和５５年４月５日', '運転免許証', '委任状', 'K-003']) expect(text).toContain(value)
  })
})
