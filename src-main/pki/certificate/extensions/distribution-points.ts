import { contextTag, DerCursor, DerError, openWhole, TAG } from '../../der/der-reader.ts'
import { bitIsSet, bitString, booleanValue } from '../../der/primitives.ts'
import { nameKey, relativeName, relativeNameKey, type DistinguishedName, type NameAttribute } from '../distinguished-name.ts'
import { generalNameKey, generalNames, type GeneralName } from './general-names.ts'

/** ReasonFlags (RFC 5280 §4.2.1.13) as bits: bit n of the mask is flag n, 1 (keyCompromise) to 8 (aACompromise). */
export type ReasonMask = number
export const allReasons: ReasonMask = 0b1_1111_1110

export type DistributionPointName =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  /** One RDN below the name of the issuer of the list. */
  | { readonly kind: 'relative'; readonly rdn: readonly NameAttribute[] }

/** One place where an issuer publishes revocation lists (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  readonly name: DistributionPointName | null
  /** Reasons that the lists there cover. */
  readonly reasons: ReasonMask
  /** Who signs the list there, where that is not the certificate's issuer. */
  readonly crlIssuer: readonly DistinguishedName[] | null
}

/** IssuingDistributionPoint of a list (RFC 5280 §5.2.5): what it speaks for. */
export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | null
  readonly onlyUserCertificates: boolean
  readonly onlyAuthorityCertificates: boolean
  readonly onlyAttributeCertificates: boolean
  readonly reasons: ReasonMask
  readonly indirect: boolean
}

function pointName(cursor: DerCursor, what: string): DistributionPointName | null {
  const wrapper = cursor.openOptional(contextTag(0, 'constructed'), what)
  if (wrapper === null) return null
  const full = wrapper.takeOptional(contextTag(0, 'constructed'))
  const name: DistributionPointName =
    full === null
      ? { kind: 'relative', rdn: relativeName(wrapper.take(contextTag(1, 'constructed')).content, what) }
      : { kind: 'full', names: generalNames(full.content, what) }
  wrapper.end()
  return name
}

function reasonMask(content: Uint8Array, what: string): ReasonMask {
  const flags = bitString(content, what)
  let mask = 0
  for (let flag = 1; flag <= 8; flag += 1) if (bitIsSet(flags, flag)) mask |= 1 << flag
  return mask
}

function takeReasons(cursor: DerCursor, tagNumber: number, what: string): ReasonMask {
  const reasons = cursor.takeOptional(contextTag(tagNumber, 'primitive'))
  return reasons === null ? allReasons : reasonMask(reasons.content, what)
}

function distributionPoint(cursor: DerCursor, what: string): DistributionPoint {
  const name = pointName(cursor, what)
  const reasons = takeReasons(cursor, 1, what)
  const issuers = cursor.takeOptional(contextTag(2, 'constructed'))
  cursor.end()
  // RFC 5280 §4.2.1.13: reasons alone name no place.
  if (name === null && issuers === null) throw new DerError(`${what} has a point without a place`)
  const crlIssuer =
    issuers === null ? null : generalNames(issuers.content, what).flatMap((general) => (general.kind === 'directoryName' ? [general.name] : []))
  return { name, reasons, crlIssuer }
}

/** cRLDistributionPoints and freshestCRL, which have one syntax (RFC 5280 §4.2.1.15). */
export function distributionPoints(value: Uint8Array): readonly DistributionPoint[] {
  const what = 'cRLDistributionPoints'
  const list = openWhole(value, TAG.sequence, what)
  const points: DistributionPoint[] = []
  do points.push(distributionPoint(list.open(TAG.sequence, what), what))
  while (!list.atEnd)
  return points
}

export function issuingDistributionPoint(value: Uint8Array): IssuingDistributionPoint {
  const what = 'issuingDistributionPoint'
  const cursor = openWhole(value, TAG.sequence, what)
  const flag = (tagNumber: number): boolean => {
    const element = cursor.takeOptional(contextTag(tagNumber, 'primitive'))
    return element !== null && booleanValue(element.content, what)
  }
  const name = pointName(cursor, what)
  const onlyUserCertificates = flag(1)
  const onlyAuthorityCertificates = flag(2)
  const reasons = takeReasons(cursor, 3, what)
  const indirect = flag(4)
  const onlyAttributeCertificates = flag(5)
  cursor.end()
  if ([onlyUserCertificates, onlyAuthorityCertificates, onlyAttributeCertificates].filter(Boolean).length > 1)
    throw new DerError(`${what} leaves no certificate over`)
  return { name, onlyUserCertificates, onlyAuthorityCertificates, onlyAttributeCertificates, reasons, indirect }
}

/** Comparable forms of all that a place is called; `listIssuer` completes a relative name. */
export const pointKeys = (name: DistributionPointName, listIssuer: DistinguishedName): readonly string[] =>
  name.kind === 'full' ? name.names.map(generalNameKey) : [`directoryName ${relativeNameKey(nameKey(listIssuer), name.rdn)}`]
