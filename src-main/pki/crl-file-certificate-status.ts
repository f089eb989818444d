import type { Clock } from '../clock.ts'
import type { CertificateStatus, CertificateVerdict, StatusEvidence } from './certificate-status.ts'
import { parseCertificate, type Certificate } from './certificate/certificate.ts'
import { whyNotForAuthentication } from './certificate/end-entity.ts'
import { toHex } from './der/der-reader.ts'
import { anchorFiles } from './path/anchor-files.ts'
import { findIssuer, hasEnded, hasStarted } from './path/trust-anchors.ts'
import { listFiles } from './revocation/list-files.ts'
import type { FreshnessRules } from './revocation/list-usability.ts'

export interface CrlFileCertificateStatusOptions extends FreshnessRules {
  /** Files of trusted authorities, DER or PEM; several may have one name. Folders are allowed. */
  readonly anchors: readonly string[]
  /** Files of revocation lists, DER or PEM, or folders of *.crl. Replace them by rename, never by writing in place. */
  readonly crls: readonly string[]
  readonly clock: Clock
}

/**
 * Certificate validity from files alone: one step from a trust anchor to the card, period, and a complete revocation
 * list. Files are looked at again on every check. `at` decides everything; the clock only dates the evidence and
 * `readiness`. Throws at construction for rules that are not numbers of at least zero.
 */
export function createCrlFileCertificateStatus({ anchors, crls, clock, ...rules }: CrlFileCertificateStatusOptions): CertificateStatus {
  // A comparison with NaN is false, which would make every list fresh.
  if (!(rules.maxAgeDays >= 0 && rules.skewSeconds >= 0)) throw new RangeError('maxAgeDays and skewSeconds must be at least 0')
  const trusted = anchorFiles(anchors)
  const lists = listFiles(crls, rules)

  async function revocation(certificate: Certificate, issuer: Certificate, at: Date): Promise<CertificateVerdict> {
    const found = await lists.find(issuer, at)
    if (found.outcome === 'unreachable') return { status: 'unreachable', why: found.why }
    if (found.outcome === 'unusable') return { status: 'unknown', why: found.why }
    const { name, sha256, list } = found.file
    const evidence: StatusEvidence = { source: `CRL file ${name}`, producedAt: list.thisUpdate, sha256, checkedAt: clock.now() }
    const entry = list.own.revocations.get(toHex(certificate.serial))
    if (entry !== undefined) return { status: 'revoked', ...entry, evidence }
    return { status: 'good', notAfter: certificate.notAfter, evidence }
  }

  return {
    description: `revocation lists in files (${crls.length}), trust anchors in files (${anchors.length})`,

    async check(certificateDer, at) {
      const parsed = parseCertificate(certificateDer)
      if (!parsed.ok) return { status: 'malformed', why: parsed.why }
      const certificate = parsed.value
      const { anchors: usable, problems } = await trusted.load()
      const issuer = findIssuer(certificate, usable, at)
      if (!issuer.ok) {
        // An anchor that can't be read is our trouble, and must not be told to the resident as the card's.
        return problems.length > 0 ? { status: 'unreachable', why: problems.join('; ') } : { status: 'untrusted', why: issuer.why }
      }
      const unfit = whyNotForAuthentication(certificate)
      if (unfit !== null) return { status: 'untrusted', why: unfit }
      if (!hasStarted(certificate, at)) return { status: 'notYetValid', notBefore: certificate.notBefore }
      if (hasEnded(certificate, at)) return { status: 'expired', notAfter: certificate.notAfter }
      return revocation(certificate, issuer.value, at)
    },

    async readiness() {
      const now = clock.now()
      const { anchors: usable, problems } = await trusted.load()
      const current = usable.filter((anchor) => hasStarted(anchor, now) && !hasEnded(anchor, now))
      if (current.length === 0) return { ready: false, why: ['no trust anchor is valid today', ...problems].join('; ') }
      const searches = await Promise.all(current.map((anchor) => lists.find(anchor, now)))
      const failures = searches.flatMap((search) => (search.outcome === 'found' ? [] : [search.why]))
      if (failures.length > 0 || problems.length > 0) return { ready: false, why: [...new Set([...problems, ...failures])].join('; ') }
      return { ready: true, why: `${current.length} trust anchors, each with a fresh revocation list` }
    },
  }
}
