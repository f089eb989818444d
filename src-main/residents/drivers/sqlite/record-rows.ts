import type Database from 'better-sqlite3'
import type { CertificateIdentity } from '../../../pki/certificate-status.ts'

/** Reads the rows and gives them the shape of the record. Nothing is judged here: values are as the file has them. */

export type Row = Readonly<Record<string, unknown>>

const residentColumns = `
  r.resident_id, r.household_id, r.name, r.name_kana, r.former_surname, r.former_surname_kana, r.alias, r.alias_kana,
  r.birth_date, r.sex, r.is_head, r.relationship_label, r.relationship_codes, r.domicile_address, r.domicile_head,
  r.became_resident_on, r.address_set_on, r.notified_on, r.previous_address, r.status, r.status_on, r.destination,
  f.resident_id AS foreign_id, f.nationality, f.category, f.became_foreign_resident_on, f.status_of_residence,
  f.period_of_stay, f.period_expires_on, f.residence_card_number`

const residentTables = 'resident r LEFT JOIN foreign_resident f ON f.resident_id = r.resident_id'

export function linkedResidentId(database: Database.Database, { issuer, issuerKeyIdentifier, serial }: CertificateIdentity): unknown {
  return database
    .prepare('SELECT resident_id FROM certificate_link WHERE issuer = ? AND issuer_key_identifier = ? AND serial = ?')
    .pluck()
    .get(issuer, issuerKeyIdentifier, serial)
}

export function residentRow(database: Database.Database, residentId: string): Row | undefined {
  return database.prepare<[string], Row>(`SELECT ${residentColumns} FROM ${residentTables} WHERE r.resident_id = ?`).get(residentId)
}

/** Who is in the register now. A person without a status is kept, so that the reader stumbles over the hole. */
export function memberRows(database: Database.Database, householdId: string): readonly Row[] {
  return database
    .prepare<[string], Row>(
      `SELECT ${residentColumns} FROM ${residentTables}
       WHERE r.household_id = ? AND (r.status IS NULL OR r.status NOT IN ('movedOut', 'deceased'))
       ORDER BY r.is_head DESC, r.position`,
    )
    .all(householdId)
}

export function householdRow(database: Database.Database, householdId: string): Row | undefined {
  return database.prepare<[string], Row>('SELECT household_id, address, head_name FROM household WHERE household_id = ?').get(householdId)
}

export function blockRows(database: Database.Database, residentId: string): readonly unknown[] {
  return database.prepare('SELECT block FROM issuance_block WHERE resident_id = ? ORDER BY block').pluck().all(residentId)
}

export function remarkRows(database: Database.Database, residentId: string): readonly unknown[] {
  return database.prepare('SELECT text FROM remark WHERE resident_id = ? ORDER BY position').pluck().all(residentId)
}

export type NumberColumn = 'individual_number' | 'resident_record_code'

export function numberOf(database: Database.Database, column: NumberColumn, residentId: string): unknown {
  return database.prepare(`SELECT ${column} FROM resident_number WHERE resident_id = ?`).pluck().get(residentId)
}

/** Whoever may be born on `birthDate` (ISO): an unknown month or day may be that one. */
export function bornOn(database: Database.Database, birthDate: string): IterableIterator<Row> {
  const [year = '', month = ''] = birthDate.split('-')
  return database
    .prepare<string[], Row>(
      `SELECT r.resident_id, r.name, r.name_kana, r.former_surname, r.former_surname_kana, r.alias, r.alias_kana, r.birth_date, h.address,
         EXISTS (SELECT 1 FROM issuance_block b WHERE b.resident_id = r.resident_id AND b.block = 'supportMeasures') AS protected
       FROM resident r LEFT JOIN household h ON h.household_id = r.household_id
       WHERE r.birth_date IN (?, ?, ?) ORDER BY r.name_kana, r.resident_id`,
    )
    .iterate(birthDate, `${year}-${month}-??`, `${year}-??-??`)
}

export function linkRows(database: Database.Database, residentId: string): readonly Row[] {
  return database
    .prepare<[string], Row>('SELECT issuer, issuer_key_identifier, serial FROM certificate_link WHERE resident_id = ? ORDER BY issuer, issuer_key_identifier, serial')
    .all(residentId)
}

/** A part of a record that is there when any of its columns is. */
function part<T>(present: readonly unknown[], build: () => T): T | null {
  return present.some((value) => value !== null) ? build() : null
}

export function shapeHousehold(row: Row): unknown {
  return { householdId: row.household_id, address: row.address, headName: row.head_name }
}

export function shapeResident(row: Row, remarks: readonly unknown[]): unknown {
  return {
    residentId: row.resident_id,
    name: { text: row.name, kana: row.name_kana },
    formerSurname: part([row.former_surname, row.former_surname_kana], () => ({
      text: row.former_surname,
      kana: row.former_surname_kana,
    })),
    alias: part([row.alias, row.alias_kana], () => ({ text: row.alias, kana: row.alias_kana })),
    birthDate: row.birth_date,
    sex: row.sex,
    isHead: row.is_head === 1 ? true : row.is_head === 0 ? false : row.is_head,
    relationship: { label: row.relationship_label, codes: shapeCodes(row.relationship_codes) },
    registeredDomicile: part([row.domicile_address, row.domicile_head], () => ({
      address: row.domicile_address,
      headOfRegister: row.domicile_head,
    })),
    foreign: part([row.foreign_id], () => ({
      nationality: row.nationality,
      category: row.category,
      becameForeignResidentOn: row.became_foreign_resident_on,
      statusOfResidence: row.status_of_residence,
      periodOfStay: row.period_of_stay,
      periodExpiresOn: row.period_expires_on,
      residenceCardNumber: row.residence_card_number,
    })),
    becameResidentOn: row.became_resident_on,
    addressSetOn: row.address_set_on,
    notifiedOn: row.notified_on,
    previousAddress: row.previous_address,
    remarks,
    status: shapeStatus(row),
  }
}

/** "627420" → 62, 74, 20. None recorded: no codes. */
function shapeCodes(joined: unknown): unknown {
  if (joined === null) return []
  return typeof joined === 'string' ? (joined.match(/.{1,2}/gsu) ?? []) : joined
}

function shapeStatus(row: Row): unknown {
  const kind = row.status
  if (kind === 'movingOut') return { kind, plannedOn: row.status_on, destination: row.destination }
  if (kind === 'movedOut') return { kind, on: row.status_on, destination: row.destination }
  if (kind === 'deceased') return { kind, on: row.status_on }
  return { kind }
}
