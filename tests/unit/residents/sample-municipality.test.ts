import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRegistry } from '../../../build/training-kit/make-registry.ts'
import { createSqliteResidentRegistry } from '../../../src-main/residents/drivers/sqlite/sqlite-resident-registry.ts'
import { isIndividualNumber } from '../../../src-main/residents/codes/individual-number.ts'
import { hasResidentRecordCodeForm } from '../../../src-main/residents/codes/resident-record-code.ts'
import type { Household, IssuanceBlock, Resident } from '../../../src-main/residents/resident.ts'
import { sampleDay, sampleLimits, sampleRegistry, scratchFolder } from '../../fixtures/residents/sample-registry.ts'

const source = join(import.meta.dirname, '../../../resources/sample-municipality')
const both = { individualNumber: true, residentRecordCode: true }

describe('the sample municipality', () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-residents-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const households = new Map<string, Household>()
  const blocks = new Map<string, readonly IssuanceBlock[]>()
  const failures = new Map<string, unknown>()
  const everyone = (): readonly Resident[] => Array.from(households.values()).flatMap((household) => household.members)
  const one = (residentId: string): Resident => everyone().find((resident) => resident.residentId === residentId)!

  beforeAll(async () => {
    await makeRegistry(folder, { today: sampleDay })
    const registry = createSqliteResidentRegistry({ file: join(folder, 'registry.sqlite'), ...sampleLimits })
    const database = new Database(join(folder, 'registry.sqlite'), { readonly: true })
    const ids = database.prepare<[], string>('SELECT resident_id FROM resident').pluck().all()
    database.close()
    for (const id of ids) {
      const answer = await registry.readForIssue(id, both, sampleDay)
      if (!answer.ok) {
        failures.set(id, answer.failure)
        continue
      }
      blocks.set(
        id,
        answer.value.blocks.map(({ block }) => block),
      )
      if (answer.value.household.members.length > 0) households.set(answer.value.household.householdId, answer.value.household)
    }
  })

  it('has at least 40 households, every resident readable but the one with a hole', () => {
    expect(households.size).toBeGreaterThanOrEqual(40)
    expect(Object.fromEntries(failures)).toEqual({ '10002601': { code: 'RESIDENT-INCOMPLETE', detail: 'applicant.birthDate' } })
  })

  it('gives everyone numbers with right check digits in a range that shows what it is', () => {
    const numbers = everyone().map((resident) => resident.individualNumber!)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const resident of everyone()) {
      expect(isIndividualNumber(resident.individualNumber!)).toBe(true)
      expect(hasResidentRecordCodeForm(resident.residentRecordCode!)).toBe(true)
      expect(resident.individualNumber!.slice(0, 11)).toBe(`000${resident.residentId}`)
      expect(resident.residentRecordCode!.slice(0, 10)).toBe(`00${resident.residentId}`)
    }
  })

  it.each<[string, string, readonly IssuanceBlock[]]>([
    ['adult', '10000102', []],
    ['head-of-four', '10000101', []],
    ['eight', '10000201', []],
    ['single', '10000301', []],
    ['foreign', '10000401', []],
    ['special-permanent', '10000501', []],
    ['mixed', '10000601', []],
    ['former-surname', '10000701', []],
    ['gaiji', '10000801', []],
    ['missing-glyph', '10005001', []],
    ['long-name', '10000901', []],
    ['support-measures', '10001001', ['supportMeasures', 'supportMeasures']],
    ['under-15', '10001103', ['under15']],
    ['parent of under-15', '10001101', []],
    ['moving-out', '10001201', ['movingOut']],
    ['wife of moving-out', '10001202', ['movingOut']],
    ['deceased', '10001301', ['deceased']],
    ['widow of deceased', '10001302', []],
    ['character-pending', '10001401', ['characterPending']],
    ['centenarian', '10001501', []],
    ['four-generations', '10001601', []],
    ['unknown-birthday', '10001701', []],
    ['expired', '10001801', []],
    ['revoked', '10001901', []],
    ['not-yet-valid', '10002001', []],
    ['untrusted', '10002101', []],
    ['pin-blocked', '10002201', []],
    ['last-try', '10002301', []],
    ['over-length', '10002501', ['overLength']],
    ['no-certificate', '10002701', []],
    ['moved-out son', '10003802', ['movedOut']],
  ])('%s (%s) has the blocks %j', (_profile, residentId, expected) => {
    expect(blocks.get(residentId)).toEqual(expected)
  })

  it('has everybody whom the counter finds hard', () => {
    expect(households.get('100002')!.members).toHaveLength(8)
    expect(households.get('100016')!.members.map((member) => member.relationship.label)).toEqual(['世帯主', '妻', '子', '子の妻', '子の子', '母'])
    expect(one('10001605').relationship.codes).toEqual(['20', '20'])
    expect(one('10001604').relationship.codes).toEqual([])
    expect(one('10000501')).toMatchObject({ alias: { text: '見本　哲夫' }, foreign: { category: 'specialPermanent', statusOfResidence: null } })
    expect(one('10000701').formerSurname?.text).toBe('元姓')
    expect(one('10001701').birthDate).toEqual({ year: 1948, month: 5, day: null })
    expect(new Set(everyone().flatMap((resident) => resident.foreign?.category ?? []))).toEqual(
      new Set(['midToLongTerm', 'specialPermanent', 'temporaryRefuge', 'provisionalStay', 'transitional']),
    )
  })

  it('has the awkward characters, variation selectors included', () => {
    const names = households
      .get('100008')!
      .members.map((member) => member.name.text)
      .join('')
    for (const character of ['髙', '﨑', '𠮷', '葛\u{E0100}', '辻\u{E0102}', '邉\u{E0110}', '斉\u{E0103}']) expect(names).toContain(character)
  })
})

