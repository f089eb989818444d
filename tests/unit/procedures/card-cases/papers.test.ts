import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../../../src-main/clock.ts'
import { createFormComposer, type FormOrder } from '../../../../src-main/documents/forms/compose-form.ts'
import type { FormPart, FormRow, FormSheet } from '../../../../src-main/documents/forms/form-content.ts'
import { readBinding } from '../../../../src-main/documents/pdf/binding.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { createCasePapers } from '../../../../src-main/procedures/card-cases/papers/case-papers.ts'
import type { CasePaperFacts } from '../../../../src-main/procedures/card-cases/ports.ts'
import { cardCaseKinds, type CasePaper } from '../../../../src-preload/contract.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'
import { standardRules } from '../../../fixtures/procedures/card-cases.ts'
import { longestHolder, office, paperFacts, plainHolder } from '../../../fixtures/procedures/case-papers.ts'

const clock = fixedClock('2026-11-20T03:00:00.000Z')

/** What was to be set, without setting it. */
async function orderOf(paper: CasePaper, facts: CasePaperFacts, from = office): Promise<FormOrder> {
  const orders: FormOrder[] = []
  const papers = createCasePapers({
    compose: (order) => {
      orders.push(order)
      return Promise.resolve(ok(new Uint8Array()))
    },
    rules: standardRules(),
    office: from,
    specimen: true,
    clock,
  })
  const rendered = await papers.render(paper, facts)
  const [order] = orders
  if (!rendered.ok || order === undefined) throw new Error('not rendered')
  expect(rendered.value.sheets).toBe(order.sheets.length)
  return order
}

const rowsOf = (sheets: readonly FormSheet[]): FormRow[] =>
  sheets.flatMap(({ parts }) => parts.flatMap((part: FormPart) => (part.kind === 'section' ? [...part.rows] : [])))
const valueOf = (rows: readonly FormRow[], field: string): string | null => rows.flatMap((row) => (row.kind === 'text' && row.field === field ? [row.value] : []))[0] ?? null
const checked = (rows: readonly FormRow[]): string[] => rows.flatMap((row) => (row.kind === 'checks' ? row.options.filter((option) => option.checked).map(({ text }) => text) : []))

describe('the application form', () => {
  it.each(cardCaseKinds)('of %s names the procedure, the holder as the record does, and leaves room to sign', async (kind) => {
    const { sheets, specimen } = await orderOf('applicationForm', paperFacts(kind))
    const rows = rowsOf(sheets)
    expect(sheets).toHaveLength(1)
    expect(specimen).toBe(true)
    expect(sheets[0]?.title).toMatch(/(申請書|届)$/u)
    expect(sheets[0]?.reference).toContain('K-003')
    expect([valueOf(rows, 'name'), valueOf(rows, 'address'), valueOf(rows, 'birthDate')]).toEqual(['見本　花子', plainHolder.address, '昭和５５年４月５日'])
    expect(rows.filter(({ kind: of }) => of === 'signature')).toHaveLength(1)
  })

  it.each(cardCaseKinds)('of %s numbers its sections without a gap', async (kind) => {
    const { sheets } = await orderOf('applicationForm', paperFacts(kind))
    const headings = sheets.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'section' && /^[１-９]/u.test(part.heading) ? [part.heading.charAt(0)] : [])))
    expect(headings).toEqual(['１', '２', '３', '４'].slice(0, headings.length))
    expect(headings.length).toBeGreaterThanOrEqual(3)
  })

  it('of a PIN reset ticks the PINs to be set, and has no room for a PIN', async () => {
    const rows = rowsOf((await orderOf('applicationForm', paperFacts('pinReset', { facts: { pins: ['signature'] } }))).sheets)
    expect(checked(rows)).toEqual(['初期化（再設定）', '署名用（英数字６〜１６文字）', '本人'])
    expect(rows.some(({ kind }) => kind === 'squares')).toBe(false)
  })

  it('names kinds of documents, whose authority, the inquiry and who confirmed', async () => {
    const rows = rowsOf((await orderOf('applicationForm', paperFacts('pinReset', { longest: true }))).sheets)
    expect(valueOf(rows, 'documents')).toContain('運転免許証、旅券')
    expect(valueOf(rows, 'authority')).toBe('委任状、戸籍全部事項証明書（未成年後見人の記載のあるもの）（令和８年１０月３１日）')
    expect(valueOf(rows, 'inquiry')).toBe('令和８年１１月２日　／　令和８年１１月９日')
    expect(valueOf(rows, 'secondPerson')).toBe('a'.repeat(64))
  })

  it('leaves rows to be filled in by hand where the clerk has taken nothing down', async () => {
    const rows = rowsOf((await orderOf('applicationForm', paperFacts('pinReset', { facts: { actor: null, actorDocuments: [], pins: [] } }))).sheets)
    expect(checked(rows)).toEqual(['初期化（再設定）'])
    expect([valueOf(rows, 'representativeName'), valueOf(rows, 'documents')]).toEqual(['', ''])
  })
})

