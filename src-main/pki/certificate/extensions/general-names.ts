import { contextTag, DerCursor, DerError, openWhole, TAG, toHex, wholeElement, type DerElement } from '../../der/der-reader.ts'
import { objectIdentifier } from '../../der/primitives.ts'
import { distinguishedName, nameKey, type DistinguishedName } from '../distinguished-name.ts'

/** GeneralName (RFC 5280 §4.2.1.6). */
export type GeneralName =
  | { readonly kind: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly text: string }
  | { readonly kind: 'directoryName'; readonly name: DistinguishedName }
  /** Four or sixteen octets in a name; twice as many, with the mask, in a constraint. */
  | { readonly kind: 'iPAddress'; readonly octets: Uint8Array }
  /** `type` is the object identifier of an otherName, else empty. */
  | { readonly kind: 'otherName' | 'x400Address' | 'ediPartyName' | 'registeredID'; readonly type: string; readonly encoding: Uint8Array }

export type GeneralNameKind = GeneralName['kind']

const tagOf = {
  otherName: contextTag(0, 'constructed'),
  rfc822Name: contextTag(1, 'primitive'),
  dNSName: contextTag(2, 'primitive'),
  x400Address: contextTag(3, 'constructed'),
  // Name is a CHOICE, so its tag is EXPLICIT.
  directoryName: contextTag(4, 'constructed'),
  ediPartyName: contextTag(5, 'constructed'),
  uniformResourceIdentifier: contextTag(6, 'primitive'),
  iPAddress: contextTag(7, 'primitive'),
  registeredID: contextTag(8, 'primitive'),
} as const

function ia5Text(content: Uint8Array, what: string): string {
  if (content.some((octet) => octet >= 0x80)) throw new DerError(`${what} is text outside ASCII`)
  return Buffer.from(content).toString('latin1')
}

export function generalName({ tag, content, encoding }: DerElement, what: string): GeneralName {
  switch (tag) {
    case tagOf.otherName: {
      const cursor = new DerCursor(content, what)
      const type = objectIdentifier(cursor.take(TAG.objectIdentifier).content, what)
      cursor.take(contextTag(0, 'constructed'))
      cursor.end()
      return { kind: 'otherName', type, encoding }
    }
    case tagOf.rfc822Name:
      return { kind: 'rfc822Name', text: ia5Text(content, what) }
    case tagOf.dNSName:
      return { kind: 'dNSName', text: ia5Text(content, what) }
    case tagOf.uniformResourceIdentifier:
      return { kind: 'uniformResourceIdentifier', text: ia5Text(content, what) }
    case tagOf.directoryName:
      return { kind: 'directoryName', name: distinguishedName(wholeElement(content, TAG.sequence, what), what) }
    case tagOf.iPAddress:
      return { kind: 'iPAddress', octets: content }
    case tagOf.x400Address:
      return { kind: 'x400Address', type: '', encoding }
    case tagOf.ediPartyName:
      return { kind: 'ediPartyName', type: '', encoding }
    case tagOf.registeredID:
      return { kind: 'registeredID', type: '', encoding }
    default:
      throw new DerError(`${what} has a name of an unknown kind`)
  }
}

/** The content of GeneralNames, SIZE (1..MAX), however it is tagged. */
export function generalNames(content: Uint8Array, what: string): readonly GeneralName[] {
  const list = new DerCursor(content, what)
  const names: GeneralName[] = []
  do names.push(generalName(list.next(), what))
  while (!list.atEnd)
  return names
}

const addressOctets: readonly number[] = [4, 16]

/** subjectAltName. An address of neither IPv4 nor IPv6 is refused. */
export function subjectAltName(value: Uint8Array): readonly GeneralName[] {
  const what = 'subjectAltName'
  const list = openWhole(value, TAG.sequence, what)
  const names: GeneralName[] = []
  do names.push(generalName(list.next(), what))
  while (!list.atEnd)
  if (names.some((name) => name.kind === 'iPAddress' && !addressOctets.includes(name.octets.length)))
    throw new DerError(`${what} has an address of wrong size`)
  return names
}

/** Equal for names that are the same by RFC 5280 §7; two names of different kinds are never the same. */
export function generalNameKey(name: GeneralName): string {
  switch (name.kind) {
    case 'directoryName':
      return `directoryName ${nameKey(name.name)}`
    case 'iPAddress':
      return `iPAddress ${toHex(name.octets)}`
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return `${name.kind} ${name.text}`
    default:
      return `${name.kind} ${toHex(name.encoding)}`
  }
}
