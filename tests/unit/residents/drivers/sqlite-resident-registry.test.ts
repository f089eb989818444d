import { copyFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createSqliteResidentRegistry } from '../../../../src-main/residents/drivers/sqlite/sqlite-resident-registry.ts'
import type { NumbersWanted } from '../../../../src-main/residents/resident-registry.ts'
import { isIndividualNumber } from '../../../../src-main/residents/codes/individual-number.ts'
import { sampleDay, sampleLimits, sampleRegistry, scratchFolder } from '../../../fixtures/residents/sample-registry.ts'

const none: NumbersWanted = { individualNumber: false, residentRecordCode: false }
const certificate = { issuer: 'CN=Training,C=JP', issuerKeyIdentifier: 'ab01', serial: '1f' }

describe('finding the resident of a certificate', () => {
  const link = 'INSERT INTO certificate_link (issuer, issuer_key_identifier, serial, resident_id) VALUES (?, ?, ?, ?)'

  it('goes by issuer, issuer key and serial together', async () => {
    const { registry, alter } = await sampleRegistry()
    alter(link, certificate.issuer, certificate.issuerKeyIdentifier, certificate.serial, '10000102')
    const found = await registry.findByCertificate(certificate, sampleDay)
    expect(found).toMatchObject({ ok: true, value: { residentId: '10000102', blocks: [], household: { headName: '見本　太郎' } } })
    for (const other of [{ issuer: 'CN=Other,C=JP' }, { issuerKeyIdentifier: 'ab02' }, { serial: '1e' }]) {
      expect(await registry.findByCertificate({ ...certificate, ...other }, sampleDay)).toMatchObject({
        ok: false,
        failure: { code: 'RESIDENT-NOT-FOUND' },
      })
    }
  })

  it('never brings numbers', async () => {
    const { registry, alter } = await sampleRegistry()
    alter(link, certificate.issuer, certificate.issuerKeyIdentifier, certificate.serial, '10000102')
    const found = await registry.findByCertificate(certificate, sampleDay)
    expect(JSON.stringify(found)).not.toMatch(/individualNumber|residentRecordCode|00010000102/)
  })
})

