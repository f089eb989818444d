import { DerCursor, DerError, sameBytes, TAG, toHex, type DerElement } from '../der/der-reader.ts'
import { objectIdentifier } from '../der/primitives.ts'

export interface NameAttribute {
  /** Dotted object identifier. */
  readonly type: string
  readonly value: DerElement
}

/** Name (RFC 5280 §4.1.2.4): a list of sets of attributes, outermost (country) first. */
export interface DistinguishedName {
  readonly encoding: Uint8Array
  readonly rdns: readonly (readonly NameAttribute[])[]
}

const maxAttributes = 64

/** The attributes in the content octets of a RelativeDistinguishedName, SIZE (1..MAX). */
export function relativeName(content: Uint8Array, what: string): readonly NameAttribute[] {
  const set = new DerCursor(content, what)
  const attributes: NameAttribute[] = []
  do {
    const pair = set.open(TAG.sequence, what)
    attributes.push({ type: objectIdentifier(pair.take(TAG.objectIdentifier).content, what), value: pair.next() })
    pair.end()
    if (attributes.length > maxAttributes) throw new DerError(`${what} has more than ${maxAttributes} attributes`)
  } while (!set.atEnd)
  return attributes
}

export function distinguishedName(element: DerElement, what: string): DistinguishedName {
  if (element.tag !== TAG.sequence) throw new DerError(`${what} is not a name`)
  const list = new DerCursor(element.content, what)
  const rdns: (readonly NameAttribute[])[] = []
  let count = 0
  while (!list.atEnd) {
    const attributes = relativeName(list.take(TAG.set).content, what)
    count += attributes.length
    if (count > maxAttributes) throw new DerError(`${what} has more than ${maxAttributes} attributes`)
    rdns.push(attributes)
  }
  return { encoding: element.encoding, rdns }
}

const decoders: Readonly<Record<number, string>> = {
  [TAG.utf8String]: 'utf-8',
  [TAG.printableString]: 'latin1',
  [TAG.ia5String]: 'latin1',
  [TAG.bmpString]: 'utf-16be',
}

/** Text of a directory string, or null for a kind that has no agreed characters (TeletexString) or broken ones. */
function attributeText({ tag, content }: DerElement): string | null {
  const encoding = decoders[tag]
  if (encoding === undefined) return null
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Short names of RFC 4514 §3; every other type is written as its object identifier. */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
}

/** RFC 4514 §2.4. */
const escapeText = (text: string): string =>
  Array.from(text)
    .map((character, i, { length }) => {
      const atEdge = i === 0 || i === length - 1
      if (character === '\0') return String.raw`\00`
      const special = '"+,;<>\\'.includes(character) || (character === ' ' && atEdge) || (character === '#' && i === 0)
      return special ? `\\${character}` : character
    })
    .join('')

function attributeAsText({ type, value }: NameAttribute): string {
  const shortName = shortNames[type]
  const text = shortName === undefined ? null : attributeText(value)
  // RFC 4514 §2.4: what has no string form is '#' and the hexadecimal BER encoding.
  return text === null ? `${shortName ?? type}=#${toHex(value.encoding)}` : `${shortName}=${escapeText(text)}`
}

/** RFC 4514 text: innermost first, `CN=…,OU=…,O=…,C=JP`. */
export const nameAsText = ({ rdns }: DistinguishedName): string =>
  rdns
    .toReversed()
    .map((rdn) => rdn.map(attributeAsText).join('+'))
    .join(',')

/** Characters that RFC 4518 §2.2 maps to nothing: soft hyphens, joiners, variation selectors, controls. */
const mappedToNothing = /[\u00AD\u1806\u034F\u180B-\u180D\uFE00-\uFE0F\uFFFC\u200B-\u200F\u202A-\u202E\u2060-\u2063\u206A-\u206F\uFEFF\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u06DD\u070F\u180E]/gu

/** RFC 5280 §7.1: letters of either case and runs of white space are equal; other kinds of value compare as bytes. */
function comparable({ type, value }: NameAttribute): string {
  const text = attributeText(value)
  const prepared =
    text === null ? `#${toHex(value.encoding)}` : `=${text.replaceAll(mappedToNothing, '').normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`
  return JSON.stringify([type, prepared])
}

const comparableRdn = (rdn: readonly NameAttribute[]): string => rdn.map(comparable).sort().join()

const rdnKeys = new WeakMap<DistinguishedName, readonly string[]>()

/** Comparable form of each RDN, outermost first: equal text for equal RDNs (RFC 5280 §7.1). */
export function comparableRdns(name: DistinguishedName): readonly string[] {
  const known = rdnKeys.get(name) ?? name.rdns.map(comparableRdn)
  rdnKeys.set(name, known)
  return known
}

/** Equal text for equal names. JSON has no bare line feed, so none can be forged inside an attribute. */
export const nameKey = (name: DistinguishedName): string => comparableRdns(name).join('\n')

/** `nameKey` of the name one RDN below that of `parentKey`. */
export const relativeNameKey = (parentKey: string, rdn: readonly NameAttribute[]): string =>
  parentKey === '' ? comparableRdn(rdn) : `${parentKey}\n${comparableRdn(rdn)}`

export const sameName = (a: DistinguishedName, b: DistinguishedName): boolean => sameBytes(a.encoding, b.encoding) || nameKey(a) === nameKey(b)

/** Whether `name` is `base` or lies below it, as directoryName constraints mean it (RFC 5280 §4.2.1.10). */
export function isWithin(name: DistinguishedName, base: DistinguishedName): boolean {
  const inner = comparableRdns(name)
  return comparableRdns(base).every((rdn, i) => rdn === inner[i])
}
