import type { SubjectPerson } from '../documents/subject.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { CivilDate, Household } from '../residents/resident.ts'

const two = (part: number | null): string => (part === null ? '??' : String(part).padStart(2, '0'))

/** Gregorian YYYY-MM-DD with "??" for what the record does not know. */
export function isoLike(date: CivilDate): string {
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}

/** The persons of a paper in the order of the record. RESIDENT-CHANGED when one of them is no longer there. */
export function subjectPersons(household: Household, residentIds: readonly string[]): Result<readonly SubjectPerson[]> {
  const wanted = new Set(residentIds)
  const persons = household.members
    .filter((member) => wanted.has(member.residentId))
    .map((member) => ({ residentId: member.residentId, name: member.name.text, birthDate: isoLike(member.birthDate) }))
  return persons.length === wanted.size && persons.length > 0 ? ok(persons) : fail('RESIDENT-CHANGED')
}