describe('reading for issue', () => {
  it('gives the household in the order of the record, head first', async () => {
    const { registry } = await sampleRegistry()
    const answer = await registry.readForIssue('10000701', none, sampleDay)
    expect(answer.ok && answer.value.household.members.map((member) => member.residentId)).toEqual(['10000702', '10000701'])
  })

  it('gives every field as recorded', async () => {
    const { registry } = await sampleRegistry()
    const answer = await registry.readForIssue('10000602', none, sampleDay)
    expect(answer.ok && answer.value.household.members[1]).toEqual({
      residentId: '10000602',
      name: { text: 'EXAMPLE ANNA LOUISE', kana: 'エグザンプル　アンナ　ルイーズ' },
      formerSurname: null,
      alias: null,
      birthDate: { year: 1989, month: 1, day: 7 },
      sex: 'female',
      isHead: false,
      relationship: { label: '妻', codes: [] },
      registeredDomicile: null,
      foreign: {
        nationality: 'フランス',
        category: 'midToLongTerm',
        becameForeignResidentOn: { year: 2017, month: 1, day: 10 },
        statusOfResidence: '永住者',
        periodOfStay: null,
        periodExpiresOn: null,
        residenceCardNumber: 'AA00000602ZZ',
      },
      becameResidentOn: { year: 2017, month: 1, day: 10 },
      addressSetOn: null,
      notifiedOn: { year: 2017, month: 1, day: 12 },
      previousAddress: null,
      remarks: [],
      status: { kind: 'current' },
    })
  })

  it('keeps variation selectors and characters beyond 16 bits', async () => {
    const { registry } = await sampleRegistry()
    const answer = await registry.readForIssue('10000801', none, sampleDay)
    expect(answer.ok && answer.value.household.members.map((member) => member.name.text)).toEqual([
      '髙﨑　𠮷郎',
      '髙﨑　葛\u{E0100}子',
      '髙﨑　辻\u{E0102}美',
      '渡邉\u{E0110}　斉\u{E0103}',
    ])
  })

  it('brings the numbers that are wanted and no others', async () => {
    const { registry } = await sampleRegistry()
    for (const wanted of [none, { individualNumber: true, residentRecordCode: false }, { individualNumber: false, residentRecordCode: true }]) {
      const answer = await registry.readForIssue('10000101', wanted, sampleDay)
      if (!answer.ok) expect.fail(answer.failure.code)
      for (const member of answer.value.household.members) {
        expect('individualNumber' in member).toBe(wanted.individualNumber)
        expect('residentRecordCode' in member).toBe(wanted.residentRecordCode)
        if (member.individualNumber !== undefined) expect(isIndividualNumber(member.individualNumber)).toBe(true)
      }
    }
  })

  it('leaves out who has left the register', async () => {
    const { registry } = await sampleRegistry()
    const answer = await registry.readForIssue('10003801', none, sampleDay)
    expect(answer.ok && [answer.value.blocks, answer.value.household.members.map((member) => member.residentId)]).toEqual([
      [],
      ['10003801', '10003803'],
    ])
  })

  it('shows nobody else to an applicant who has left the register', async () => {
    const { registry } = await sampleRegistry()
    for (const [residentId, block] of [
      ['10001301', 'deceased'],
      ['10003802', 'movedOut'],
      ['10003901', 'deceased'],
    ] as const) {
      const answer = await registry.readForIssue(residentId, none, sampleDay)
      expect(answer).toMatchObject({ ok: true, value: { residentId, household: { members: [] }, blocks: [{ residentId, block }] } })
    }
  })

  it('knows nobody by an id that is not there', async () => {
    const { registry } = await sampleRegistry()
    for (const id of ['99999999', '', "' OR 1=1 --"]) {
      expect(await registry.readForIssue(id, none, sampleDay)).toMatchObject({ ok: false, failure: { code: 'RESIDENT-NOT-FOUND' } })
    }
  })

  it('takes the day in Japan from the instant it is given', async () => {
    const { registry, alter } = await sampleRegistry()
    alter("UPDATE resident SET birth_date = '2011-11-22' WHERE resident_id = '10000102'")
    const lastMinute = await registry.readForIssue('10000102', none, new Date('2026-11-21T14:59:59.999Z'))
    const birthday = await registry.readForIssue('10000102', none, new Date('2026-11-21T15:00:00.000Z'))
    expect([lastMinute, birthday].map((answer) => answer.ok && answer.value.blocks.map(({ block }) => block))).toEqual([['under15'], []])
  })
})

