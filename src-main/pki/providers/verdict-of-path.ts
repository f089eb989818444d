import type { CertificateVerdict } from '../certificate-status.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { makeEvidence, type AnsweredCertificate } from '../evidence/make-evidence.ts'
import type { InvalidPath, PathStep, PathVerdict } from '../path/path-verdict.ts'

const answered = ({ certificate, revocation }: PathStep): AnsweredCertificate => ({ certificate, evidence: revocation?.evidence ?? [] })

function verdictOfRefusal(target: Certificate, { fault, place, why, revoked }: InvalidPath, checkedAt: Date): CertificateVerdict {
  const own = place === 0
  if (own && fault === 'expired') return { status: 'expired', notAfter: target.notAfter }
  if (own && fault === 'notYetValid') return { status: 'notYetValid', notBefore: target.notBefore }
  if (own && revoked !== null) {
    const evidence = makeEvidence({ path: [{ certificate: target, evidence: revoked.evidence }], anchor: null, checkedAt })
    return { status: 'revoked', reason: revoked.reason, at: revoked.at, evidence }
  }
  if (fault === 'revocationUnknown') return { status: 'unknown', why }
  if (fault === 'revocationUnreachable') return { status: 'unreachable', why }
  return { status: 'untrusted', why }
}

/** What a path verdict on `target` means to whoever checks a card. Trouble above the card's certificate makes it untrusted. */
export function verdictOfPath(target: Certificate, verdict: PathVerdict, checkedAt: Date): CertificateVerdict {
  if (verdict.outcome === 'invalid') return verdictOfRefusal(target, verdict, checkedAt)
  const path = verdict.steps.toReversed().map(answered)
  return { status: 'good', notAfter: target.notAfter, evidence: makeEvidence({ path, anchor: verdict.anchor.certificate, checkedAt }) }
}
