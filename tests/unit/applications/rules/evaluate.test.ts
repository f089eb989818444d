import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateApplication, feeOf } from '../../../../src-main/applications/rules/evaluate.ts'
import { cardValidUntil } from '../../../../src-main/applications/rules/card-validity.ts'
import { formIdAsTyped, formIdInScan } from '../../../../src-main/applications/rules/form-id.ts'
import { readApplicationRules } from '../../../../src-main/applications/rules/read-rules.ts'
import type { ApplicationSituation } from '../../../../src-main/applications/rules/situation.ts'
import { readCardWorkRules } from '../../../../src-main/procedures/card-cases/rules/read-rules.ts'
import { isComplete, parseCivilDate, type CompleteDate } from '../../../../src-main/residents/dates/civil-date.ts'
import { applicationKinds, collectionWaySchema, emptyApplicationFacts, type ApplicationFacts } from '../../../../src-preload/contract.ts'

const read = readApplicationRules(null)
const cardWork = readCardWorkRules(null)
if (!read.ok || !cardWork.ok) throw new Error('the default rules are wrong')
const rules = read.value
const { documents } = cardWork.value

const day = (iso: string): CompleteDate => {
  const date = parseCivilDate(iso)
  if (date === null || !isComplete(date)) throw new Error(iso)
  return date
}

const facts: ApplicationFacts = { ...emptyApplicationFacts('first'), formId: '1'.repeat(23), movedSinceForm: false, birthDate: '1990-04-01', applicant: { name: '見本　花子', kana: null, address: '見本市' } }
const plain: ApplicationSituation = {
  facts,
  today: '2026-04-10',
  applicant: { residentId: 'r1', birthDate: day('1990-04-01'), foreign: false, current: true, addressSince: '2020-01-01' },
  form: { residentId: 'r1', issuedOn: '2026-01-01' },
  formUsed: false,
  photo: { findings: [], exception: null, confirmed: true, returned: false },
  offered: { kinds: [...applicationKinds], collections: [...collectionWaySchema.options] },
}
const keys = (change: Partial<ApplicationSituation>, changed: Partial<ApplicationFacts> = {}): string[] =>
  evaluateApplication({ ...plain, ...change, facts: { ...facts, ...changed } }, rules, documents).findings.map(({ key }) => key)

