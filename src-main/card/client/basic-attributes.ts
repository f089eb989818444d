import { fail, ok, type Result } from '../../failures/result.ts'
import { onlyTlv, readTlvHeader, readTlvs, type Tlv } from '../codec/tlv.ts'
import type { BasicAttributes } from '../individual-number-card.ts'

const tag = { file: 0xff20, offsets: 0xdf21, name: 0xdf22, address: 0xdf23, birthDate: 0xdf24, sex: 0xdf25 } as const
/** Positions of DF22 to DF25 as big-endian 16-bit numbers from the start of the file. */
const offsetTableLength = 8

/** Bytes of EF 0002 of 券面事項入力補助AP up to its filler, from its first bytes. Failure: CARD-MALFORMED. */
export function basicAttributesLength(prefix: Uint8Array): Result<number> {
  const header = readTlvHeader(prefix)
  if (!header.ok) return header
  if (header.value.tag !== tag.file) return fail('CARD-MALFORMED', 'no basic attributes')
  return ok(header.value.headerLength + header.value.valueLength)
}

/**
 * EF 0002 of 券面事項入力補助AP (reference card.md §5.1). The fields are found by their tags; the offset table
 * must be there, but is not trusted to find anything: the issuer's signature covers the objects and leaves
 * the table out. Failure: CARD-MALFORMED.
 */
export function parseBasicAttributes(file: Uint8Array): Result<BasicAttributes> {
  const outer = readTlvs(file)
  if (!outer.ok) return outer
  const content = onlyTlv(outer.value, tag.file)
  if (!content.ok) return content
  const fields = readTlvs(content.value.value)
  if (!fields.ok) return fields
  const offsets = onlyTlv(fields.value, tag.offsets)
  if (!offsets.ok) return offsets
  if (offsets.value.value.length !== offsetTableLength) return fail('CARD-MALFORMED', 'offset table of another length')
  const name = text(fields.value, tag.name)
  if (!name.ok) return name
  const address = text(fields.value, tag.address)
  if (!address.ok) return address
  const birthDate = text(fields.value, tag.birthDate)
  if (!birthDate.ok) return birthDate
  const iso = isoDate(birthDate.value)
  if (iso === null) return fail('CARD-MALFORMED', 'birth date is no date')
  const sex = text(fields.value, tag.sex)
  if (!sex.ok) return sex
  if (!/^\d$/.test(sex.value)) return fail('CARD-MALFORMED', 'sex is no code')
  return ok({ name: name.value, address: address.value, birthDate: iso, sex: sex.value })
}

function text(fields: readonly Tlv[], wanted: number): Result<string> {
  const field = onlyTlv(fields, wanted)
  if (!field.ok) return field
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(field.value.value))
  } catch {
    return fail('CARD-MALFORMED', `text of tag ${wanted.toString(16).toUpperCase()} is not UTF-8`)
  }
}

/** YYYYMMDD, Gregorian, to an ISO date; null when there is no such day. */
function isoDate(digits: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (match === null) return null
  const iso = match.slice(1).join('-')
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null
}
