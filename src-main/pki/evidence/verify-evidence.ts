import { createHash } from 'node:crypto'
import type { KeptAnswer, KeptProof, RevocationReason, StatusEvidence } from '../certificate-status.ts'
import { parseCertificate, type Certificate } from '../certificate/certificate.ts'
import type { OcspFreshness } from '../ocsp/checks/check-response.ts'
import { judgeOcspAnswer } from '../ocsp/judge-answer.ts'
import { certIdOf } from '../ocsp/message/cert-id.ts'
import { certIdHashes, type CertIdHash } from '../ocsp/message/identifiers.ts'
import type { RevocationAnswer, RevocationCheck, RevocationQuestion } from '../path/path-verdict.ts'
import { trustAnchor } from '../path/trust-anchor.ts'
import { validatePath } from '../path/validate-path.ts'
import { crlCheck } from '../revocation/crl-check.ts'
import type { AvailableList } from '../revocation/list-files.ts'
import type { FreshnessRules } from '../revocation/list-usability.ts'
import { parseRevocationList } from '../revocation/revocation-list.ts'

export interface EvidenceRules {
  /** Authorities that were trusted when the evidence was made. */
  readonly anchors: readonly Certificate[]
  /** The rules of that time. */
  readonly lists: FreshnessRules
  readonly ocsp: OcspFreshness
}

export type EvidenceVerdict =
  /** Signatures of the authorities prove that this was so at `at`. */
  | { readonly outcome: 'proven'; readonly status: 'good'; readonly at: Date }
  | { readonly outcome: 'proven'; readonly status: 'revoked'; readonly at: Date; readonly reason: RevocationReason; readonly since: Date }
  /** Nothing contradicts it, but what was kept is too little to prove it. */
  | { readonly outcome: 'unproven'; readonly why: string }
  /** What was kept was changed, or never said what it is said to say. */
  | { readonly outcome: 'broken'; readonly why: string }

interface Replayed {
  readonly answer: KeptAnswer
  readonly raw: Uint8Array
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64')

/** The kept answers as the source that they once came from. Each says itself whom it is about. */
class KeptAnswers implements RevocationCheck {
  readonly #ocsp: readonly Replayed[]
  readonly #lists: RevocationCheck
  readonly #freshness: OcspFreshness

  constructor(kept: readonly Replayed[], { lists: rules, ocsp }: EvidenceRules) {
    this.#ocsp = kept.filter(({ answer }) => answer.kind === 'ocsp')
    this.#freshness = ocsp
    const lists: AvailableList[] = kept.flatMap(({ answer, raw }) => {
      const list = answer.kind === 'crl' ? parseRevocationList(raw) : null
      return list?.ok === true ? [{ source: answer.source, list: list.value }] : []
    })
    this.#lists = crlCheck({ load: () => Promise.resolve({ lists, broken: [], problems: [] }) }, rules)
  }

  async check(question: RevocationQuestion): Promise<RevocationAnswer> {
    const whys: string[] = []
    for (const { answer, raw } of this.#ocsp) {
      for (const hash of Object.keys(certIdHashes) as CertIdHash[]) {
        const id = certIdOf(question.certificate, question.issuer, hash)
        // Our nonce was compared when the answer came; by now it would only be our own word.
        const said = await judgeOcspAnswer(raw, question, { ...this.#freshness, id, nonce: null, noncePolicy: 'optional', source: answer.source })
        if (said.status === 'good' || said.status === 'revoked') return said
        whys.push(said.why)
      }
    }
    const said = await this.#lists.check(question)
    if (said.status === 'good' || said.status === 'revoked') return said
    return { status: 'unknown', why: [...whys, said.why].join('; ') }
  }
}

/** The path and the answers of a proof, or why they are not what was kept. */
function opened({ path, answers }: KeptProof): { readonly certificates: readonly Certificate[]; readonly kept: readonly Replayed[] } | string {
  const certificates: Certificate[] = []
  for (const text of path) {
    const certificate = parseCertificate(fromBase64(text))
    if (!certificate.ok) return `a certificate of the path: ${certificate.why}`
    certificates.push(certificate.value)
  }
  const kept: Replayed[] = []
  for (const answer of answers) {
    if (answer.raw === null) continue
    const raw = fromBase64(answer.raw)
    if (sha256(raw) !== answer.sha256) return `the answer of ${answer.source} is not the one whose hash was kept`
    kept.push({ answer, raw })
  }
  return { certificates, kept }
}

/** Comes to the verdict of `evidence` again, at the time of the check, from what was kept alone. */
export async function verifyEvidence(evidence: StatusEvidence, rules: EvidenceRules): Promise<EvidenceVerdict> {
  const { proof, checkedAt, sha256: digest } = evidence
  if (proof === undefined) return { outcome: 'unproven', why: 'nothing but a hash was kept' }
  if (digest !== null && !proof.answers.some((answer) => answer.sha256 === digest)) return { outcome: 'broken', why: 'the answer that the verdict rests on is missing' }
  const parts = opened(proof)
  if (typeof parts === 'string') return { outcome: 'broken', why: parts }
  const [target, ...intermediates] = parts.certificates
  if (target === undefined) return { outcome: 'broken', why: 'the certificate is missing' }
  const source = new KeptAnswers(parts.kept, rules)
  const verdict = await validatePath({ target, intermediates, anchors: rules.anchors.map(trustAnchor), at: checkedAt, revocation: source })
  if (verdict.outcome === 'valid') {
    const sameAnchor = proof.anchorSha256 === null || sha256(verdict.anchor.certificate.encoding) === proof.anchorSha256
    return sameAnchor ? { outcome: 'proven', status: 'good', at: checkedAt } : { outcome: 'broken', why: 'it leads to another anchor than the one kept' }
  }
  if (verdict.place === 0 && verdict.revoked !== null) {
    return { outcome: 'proven', status: 'revoked', at: checkedAt, reason: verdict.revoked.reason, since: verdict.revoked.at }
  }
  if (proof.answers.some(({ raw }) => raw === null)) return { outcome: 'unproven', why: 'an answer was too large to be kept' }
  if (proof.answers.some(({ kind }) => kind === 'deliveryCentre')) return { outcome: 'unproven', why: 'the answer was vouched for by the connection alone' }
  return { outcome: 'broken', why: verdict.why }
}
