import type { IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { request as requestHttp } from '../../../builtin-http.ts'

/** Keys and trust of a connection by TLS; PEM. Without it, the system's authorities are trusted and nobody is shown. */
export interface TlsIdentity {
  /** Authorities that may vouch for the server, instead of the system's. */
  readonly authorities: string
  readonly certificate: string
  readonly key: string
}

export interface ExchangeRequest {
  /** http: or https:. */
  readonly url: string
  /** Null asks with GET. */
  readonly body: { readonly octets: Uint8Array; readonly contentType: string } | null
  /** Media types that are taken, lower case; anything else is not what was asked for, whatever is in it. */
  readonly accept: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly maxOctets: number
  /** For everything together: name, connection, sending, and the last octet of the answer. */
  readonly deadlineSeconds: number
  readonly tls?: TlsIdentity
}

export type Exchanged =
  | { readonly outcome: 'answered'; readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> }
  /** 304: what the caller has is current. */
  | { readonly outcome: 'unchanged' }
  /** Nothing to be used came; why, without host names, addresses or anything of the answer. */
  | { readonly outcome: 'failed'; readonly why: string }

const failed = (why: string): Exchanged => ({ outcome: 'failed', why })

const plainHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

function errorWords(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  // Codes of the system (ECONNREFUSED), of TLS (CERT_HAS_EXPIRED) and of the HTTP parser (HPE_…); messages may name hosts.
  return 'code' in error && typeof error.code === 'string' ? `the connection failed (${error.code})` : null
}

/** Why the head of an answer is not what was asked for, or null. */
function whyNotWanted(response: IncomingMessage, { accept, maxOctets }: ExchangeRequest): string | null {
  const status = response.statusCode ?? 0
  if (status >= 300 && status < 400) return `the server redirects (HTTP ${status}), which is not followed`
  if (status !== 200) return `the server answers HTTP ${status}`
  const type = (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!accept.includes(type)) return 'the answer is of another content type'
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') return 'the answer is encoded, which was not asked for'
  return Number(response.headers['content-length'] ?? 0) > maxOctets ? `the answer has more than ${maxOctets} octets` : null
}

async function readBody(response: IncomingMessage, { maxOctets }: ExchangeRequest): Promise<Exchanged> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > maxOctets) return failed(`the answer has more than ${maxOctets} octets`)
    parts.push(part)
  }
  if (!response.complete) return failed('the answer is cut short')
  return { outcome: 'answered', body: Buffer.concat(parts), headers: plainHeaders(response) }
}

function send(exchange: ExchangeRequest, url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { body, headers, accept, tls } = exchange
  return new Promise((resolve, reject) => {
    const options = {
      method: body === null ? 'GET' : 'POST',
      signal,
      // A connection that is kept may have been closed by the other side meanwhile; a new one is certain.
      agent: false as const,
      headers: {
        accept: accept.join(', '),
        ...headers,
        ...(body === null ? {} : { 'content-type': body.contentType, 'content-length': String(body.octets.length) }),
      },
    }
    const secure = tls === undefined ? {} : { ca: tls.authorities, cert: tls.certificate, key: tls.key }
    const request = url.protocol === 'https:' ? requestHttps(url, { ...options, ...secure, minVersion: 'TLSv1.2' }) : requestHttp(url, options)
    request.once('response', resolve)
    request.on('error', reject)
    request.end(body?.octets)
  })
}

/** One request and its answer. Never follows anywhere, never waits or reads beyond its limits, never rejects for the other side. */
export async function exchange(wanted: ExchangeRequest): Promise<Exchanged> {
  const signal = AbortSignal.timeout(Math.ceil(wanted.deadlineSeconds * 1000))
  try {
    const response = await send(wanted, new URL(wanted.url), signal)
    try {
      if (response.statusCode === 304) return { outcome: 'unchanged' }
      const unwanted = whyNotWanted(response, wanted)
      return unwanted === null ? await readBody(response, wanted) : failed(unwanted)
    } finally {
      response.destroy()
    }
  } catch (error) {
    // The end of the time shows as one error or another, depending on how far the exchange had come.
    if (signal.aborted) return failed(`no whole answer within ${wanted.deadlineSeconds} seconds`)
    const words = errorWords(error)
    if (words === null) throw error
    return failed(words)
  }
}
