import { fail, ok, type Result } from '../../../failures/result.ts'
import { RecordFields } from './record-fields.ts'

/** EF 0001 of 券面事項入力補助AP: FF10 with 12 ASCII digits, then two bytes of filler that its digest takes in (reference card.md §5.1). */
export const individualNumberFileLength = 17
const tag = 0xff10
const digits = 12

/** A copy of the digits, which the caller zeroes. Failure: CARD-MALFORMED. */
export function parseIndividualNumber(file: Uint8Array): Result<Uint8Array> {
  const header = RecordFields.single(file, tag)
  if (!header.ok) return header
  const number = header.value
  const isNumber = number.length === digits && number.every((byte) => byte >= 0x30 && byte <= 0x39)
  return isNumber ? ok(Uint8Array.from(number)) : fail('CARD-MALFORMED', 'an individual number of another form')
}
