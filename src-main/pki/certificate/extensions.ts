import { contextTag, DerCursor, DerError, openWhole, TAG, toHex, wholeElement } from '../der/der-reader.ts'
import { bitIsSet, bitString, booleanValue, objectIdentifier, smallInteger } from '../der/primitives.ts'

/** Object identifiers of RFC 5280 §4.2 and §5.2. */
export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  freshestCrl: '2.5.29.46',
  inhibitAnyPolicy: '2.5.29.54',
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

/** Bits of KeyUsage in their order (RFC 5280 §4.2.1.3). */
const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

export type KeyUsageName = (typeof keyUsageBits)[number]
export type KeyUsage = Readonly<Record<KeyUsageName, boolean>>

export interface BasicConstraints {
  readonly cA: boolean
  readonly pathLength: number | null
}

export function keyUsage(value: Uint8Array): KeyUsage {
  const bits = bitString(wholeElement(value, TAG.bitString, 'keyUsage').content, 'keyUsage')
  const usage = (name: KeyUsageName): boolean => bitIsSet(bits, keyUsageBits.indexOf(name))
  return {
    digitalSignature: usage('digitalSignature'),
    nonRepudiation: usage('nonRepudiation'),
    keyEncipherment: usage('keyEncipherment'),
    dataEncipherment: usage('dataEncipherment'),
    keyAgreement: usage('keyAgreement'),
    keyCertSign: usage('keyCertSign'),
    cRLSign: usage('cRLSign'),
    encipherOnly: usage('encipherOnly'),
    decipherOnly: usage('decipherOnly'),
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

export function extendedKeyUsage(value: Uint8Array): readonly string[] {
  const list = openWhole(value, TAG.sequence, 'extendedKeyUsage')
  const purposes: string[] = []
  do purposes.push(objectIdentifier(list.take(TAG.objectIdentifier).content, 'extendedKeyUsage'))
  while (!list.atEnd)
  return purposes
}
