import { fail, ok, type Result } from '../../failures/result.ts'

/** One BER-TLV object. */
export interface Tlv {
  /** All tag bytes as one number, such as 0xdf21. */
  readonly tag: number
  readonly value: Uint8Array
  /** Of the first tag byte, from the start of the bytes that were read. */
  readonly start: number
}

export interface TlvHeader {
  readonly tag: number
  /** Bytes of tag and length field together. */
  readonly headerLength: number
  readonly valueLength: number
}

/**
 * Tag and length at the start of `bytes`. Tags of one or two bytes (FFxx, DFxx); lengths of up to three
 * bytes, also when not minimal: real files hold `82 00 nn` (reference card.md §5). CARD-MALFORMED for an
 * indefinite or longer length, a longer tag, or a header that the bytes end in.
 */
export function readTlvHeader(bytes: Uint8Array): Result<TlvHeader> {
  const [first, second] = bytes
  if (first === undefined) return malformed('no tag')
  const tagLength = (first & 0x1f) === 0x1f ? 2 : 1
  let tag = first
  if (tagLength === 2) {
    if (second === undefined) return malformed('tag cut short')
    if (second >= 0x80) return malformed('tag of more than two bytes')
    tag = (first << 8) | second
  }
  const lead = bytes[tagLength]
  if (lead === undefined) return malformed('no length')
  if (lead < 0x80) return ok({ tag, headerLength: tagLength + 1, valueLength: lead })
  const count = lead & 0x7f
  if (count < 1 || count > 3) return malformed('length field of a form not used on this card')
  const field = bytes.subarray(tagLength + 1, tagLength + 1 + count)
  if (field.length < count) return malformed('length cut short')
  return ok({ tag, headerLength: tagLength + 1 + count, valueLength: field.reduce((value, byte) => value * 256 + byte, 0) })
}

/** The objects of a file or of a constructed value, up to its end or its FF filler. Values are views, not copies. */
export function readTlvs(bytes: Uint8Array): Result<Tlv[]> {
  const objects: Tlv[] = []
  let at = 0
  while (at < bytes.length) {
    const rest = bytes.subarray(at)
    if (isFiller(rest)) break
    const header = readTlvHeader(rest)
    if (!header.ok) return header
    const { tag, headerLength, valueLength } = header.value
    const end = headerLength + valueLength
    if (end > rest.length) return malformed('value runs past the end')
    objects.push({ tag, value: rest.subarray(headerLength, end), start: at })
    at += end
  }
  return ok(objects)
}

/** The one object with this tag; CARD-MALFORMED when there is none or more than one. */
export function onlyTlv(objects: readonly Tlv[], tag: number): Result<Tlv> {
  const found = objects.filter((object) => object.tag === tag)
  const [only] = found
  return found.length === 1 && only !== undefined ? ok(only) : malformed(`${found.length} objects with tag ${tag.toString(16).toUpperCase()}`)
}

/** Erased file content. FF can also open a tag (FF20), but never one that goes on with FF. */
function isFiller(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0xff)
}

function malformed(detail: string): ReturnType<typeof fail> {
  return fail('CARD-MALFORMED', `TLV: ${detail}`)
}
