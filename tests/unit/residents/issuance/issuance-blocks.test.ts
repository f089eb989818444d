import { describe, expect, it } from 'vitest'
import { barringBlocks, type BarringBlock } from '../../../../src-main/residents/issuance/issuance-blocks.ts'
import type { CompleteDate } from '../../../../src-main/residents/dates/civil-date.ts'
import type { IssuanceBlock, Resident } from '../../../../src-main/residents/resident.ts'
import { household, resident } from '../../../fixtures/residents/sample-resident.ts'

const today: CompleteDate = { year: 2026, month: 11, day: 21 }
const limits = { maxNameGraphemes: 20, maxAddressGraphemes: 40 }
const partner = (changes: Partial<Resident> = {}): Resident =>
  resident({ residentId: '10000101', isHead: false, name: { text: '見本　太郎', kana: null }, ...changes })

function blocksOf(
  applicant: Resident,
  others: readonly Resident[] = [],
  recorded: readonly BarringBlock[] = [],
  address?: string,
): readonly BarringBlock[] {
  return barringBlocks({ applicant, household: household([applicant, ...others], address), recorded, today, limits })
}
const kinds = (blocks: readonly BarringBlock[]): readonly IssuanceBlock[] => blocks.map(({ block }) => block)

/** What makes a resident's own record bar copies. */
const causes: Record<Exclude<IssuanceBlock, 'supportMeasures'>, Partial<Resident>> = {
  under15: { birthDate: { year: 2011, month: 11, day: 22 } },
  movingOut: { status: { kind: 'movingOut', plannedOn: { year: 2026, month: 12, day: 1 }, destination: '架空県例示市' } },
  movedOut: { status: { kind: 'movedOut', on: { year: 2026, month: 11, day: 1 }, destination: '架空県例示市' } },
  deceased: { status: { kind: 'deceased', on: null } },
  characterPending: { name: { text: '見本　\uE000子', kana: null } },
  overLength: { name: { text: '見'.repeat(21), kana: null } },
  sameDayMoveIn: { notifiedOn: today },
}
const derived = Object.keys(causes) as (keyof typeof causes)[]

describe('blocks of the applicant', () => {
  it('are none for an ordinary resident in an ordinary household', () => {
    expect(blocksOf(resident(), [partner()])).toEqual([])
  })

  it.each(derived)('%s follows from the record', (block) => {
    expect(blocksOf(resident(causes[block]))).toEqual([{ residentId: '10000102', block }])
  })

  it.each(['supportMeasures', ...derived] as const)('%s holds when it is recorded, whatever the record says', (block) => {
    expect(blocksOf(resident(), [], [{ residentId: '10000102', block }])).toEqual([{ residentId: '10000102', block }])
  })

  it('names a block once although it is recorded and follows as well', () => {
    expect(kinds(blocksOf(resident(causes.characterPending), [], [{ residentId: '10000102', block: 'characterPending' }]))).toEqual([
      'characterPending',
    ])
  })

  it('names every block that holds', () => {
    expect(kinds(blocksOf(resident({ ...causes.under15, ...causes.movingOut }), [], [{ residentId: '10000102', block: 'supportMeasures' }]))).toEqual(
      ['supportMeasures', 'movingOut', 'under15'],
    )
  })
})

describe('blocks of another member', () => {
  const barsHousehold: readonly IssuanceBlock[] = ['supportMeasures', 'movingOut', 'characterPending', 'overLength', 'sameDayMoveIn']
  const ownOnly: readonly IssuanceBlock[] = ['under15', 'movedOut', 'deceased']

  it.each(barsHousehold)('%s bars the household', (block) => {
    expect(blocksOf(resident(), [partner()], [{ residentId: '10000101', block }])).toEqual([{ residentId: '10000101', block }])
  })

  it.each(ownOnly)('%s is about that member alone', (block) => {
    expect(blocksOf(resident(), [partner()], [{ residentId: '10000101', block }])).toEqual([])
  })

  it('a child under 15 does not bar its parent', () => {
    expect(blocksOf(resident(), [partner(causes.under15)])).toEqual([])
  })

  it('the applicant comes first', () => {
    const recorded = [partner(), resident()].map(({ residentId }) => ({ residentId, block: 'supportMeasures' as const }))
    expect(blocksOf(resident(), [partner()], recorded).map(({ residentId }) => residentId)).toEqual(['10000102', '10000101'])
  })
})

describe('15歳未満', () => {
  it.each([
    [{ year: 2011, month: 11, day: 21 }, false],
    [{ year: 2011, month: 11, day: 22 }, true],
    [{ year: 2011, month: 11, day: null }, true],
    [{ year: 2011, month: 10, day: null }, false],
    [{ year: 2011, month: null, day: null }, true],
    [{ year: 2010, month: null, day: null }, false],
  ])('born $year-$month-$day on 2026-11-21: %s', (birthDate, barred) => {
    expect(kinds(blocksOf(resident({ birthDate: birthDate })))).toEqual(barred ? ['under15'] : [])
  })
})

describe('桁数超過', () => {
  it('counts characters of name, 旧氏, 通称 and address; the limit itself still fits', () => {
    const long = { text: '葛\u{E0100}'.repeat(21), kana: null }
    const fits = { text: '葛\u{E0100}'.repeat(20), kana: null }
    expect(kinds(blocksOf(resident({ name: fits, formerSurname: fits, alias: fits }), [], [], '見'.repeat(40)))).toEqual([])
    for (const changes of [{ name: long }, { formerSurname: long }, { alias: long }])
      expect(kinds(blocksOf(resident(changes)))).toEqual(['overLength'])
    expect(kinds(blocksOf(resident(), [], [], '見'.repeat(41)))).toEqual(['overLength'])
  })
})

describe('文字登録待ち', () => {
  it('follows from a private-use character anywhere in a name or the address', () => {
    const pending = { text: '見本　\u{F0000}', kana: null }
    for (const changes of [{ name: pending }, { formerSurname: pending }, { alias: pending }]) {
      expect(kinds(blocksOf(resident(changes)))).toEqual(['characterPending'])
    }
    expect(kinds(blocksOf(resident(), [partner()], [], '架空県見本市\uE123町'))).toEqual(['characterPending', 'characterPending'])
  })
})

describe('転入当日', () => {
  it.each([
    [{ becameResidentOn: today }, true],
    [{ notifiedOn: today }, true],
    [{ notifiedOn: { year: 2026, month: 11, day: 22 } }, true],
    [{ becameResidentOn: { year: 2026, month: 11, day: null } }, true],
    [{ becameResidentOn: { year: 2026, month: 11, day: 20 }, notifiedOn: { year: 2026, month: 11, day: 20 } }, false],
    [{ becameResidentOn: { year: 2025, month: null, day: null }, notifiedOn: null }, false],
  ])('%j: %s', (changes, barred) => {
    expect(kinds(blocksOf(resident(changes as Partial<Resident>)))).toEqual(barred ? ['sameDayMoveIn'] : [])
  })
})