describe('the inquiry letter', () => {
  it('goes to the holder at the address of the record, names the agent and the last day', async () => {
    const { sheets } = await orderOf('inquiryLetter', paperFacts('pinReset', { longest: true }))
    expect(sheets.map(({ title }) => title)).toEqual(['照会書', '回答書'])
    const [addressee] = sheets[0]?.parts ?? []
    expect(addressee).toMatchObject({ kind: 'addressee', address: longestHolder.address, name: `${longestHolder.resident.name.text}　様` })
    const rows = rowsOf(sheets)
    expect(valueOf(rows, 'due')).toBe('令和８年１２月２日')
    expect(valueOf(rows, 'representativeName')).toContain('髙﨑')
  })

  it('says whom to ask, with the telephone number where the office has one printed', async () => {
    const senderOf = (order: FormOrder): unknown => order.sheets[0]?.parts.flatMap((part) => (part.kind === 'addressee' ? part.sender : []))
    expect(senderOf(await orderOf('inquiryLetter', paperFacts('pinReset')))).toEqual(['見本市長　見本　市郎', '（担当）見本市役所 市民課', '（電話）000-000-0000（内線123）'])
    expect(senderOf(await orderOf('inquiryLetter', paperFacts('pinReset'), { ...office, phone: null }))).toEqual(['見本市長　見本　市郎', '（担当）見本市役所 市民課'])
  })

  it('is dated and due as of today until the clerk writes down when it was posted', async () => {
    const { sheets } = await orderOf('inquiryLetter', paperFacts('pinReset'))
    expect(sheets[0]?.date).toBe('令和８年１１月２０日')
    expect(valueOf(rowsOf(sheets), 'due')).toBe('令和８年１２月２０日')
  })

  it('has a square for every character of each PIN to be set, and no more', async () => {
    const squares = (rows: readonly FormRow[]): number[] => rows.flatMap((row) => (row.kind === 'squares' ? [row.count] : []))
    const reset = await orderOf('inquiryLetter', paperFacts('pinReset', { facts: { actor: 'agent', pins: ['signature', 'userAuthentication'] } }))
    expect(squares(rowsOf(reset.sheets.slice(0, 1)))).toEqual([])
    expect(squares(rowsOf(reset.sheets.slice(1)))).toEqual([4, 16])
    const returned = await orderOf('inquiryLetter', paperFacts('cardReturn', { facts: { actor: 'agent' } }))
    expect(squares(rowsOf(returned.sheets))).toEqual([])
  })
})

describe('the finished file', () => {
  const papers = createCasePapers({ compose: createFormComposer([bizMincho]), rules: standardRules(), office, specimen: true, clock })

  it('says whose it is, with the digest that goes with the print job', async () => {
    const rendered = await papers.render('applicationForm', paperFacts('pinReset'))
    if (!rendered.ok) throw new Error(rendered.failure.code)
    expect(await readBinding(rendered.value.pdf)).toEqual(ok({ requestId: 'c'.repeat(32), subjectDigest: rendered.value.subjectDigest, certificateNumber: 'K-003' }))
    const other = await papers.render('applicationForm', paperFacts('pinReset', { holder: { ...plainHolder, resident: { ...plainHolder.resident, residentId: '20000201' } } }))
    expect(other.ok && other.value.subjectDigest).not.toBe(rendered.value.subjectDigest)
  })

  it('is not made with a hole in a name', async () => {
    expect(await papers.render('inquiryLetter', paperFacts('pinReset', { longest: true }))).toEqual(fail('DOCUMENT-MISSING-GLYPH', 'U+845B U+E0102'))
  })

  it('is not made with a name cut off', async () => {
    const endless = { ...plainHolder, resident: { ...plainHolder.resident, name: { text: '寿'.repeat(400), kana: null } } }
    expect(await papers.render('applicationForm', paperFacts('pinReset', { holder: endless }))).toEqual(fail('DOCUMENT-TOO-LONG', 'name'))
  })
})
