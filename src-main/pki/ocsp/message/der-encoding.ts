/** The few DER elements (ITU-T X.690) of an OCSP request; each function returns one whole element. */

function lengthOctets(octets: number): Uint8Array {
  if (octets < 0x80) return Uint8Array.of(octets)
  if (octets < 0x100) return Uint8Array.of(0x81, octets)
  if (octets < 0x10000) return Uint8Array.of(0x82, octets >> 8, octets & 0xff)
  throw new RangeError('no element of an OCSP request has more than 65535 octets')
}

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents)
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(content.length), content])
}

/** OBJECT IDENTIFIER of a dotted text whose arcs are below 2^31. */
export function objectIdentifierElement(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [root * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f]
    for (let high = arc >>> 7; high > 0; high >>>= 7) groups.unshift((high & 0x7f) | 0x80)
    return groups
  })
  return element(0x06, Uint8Array.from(octets))
}
