import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maxResponseOctets } from '../../../src-main/pki/ocsp/message/response.ts'
import { httpOcspTransport } from '../../../src-main/pki/providers/ocsp/http-transport.ts'
import { ScriptedServer, type Handler } from '../../fixtures/pki/http-server.ts'

const ocspType = { 'content-type': 'application/ocsp-response' }
const answer = Uint8Array.of(0x30, 0x03, 0x0a, 0x01, 0x03)

let server: ScriptedServer
beforeAll(async () => {
  server = await ScriptedServer.open()
})
afterAll(() => server.close())

const ask = (deadlineSeconds = 20) => httpOcspTransport(server.url, deadlineSeconds).ask(Uint8Array.of(1, 2, 3))

describe('the line to a responder', () => {
  it('carries request and answer as RFC 6960 asks', async () => {
    const seen: unknown[] = []
    server.handler = (body, response, { method, headers }) => {
      seen.push(method, headers['content-type'], headers['content-length'], [...body])
      response.writeHead(200, ocspType).end(answer)
    }
    expect(await ask()).toEqual({ ok: true, response: Buffer.from(answer) })
    expect(seen).toEqual(['POST', 'application/ocsp-request', '3', [1, 2, 3]])
  })

  it.each<[string, Handler, RegExp]>([
    ['a page', (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>'), /content type/],
    ['an answer that does not say what it is', (_, response) => void response.writeHead(200).end(answer), /content type/],
    ['another place to go to', (_, response) => void response.writeHead(302, { location: server.url, ...ocspType }).end(), /redirects \(HTTP 302\)/],
    ['an error of the server', (_, response) => void response.writeHead(503, ocspType).end(answer), /HTTP 503/],
    ['"nothing new"', (_, response) => void response.writeHead(304).end(), /HTTP 304/],
    ['a compressed answer', (_, response) => void response.writeHead(200, { ...ocspType, 'content-encoding': 'gzip' }).end(answer), /encoded/],
    ['an answer that says it is too large', (_, response) => void response.writeHead(200, { ...ocspType, 'content-length': maxResponseOctets + 1 }).write(answer), /more than 65536/],
    ['an answer that is larger than it may be', (_, response) => void response.writeHead(200, ocspType).end(Buffer.alloc(maxResponseOctets + 1)), /more than 65536/],
    ['an answer without an end', (_, response) => endless(response), /more than 65536/],
    ['less than it says', (_, response) => void response.writeHead(200, { ...ocspType, 'content-length': 100 }).write(answer, () => response.destroy()), /ECONNRESET|cut short/],
    ['a closed connection', (_, response) => void response.destroy(), /ECONNRESET/],
    ['something that is not HTTP', (_, response) => void response.socket?.end('220 mail.example ESMTP\r\n'), /HPE_/],
    ['a head without an end', (_, response) => void response.socket?.end(`HTTP/1.1 200 OK\r\n${'x-filler: '.padEnd(2000, 'x')}\r\n`.repeat(40)), /HPE_/],
  ])('takes %s for silence', async (_, handler, why) => {
    server.handler = handler
    expect(await ask()).toEqual({ ok: false, why: expect.stringMatching(why) as unknown })
  })

  it.each<[string, Handler]>([
    ['that never answers', () => undefined],
    ['that never ends its answer', (_, response) => void response.writeHead(200, ocspType).write(answer)],
    ['that answers drop by drop', (_, response) => dripping(response)],
  ])('waits for a server %s no longer than it may', async (_, handler) => {
    server.handler = handler
    expect(await ask(1)).toEqual({ ok: false, why: 'no whole answer within 1 seconds' })
  })

  it('answers that nobody is there, and names neither host nor address', async () => {
    const gone = await ScriptedServer.open()
    const { url } = gone
    await gone.close()
    expect(await httpOcspTransport(url, 20).ask(answer)).toEqual({ ok: false, why: 'the connection failed (ECONNREFUSED)' })
    expect(await httpOcspTransport('http://responder.invalid/', 20).ask(answer)).toEqual({ ok: false, why: expect.stringMatching(/^the connection failed \(E[A-Z_]+\)$/) as unknown })
  })
})

function endless(response: Parameters<Handler>[1]): void {
  response.writeHead(200, ocspType)
  const pour = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384)));
    if (!response.destroyed) response.once('drain', pour)
  }
  pour()
}

function dripping(response: Parameters<Handler>[1]): void {
  response.writeHead(200, ocspType)
  const timer = setInterval(() => void response.write(Uint8Array.of(0x30)), 50)
  response.once('close', () => clearInterval(timer))
}
