import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CertificateIdentity } from '../../../pki/certificate-status.ts'
import { compareDays, earliestDay, type CompleteDate } from '../../dates/civil-date.ts'
import { localDay } from '../../dates/local-day.ts'
import { barringBlocks, type BarringBlock, type LengthLimits } from '../../issuance/issuance-blocks.ts'
import type { HolderRecord, ResidentDirectory } from '../../resident-directory.ts'
import type { ApplicantRecord, NumbersWanted, ResidentRegistry } from '../../resident-registry.ts'
import type { Household, Resident } from '../../resident.ts'
import { CertificateLinksFile } from './certificate-links-file.ts'
import { findByName } from './find-by-name.ts'
import { householdSchema, individualNumberSchema, issuanceBlockSchema, recordKey, residentRecordCodeSchema, residentSchema } from './record-schema.ts'
import * as rows from './record-rows.ts'
import { withRegistryFile } from './registry-file.ts'

export interface SqliteResidentRegistryOptions extends LengthLimits {
  /** Path of the SQLite file; opened read-only, anew for every question. */
  readonly file: string
  /** Where certificates that this terminal had issued are kept, beside the file; without it the registry is read-only. */
  readonly linksFile?: string | null
}

const noNumbers: NumbersWanted = { individualNumber: false, residentRecordCode: false }

/**
 * The embedded resident registry (見本 or an export of the municipality's system). RESIDENT-INCOMPLETE carries the field as
 * `applicant.birthDate`, `member.name.text`, `household.address`: a name, never a value.
 */
export function createSqliteResidentRegistry({ file, linksFile, ...limits }: SqliteResidentRegistryOptions): ResidentRegistry & ResidentDirectory {
  let closed = false
  const links = linksFile == null ? null : new CertificateLinksFile(linksFile)
  // A promise whose executor throws is rejected: bugs stay bugs.
  const ask = <T>(read: (database: Database.Database) => Result<T>): Promise<Result<T>> =>
    new Promise((resolve) => {
      resolve(closed ? fail('REGISTRY-UNAVAILABLE', 'closed') : withRegistryFile(file, read))
    })
  return {
    description: `embedded resident registry ${basename(file)}`,
    findByCertificate: (certificate, today) =>
      ask((database) => {
        const residentId = residentOf(database, links, certificate)
        return residentId.ok ? readApplicant(database, residentId.value, noNumbers, localDay(today), limits) : residentId
      }),
    readForIssue: (residentId, numbers, today) => ask((database) => readApplicant(database, residentId, numbers, localDay(today), limits)),
    search: (text, birthDate) => ask((database) => ok(findByName(database, text, birthDate))),
    holder: (residentId, today) => ask((database) => readHolder(database, residentId, localDay(today))),
    certificatesOf: (residentId) =>
      ask((database) => {
        const issuedHere = links === null ? ok<readonly CertificateIdentity[]>([]) : links.of(residentId)
        return issuedHere.ok ? ok([...rows.linkRows(database, residentId).flatMap(linkOf), ...issuedHere.value]) : issuedHere
      }),
    linkCertificate: (residentId, certificate) =>
      ask((database) => {
        const owner = residentOf(database, links, certificate)
        if (owner.ok) return owner.value === residentId ? ok() : fail('RESIDENT-CHANGED', 'the certificate is linked to somebody else')
        if (owner.failure.code !== 'RESIDENT-NOT-FOUND') return owner
        if (links === null) return fail('REGISTRY-READ-ONLY')
        if (rows.residentRow(database, residentId) === undefined) return fail('RESIDENT-NOT-FOUND', 'no such resident')
        const added = links.add(residentId, certificate)
        if (!added.ok) return added
        return added.value ? ok() : fail('RESIDENT-CHANGED', 'the certificate is linked to somebody else')
      }),
    readiness: async () => {
      const answer = await ask((database) => ok(database.prepare('SELECT 1 FROM resident LIMIT 1').get() !== undefined))
      if (!answer.ok) return { ready: false, why: answer.failure.detail ?? answer.failure.code }
      return answer.value ? { ready: true, why: `${basename(file)} answers` } : { ready: false, why: `${basename(file)} has no residents` }
    },
    close: () => {
      closed = true
    },
  }
}

function residentOf(database: Database.Database, links: CertificateLinksFile | null, certificate: CertificateIdentity): Result<string> {
  const recorded = rows.linkedResidentId(database, certificate)
  if (typeof recorded === 'string') return ok(recorded)
  const issuedHere = links === null ? ok(null) : links.residentOf(certificate)
  if (!issuedHere.ok) return issuedHere
  return issuedHere.value === null ? fail('RESIDENT-NOT-FOUND', 'no resident is linked to the certificate') : ok(issuedHere.value)
}

function linkOf({ issuer, issuer_key_identifier: issuerKeyIdentifier, serial }: rows.Row): CertificateIdentity[] {
  return typeof issuer === 'string' && typeof issuerKeyIdentifier === 'string' && typeof serial === 'string' ? [{ issuer, issuerKeyIdentifier, serial }] : []
}

