import type { SubjectPerson } from '../documents/subject.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { formatIsoLike } from '../residents/dates/civil-date.ts'
import type { Household } from '../residents/resident.ts'

/** The persons of a paper in the order of the record. RESIDENT-CHANGED when one of them is no longer there. */
export function subjectPersons(household: Household, residentIds: readonly string[]): Result<readonly SubjectPerson[]> {
  const wanted = new Set(residentIds)
  const persons = household.members
    .filter((member) => wanted.has(member.residentId))
    .map((member) => ({ residentId: member.residentId, name: member.name.text, birthDate: formatIsoLike(member.birthDate) }))
  return persons.length === wanted.size && persons.length > 0 ? ok(persons) : fail('RESIDENT-CHANGED')
}
