import type { Clock } from '../../clock.ts'
import type { CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { CertificateStatus } from '../certificate-status.ts'
import { parseCertificate, type Certificate } from '../certificate/certificate.ts'
import { anchorFiles } from '../path/anchor-files.ts'
import type { RevocationQuestion } from '../path/path-verdict.ts'
import { trustAnchor } from '../path/trust-anchor.ts'
import { hasEnded, hasStarted } from '../certificate/period.ts'
import { anyPolicy } from '../path/rules/policy-graph.ts'
import { validatePath } from '../path/validate-path.ts'
import type { StatusSource } from '../status-source.ts'
import { certificateFiles } from './certificate-files.ts'
import { whyNotOfKind } from './kind-rules.ts'
import { verdictOfPath } from './verdict-of-path.ts'

export interface PathCertificateStatusOptions {
  readonly kind: CertificateKind
  /** Files of trusted authorities, DER or PEM; several may have one name. Folders are allowed. */
  readonly anchors: readonly string[]
  /** Files of certificates that may lead to an anchor; folders are allowed. JPKI needs none. */
  readonly intermediates: readonly string[]
  /** Object identifiers of which one must be in the certificate's policies; empty accepts every policy. */
  readonly policies: readonly string[]
  readonly source: StatusSource
  readonly clock: Clock
}

const second = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000)

/** The question of a source about its own issuer, which gives nobody's certificate away. */
function questionAbout(issuer: Certificate, intermediates: readonly Certificate[], at: Date): RevocationQuestion {
  const anchor = trustAnchor(issuer)
  return {
    certificate: issuer,
    issuer,
    anchor,
    at: second(at),
    intermediates,
    // Readiness is about answers, not about believing them for long: a responder's own revocation waits for a real check.
    validateSigner: (target, { keyUsage, keyPurpose, intermediates: more }) =>
      validatePath({ target, intermediates: [...intermediates, ...more], anchors: [anchor], at, settings: { keyUsage, keyPurpose }, revocation: 'none' }),
  }
}

/**
 * Certificate validity by RFC 5280: a path from a configured anchor to the certificate in the card, and one source of
 * revocation data for every certificate of it. Files are looked at again on every check. `at` decides everything; the
 * clock only dates the evidence and `readiness`.
 */
export function createPathCertificateStatus({ kind, anchors, intermediates, policies, source, clock }: PathCertificateStatusOptions): CertificateStatus {
  const trusted = anchorFiles(anchors)
  const helpers = certificateFiles(intermediates)
  const settings = policies.length === 0 ? { initialPolicies: [anyPolicy] } : { initialPolicies: policies, requireExplicitPolicy: true }

  return {
    description: `${source.description}; trust anchors in files (${anchors.length})`,

    async check(certificateDer, at) {
      const parsed = parseCertificate(certificateDer)
      if (!parsed.ok) return { status: 'malformed', why: parsed.why }
      const target = parsed.value
      const [{ anchors: usable, problems }, helping] = await Promise.all([trusted.load(), helpers.load()])
      // Files that can't be read, or are not there, are our trouble, and must not be told to the resident as the card's.
      const ours = [...problems, ...helping.problems]
      if (usable.length === 0) return { status: 'unreachable', why: ['there is no trust anchor', ...ours].join('; ') }
      const verdict = await validatePath({
        target,
        intermediates: helping.certificates,
        anchors: usable.map(trustAnchor),
        at,
        settings,
        revocation: source,
      })
      const said = verdictOfPath(target, verdict, clock.now())
      if (said.status === 'untrusted' && ours.length > 0) return { status: 'unreachable', why: ours.join('; ') }
      if (said.status !== 'good') return said
      const unfit = whyNotOfKind(target, kind)
      return unfit === null ? said : { status: 'untrusted', why: unfit }
    },

    async readiness() {
      const now = clock.now()
      const [{ anchors: usable, problems }, helping] = await Promise.all([trusted.load(), helpers.load()])
      const ours = [...problems, ...helping.problems]
      const current = usable.filter((anchor) => hasStarted(anchor, now) && !hasEnded(anchor, now))
      if (current.length === 0) return { ready: false, why: ['no trust anchor is valid today', ...ours].join('; ') }
      const found = await Promise.all(current.map((anchor) => source.readiness(questionAbout(anchor, helping.certificates, now))))
      const failures = found.flatMap(({ ready, why }) => (ready ? [] : [why]))
      if (failures.length > 0 || ours.length > 0) return { ready: false, why: [...new Set([...ours, ...failures])].join('; ') }
      return { ready: true, why: `${current.length} trust anchors; ${[...new Set(found.map(({ why }) => why))].join('; ')}` }
    },
  }
}
