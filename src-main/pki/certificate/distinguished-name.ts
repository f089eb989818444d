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

export function distinguishedName(element: DerElement, what: string): DistinguishedName {
  if (element.tag !== TAG.sequence) throw new DerError(`${what} is not a name`)
  const list = new DerCursor(element.content, what)
  const rdns: NameAttribute[][] = []
  let count = 0
  while (!list.atEnd) {
    const set = list.open(TAG.set, what)
    const attributes: NameAttribute[] = []
    do {
      const pair = set.open(TAG.sequence, what)
      attributes.push({ type: objectIdentifier(pair.take(TAG.objectIdentifier).content, what), value: pair.next() })
      pair.end()
      count += 1
      if (count > maxAttributes) throw new DerError(`${what} has more than ${maxAttributes} attributes`)
    } while (!set.atEnd)
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

/** RFC 5280 §7.1: letters of either case and runs of white space are equal; other kinds of value compare as bytes. */
function comparable({ type, value }: NameAttribute): string {
  const text = attributeText(value)
  const prepared = text === null ? `#${toHex(value.encoding)}` : `=${text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`
  return JSON.stringify([type, prepared])
}

const comparableRdn = (rdn: readonly NameAttribute[]): string => rdn.map(comparable).sort().join()

export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  if (sameBytes(a.encoding, b.encoding)) return true
  return a.rdns.length === b.rdns.length && a.rdns.every((rdn, i) => comparableRdn(rdn) === comparableRdn(b.rdns[i] ?? []))
}
