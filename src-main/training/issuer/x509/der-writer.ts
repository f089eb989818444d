/** Writes the DER (ITU-T X.690) that the training PKI needs. Each function returns one whole element. */

function length(octets: number): Uint8Array {
  if (octets < 0x80) return Uint8Array.of(octets)
  const digits = Buffer.from(octets.toString(16).padStart(octets.toString(16).length + (octets.toString(16).length % 2), '0'), 'hex')
  return Uint8Array.of(0x80 | digits.length, ...digits)
}

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  return Buffer.concat([Uint8Array.of(tag), length(content.length), content])
}

export const sequence = (...members: readonly Uint8Array[]): Uint8Array => element(0x30, ...members)

/** SET OF: DER sorts the members by their encodings. */
export const setOf = (...members: readonly Uint8Array[]): Uint8Array => element(0x31, ...members.toSorted((a, b) => Buffer.compare(a, b)))

/** [number] EXPLICIT, or IMPLICIT over a constructed type. */
export const tagged = (number: number, ...contents: readonly Uint8Array[]): Uint8Array => element(0xa0 | number, ...contents)

/** [number] IMPLICIT over a primitive type. */
export const taggedPrimitive = (number: number, content: Uint8Array): Uint8Array => element(0x80 | number, content)

export function integer(value: bigint): Uint8Array {
  if (value < 0n) throw new Error('the training PKI has no negative integers')
  const digits = value.toString(16)
  const octets = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  return (octets[0] ?? 0) >= 0x80 ? element(0x02, Uint8Array.of(0), octets) : element(0x02, octets)
}

export const enumerated = (value: number): Uint8Array => element(0x0a, Uint8Array.of(value))

export const boolean = (value: boolean): Uint8Array => element(0x01, Uint8Array.of(value ? 0xff : 0x00))

export const nothing = (): Uint8Array => element(0x05)

export const octetString = (content: Uint8Array): Uint8Array => element(0x04, content)

export const bitString = (content: Uint8Array, unusedBits = 0): Uint8Array => element(0x03, Uint8Array.of(unusedBits), content)

/** Named bit list: trailing zero bits are left out (X.690 §11.2.2). Bits are numbered from the most significant. */
export function namedBits(bits: readonly number[]): Uint8Array {
  const highest = Math.max(...bits)
  const octets = new Uint8Array((highest >> 3) + 1)
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  return bitString(octets, 7 - (highest & 7))
}

export function objectIdentifier(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [root * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f]
    for (let high = arc >>> 7; high > 0; high >>>= 7) groups.unshift((high & 0x7f) | 0x80)
    return groups
  })
  return element(0x06, Uint8Array.from(octets))
}

export const utf8String = (text: string): Uint8Array => element(0x0c, Buffer.from(text, 'utf8'))

/** PrintableString; throws on a character it lacks (X.680 §41.4). */
export function printableString(text: string): Uint8Array {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) throw new Error(`not a PrintableString: ${text}`)
  return element(0x13, Buffer.from(text, 'latin1'))
}

export const ia5String = (text: string): Uint8Array => element(0x16, Buffer.from(text, 'latin1'))

/** Time of RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime after. Whole seconds. */
export function time(instant: Date): Uint8Array {
  const digits = `${instant.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
  const year = instant.getUTCFullYear()
  return year >= 1950 && year < 2050 ? element(0x17, Buffer.from(digits.slice(2), 'latin1')) : element(0x18, Buffer.from(digits, 'latin1'))
}