describe('what an application needs', () => {
  it('a plain one is complete', () => expect(keys({})).toEqual([]))

  it('a form from before the move is void, one given out on the day of the move or later is not', () => {
    const moved = (addressSince: string): string[] => keys({ applicant: { residentId: 'r1', birthDate: day('1990-04-01'), foreign: false, current: true, addressSince } })
    expect(moved('2026-01-02')).toEqual(['formStale'])
    expect(moved('2026-01-01')).toEqual([])
  })

  it('asks about a move where the municipality does not know the form, and believes a yes against its own list', () => {
    expect(keys({ form: null }, { movedSinceForm: null })).toEqual(['moveNotAsked'])
    expect(keys({ form: null }, { movedSinceForm: true })).toEqual(['formStale'])
    expect(keys({}, { movedSinceForm: true })).toEqual(['formStale'])
    expect(keys({}, { movedSinceForm: null })).toEqual([])
  })

  it('takes no form of somebody else, and none twice', () => {
    expect(keys({ form: { residentId: 'r2', issuedOn: '2026-01-01' } })).toEqual(['formStale'])
    expect(keys({ formUsed: true })).toEqual(['formUsed'])
  })

  it.each([
    ['2025-04-11', ['representative', 'signatureUnder15', 'photoNotAllowed']],
    ['2025-04-10', ['representative', 'signatureUnder15']],
    ['2011-04-11', ['representative', 'signatureUnder15']],
    ['2011-04-10', []],
  ])('somebody born on %s, on 2026-04-10', (birthDate, expected) => {
    expect(keys({ applicant: { residentId: 'r1', birthDate: day(birthDate), foreign: false, current: true, addressSince: null } }, { birthDate })).toEqual(expected)
  })

  it('a child under one year has no photo and needs none', () => {
    const child = { residentId: 'r1', birthDate: day('2026-01-01'), foreign: false, current: true, addressSince: null }
    const representative = { name: '見本　太郎', address: '見本市', relationship: '父', phone: '' }
    expect(keys({ applicant: child, photo: null }, { birthDate: '2026-01-01', representative, certificates: { signature: false, userAuthentication: true } })).toEqual([])
  })

  it('a ward applies through the representative and gets no 署名用', () => {
    expect(keys({}, { ward: true })).toEqual(['representative', 'signatureWard'])
  })

  it('a photo with a finding is barred, taken with an exception, and still looked at by a clerk', () => {
    expect(keys({ photo: { findings: ['eyesCovered'], exception: null, confirmed: true, returned: false } })).toEqual(['photoFindings'])
    expect(keys({ photo: { findings: ['eyesCovered'], exception: 'eyePatch', confirmed: false, returned: false } })).toEqual(['photoNotConfirmed'])
    expect(keys({ photo: { findings: ['eyesCovered'], exception: 'eyePatch', confirmed: true, returned: false } })).toEqual([])
    expect(keys({ photo: { findings: ['hat'], exception: null, confirmed: false, returned: false } })).toEqual(['photoNotConfirmed'])
    expect(keys({ photo: { findings: [], exception: null, confirmed: true, returned: true } })).toEqual(['photoReturned'])
    expect(keys({ photo: null })).toEqual(['photo'])
  })

  it('申請時来庁 asks for the person, documents, the sealed PIN form and the old card', () => {
    expect(keys({}, { kind: 'renewal', collection: 'atApplication', oldCard: 'kept' })).toEqual(['presence', 'identity', 'pinForm', 'oldCard'])
    expect(keys({}, { kind: 'renewal', collection: 'atApplication', oldCard: 'handedIn', present: true, pinForm: true, identityDocuments: ['passport'] })).toEqual([])
  })

  it('a foreign resident says until when they may stay; over is over', () => {
    const applicant = { residentId: 'r1', birthDate: day('1990-04-01'), foreign: true, current: true, addressSince: null }
    expect(keys({ applicant })).toEqual(['stayUntil'])
    expect(keys({ applicant }, { stay: { until: '2026-04-09' } })).toEqual(['stayOver'])
    expect(keys({ applicant }, { stay: { until: '2026-04-10' } })).toEqual([])
    expect(keys({ applicant }, { stay: { until: null } })).toEqual([])
  })

  it('renewal begins the day after three months before the last day', () => {
    const renewal = (today: string): string[] => keys({ today }, { kind: 'renewal', oldCardUntil: '2026-07-20' })
    expect(renewal('2026-04-20')).toEqual(['renewalTooEarly'])
    expect(renewal('2026-04-21')).toEqual([])
  })

  it('the birth date of the record must be the one given, as far as the record knows it', () => {
    const recorded = (birthDate: string): string[] => keys({ applicant: { residentId: 'r1', birthDate: parseCivilDate(birthDate) ?? day(birthDate), foreign: false, current: true, addressSince: null } })
    expect(recorded('1990-04-02')).toEqual(['birthDateDiffers'])
    expect(recorded('1990-04-??')).toEqual([])
    expect(recorded('1990-05-??')).toEqual(['birthDateDiffers'])
  })

  it('never takes an incomplete application whatever the order of things', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationKinds), fc.constantFrom(...collectionWaySchema.options), fc.boolean(), fc.boolean(), (kind, collection, photo, form) => {
        const found = keys({ photo: photo ? plain.photo : null }, { kind, collection, formId: form ? facts.formId : null })
        if (!photo) expect(found).toContain('photo')
        if (!form) expect(found).toContain('formId')
      }),
    )
  })
})

