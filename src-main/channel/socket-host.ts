import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Side } from '../../src-preload/contract.ts'
import { sides, socketProtocol } from '../../src-preload/contract/values.ts'
import { createServer } from '../builtin-http.ts'
import { securityHeaders } from './content-security-policy.ts'
import type { GlassServer } from './glass-server.ts'
import { hasFittingSize, maxFileMessage } from './message-size.ts'
import { readPageFile } from './page-files.ts'
import { PageTokens } from './page-tokens.ts'

/** RFC 6455 §7.4.1: too big to be processed. */
const tooLarge = 1009

interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: Buffer
}

const refusal = (status: number): Answer => ({ status })

type Glass = Pick<GlassServer, 'connect'>

/** A side that a request may open, and the one-time token that says so where no cookie does yet. */
interface Admission {
  readonly side: Side
  readonly token: string | null
}

/**
 * The same pages and the same contract for the system's Chromium, on 127.0.0.1 only. `Host` and `Origin`
 * are checked (DNS rebinding, other local pages), and a cookie opens its own side and no other.
 */
export class SocketHost {
  readonly #sides: readonly Side[]
  readonly #glass: Promise<Glass>
  readonly #pages: string
  readonly #tokens = new PageTokens()
  readonly #server: Server
  readonly #sockets: WebSocketServer
  /** Cookies to be given with the answer to a request whose token has been used up. */
  readonly #cookies = new WeakMap<IncomingMessage, string>()
  #port = 0

  /** Opens the channel: pages that came before the kiosk was there have waited for it. */
  attach: (glass: Glass) => void = () => undefined

  /** @param parts.sides those of the profile; another one is not even shown as an empty page. */
  constructor(parts: { sides: readonly Side[]; pages: string }) {
    this.#sides = parts.sides
    this.#glass = new Promise((resolve) => (this.attach = resolve))
    this.#pages = parts.pages
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: maxFileMessage,
      perMessageDeflate: false,
      // Never the token, which would come back in an answer.
      handleProtocols: (offered) => offered.has(socketProtocol) && socketProtocol,
    })
    this.#sockets.on('headers', (headers, request) => {
      const cookie = this.#cookies.get(request)
      if (cookie !== undefined) headers.push(`Set-Cookie: ${cookie}`)
    })
    this.#server = createServer((request, response) => void this.#serve(request, response))
    this.#server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
  }

  /** Port 0 lets the system choose. Resolves with the port. */
  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
    this.#port = (this.#server.address() as AddressInfo).port
    return this.#port
  }

  /** An address that opens one page once. */
  open(side: Side): string {
    return `${this.#origin}/${side}/index.html#${this.#tokens.issue(side)}`
  }

  async close(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  #hostIsOurs(request: IncomingMessage): boolean {
    return request.headers.host === `127.0.0.1:${this.#port}`
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = URL.parse(request.url ?? '/', this.#origin)?.pathname ?? '/'
    const headers = securityHeaders(`'self' ws://127.0.0.1:${this.#port}`, path)
    const answer = this.#hostIsOurs(request) ? await this.#answer(request, path) : refusal(421)
    response.writeHead(answer.status, { ...headers, ...answer.headers }).end(answer.body)
  }

  async #answer(request: IncomingMessage, path: string): Promise<Answer> {
    if (request.method !== 'GET') return refusal(405)
    const hidden = sides.filter((side) => !this.#sides.includes(side))
    const file = await readPageFile(this.#pages, path, hidden)
    if (!file) return refusal(404)
    return { status: 200, headers: { 'content-type': file.type, 'content-length': String(file.body.length) }, body: file.body }
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admission = this.#admitted(request)
    if (!admission) {
      forbid(socket)
      return
    }
    // A page that goes away while it waits is no error of this process.
    socket.on('error', () => socket.destroy())
    const glass = await this.#glass
    if (socket.destroyed) return
    const { side, token } = admission
    if (token === null) {
      this.#sockets.handleUpgrade(request, socket, head, (client) => connect(glass, side, client))
      return
    }
    // Used up only now: a page that was loaded again while it waited comes with the same one.
    const grant = this.#tokens.exchange(token)
    if (!grant) {
      forbid(socket)
      return
    }
    this.#cookies.set(request, `${cookieName(side)}=${grant.cookie}; Path=/glass/${side}; HttpOnly; SameSite=Strict`)
    // One that was loaded again while the answer was on its way has no cookie, and nothing but the same token either.
    const giveBack = (): void => grant.giveBack()
    socket.once('close', giveBack)
    this.#sockets.handleUpgrade(request, socket, head, (client) => {
      client.once('pong', () => socket.off('close', giveBack))
      client.ping()
      connect(glass, side, client)
    })
  }

  #admitted(request: IncomingMessage): Admission | null {
    if (!this.#hostIsOurs(request) || request.headers.origin !== this.#origin) return null
    const name = /^\/glass\/([a-z]+)$/.exec(request.url ?? '')?.[1]
    const side = this.#sides.find((each) => each === name)
    if (side === undefined) return null
    const cookie = readCookie(request.headers.cookie ?? '', cookieName(side))
    if (cookie !== null && this.#tokens.sideOf(cookie) === side) return { side, token: null }
    const token = tokenIn(request.headers['sec-websocket-protocol'] ?? '')
    return this.#tokens.sideOfToken(token) === side ? { side, token } : null
  }
}

const forbid = (socket: Duplex): void => void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')

function connect(glass: Glass, side: Side, client: WebSocket): void {
  const connection = glass.connect(side, (message) => client.send(JSON.stringify(message)))
  client.on('message', (data, isBinary) => {
    const text = isBinary ? '' : bytesOf(data)
    const message = parseJson(text)
    if (hasFittingSize(message, Buffer.byteLength(text))) connection.receive(message)
    else client.close(tooLarge)
  })
  client.on('close', () => connection.close())
  // An error is followed by close; without a listener it would end the process.
  client.on('error', () => client.terminate())
}

const cookieName = (side: Side): string => `madoguchi-${side}`

/** The one header of a socket's handshake in which a page can say something of its own is the list of protocols (RFC 6455 §4.1). */
const tokenIn = (protocols: string): string => protocols.split(',').map((each) => each.trim()).find((each) => each !== socketProtocol) ?? ''

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

const bytesOf = (data: Buffer | ArrayBuffer | Buffer[]): string => (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