describe('making the registry', () => {
  const alteredSource = (change: (file: string, json: string) => string): string => {
    const folder = join(scratchFolder(), 'source')
    cpSync(source, folder, { recursive: true })
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      writeFileSync(join(folder, file), change(file, readFileSync(join(folder, file), 'utf8')))
    }
    return folder
  }

  it('keeps the 13-year-old 13 and the plan to move out in the future, whenever it runs', async () => {
    for (const today of ['2026-01-01T00:00:00Z', '2026-06-14T00:00:00Z', '2026-06-15T00:00:00Z', '2041-12-31T00:00:00Z'].map(
      (text) => new Date(text),
    )) {
      const kit = scratchFolder()
      await makeRegistry(kit, { today })
      const database = new Database(join(kit, 'registry.sqlite'), { readonly: true })
      const column = (sql: string): string => database.prepare<[], string>(sql).pluck().get()!
      const born = Number(column("SELECT birth_date FROM resident WHERE resident_id = '10001103'").slice(0, 4))
      expect(born).toBe(today.getUTCFullYear() - (today.toISOString().slice(5, 10) >= '06-15' ? 13 : 14))
      const planned = Date.parse(column("SELECT status_on FROM resident WHERE resident_id = '10001201'"))
      expect(planned - Date.parse(today.toISOString().slice(0, 10))).toBe(14 * 86_400_000)
      database.close()
    }
  })

  it('links residents to the certificates of the kit, one certificate once', async () => {
    const kit = scratchFolder()
    mkdirSync(join(kit, 'pki'))
    const card = (profile: string, residentId: string | null, serial: string) => ({
      profile,
      residentId,
      issuer: 'C=JP',
      issuerKeyIdentifier: '01',
      serial,
      certificateFile: '',
    })
    const cards = [card('adult', '10000102', '1'), card('forged', '10000102', '1'), card('renewed', '10000102', '2'), card('no-record', null, '3')]
    writeFileSync(join(kit, 'pki', 'cards.json'), JSON.stringify(cards))
    await makeRegistry(kit, { today: sampleDay })
    const database = new Database(join(kit, 'registry.sqlite'), { readonly: true })
    expect(database.prepare('SELECT serial, resident_id FROM certificate_link ORDER BY serial').raw().all()).toEqual([
      ['1', '10000102'],
      ['2', '10000102'],
    ])
    database.close()

    writeFileSync(join(kit, 'pki', 'cards.json'), JSON.stringify([...cards, card('thief', '10000101', '1')]))
    await expect(makeRegistry(kit, { today: sampleDay })).rejects.toThrow('one certificate leads to 10000102 and 10000101')
    writeFileSync(join(kit, 'pki', 'cards.json'), JSON.stringify([card('stranger', '88888888', '1')]))
    await expect(makeRegistry(kit, { today: sampleDay })).rejects.toThrow('cards.json names resident 88888888')
  })

  it.each([
    ['an impossible date', '"born": "1987-07-15"', '"born": "1987-07-32"', 'resident 10000102: birthDate is not possible'],
    [
      'a relationship outside the table',
      '"relationship": "妻の子"',
      '"relationship": "妻の連れ子"',
      'household 100028: the relationship 連れ子 is not in the table',
    ],
    ['an id twice', '"id": "10000104"', '"id": "10000103"', 'the id 10000103 stands twice'],
    ['a second head', '"relationship": "妻(未届)"', '"relationship": "世帯主"', 'household 100029 has 2 heads'],
    ['a resident of another household', '"id": "10000104"', '"id": "10009904"', 'families.json: '],
    ['an unknown key', '"kana": "ミホン　ハナコ"', '"kana": "ミホン　ハナコ", "nickname": "花"', 'families.json: '],
    ['broken JSON', '"households": [', '"households": ', 'families.json: '],
  ])('refuses a source with %s, names the place and keeps the old registry', async (_what, from, to, message) => {
    const folder = alteredSource((file, json) => (file === 'families.json' ? json.replace(from, to) : json))
    const { file } = await sampleRegistry()
    const before = readFileSync(file)
    const kit = join(file, '..')
    await expect(makeRegistry(kit, { source: folder, today: sampleDay })).rejects.toThrow(message)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(kit)).toEqual(['registry.sqlite'])
  })

  it('leaves nothing half done where it cannot write', async () => {
    const kit = join(scratchFolder(), 'file')
    writeFileSync(kit, 'a file where the folder should be')
    await expect(makeRegistry(kit, { today: sampleDay })).rejects.toThrow()
    expect(existsSync(join(kit, 'registry.sqlite'))).toBe(false)
  })
})
