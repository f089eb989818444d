import { createHash } from 'node:crypto'
import type { RevocationEvidence, RevocationQuestion } from '../path/path-verdict.ts'
import type { SourceAnswer } from '../status-source.ts'
import { checkOcspResponse, type OcspFreshness, type OcspStatement } from './checks/check-response.ts'
import { vouchForResponder } from './checks/responder-trust.ts'
import type { CertId } from './message/cert-id.ts'
import { parseOcspResponse } from './message/response.ts'

export interface AnswerRules extends OcspFreshness {
  /** What was asked. */
  readonly id: CertId
  readonly nonce: Uint8Array | null
  readonly noncePolicy: 'required' | 'optional'
  /** Where the answer came from, for people. */
  readonly source: string
}

function answerOf({ status, vouching }: OcspStatement, own: RevocationEvidence): SourceAnswer {
  const evidence = [own, ...vouching]
  if (status.kind === 'good') return { status: 'good', evidence }
  if (status.kind === 'unknown') return { status: 'unknown', why: `${own.source} does not know the certificate`, authoritative: true }
  return { status: 'revoked', reason: status.reason, at: status.at, evidence }
}

/** What an OCSP answer (OCSPResponse as received) says to `question`; total on whatever the bytes are. */
export async function judgeOcspAnswer(raw: Uint8Array, question: RevocationQuestion, { source, ...rules }: AnswerRules): Promise<SourceAnswer> {
  const response = parseOcspResponse(raw)
  if (!response.ok) return { status: 'unknown', why: `${source}: ${response.why}` }
  // Unsigned: whoever can send this could as well send nothing.
  if (response.value.status !== 'successful') return { status: 'unreachable', why: `${source} answers ${response.value.status}` }
  const statement = await checkOcspResponse(response.value.basic, {
    ...rules,
    issuer: question.issuer,
    at: question.at,
    vouch: (responder) => vouchForResponder(responder, question),
  })
  if (!statement.ok) return { status: 'unknown', why: `${source}: ${statement.why}` }
  const { producedAt, nextUpdate } = statement.value
  const sha256 = createHash('sha256').update(raw).digest('hex')
  return answerOf(statement.value, { kind: 'ocsp', source, producedAt, nextUpdate, sha256, raw })
}
