import Database from 'better-sqlite3'
import { formatIsoLike } from '../../../src-main/residents/dates/civil-date.ts'
import { registrySchema } from '../../../src-main/residents/drivers/sqlite/registry-schema.ts'
import type { CertificateIdentity } from '../../../src-main/pki/certificate-status.ts'
import type { CivilDate, Resident } from '../../../src-main/residents/resident.ts'
import type { DraftHousehold, DraftResident } from './registry-draft.ts'

export interface CertificateLink extends CertificateIdentity {
  readonly residentId: string
}

type Row = Readonly<Record<string, string | number | null>>

/** Writes a new registry file and checks it. The file must not exist. */
export function writeRegistryFile(file: string, households: readonly DraftHousehold[], links: readonly CertificateLink[]): void {
  const database = new Database(file)
  try {
    database.pragma('foreign_keys = ON')
    database.exec(registrySchema)
    const insert = (table: string, row: Row): void => {
      const columns = Object.keys(row)
      database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row)
    }
    database.transaction(() => {
      for (const { householdId, address, headName, residents } of households) {
        insert('household', { household_id: householdId, address, head_name: headName })
        for (const [position, draft] of residents.entries()) insertResident(insert, householdId, position, draft)
      }
      for (const { issuer, issuerKeyIdentifier, serial, residentId } of links) {
        insert('certificate_link', { issuer, issuer_key_identifier: issuerKeyIdentifier, serial, resident_id: residentId })
      }
    })()
    const verdict: unknown = database.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error('the new registry does not pass its integrity check')
  } finally {
    database.close()
  }
}

const dateText = (date: CivilDate | null): string | null => (date === null ? null : formatIsoLike(date))

function insertResident(insert: (table: string, row: Row) => void, householdId: string, position: number, draft: DraftResident): void {
  const { resident } = draft
  const residentId = resident.residentId
  insert('resident', {
    resident_id: residentId,
    household_id: householdId,
    position,
    name: resident.name.text,
    name_kana: resident.name.kana,
    former_surname: resident.formerSurname?.text ?? null,
    former_surname_kana: resident.formerSurname?.kana ?? null,
    alias: resident.alias?.text ?? null,
    alias_kana: resident.alias?.kana ?? null,
    birth_date: draft.missing.includes('born') ? null : dateText(resident.birthDate),
    sex: resident.sex,
    is_head: resident.isHead ? 1 : 0,
    relationship_label: resident.relationship.label,
    relationship_codes: resident.relationship.codes.join('') || null,
    domicile_address: resident.registeredDomicile?.address ?? null,
    domicile_head: resident.registeredDomicile?.headOfRegister ?? null,
    became_resident_on: dateText(resident.becameResidentOn),
    address_set_on: dateText(resident.addressSetOn),
    notified_on: dateText(resident.notifiedOn),
    previous_address: resident.previousAddress,
    ...statusColumns(resident.status),
  })
  if (resident.foreign !== null) insert('foreign_resident', { resident_id: residentId, ...foreignColumns(resident.foreign) })
  for (const [index, text] of resident.remarks.entries()) insert('remark', { resident_id: residentId, position: index, text })
  for (const block of draft.blocks) insert('issuance_block', { resident_id: residentId, block })
  insert('resident_number', {
    resident_id: residentId,
    individual_number: draft.individualNumber,
    resident_record_code: draft.residentRecordCode,
  })
}

function statusColumns(status: Resident['status']): Row {
  switch (status.kind) {
    case 'current':
      return { status: status.kind, status_on: null, destination: null }
    case 'movingOut':
      return { status: status.kind, status_on: dateText(status.plannedOn), destination: status.destination }
    case 'movedOut':
      return { status: status.kind, status_on: dateText(status.on), destination: status.destination }
    case 'deceased':
      return { status: status.kind, status_on: dateText(status.on), destination: null }
  }
}

function foreignColumns(foreign: NonNullable<Resident['foreign']>): Row {
  return {
    nationality: foreign.nationality,
    category: foreign.category,
    became_foreign_resident_on: dateText(foreign.becameForeignResidentOn),
    status_of_residence: foreign.statusOfResidence,
    period_of_stay: foreign.periodOfStay,
    period_expires_on: dateText(foreign.periodExpiresOn),
    residence_card_number: foreign.residenceCardNumber,
  }
}
