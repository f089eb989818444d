import type { Certificate } from '../certificate/certificate.ts'
import { nameKey, sameName, type DistinguishedName } from '../certificate/distinguished-name.ts'
import { EXTENSION } from '../certificate/extensions.ts'
import { allReasons, pointKeys, type DistributionPoint, type ReasonMask } from '../certificate/extensions/distribution-points.ts'
import { generalNameKey } from '../certificate/extensions/general-names.ts'
import { sameBytes } from '../der/der-reader.ts'
import type { ListedSerials } from './list-entries.ts'
import type { RevocationList } from './revocation-list.ts'

/** Where to look for the status of a certificate: its own points, then whatever its issuer publishes (RFC 5280 §6.3.3). */
export function placesToLook({ issuer, crlDistributionPoints }: Certificate): readonly DistributionPoint[] {
  const ofIssuer: DistributionPoint = {
    name: { kind: 'full', names: [{ kind: 'directoryName', name: issuer }] },
    reasons: allReasons,
    crlIssuer: null,
  }
  return [...(crlDistributionPoints ?? []), ofIssuer]
}

/** Names under which the lists of a point may be issued. */
export const issuersOfPoint = ({ issuer }: Certificate, { crlIssuer }: DistributionPoint): readonly DistinguishedName[] => crlIssuer ?? [issuer]

/**
 * Whether `list` speaks for `certificate` at `point`: RFC 5280 §6.3.3 (b). The list of another partition does not, and
 * proves nothing about certificates outside of it.
 */
export function isInScope(list: RevocationList, certificate: Certificate, point: DistributionPoint): boolean {
  if (!issuersOfPoint(certificate, point).some((name) => sameName(name, list.issuer))) return false
  const scope = list.issuingDistributionPoint
  if (scope === null) return point.crlIssuer === null
  if (point.crlIssuer !== null && !scope.indirect) return false
  if (scope.onlyAttributeCertificates) return false
  const isAuthority = certificate.basicConstraints?.cA === true
  if (scope.onlyUserCertificates && isAuthority) return false
  if (scope.onlyAuthorityCertificates && !isAuthority) return false
  if (scope.name === null) return true
  const published = new Set(pointKeys(scope.name, list.issuer))
  const wanted =
    point.name === null
      ? issuersOfPoint(certificate, point).map((name) => generalNameKey({ kind: 'directoryName', name }))
      : issuersOfPoint(certificate, point).flatMap((name) => (point.name === null ? [] : pointKeys(point.name, name)))
  return wanted.some((key) => published.has(key))
}

/** interim_reasons_mask: RFC 5280 §6.3.3 (d). */
export const reasonsCovered = ({ issuingDistributionPoint }: RevocationList, { reasons }: DistributionPoint): ReasonMask =>
  reasons & (issuingDistributionPoint?.reasons ?? allReasons)

const noSerials: ListedSerials = { revocations: new Map(), removals: new Set() }

/** What `list` says of the certificates of `issuer`. */
export function serialsOf(list: RevocationList, issuer: DistinguishedName): ListedSerials {
  if (sameName(list.issuer, issuer)) return list.own
  return list.others.get(nameKey(issuer)) ?? noSerials
}

/** Whether `delta` brings `base` up to date: RFC 5280 §5.2.4 and §6.3.3 (c), but for its signature and freshness. */
export function isDeltaOf(delta: RevocationList, base: RevocationList): boolean {
  if (delta.baseCrlNumber === null || delta.crlNumber === null || base.crlNumber === null) return false
  const scope = ({ extensions }: RevocationList): Uint8Array => extensions.get(EXTENSION.issuingDistributionPoint)?.value ?? new Uint8Array()
  return (
    sameName(delta.issuer, base.issuer) &&
    delta.authorityKeyIdentifier === base.authorityKeyIdentifier &&
    sameBytes(scope(delta), scope(base)) &&
    base.crlNumber >= delta.baseCrlNumber &&
    base.crlNumber < delta.crlNumber
  )
}
