import { createHash } from 'node:crypto'
import type { CertificateVerdict } from '../../pki/certificate-status.ts'
import type { Certificate } from '../../pki/certificate/certificate.ts'
import { nameAsText } from '../../pki/certificate/distinguished-name.ts'
import { toHex } from '../../pki/der/der-reader.ts'
import type { PathVerdict } from '../../pki/path/path-verdict.ts'

/** All that there is to say about one certificate. */
export interface CheckedCertificate {
  readonly target: Certificate
  /** The time that the answer is for. */
  readonly at: Date
  readonly path: PathVerdict
  /** The same without revocation where that alone was the fault. */
  readonly structure: PathVerdict
  readonly verdict: CertificateVerdict
}

interface PathLine {
  readonly role: 'anchor' | 'authority' | 'certificate'
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly notBefore: string
  readonly notAfter: string
  readonly sha256: string
  /** Where its revocation was looked up; null where nobody asks, for an anchor. */
  readonly revocation: string | null
}

function pathLine(role: PathLine['role'], certificate: Certificate, revocation: string | null): PathLine {
  return {
    role,
    subject: nameAsText(certificate.subject),
    issuer: nameAsText(certificate.issuer),
    serial: toHex(certificate.serial),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    sha256: createHash('sha256').update(certificate.encoding).digest('hex'),
    revocation,
  }
}

/** From the anchor down; the certificate alone where no path held. */
function pathLines({ target, structure }: CheckedCertificate): readonly PathLine[] {
  if (structure.outcome === 'invalid') return [pathLine('certificate', target, null)]
  const below = structure.steps.map(({ certificate, revocation }, i, { length }) =>
    pathLine(i === length - 1 ? 'certificate' : 'authority', certificate, revocation?.evidence.map(({ source }) => source).join(', ') ?? null),
  )
  return [pathLine('anchor', structure.anchor.certificate, null), ...below]
}

function reasonOf(verdict: CertificateVerdict): string {
  switch (verdict.status) {
    case 'good':
      return `valid until ${verdict.notAfter.toISOString()}`
    case 'expired':
      return `its period ended on ${verdict.notAfter.toISOString()}`
    case 'notYetValid':
      return `its period begins on ${verdict.notBefore.toISOString()}`
    case 'revoked':
      return `revoked on ${verdict.at.toISOString()}, reason ${verdict.reason}`
    case 'unknown':
    case 'unreachable':
    case 'untrusted':
    case 'malformed':
      return verdict.why
  }
}

const heads: Readonly<Record<CertificateVerdict['status'], string>> = {
  good: 'GOOD',
  expired: 'NOT VALID: expired',
  notYetValid: 'NOT VALID: not valid yet',
  revoked: 'NOT VALID: revoked',
  untrusted: 'NOT VALID: not trusted',
  malformed: 'NOT VALID: malformed',
  unknown: 'NOT CONFIRMED: no revocation data that can be believed',
  unreachable: 'NOT CONFIRMED: no revocation data',
}

function evidenceJson(verdict: CertificateVerdict): Record<string, unknown> | null {
  if (!('evidence' in verdict)) return null
  const { source, producedAt, sha256, checkedAt, proof } = verdict.evidence
  return { source, producedAt, sha256, checkedAt, answers: proof?.answers ?? [] }
}

export function verdictJson(checked: CheckedCertificate): Record<string, unknown> {
  const { verdict, at, path } = checked
  const refusal = path.outcome === 'invalid' ? { fault: path.fault, place: path.place } : { fault: null, place: null }
  const revocation = verdict.status === 'revoked' ? { revokedAt: verdict.at, revocationReason: verdict.reason } : {}
  return {
    status: verdict.status,
    reason: reasonOf(verdict),
    ...refusal,
    ...revocation,
    at,
    path: pathLines(checked),
    policies: path.outcome === 'valid' ? path.policies : [],
    evidence: evidenceJson(verdict),
  }
}

/** The answer about the certificate itself, by its hash: whoever keeps the file can show later what was relied on. */
function evidenceText(verdict: CertificateVerdict): readonly string[] {
  if (!('evidence' in verdict)) return []
  const { source, producedAt, sha256 } = verdict.evidence
  return [`Evidence ${source}${producedAt === null ? '' : ` of ${producedAt.toISOString()}`}${sha256 === null ? '' : `, SHA-256 ${sha256}`}`]
}

/** Where along the path the fault is, counted from the certificate that was asked about. */
function placeText({ path, verdict }: CheckedCertificate): readonly string[] {
  if (path.outcome === 'valid' || verdict.status === 'good') return []
  const place = path.place === null ? 'the path as a whole' : path.place === 0 ? 'the certificate itself' : `${path.place} above the certificate`
  return [`Fault    ${path.fault}, at ${place}`]
}

export function verdictText(checked: CheckedCertificate): string {
  const { verdict, at, path, structure } = checked
  const lines = pathLines(checked).map(({ role, subject, notAfter, revocation }, depth) => {
    const asked = revocation === null ? '' : `; not revoked by ${revocation}`
    return `  ${'  '.repeat(depth)}${role}: ${subject} (until ${notAfter.slice(0, 10)}${asked})`
  })
  return [
    heads[verdict.status],
    `Reason   ${reasonOf(verdict)}`,
    ...placeText(checked),
    `Time     ${at.toISOString()}`,
    structure.outcome === 'valid' ? 'Path' : 'Path     none holds',
    ...lines,
    ...evidenceText(verdict),
    ...(path.outcome === 'valid' && path.policies.length > 0 ? [`Policies ${path.policies.join(', ')}`] : []),
  ].join('\n')
}
