import { DerError, TAG, toHex, type DerCursor, type DerElement } from './der-reader.ts'

/** INTEGER (or ENUMERATED) content: at least one octet, the shortest two's complement form (X.690 §8.3.2). */
export function integerContent(content: Uint8Array, what: string): Uint8Array {
  const [first, second] = content
  if (first === undefined) throw new DerError(`${what} is an empty integer`)
  const padded = second !== undefined && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (padded) throw new DerError(`${what} is an integer with needless leading octets`)
  return content
}

/** Value of an INTEGER of at most `maxOctets` octets, so that no input makes an expensive number. */
export function integerValue(content: Uint8Array, maxOctets: number, what: string): bigint {
  integerContent(content, what)
  if (content.length > maxOctets) throw new DerError(`${what} is an integer of more than ${maxOctets} octets`)
  return BigInt.asIntN(content.length * 8, BigInt(`0x${toHex(content)}`))
}

/** An INTEGER that must lie between 0 and 2^31 - 1. */
export function smallInteger(content: Uint8Array, what: string): number {
  const value = Number(integerValue(content, 4, what))
  if (value < 0) throw new DerError(`${what} is negative`)
  return value
}

/** DER allows 00 and FF only. */
export function booleanValue(content: Uint8Array, what: string): boolean {
  if (content.length !== 1 || (content[0] !== 0x00 && content[0] !== 0xff)) throw new DerError(`${what} is not a DER boolean`)
  return content[0] === 0xff
}

const maxObjectIdentifierOctets = 64

/** OBJECT IDENTIFIER in dotted form. Arcs may be as large as 128 bits (2.25 UUID arcs). */
export function objectIdentifier(content: Uint8Array, what: string): string {
  if (content.length === 0 || content.length > maxObjectIdentifierOctets) throw new DerError(`${what} is an object identifier of wrong size`)
  const arcs: bigint[] = []
  let arc = 0n
  let starting = true
  for (const octet of content) {
    if (starting && octet === 0x80) throw new DerError(`${what} is an object identifier with a padded arc`)
    arc = (arc << 7n) | BigInt(octet & 0x7f)
    starting = octet < 0x80
    if (starting) {
      arcs.push(arc)
      arc = 0n
    }
  }
  if (!starting) throw new DerError(`${what} is an object identifier that is cut short`)
  const [joint = 0n, ...rest] = arcs
  const root = joint < 80n ? joint / 40n : 2n
  return [root, joint - root * 40n, ...rest].join('.')
}

export interface BitString {
  readonly bytes: Uint8Array
  /** Bits of the last octet that do not count, 0 to 7; they are zero. */
  readonly unusedBits: number
}

export function bitString(content: Uint8Array, what: string): BitString {
  const [unusedBits] = content
  const bytes = content.subarray(1)
  if (unusedBits === undefined || unusedBits > 7 || (bytes.length === 0 && unusedBits !== 0)) throw new DerError(`${what} is not a bit string`)
  const last = bytes.at(-1) ?? 0
  if ((last & ((1 << unusedBits) - 1)) !== 0) throw new DerError(`${what} is a bit string whose unused bits are not zero`)
  return { bytes, unusedBits }
}

/** A BIT STRING that holds whole octets: keys and signatures. */
export function bitStringOctets(content: Uint8Array, what: string): Uint8Array {
  const { bytes, unusedBits } = bitString(content, what)
  if (unusedBits !== 0) throw new DerError(`${what} is a bit string that does not end on an octet`)
  return bytes
}

/** Bit `index` of a named bit list; bits beyond the end are zero. */
export const bitIsSet = ({ bytes }: BitString, index: number): boolean => (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1

const zulu = 0x5a
const digitZero = 0x30

/** The number in `count` decimal digits of `content` from `at`; NaN where one of them is no digit. */
function digits(content: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i += 1) {
    const digit = (content[i] ?? 0) - digitZero
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}

/**
 * Time ::= UTCTime | GeneralizedTime in the only forms RFC 5280 §4.1.2.5 allows: seconds given, no fraction, Zulu.
 * UTCTime years 50 to 99 are 1950 to 1999. GeneralizedTime before 2050 is an issuer's mistake that harms nobody and
 * is read as what it says. By arithmetic, not by texts: a list has one in each of its entries.
 */
export function timeValue({ tag, content }: DerElement, what: string): Date {
  const yearDigits = tag === TAG.utcTime ? 2 : tag === TAG.generalizedTime ? 4 : 0
  const given = digits(content, 0, yearDigits)
  const pair = (index: number): number => digits(content, yearDigits + 2 * index, 2)
  const [month, day, hour, minute, second] = [pair(0), pair(1), pair(2), pair(3), pair(4)]
  if (yearDigits === 0 || content.length !== yearDigits + 11 || content.at(-1) !== zulu || Number.isNaN(given + month + day + hour + minute + second))
    throw new DerError(`${what} is not a time as RFC 5280 writes it`)
  const year = yearDigits === 4 ? given : given + (given >= 50 ? 1900 : 2000)
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, day)
  instant.setUTCHours(hour, minute, second)
  // Date makes 30 February and 24:00:00 the next day; a calendar that says so is broken input.
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!exists) throw new DerError(`${what} is not a date of the calendar`)
  return instant
}

/** The next element of `cursor`, which must be a Time. */
export const takeTime = (cursor: DerCursor, what: string): Date => timeValue(cursor.next(), what)

/** True where a Time follows; nextUpdate of a CRL is optional. */
export const timeFollows = (cursor: DerCursor): boolean => cursor.peek() === TAG.utcTime || cursor.peek() === TAG.generalizedTime
