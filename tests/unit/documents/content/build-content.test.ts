import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../../src-main/documents/content/build-content.ts'
import type { CertificateContent, FieldName } from '../../../../src-main/documents/content/certificate-content.ts'
import { standardWords } from '../../../../src-main/documents/content/words.ts'
import type { CertificateOrder, IssueContext } from '../../../../src-main/documents/certificate-order.ts'
import type { Household } from '../../../../src-main/residents/resident.ts'
import { day, eightMembers, familyOfFour, mixedHousehold } from '../../../fixtures/documents/households.ts'
import { allOptions, contextFor, orderFor } from '../../../fixtures/documents/issue.ts'

function content(household: Household, order: Partial<CertificateOrder> = {}, context: Partial<IssueContext> = {}): CertificateContent {
  const full = orderFor(household, order)
  const built = buildContent(household, full, contextFor(household, full, context), standardWords)
  if (!built.ok) throw new Error(`${built.failure.code}: ${built.failure.detail ?? ''}`)
  return built.value
}

function refusal(household: Household, order: Partial<CertificateOrder>, context: Partial<IssueContext> = {}): string | undefined {
  const full = orderFor(household, order)
  const built = buildContent(household, full, contextFor(household, full, context), standardWords)
  return built.ok ? 'accepted' : `${built.failure.code} ${built.failure.detail ?? ''}`
}

const cell = (built: CertificateContent, person: number, field: FieldName): string | undefined =>
  built.sheets.flatMap(({ persons }) => persons).find(({ number }) => number === person)?.cells.find((each) => each.field === field)?.text

describe('what a 住民票の写し says', () => {
  it('omits by default what the law says to omit', () => {
    const built = content(mixedHousehold)
    expect(built.head.text).toBe('省略')
    for (const field of ['relationship', 'headOfRegister', 'registeredDomicile', 'individualNumber', 'residentRecordCode'] as const) expect(cell(built, 1, field)).toBe('省略')
    for (const field of ['nationality', 'foreignCategory', 'statusOfResidence', 'periodOfStay', 'periodExpiresOn', 'residenceCardNumber'] as const) expect(cell(built, 2, field)).toBe('省略')
    expect(cell(built, 2, 'becameForeignResidentOn')).toBe('令和元年６月１日')
  })

  it('shows everything that was asked for', () => {
    const built = content(mixedHousehold, { include: allOptions })
    expect(built.head.text).toBe('例示　健')
    expect(cell(built, 1, 'individualNumber')).toBe('１２３４　５６７８　９０１８')
    expect(cell(built, 1, 'residentRecordCode')).toBe('１２３４５６７８９０３')
    expect(cell(built, 2, 'nationality')).toBe('フィリピン共和国')
    expect(cell(built, 2, 'alias')).toBe('例示　麻里（れいじ　まり）')
    expect(cell(built, 3, 'foreignCategory')).toBe('特別永住者')
    expect(cell(built, 3, 'periodExpiresOn')).toBe('＊＊＊')
  })

  it('never says a number that was not asked for, whatever else is', () => {
    fc.assert(
      fc.property(fc.subarray(allOptions.filter((option) => option !== 'individualNumber' && option !== 'residentRecordCode')), (include) => {
        const text = JSON.stringify(content(familyOfFour, { include }))
        expect(text).not.toMatch(/123456789018|１２３４/)
      }),
    )
  })

  it('leaves no cell empty', () => {
    fc.assert(
      fc.property(fc.subarray([...allOptions]), fc.constantFrom(familyOfFour, eightMembers, mixedHousehold), (include, household) => {
        for (const block of content(household, { include }).sheets.flatMap(({ persons }) => persons)) for (const { text } of block.cells) expect(text.trim()).not.toBe('')
      }),
    )
  })

  it('writes dates in the era, foreign birth dates in the Western calendar, and unknown parts as unknown', () => {
    expect(cell(content(familyOfFour), 1, 'birthDate')).toBe('昭和６０年４月１２日')
    expect(cell(content(mixedHousehold), 2, 'birthDate')).toBe('１９９０年７月１５日')
    expect(cell(content(mixedHousehold), 3, 'birthDate')).toBe('１９４８年５月日不詳')
  })

  it('puts four persons on a sheet and counts them through', () => {
    const built = content(eightMembers)
    expect(built.sheets.map(({ persons }) => persons.map(({ number }) => number))).toEqual([[1, 2, 3, 4], [5, 6, 7, 8]])
  })

  it('keeps every remark when there are more than cells', () => {
    const built = content(eightMembers)
    expect(['remark1', 'remark2', 'remark3', 'remark4'].map((field) => cell(built, 3, field as FieldName))).toEqual(['令和６年５月１日　世帯合併', '備考の二つ目', '備考の三つ目', '備考の四つ目　／　備考の五つ目'])
  })

  it('certifies the whole household or a part of it in the words of the law', () => {
    expect(content(familyOfFour).certification).toBe('この写しは、世帯全員の住民票の原本と相違ないことを証明する。')
    expect(content(familyOfFour, { extent: 'members', residentIds: ['10000102'] }).certification).toBe('この写しは、世帯の一部の住民票の原本と相違ないことを証明する。')
  })

  it('dates the certificate by the day in Japan', () => {
    const built = content(familyOfFour, {}, { issuedAt: new Date('2026-11-20T15:00:00.000Z') })
    expect(built.issueDate).toBe('２０２６年（令和８年）１１月２１日')
    expect(built.issuedOn).toBe('2026-11-21')
  })

  it('says that somebody is about to move out', () => {
    const [head, ...rest] = familyOfFour.members
    const moving: Household = { ...familyOfFour, members: [{ ...head!, status: { kind: 'movingOut', plannedOn: day(2026, 12, 1), destination: '架空県架空市' } }, ...rest] }
    expect(cell(content(moving), 1, 'remark1')).toBe('令和８年１２月１日転出予定　架空県架空市')
  })
})

describe('an order that does not fit the household', () => {
  it('is refused when it names nobody, a stranger, or a person twice', () => {
    expect(refusal(familyOfFour, { residentIds: [] })).toMatch(/^DOCUMENT-INVALID-INPUT/)
    expect(refusal(familyOfFour, { extent: 'members', residentIds: ['99999999'] })).toMatch(/^DOCUMENT-INVALID-INPUT/)
    expect(refusal(familyOfFour, { extent: 'members', residentIds: ['10000101', '10000101'] })).toMatch(/^DOCUMENT-INVALID-INPUT/)
  })

  it('is refused when the whole household is to be certified and somebody is left out', () => {
    expect(refusal(familyOfFour, { residentIds: ['10000101', '10000102'] })).toMatch(/every current member/)
  })

  it('is refused when it names somebody who moved out or died', () => {
    const [head, ...rest] = familyOfFour.members
    const gone: Household = { ...familyOfFour, members: [{ ...head!, status: { kind: 'deceased', on: day(2026, 1, 2) } }, ...rest] }
    expect(refusal(gone, {})).toMatch(/no longer a resident/)
    expect(refusal(gone, { residentIds: rest.map(({ residentId }) => residentId) })).toBe('accepted')
  })

  it('is refused when a number was asked for that the data lacks', () => {
    const [head, ...rest] = familyOfFour.members
    const without = { ...head! }
    delete without.individualNumber
    expect(refusal({ ...familyOfFour, members: [without, ...rest] }, { include: ['individualNumber'] })).toMatch(/individual number/)
  })

  it('is refused when a certificate that is no specimen has no seal', () => {
    expect(refusal(familyOfFour, {}, { specimen: false })).toMatch(/seal/)
  })
})
