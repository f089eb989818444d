import { createHash, randomBytes } from 'node:crypto'
import type { RevocationEvidence, RevocationQuestion } from '../../path/path-verdict.ts'
import { isBelieved, type SourceAnswer, type StatusSource } from '../../status-source.ts'
import { centreAnswerSchema, messageVersion, type CentreAnswer, type CentreRequest } from './message.ts'

/** Carries a question (JSON) to the adapter and its answer back, unread. */
export interface CentreTransport {
  ask(body: Uint8Array): Promise<{ readonly ok: true; readonly response: Uint8Array } | { readonly ok: false; readonly why: string }>
}

export interface CentreSourceOptions {
  /** Null where the terminal has no connection to the centre: every question is then refused, saying so. */
  readonly transport: CentreTransport | null
  /** How old the revocation data behind an answer may be. */
  readonly maxAgeSeconds: number
  readonly skewSeconds: number
  readonly random?: (octets: number) => Uint8Array
}

const centre = '証明書交付センター'
const notConfigured = `${centre}: not configured at this terminal`

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function parsedAnswer(response: Uint8Array): CentreAnswer | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(response)
    return centreAnswerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    // Not UTF-8 (TypeError) or not JSON (SyntaxError).
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

/** Status from 証明書交付センター through the adapter that `message.ts` describes. */
export function createCentreSource({ transport, maxAgeSeconds, skewSeconds, random = randomBytes }: CentreSourceOptions): StatusSource {
  function whyNotBelieved(answer: CentreAnswer, request: CentreRequest, question: RevocationQuestion): string | null {
    if (answer.requestId !== request.requestId) return 'the answer is to another question'
    if (answer.certificateSha256 !== digest(question.certificate.encoding)) return 'the answer is about another certificate'
    const age = (question.at.getTime() - answer.asOf.getTime()) / 1000
    if (age < -skewSeconds) return 'the answer is from the future'
    return age > maxAgeSeconds ? `the answer rests on data older than ${maxAgeSeconds} seconds` : null
  }

  function answerOf(answer: CentreAnswer, raw: Uint8Array): SourceAnswer {
    const evidence: RevocationEvidence = { kind: 'deliveryCentre', source: centre, producedAt: answer.asOf, nextUpdate: null, sha256: digest(raw), raw }
    if (answer.status === 'good') return { status: 'good', evidence: [evidence] }
    if (answer.status === 'unknown') return { status: 'unknown', why: `${centre} does not know the certificate`, authoritative: true }
    return { status: 'revoked', reason: answer.reason, at: answer.revokedAt, evidence: [evidence] }
  }

  return {
    description: transport === null ? notConfigured : centre,

    async check(question) {
      if (transport === null) return { status: 'unreachable', why: notConfigured }
      const request: CentreRequest = {
        version: messageVersion,
        requestId: Buffer.from(random(16)).toString('hex'),
        certificate: Buffer.from(question.certificate.encoding).toString('base64'),
        issuerCertificateSha256: digest(question.issuer.encoding),
      }
      const asked = await transport.ask(Buffer.from(JSON.stringify(request)))
      if (!asked.ok) return { status: 'unreachable', why: `${centre}: ${asked.why}` }
      const answer = parsedAnswer(asked.response)
      const why = answer === null ? 'the answer is not the agreed message' : whyNotBelieved(answer, request, question)
      return answer === null || why !== null ? { status: 'unknown', why: `${centre}: ${why ?? ''}` } : answerOf(answer, asked.response)
    },

    async readiness(question) {
      const answer = await this.check(question)
      return isBelieved(answer) ? { ready: true, why: `${centre} answers` } : { ready: false, why: answer.why }
    },
  }
}
