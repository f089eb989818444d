import { ok, type Result } from '../../failures/result.ts'
import type { SealedPlace } from './envelope.ts'
import type { SealedRecords } from './sealed-records.ts'

/** The word of a reason, followed by ": " and the note where one was typed; null: there is neither. */
export function notedReason(sealed: SealedRecords, place: SealedPlace, reason: string | null): Result<string | null> {
  const note = sealed.open(place)
  // A note whose retention time is over leaves the reason standing.
  if (!note.ok && note.failure.code !== 'REQUEST-NOT-FOUND') return note
  const text = note.ok && typeof note.value === 'string' ? note.value : null
  return ok([reason, text].filter((each) => each !== null).join(': ') || null)
}
