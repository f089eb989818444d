import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { compareDays, earliestDay, type CompleteDate } from '../../dates/civil-date.ts'
import { localDay } from '../../dates/local-day.ts'
import { barringBlocks, type BarringBlock, type LengthLimits } from '../../issuance/issuance-blocks.ts'
import type { ApplicantRecord, NumbersWanted, ResidentRegistry } from '../../resident-registry.ts'
import type { Household, Resident } from '../../resident.ts'
import { householdSchema, individualNumberSchema, issuanceBlockSchema, recordKey, residentRecordCodeSchema, residentSchema } from './record-schema.ts'
import * as rows from './record-rows.ts'
import { withRegistryFile } from './registry-file.ts'

export interface SqliteResidentRegistryOptions extends LengthLimits {
  /** Path of the SQLite file; opened read-only, anew for every question. */
  readonly file: string
}

const noNumbers: NumbersWanted = { individualNumber: false, residentRecordCode: false }

/**
 * The embedded resident registry (見本 or an export of the municipality's system). RESIDENT-INCOMPLETE carries the field as
 * `applicant.birthDate`, `member.name.text`, `household.address`: a name, never a value.
 */
export function createSqliteResidentRegistry({ file, ...limits }: SqliteResidentRegistryOptions): ResidentRegistry {
  let closed = false
  // A promise whose executor throws is rejected: bugs stay bugs.
  const ask = <T>(read: (database: Database.Database) => Result<T>): Promise<Result<T>> =>
    new Promise((resolve) => {
      resolve(closed ? fail('REGISTRY-UNAVAILABLE', 'closed') : withRegistryFile(file, read))
    })
  return {
    description: `embedded resident registry ${basename(file)}`,
    findByCertificate: (certificate, today) =>
      ask((database) => {
        const residentId = rows.linkedResidentId(database, certificate)
        if (typeof residentId !== 'string') return fail('RESIDENT-NOT-FOUND', 'no resident is linked to the certificate')
        return readApplicant(database, residentId, noNumbers, localDay(today), limits)
      }),
    readForIssue: (residentId, numbers, today) => ask((database) => readApplicant(database, residentId, numbers, localDay(today), limits)),
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
