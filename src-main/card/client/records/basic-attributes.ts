import { fail, ok, type Result } from '../../../failures/result.ts'
import type { BasicAttributes } from '../../card-contents.ts'
import { objectLength, RecordFields } from './record-fields.ts'

const tag = { file: 0xff20, offsets: 0xdf21, name: 0xdf22, address: 0xdf23, birthDate: 0xdf24, sex: 0xdf25 } as const
/** Positions of DF22 to DF25 as big-endian 16-bit numbers from the start of the file. */
const offsetTableLength = 8

/** Bytes of EF 0002 of 券面事項入力補助AP up to its filler, from its first bytes. Failure: CARD-MALFORMED. */
export const basicAttributesLength = objectLength(tag.file)

/**
 * EF 0002 of 券面事項入力補助AP (reference card.md §5.1). The fields are found by their tags; the offset table
 * must be there, but is not trusted to find anything: the issuer's signature covers the objects and leaves
 * the table out. Failure: CARD-MALFORMED.
 */
export function parseBasicAttributes(file: Uint8Array): Result<BasicAttributes> {
  const record = RecordFields.parse(file, tag.file)
  if (!record.ok) return record
  const fields = record.value
  const offsets = fields.value(tag.offsets)
  if (!offsets.ok) return offsets
  if (offsets.value.length !== offsetTableLength) return fail('CARD-MALFORMED', 'offset table of another length')
  const name = fields.text(tag.name)
  if (!name.ok) return name
  const address = fields.text(tag.address)
  if (!address.ok) return address
  const birthDate = fields.date(tag.birthDate)
  if (!birthDate.ok) return birthDate
  const sex = fields.code(tag.sex)
  return sex.ok ? ok({ name: name.value, address: address.value, birthDate: birthDate.value, sex: sex.value }) : sex
}

/** What the issuer's digest covers: from the name to the end, the offset table left out. Failure: CARD-MALFORMED. */
export function digestedAttributes(file: Uint8Array): Result<Uint8Array> {
  const record = RecordFields.parse(file, tag.file)
  return record.ok ? record.value.from(tag.name) : record
}
