import { fail, ok, type Result } from '../../../failures/result.ts'
import { onlyTlv, readTlvHeader, readTlvs, type Tlv } from '../../codec/tlv.ts'
import type { FileContent } from '../session/file-reader.ts'
import { chipDate } from './chip-date.ts'

/** Says from its first bytes how long a file's one object is. Failure: CARD-MALFORMED when it begins with another tag. */
export function objectLength(tag: number): (prefix: Uint8Array) => Result<number> {
  return (prefix) => {
    const header = readTlvHeader(prefix)
    if (!header.ok) return header
    if (header.value.tag !== tag) return fail('CARD-MALFORMED', `no object with tag ${hex(tag)}`)
    return ok(header.value.headerLength + header.value.valueLength)
  }
}

/** The fields inside a file's one object. */
export class RecordFields {
  readonly #content: Uint8Array
  readonly #fields: readonly Tlv[]

  private constructor(content: Uint8Array, fields: readonly Tlv[]) {
    this.#content = content
    this.#fields = fields
  }

  /** Failure: CARD-MALFORMED, also for a file that is not there. */
  static of(file: FileContent, tag: number): Result<RecordFields> {
    return file.kind === 'absent' ? fail('CARD-MALFORMED', `no record with tag ${hex(tag)}`) : RecordFields.parse(file.bytes, tag)
  }

  static parse(bytes: Uint8Array, tag: number): Result<RecordFields> {
    const record = RecordFields.single(bytes, tag)
    if (!record.ok) return record
    const fields = readTlvs(record.value)
    return fields.ok ? ok(new RecordFields(record.value, fields.value)) : fields
  }

  /** Value of the one object with this tag, whatever is in it. Failure: CARD-MALFORMED. */
  static single(bytes: Uint8Array, tag: number): Result<Uint8Array> {
    const outer = readTlvs(bytes)
    if (!outer.ok) return outer
    const record = onlyTlv(outer.value, tag)
    return record.ok ? ok(record.value.value) : record
  }

  /** Failure: CARD-MALFORMED when there is none, or more than one. */
  value(tag: number): Result<Uint8Array> {
    const field = onlyTlv(this.#fields, tag)
    return field.ok ? ok(field.value.value) : field
  }

  /** The objects themselves, tag and length included, one behind the other in this order, as signatures cover them. */
  objects(...tags: readonly number[]): Result<Uint8Array> {
    const parts: Uint8Array[] = []
    for (const tag of tags) {
      const field = onlyTlv(this.#fields, tag)
      if (!field.ok) return field
      parts.push(this.#content.subarray(field.value.start, endOf(field.value, this.#content)))
    }
    return ok(Buffer.concat(parts))
  }

  /** All bytes from one object to the end of the last. */
  from(tag: number): Result<Uint8Array> {
    const field = onlyTlv(this.#fields, tag)
    const last = this.#fields.at(-1)
    if (!field.ok || last === undefined) return field.ok ? fail('CARD-MALFORMED', 'an empty record') : field
    return ok(this.#content.subarray(field.value.start, endOf(last, this.#content)))
  }

  text(tag: number): Result<string> {
    const value = this.value(tag)
    if (!value.ok) return value
    try {
      return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value.value))
    } catch {
      return fail('CARD-MALFORMED', `text of tag ${hex(tag)} is not UTF-8`)
    }
  }

  /** YYYYMMDD as an ISO date. */
  date(tag: number): Result<string> {
    const digits = this.text(tag)
    if (!digits.ok) return digits
    const iso = chipDate(digits.value)
    return iso === null ? fail('CARD-MALFORMED', `date of tag ${hex(tag)} is no day`) : ok(iso)
  }

  /** One digit. */
  code(tag: number): Result<string> {
    const digit = this.text(tag)
    if (!digit.ok) return digit
    return /^\d$/.test(digit.value) ? digit : fail('CARD-MALFORMED', `tag ${hex(tag)} is no code`)
  }
}

function endOf(field: Tlv, content: Uint8Array): number {
  return field.value.byteOffset - content.byteOffset + field.value.length
}

function hex(tag: number): string {
  return tag.toString(16).toUpperCase()
}