describe('a record with holes or impossible values', () => {
  it.each([
    ['resident', 'name', null, 'name.text'],
    ['resident', 'name', '   ', 'name.text'],
    ['resident', 'name', '見本\n花子', 'name.text'],
    ['resident', 'name', '見本　\uFFFD子', 'name.text'],
    ['resident', 'birth_date', null, 'birthDate'],
    ['resident', 'birth_date', '昭和62年7月15日', 'birthDate'],
    ['resident', 'birth_date', '1987-02-30', 'birthDate'],
    ['resident', 'birth_date', '2026-11-22', 'birthDate'],
    ['resident', 'sex', null, 'sex'],
    ['resident', 'sex', 'F', 'sex'],
    ['resident', 'is_head', null, 'isHead'],
    ['resident', 'is_head', 7, 'isHead'],
    ['resident', 'relationship_label', null, 'relationship.label'],
    ['resident', 'relationship_label', '世帯主', 'relationship.label'],
    ['resident', 'relationship_codes', '2', 'relationship.codes.0'],
    ['resident', 'relationship_codes', '2020202020', 'relationship.codes'],
    ['resident', 'domicile_address', null, 'registeredDomicile.address'],
    ['resident', 'domicile_head', '', 'registeredDomicile.headOfRegister'],
    ['resident', 'became_resident_on', null, 'becameResidentOn'],
    ['resident', 'became_resident_on', '2015-04', 'becameResidentOn'],
    ['resident', 'notified_on', '????-??-??', 'notifiedOn'],
    ['resident', 'address_set_on', '', 'addressSetOn'],
    ['resident', 'previous_address', '', 'previousAddress'],
    ['resident', 'former_surname_kana', 'モトセイ', 'formerSurname.text'],
    ['resident', 'alias', '通称　花子', 'alias'],
    ['resident', 'status', null, 'status.kind'],
    ['resident', 'status', 'gone', 'status.kind'],
    ['resident', 'status', 'movingOut', 'status.plannedOn'],
  ])('%s.%s = %j is refused by the name of the field alone', async (table, column, value, field) => {
    const { registry, alter } = await sampleRegistry()
    alter(`UPDATE ${table} SET ${column} = ? WHERE resident_id = '10000102'`, value)
    expect(await registry.readForIssue('10000102', none, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'RESIDENT-INCOMPLETE', detail: `applicant.${field}` },
    })
    // Another member's hole is as bad: the copy would show it.
    expect(await registry.readForIssue('10000101', none, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'RESIDENT-INCOMPLETE', detail: `member.${field}` },
    })
  })

  it.each([
    ['nationality', null, 'foreign.nationality'],
    ['category', 'tourist', 'foreign.category'],
    ['status_of_residence', null, 'foreign.statusOfResidence'],
    ['residence_card_number', '12345678', 'foreign.residenceCardNumber'],
    ['period_expires_on', '2028-13-01', 'foreign.periodExpiresOn'],
  ])('foreign_resident.%s = %j is refused', async (column, value, field) => {
    const { registry, alter } = await sampleRegistry()
    alter(`UPDATE foreign_resident SET ${column} = ? WHERE resident_id = '10000401'`, value)
    expect(await registry.readForIssue('10000401', none, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'RESIDENT-INCOMPLETE', detail: `applicant.${field}` },
    })
  })

  it.each([
    ['the address', "UPDATE household SET address = NULL WHERE household_id = '100001'", 'household.address'],
    ['the name of the head', "UPDATE household SET head_name = NULL WHERE household_id = '100001'", 'household.headName'],
    [
      'another head in the name than in the record',
      "UPDATE household SET head_name = '別人　太郎' WHERE household_id = '100001'",
      'household.headName',
    ],
    ['the household', "DELETE FROM household WHERE household_id = '100001'", 'household.householdId'],
    ['the head', "DELETE FROM resident WHERE resident_id = '10000101'", 'household.head'],
    [
      'details of a foreign resident that a Japanese national has',
      "INSERT INTO foreign_resident (resident_id) VALUES ('10000103')",
      'member.foreign.nationality',
    ],
    ['a block that this version does not know', "INSERT INTO issuance_block VALUES ('10000103', 'somethingNew')", 'issuanceBlock'],
    ['the words of a remark', "INSERT INTO remark VALUES ('10000103', 0, NULL)", 'member.remarks.0'],
  ])('without %s nothing is given', async (_what, sql, field) => {
    const { registry, alter } = await sampleRegistry()
    alter(sql)
    expect(await registry.readForIssue('10000102', none, sampleDay)).toEqual({ ok: false, failure: { code: 'RESIDENT-INCOMPLETE', detail: field } })
  })

  it.each([
    ['a missing row', "DELETE FROM resident_number WHERE resident_id = '10000103'", 'individualNumber'],
    ['a missing number', "UPDATE resident_number SET individual_number = NULL WHERE resident_id = '10000103'", 'individualNumber'],
    ['a wrong check digit', "UPDATE resident_number SET individual_number = '123456789012' WHERE resident_id = '10000103'", 'individualNumber'],
    ['a code of another form', "UPDATE resident_number SET resident_record_code = '12345' WHERE resident_id = '10000103'", 'residentRecordCode'],
  ])('a number is refused for %s, but only where it is wanted', async (_what, sql, field) => {
    const { registry, alter } = await sampleRegistry()
    alter(sql)
    const both = { individualNumber: true, residentRecordCode: true }
    expect(await registry.readForIssue('10000102', both, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'RESIDENT-INCOMPLETE', detail: `member.${field}` },
    })
    expect(await registry.readForIssue('10000102', none, sampleDay)).toMatchObject({ ok: true })
  })
})