function readHolder(database: Database.Database, residentId: string, today: CompleteDate): Result<HolderRecord> {
  const row = rows.residentRow(database, residentId)
  if (row === undefined) return fail('RESIDENT-NOT-FOUND', 'no such resident')
  const resident = readResident(database, row, 'applicant', today)
  if (!resident.ok) return resident
  const gone = resident.value.status.kind === 'movedOut' || resident.value.status.kind === 'deceased'
  const household = readHousehold(database, row.household_id, gone ? null : { numbers: noNumbers, today })
  if (!household.ok) return household
  const blocks = readBlocks(database, [resident.value])
  if (!blocks.ok) return blocks
  return ok({
    resident: resident.value,
    address: household.value.address,
    protected: blocks.value.some(({ block }) => block === 'supportMeasures'),
    householdNames: household.value.members.filter((member) => member.residentId !== residentId).map((member) => member.name.text),
  })
}

function readApplicant(
  database: Database.Database,
  residentId: string,
  numbers: NumbersWanted,
  today: CompleteDate,
  limits: LengthLimits,
): Result<ApplicantRecord> {
  const row = rows.residentRow(database, residentId)
  if (row === undefined) return fail('RESIDENT-NOT-FOUND', 'no such resident')
  const applicant = readResident(database, row, 'applicant', today)
  if (!applicant.ok) return applicant
  const gone = applicant.value.status.kind === 'movedOut' || applicant.value.status.kind === 'deceased'
  const household = readHousehold(database, row.household_id, gone ? null : { numbers, today })
  if (!household.ok) return household
  const recorded = readBlocks(database, [applicant.value, ...household.value.members])
  if (!recorded.ok) return recorded
  const blocks = barringBlocks({ applicant: applicant.value, household: household.value, recorded: recorded.value, today, limits })
  return ok({ residentId, household: household.value, blocks })
}

/** Without `members` (the applicant left the register, whose household is no longer theirs) nobody else is read. */
function readHousehold(
  database: Database.Database,
  id: unknown,
  members: { readonly numbers: NumbersWanted; readonly today: CompleteDate } | null,
): Result<Household> {
  const key = check(recordKey, id, 'household.householdId')
  if (!key.ok) return key
  const row = rows.householdRow(database, key.value)
  if (row === undefined) return fail('RESIDENT-INCOMPLETE', 'household.householdId')
  const household = check(householdSchema, rows.shapeHousehold(row), 'household')
  if (!household.ok) return household
  if (members === null) return ok({ ...household.value, members: [] })

  const read: Resident[] = []
  for (const memberRow of rows.memberRows(database, key.value)) {
    const member = readResident(database, memberRow, 'member', members.today)
    if (!member.ok) return member
    const withNumbers = addNumbers(database, member.value, members.numbers)
    if (!withNumbers.ok) return withNumbers
    read.push(withNumbers.value)
  }
  const heads = read.filter((member) => member.isHead)
  if (heads.length !== 1) return fail('RESIDENT-INCOMPLETE', 'household.head')
  if (heads[0]?.name.text !== household.value.headName) return fail('RESIDENT-INCOMPLETE', 'household.headName')
  return ok({ ...household.value, members: read })
}

function readResident(database: Database.Database, row: rows.Row, who: 'applicant' | 'member', today: CompleteDate): Result<Resident> {
  const id = check(recordKey, row.resident_id, `${who}.residentId`)
  if (!id.ok) return id
  const resident = check(residentSchema, rows.shapeResident(row, rows.remarkRows(database, id.value)), who)
  if (!resident.ok) return resident
  const bornLater = compareDays(earliestDay(resident.value.birthDate), today) > 0
  return bornLater ? fail('RESIDENT-INCOMPLETE', `${who}.birthDate`) : resident
}

function addNumbers(database: Database.Database, resident: Resident, wanted: NumbersWanted): Result<Resident> {
  let complete = resident
  if (wanted.individualNumber) {
    const number = check(individualNumberSchema, rows.numberOf(database, 'individual_number', resident.residentId), 'member.individualNumber')
    if (!number.ok) return number
    complete = { ...complete, individualNumber: number.value }
  }
  if (wanted.residentRecordCode) {
    const code = check(residentRecordCodeSchema, rows.numberOf(database, 'resident_record_code', resident.residentId), 'member.residentRecordCode')
    if (!code.ok) return code
    complete = { ...complete, residentRecordCode: code.value }
  }
  return ok(complete)
}

/** A block this version does not know must not be passed over: whoever set it wanted nothing printed. */
function readBlocks(database: Database.Database, residents: readonly Resident[]): Result<readonly BarringBlock[]> {
  const blocks: BarringBlock[] = []
  for (const residentId of new Set(residents.map((resident) => resident.residentId))) {
    for (const recorded of rows.blockRows(database, residentId)) {
      const block = check(issuanceBlockSchema, recorded, 'issuanceBlock')
      if (!block.ok) return block
      blocks.push({ residentId, block: block.value })
    }
  }
  return ok(blocks)
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): Result<z.output<Schema>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const path = parsed.error.issues[0]?.path.map(String) ?? []
  return fail('RESIDENT-INCOMPLETE', [place, ...path].join('.'))
}