describe('特急発行', () => {
  const express = (ground: 'lost' | 'newborn' | 'movedInFromAbroad', since: string | null, today: string, kind: ApplicationFacts['kind']): string[] =>
    keys({ today, photo: plain.photo }, { kind, present: true, express: { ground, since, withBirthReport: false } })

  it.each([
    ['2026-03-11', '2026-04-10', []],
    ['2026-03-11', '2026-04-11', ['expressTooLate']],
    ['2026-04-11', '2026-04-10', ['expressTooEarly']],
  ])('lost on %s, on %s', (since, today, expected) => expect(express('lost', since, today, 'reissueLost')).toEqual(expected))

  it('asks from when the window counts', () => expect(express('lost', null, '2026-04-10', 'reissueLost')).toEqual(['expressSince']))

  it('is for the kinds of its ground only, and never for a renewal', () => {
    expect(express('lost', '2026-04-01', '2026-04-10', 'first')).toEqual(['expressNotEligible'])
    expect(express('movedInFromAbroad', '2026-04-01', '2026-04-10', 'renewal')).toEqual(['expressNotEligible'])
  })

  it('a newborn has until the day before the first birthday, with 出生届 without appearing', () => {
    const representative = { name: '見本　太郎', address: '見本市', relationship: '父', phone: '' }
    const on = (today: string, withBirthReport: boolean): string[] =>
      keys(
        { today, photo: null, applicant: { residentId: 'r1', birthDate: day('2025-04-11'), foreign: false, current: true, addressSince: null } },
        { birthDate: '2025-04-11', representative, certificates: { signature: false, userAuthentication: true }, express: { ground: 'newborn', since: null, withBirthReport } },
      )
    expect(on('2026-04-10', true)).toEqual([])
    expect(on('2026-04-10', false)).toEqual(['presence'])
    expect(on('2026-04-11', true)).toEqual(['photo', 'expressTooLate'])
  })
})

describe('fee and validity', () => {
  const fee = (kind: ApplicationFacts['kind'], express: boolean, wanted: boolean): number =>
    feeOf({ facts: { ...facts, kind, express: express ? { ground: 'lost', since: null, withBirthReport: false } : null, certificates: { signature: wanted, userAuthentication: wanted } } }, rules)

  it('first free, re-issue 1,000 or 800, express 2,000 or 1,800', () => {
    expect([fee('first', false, true), fee('reissueLost', false, true), fee('reissueLost', false, false), fee('reissueLost', true, true), fee('reissueLost', true, false)]).toEqual([0, 1000, 800, 2000, 1800])
  })

  it.each([
    ['1990-04-01', '2026-03-31', '2035-04-01'],
    ['1990-04-01', '2026-04-01', '2036-04-01'],
    ['2008-04-02', '2026-04-01', '2030-04-02'],
    ['2008-04-01', '2026-04-01', '2036-04-01'],
    ['2000-02-29', '2026-03-01', '2036-02-29'],
    ['2012-02-29', '2026-02-27', '2030-02-28'],
  ])('born %s, issued %s: valid until %s', (birth, issued, until) => expect(cardValidUntil(day(birth), day(issued), null, rules)).toBe(until))

  it('never outlives the stay', () => expect(cardValidUntil(day('1990-04-01'), day('2026-04-01'), '2027-01-31', rules)).toBe('2027-01-31'))
})

describe('申請書ID', () => {
  it('is taken from any text that holds it once, and from nothing else', () => {
    const id = '01234567890123456789012'
    expect(formIdInScan(`https://example.invalid/apply?id=${id}`, rules)).toBe(id)
    expect(formIdInScan(id, rules)).toBe(id)
    expect(formIdInScan(`${id}3`, rules)).toBeNull()
    expect(formIdInScan(`${id} ${id.replace('0', '9')}`, rules)).toBeNull()
    expect(formIdInScan('https://example.invalid/shop', rules)).toBeNull()
  })

  it('as typed, spaces and full-width digits are no mistake', () => {
    expect(formIdAsTyped('０１２３ 4567-8901 2345 6789 012')).toBe('01234567890123456789012')
    expect(formIdAsTyped('123')).toBeNull()
  })

  it('never makes an id out of anything else', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => [formIdInScan(text, rules), formIdAsTyped(text)].every((id) => id === null || /^\d{23}$/.test(id))))
  })
})
