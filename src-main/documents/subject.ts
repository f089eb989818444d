import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whose paper it is: binds data, PDF and print job to one request. Lower-case hex SHA-256 over the request
 * id and the identity of every person on the paper. Compared after rendering and again just before the
 * bytes go to the printer (the 2023 mis-issuance cases: reference counter-procedures §E.5).
 */
export type SubjectDigest = string

export interface SubjectPerson {
  readonly residentId: string
  readonly name: string
  /** Gregorian YYYY-MM-DD, unknown parts as "??". */
  readonly birthDate: string
}

export function subjectDigest(requestId: string, persons: readonly SubjectPerson[]): SubjectDigest {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([requestId, persons.map((person) => [person.residentId, person.name, person.birthDate])]), 'utf8')
  return hash.digest('hex')
}

export function sameSubject(left: SubjectDigest, right: SubjectDigest): boolean {
  const a = Buffer.from(left, 'utf8')
  const b = Buffer.from(right, 'utf8')
  return a.length === b.length && a.length === 64 && timingSafeEqual(a, b)
}