describe('a registry file that cannot be used', () => {
  const ask = async (file: string) => {
    const registry = createSqliteResidentRegistry({ file, ...sampleLimits })
    const answers = [await registry.findByCertificate(certificate, sampleDay), await registry.readForIssue('10000102', none, sampleDay)]
    return { answers, readiness: await registry.readiness() }
  }

  it('is refused when the file or its folder is missing', async () => {
    for (const file of [join(scratchFolder(), 'none.sqlite'), join(scratchFolder(), 'none', 'none.sqlite')]) {
      const { answers, readiness } = await ask(file)
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code: 'REGISTRY-UNAVAILABLE' } })
      expect(readiness.ready).toBe(false)
    }
  })

  it('is refused when it is no database, a cut one, an empty one, or one of something else', async () => {
    const { file } = await sampleRegistry()
    const folder = scratchFolder()
    const [text, cut, empty, other, newer] = ['text', 'cut', 'empty', 'other', 'newer'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
      string,
    ]
    writeFileSync(text, 'this is no database, whatever its name is. '.repeat(100))
    copyFileSync(file, cut)
    truncateSync(cut, Math.floor(statSync(file).size / 2))
    writeFileSync(empty, '')
    new Database(other).exec('CREATE TABLE resident (resident_id TEXT)').close()
    copyFileSync(file, newer)
    const database = new Database(newer)
    database.pragma('user_version = 2')
    database.close()
    for (const broken of [text, cut, empty, other, newer]) {
      const { answers, readiness } = await ask(broken)
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code: 'REGISTRY-UNAVAILABLE' } })
      expect(readiness.ready).toBe(false)
    }
  })

  it('is refused while another process holds it, and answers when it is let go', async () => {
    const { file, registry } = await sampleRegistry()
    const writer = new Database(file)
    writer.exec('BEGIN EXCLUSIVE')
    expect(await registry.readForIssue('10000102', none, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'REGISTRY-UNAVAILABLE', detail: 'SQLITE_BUSY' },
    })
    expect(await registry.readiness()).toEqual({ ready: false, why: 'SQLITE_BUSY' })
    writer.exec('ROLLBACK')
    writer.close()
    expect(await registry.readForIssue('10000102', none, sampleDay)).toMatchObject({ ok: true })
  })

  it('says when nobody is in it', async () => {
    const { registry, alter } = await sampleRegistry()
    alter('DELETE FROM resident')
    expect(await registry.readiness()).toEqual({ ready: false, why: 'registry.sqlite has no residents' })
  })

  it('is not asked any more once closed', async () => {
    const { registry } = await sampleRegistry()
    expect(await registry.readiness()).toEqual({ ready: true, why: 'registry.sqlite answers' })
    registry.close()
    expect(await registry.readForIssue('10000102', none, sampleDay)).toEqual({
      ok: false,
      failure: { code: 'REGISTRY-UNAVAILABLE', detail: 'closed' },
    })
  })
})

describe('always anew', () => {
  it('reads a change at once', async () => {
    const { registry, alter } = await sampleRegistry()
    expect(await registry.readForIssue('10000102', none, sampleDay)).toMatchObject({ ok: true, value: { blocks: [] } })
    alter("INSERT INTO issuance_block VALUES ('10000104', 'supportMeasures')")
    expect(await registry.readForIssue('10000102', none, sampleDay)).toMatchObject({
      ok: true,
      value: { blocks: [{ residentId: '10000104', block: 'supportMeasures' }] },
    })
  })

  it('reads a file that was put in the place of the old one', async () => {
    const first = await sampleRegistry()
    const second = await sampleRegistry()
    expect(await first.registry.readForIssue('10000102', none, sampleDay)).toMatchObject({ ok: true })
    second.alter("UPDATE household SET address = '架空県見本市新町１番地' WHERE household_id = '100001'")
    rmSync(first.file)
    renameSync(second.file, first.file)
    expect(await first.registry.readForIssue('10000102', none, sampleDay)).toMatchObject({
      ok: true,
      value: { household: { address: '架空県見本市新町１番地' } },
    })
  })
})
