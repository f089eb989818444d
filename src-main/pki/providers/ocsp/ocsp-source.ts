import { randomBytes } from 'node:crypto'
import type { OcspFreshness } from '../../ocsp/checks/check-response.ts'
import { judgeOcspAnswer } from '../../ocsp/judge-answer.ts'
import { certIdOf } from '../../ocsp/message/cert-id.ts'
import type { CertIdHash } from '../../ocsp/message/identifiers.ts'
import { encodeOcspRequest, nonceOctets } from '../../ocsp/message/request.ts'
import type { RevocationQuestion } from '../../path/path-verdict.ts'
import { isBelieved, type SourceAnswer, type StatusSource } from '../../status-source.ts'

/** Carries a request (OCSPRequest, DER) to a responder and its answer back, both unread. */
export interface OcspTransport {
  readonly description: string
  ask(request: Uint8Array): Promise<{ readonly ok: true; readonly response: Uint8Array } | { readonly ok: false; readonly why: string }>
}

export interface OcspSourceOptions extends OcspFreshness {
  readonly transport: OcspTransport
  /** Hash that names issuers in requests. SHA-256; SHA-1 for responders that know nothing else. */
  readonly hash: CertIdHash
  /** `required`: without our nonce an answer is a replay. `optional`: answers made in advance are taken while fresh. */
  readonly nonce: 'required' | 'optional'
  readonly random?: (octets: number) => Uint8Array
}

/** Asks an OCSP responder (RFC 6960) about each certificate, with a new nonce (RFC 8954) each time. */
export function createOcspSource({ transport, hash, nonce: noncePolicy, random = randomBytes, ...freshness }: OcspSourceOptions): StatusSource {
  const source = transport.description

  async function check(question: RevocationQuestion): Promise<SourceAnswer> {
    const id = certIdOf(question.certificate, question.issuer, hash)
    const nonce = random(nonceOctets)
    const asked = await transport.ask(encodeOcspRequest(id, nonce))
    if (!asked.ok) return { status: 'unreachable', why: `${source}: ${asked.why}` }
    return judgeOcspAnswer(asked.response, question, { ...freshness, id, nonce, noncePolicy, source })
  }

  return {
    description: source,
    check,
    async readiness(question) {
      const answer = await check(question)
      return isBelieved(answer) ? { ready: true, why: `${source} answers` } : { ready: false, why: answer.why }
    },
  }
}
