import { maxResponseOctets } from '../../ocsp/message/response.ts'
import { exchange } from '../http/exchange.ts'
import type { OcspTransport } from './ocsp-source.ts'

/** OCSP over HTTP POST (RFC 6960 §A.1). The answer proves itself, so plain http: is as good as https:. */
export function httpOcspTransport(url: string, deadlineSeconds: number): OcspTransport {
  return {
    description: `OCSP responder ${new URL(url).host}`,
    async ask(request) {
      const answer = await exchange({
        url,
        body: { octets: request, contentType: 'application/ocsp-request' },
        accept: ['application/ocsp-response'],
        maxOctets: maxResponseOctets,
        deadlineSeconds,
      })
      if (answer.outcome === 'answered') return { ok: true, response: answer.body }
      return { ok: false, why: answer.outcome === 'failed' ? answer.why : 'the server answers HTTP 304' }
    },
  }
}
