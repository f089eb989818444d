import { request as requestHttps } from 'node:https'
import { request as requestHttp } from '../../builtin-http.ts'

/** Where a printer listens. */
export interface IppAddress {
  /** `ipp://…` or `ipps://…`, as it is written into requests. */
  readonly uri: string
  readonly host: string
  readonly port: number
  readonly path: string
  readonly encrypted: boolean
  /** PEM of the authority that signed the printer's certificate; null trusts the system's. */
  readonly authorityPem: string | null
}

/** How an exchange ended. `unsent`: no connection came about, so that the printer has nothing of it. */
export type IppExchange =
  | { readonly kind: 'answer'; readonly body: Buffer }
  | { readonly kind: 'unsent'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string }
  /** The printer's web server refused before IPP was looked at: 401, 404, 413, 426 … */
  | { readonly kind: 'httpError'; readonly status: number }

const longestAnswer = 1024 * 1024

/** RFC 3510: port 631 unless given; `http:` and `https:` are taken as what they stand for. Throws on anything else. */
export function ippAddress(uri: string, authorityPem: string | null = null): IppAddress {
  const url = new URL(uri)
  const encrypted = url.protocol === 'ipps:' || url.protocol === 'https:'
  if (!encrypted && url.protocol !== 'ipp:' && url.protocol !== 'http:') throw new Error(`not the address of an IPP printer: ${url.protocol}`)
  if (url.hostname === '' || url.username !== '' || url.password !== '') throw new Error('the address of an IPP printer has a host and no credentials')
  const standardPort = url.protocol === 'http:' ? 80 : url.protocol === 'https:' ? 443 : 631
  const port = url.port === '' ? standardPort : Number(url.port)
  const path = `${url.pathname === '' ? '/' : url.pathname}${url.search}`
  return {
    uri: `${encrypted ? 'ipps' : 'ipp'}://${url.hostname}:${port}${path}`,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    path,
    encrypted,
    authorityPem,
  }
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name)

/**
 * One POST of `application/ipp`, one answer of at most 1 MiB, on a connection of its own; never repeated.
 * `timeoutMs` is for the whole exchange. Resolves always.
 */
export function ippExchange(address: IppAddress, body: readonly Uint8Array[], timeoutMs: number): Promise<IppExchange> {
  return new Promise((resolve) => {
    let connected = false
    const deadline = setTimeout(() => request.destroy(Object.assign(new Error(), { code: 'timeout' })), timeoutMs)
    const settle = (end: IppExchange): void => {
      clearTimeout(deadline)
      resolve(end)
    }
    const broken = (error: Error): void => settle(connected ? { kind: 'lost', detail: codeOf(error) } : { kind: 'unsent', detail: codeOf(error) })
    const request = (address.encrypted ? requestHttps : requestHttp)({
      host: address.host,
      port: address.port,
      path: address.path,
      method: 'POST',
      agent: false,
      ...(address.encrypted && address.authorityPem !== null ? { ca: address.authorityPem } : {}),
      headers: {
        'content-type': 'application/ipp',
        'content-length': body.reduce((length, part) => length + part.length, 0),
      },
    })
    request.on('socket', (socket) => socket.once(address.encrypted ? 'secureConnect' : 'connect', () => (connected = true)))
    request.on('error', broken)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('error', broken)
      response.on('aborted', () => broken(Object.assign(new Error(), { code: 'aborted' })))
      response.on('data', (part: Buffer) => {
        parts.push(part)
        length += part.length
        if (length > longestAnswer) request.destroy(Object.assign(new Error(), { code: 'answer too long' }))
      })
      response.on('end', () => {
        const { statusCode = 0 } = response
        settle(statusCode === 200 ? { kind: 'answer', body: Buffer.concat(parts) } : { kind: 'httpError', status: statusCode })
        // Nothing more is wanted on this connection, also where the printer would keep it.
        request.destroy()
      })
    })
    for (const part of body) request.write(part)
    request.end()
  })
}
