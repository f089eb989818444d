import { ippGroup, type IppResponse, type IppValue } from './ipp-message.ts'

/** A response that is not IPP, with the offset of the byte that says so. Never holds the response itself. */
export class IppFormatError extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(`${reason} at byte ${offset}`)
    this.name = 'IppFormatError'
    this.offset = offset
  }
}

/** More than any printer's full answer holds; a hostile one must not fill the memory with tiny values. */
const mostValues = 20_000

class Cursor {
  at = 0
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  take(count: number): Buffer {
    if (this.at + count > this.#bytes.length) throw new IppFormatError('the message ends too early', this.at)
    const taken = this.#bytes.subarray(this.at, this.at + count)
    this.at += count
    return taken
  }

  uint(bytes: 1 | 2): number {
    return this.take(bytes).readUIntBE(0, bytes)
  }
}

const lastDelimiter = 0x0f

function valueOf(tag: number, bytes: Buffer, at: number): IppValue {
  switch (tag) {
    case 0x21:
    case 0x23:
      if (bytes.length !== 4) throw new IppFormatError('an integer is not four bytes', at)
      return bytes.readInt32BE(0)
    case 0x22:
      if (bytes.length !== 1) throw new IppFormatError('a boolean is not one byte', at)
      return bytes[0] !== 0
    default:
      // 0x41..0x49 are the character strings; out-of-band values (0x10..0x1f) have no bytes.
      return tag >= 0x41 && tag <= 0x49 ? bytes.toString('utf8') : Uint8Array.from(bytes)
  }
}

/**
 * Reads a response (RFC 8010 §3). Members of collections appear as further values of the attribute that holds
 * them; none is used here. Whatever follows the end-of-attributes tag is ignored.
 * @throws IppFormatError for every sequence of bytes that is not a whole message.
 */
export function decodeIpp(bytes: Uint8Array): IppResponse {
  const cursor = new Cursor(bytes)
  const version = [cursor.uint(1), cursor.uint(1)] as const
  const status = cursor.uint(2)
  const requestId = cursor.take(4).readInt32BE(0)
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = []
  let values: IppValue[] | null = null
  let count = 0
  for (;;) {
    const at = cursor.at
    const tag = cursor.uint(1)
    if (tag === ippGroup.end) return { version, status, requestId, groups }
    if (tag <= lastDelimiter) {
      groups.push({ tag, attributes: new Map() })
      values = null
      continue
    }
    const group = groups.at(-1)
    if (group === undefined) throw new IppFormatError('an attribute before any group', at)
    const name = cursor.take(cursor.uint(2)).toString('latin1')
    const value = valueOf(tag, cursor.take(cursor.uint(2)), at)
    if (++count > mostValues) throw new IppFormatError('too many values', at)
    if (name !== '') {
      values = []
      // The first of two attributes with one name counts; a second is an error of the sender (RFC 8011 §4.1.3).
      if (!group.attributes.has(name)) group.attributes.set(name, values)
    }
    if (values === null) throw new IppFormatError('a further value of no attribute', at)
    values.push(value)
  }
}

const inGroup = (response: IppResponse, tag: number, name: string): readonly IppValue[] =>
  response.groups.find((group) => group.tag === tag && group.attributes.has(name))?.attributes.get(name) ?? []

/** Values of one attribute that are text; empty where there are none. */
export const textValues = (response: IppResponse, group: number, name: string): readonly string[] =>
  inGroup(response, group, name).filter((value) => typeof value === 'string')

/** Values of one attribute that are integers or enumerations; empty where there are none. */
export const numberValues = (response: IppResponse, group: number, name: string): readonly number[] =>
  inGroup(response, group, name).filter((value) => typeof value === 'number')

/** Values of one attribute that are booleans; empty where there are none. */
export const booleanValues = (response: IppResponse, group: number, name: string): readonly boolean[] =>
  inGroup(response, group, name).filter((value) => typeof value === 'boolean')
