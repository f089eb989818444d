import { contextTag, DerCursor, DerError, openWhole, TAG, toHex, wholeElement } from '../der/der-reader.ts'
import { bitIsSet, bitString, booleanValue, objectIdentifier, smallInteger } from '../der/primitives.ts'
import { distinguishedName, type DistinguishedName } from './distinguished-name.ts'

/** Object identifiers of RFC 5280 §4.2 and §5.2. */
export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const

export interface Extension {
  readonly id: string
  readonly critical: boolean
  /** Content of extnValue's OCTET STRING. */
  readonly value: Uint8Array
}

const maxExtensions = 64

/** Extensions ::= SEQUENCE SIZE (1..MAX). The same extension twice is refused (RFC 5280 §4.2). */
export function extensionList(list: DerCursor, what: string): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>()
  do {
    const one = list.open(TAG.sequence, what)
    const id = objectIdentifier(one.take(TAG.objectIdentifier).content, what)
    // An explicit FALSE breaks DER's rule for defaults, but real issuers write it and it says nothing else.
    const critical = one.takeOptional(TAG.boolean)
    const value = one.take(TAG.octetString).content
    one.end()
    if (extensions.has(id)) throw new DerError(`${what} has extension ${id} twice`)
    if (extensions.size === maxExtensions) throw new DerError(`${what} has more than ${maxExtensions} extensions`)
    extensions.set(id, { id, critical: critical !== null && booleanValue(critical.content, what), value })
  } while (!list.atEnd)
  return extensions
}

/** Bits of KeyUsage (RFC 5280 §4.2.1.3) that decide something here. */
export interface KeyUsage {
  readonly digitalSignature: boolean
  readonly nonRepudiation: boolean
  readonly keyCertSign: boolean
  readonly cRLSign: boolean
}

export interface BasicConstraints {
  readonly cA: boolean
  readonly pathLength: number | null
}

/** One place where an issuer publishes revocation lists (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  readonly directoryNames: readonly DistinguishedName[]
  readonly uris: readonly string[]
  /** The list there covers some reasons only. */
  readonly partialReasons: boolean
  /** Another authority than the certificate's issuer signs the list. */
  readonly indirect: boolean
}

export function keyUsage(value: Uint8Array): KeyUsage {
  const bits = bitString(wholeElement(value, TAG.bitString, 'keyUsage').content, 'keyUsage')
  return {
    digitalSignature: bitIsSet(bits, 0),
    nonRepudiation: bitIsSet(bits, 1),
    keyCertSign: bitIsSet(bits, 5),
    cRLSign: bitIsSet(bits, 6),
  }
}

export function basicConstraints(value: Uint8Array): BasicConstraints {
  const cursor = openWhole(value, TAG.sequence, 'basicConstraints')
  const cA = cursor.takeOptional(TAG.boolean)
  const pathLength = cursor.takeOptional(TAG.integer)
  cursor.end()
  return {
    cA: cA !== null && booleanValue(cA.content, 'basicConstraints.cA'),
    pathLength: pathLength === null ? null : smallInteger(pathLength.content, 'basicConstraints.pathLenConstraint'),
  }
}

const maxKeyIdentifierOctets = 64

function keyIdentifierHex(content: Uint8Array, what: string): string {
  if (content.length === 0 || content.length > maxKeyIdentifierOctets) throw new DerError(`${what} is a key identifier of wrong size`)
  return toHex(content)
}

export const subjectKeyIdentifier = (value: Uint8Array): string =>
  keyIdentifierHex(wholeElement(value, TAG.octetString, 'subjectKeyIdentifier').content, 'subjectKeyIdentifier')

/** keyIdentifier as lower-case hex, or null where the issuer names its key another way. */
export function authorityKeyIdentifier(value: Uint8Array): string | null {
  const what = 'authorityKeyIdentifier'
  const cursor = openWhole(value, TAG.sequence, what)
  const keyIdentifier = cursor.takeOptional(contextTag(0, 'primitive'))
  cursor.takeOptional(contextTag(1, 'constructed'))
  cursor.takeOptional(contextTag(2, 'primitive'))
  cursor.end()
  return keyIdentifier === null ? null : keyIdentifierHex(keyIdentifier.content, what)
}

/** Object identifiers of certificatePolicies; qualifiers decide nothing. */
export function certificatePolicies(value: Uint8Array): readonly string[] {
  const what = 'certificatePolicies'
  const list = openWhole(value, TAG.sequence, what)
  const policies: string[] = []
  do {
    const one = list.open(TAG.sequence, what)
    const policy = objectIdentifier(one.take(TAG.objectIdentifier).content, what)
    one.takeOptional(TAG.sequence)
    one.end()
    if (policies.includes(policy)) throw new DerError(`${what} names a policy twice`)
    policies.push(policy)
  } while (!list.atEnd)
  return policies
}

export function extendedKeyUsage(value: Uint8Array): readonly string[] {
  const list = openWhole(value, TAG.sequence, 'extendedKeyUsage')
  const purposes: string[] = []
  do purposes.push(objectIdentifier(list.take(TAG.objectIdentifier).content, 'extendedKeyUsage'))
  while (!list.atEnd)
  return purposes
}

const directoryNameTag = contextTag(4, 'constructed')
const uriTag = contextTag(6, 'primitive')

function distributionPoint(cursor: DerCursor): DistributionPoint {
  const what = 'cRLDistributionPoints'
  const directoryNames: DistinguishedName[] = []
  const uris: string[] = []
  const name = cursor.openOptional(contextTag(0, 'constructed'), what)
  const fullName = name?.openOptional(contextTag(0, 'constructed'), what) ?? null
  while (fullName !== null && !fullName.atEnd) {
    const general = fullName.next()
    // directoryName is tagged EXPLICIT, because Name is a CHOICE.
    if (general.tag === directoryNameTag) directoryNames.push(distinguishedName(wholeElement(general.content, TAG.sequence, what), what))
    if (general.tag === uriTag) uris.push(Buffer.from(general.content).toString('latin1'))
  }
  if (fullName === null) name?.take(contextTag(1, 'constructed'))
  name?.end()
  const reasons = cursor.takeOptional(contextTag(1, 'primitive'))
  const crlIssuer = cursor.takeOptional(contextTag(2, 'constructed'))
  cursor.end()
  return { directoryNames, uris, partialReasons: reasons !== null, indirect: crlIssuer !== null }
}

export function crlDistributionPoints(value: Uint8Array): readonly DistributionPoint[] {
  const list = openWhole(value, TAG.sequence, 'cRLDistributionPoints')
  const points: DistributionPoint[] = []
  do points.push(distributionPoint(list.open(TAG.sequence, 'cRLDistributionPoints')))
  while (!list.atEnd)
  return points
}
