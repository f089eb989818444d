import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { GlassServer } from '../../../src-main/channel/glass-server.ts'
import { SocketHost } from '../../../src-main/channel/socket-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-pages-'))
const connected: string[] = []
const received: unknown[] = []
const glass = {
  connect: (side: string, send: (message: unknown) => void) => {
    connected.push(side)
    send({ kind: 'hello', side })
    return { receive: (raw: unknown) => void received.push(raw), close: () => undefined }
  },
} as unknown as GlassServer

const host = new SocketHost({ sides: ['resident', 'staff'], pages: join(folder, 'pages') })
let port = 0

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: { ...options.headers } }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

const own = (): string => `http://127.0.0.1:${port}`
const tokenFor = (side: 'resident' | 'staff'): string => new URL(host.open(side)).hash.slice(1)

interface Opening {
  readonly opened: boolean
  readonly first: unknown
  /** As it was set, with all that is said about it. */
  readonly cookie: string
  readonly protocol: string
}

function socket(path: string, headers: Record<string, string>, protocols: readonly string[] = ['madoguchi'], at = port): Promise<Opening> {
  return new Promise((resolve) => {
    const client = new WebSocket(`ws://127.0.0.1:${at}${path}`, [...protocols], { headers })
    let cookie = ''
    client.on('upgrade', (answer) => (cookie = answer.headers['set-cookie']?.join('\n') ?? ''))
    client.on('message', (data) => {
      resolve({ opened: true, first: JSON.parse((data as Buffer).toString('utf8')), cookie, protocol: client.protocol })
      client.close()
    })
    client.on('error', () => resolve({ opened: false, first: null, cookie, protocol: '' }))
  })
}

const withToken = (side: 'resident' | 'staff', token: string, headers: Record<string, string> = {}): Promise<Opening> => socket(`/glass/${side}`, { origin: own(), ...headers }, ['madoguchi', token])

async function cookieFor(side: 'resident' | 'staff'): Promise<string> {
  return (await withToken(side, tokenFor(side))).cookie.split(';')[0] ?? ''
}

beforeAll(async () => {
  mkdirSync(join(folder, 'pages', 'resident'), { recursive: true })
  writeFileSync(join(folder, 'pages', 'resident', 'index.html'), '<!doctype html><title>窓口</title>')
  mkdirSync(join(folder, 'pages', 'training'))
  writeFileSync(join(folder, 'pages', 'training', 'index.html'), '<!doctype html><title>研修盤</title>')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'pages', 'data.sqlite'), 'secret')
  port = await host.listen()
  host.attach(glass)
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

describe('pages over the loopback socket', () => {
  it('are served with the locks of the contract', async () => {
    const answer = await ask('/resident/index.html')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  })

  it.each(['/../secret.html', '/%2e%2e/secret.html', '/resident/..%2f..%2fsecret.html', '/data.sqlite', '/', '/resident/', '/%00.html', '/%'])('are nothing but the built files: %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it.each(['/training/index.html', '/%74raining/index.html', '/resident/../training/index.html', '/resident/..%2ftraining/index.html'])('are not those of a side that the profile does not have: %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('are not served under another name (DNS rebinding)', async () => {
    expect((await ask('/resident/index.html', { headers: { host: `madoguchi.example.invalid:${port}` } })).status).toBe(421)
  })

  it('take no other method', async () => {
    expect((await ask('/resident/index.html', { method: 'PUT' })).status).toBe(405)
  })
})

describe('the one-time token', () => {
  it('opens the socket of its side once', async () => {
    const token = tokenFor('resident')
    expect(await withToken('resident', token)).toMatchObject({ opened: true, first: { kind: 'hello', side: 'resident' } })
    expect(await withToken('resident', token)).toMatchObject({ opened: false, cookie: '' })
  })

  it('becomes a cookie that scripts and other sites can not use, and is not said again', async () => {
    const token = tokenFor('staff')
    const { cookie, protocol } = await withToken('staff', token)
    expect(cookie).toMatch(/^madoguchi-staff=[\w-]{43}; Path=\/glass\/staff; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(token)
    expect(protocol).toBe('madoguchi')
  })

  it('counts again when the page was gone before it had the cookie', async () => {
    const token = tokenFor('resident')
    const { hostname } = new URL(own())
    await new Promise<void>((resolve) => {
      const gone = connectTo({ host: hostname, port })
      gone.write(`GET /glass/resident HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${own()}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Protocol: madoguchi, ${token}\r\n\r\n`)
      // The answer came to the machine, and nobody read it.
      gone.once('data', () => gone.destroy())
      gone.once('close', () => resolve())
    })
    await expect.poll(async () => (await withToken('resident', token)).opened).toBe(true)
    expect((await withToken('resident', token)).opened).toBe(false)
  })

  it('does no harm beside a good cookie when it is spent: a page that was loaded again at once still has it in its address', async () => {
    const token = tokenFor('resident')
    const cookie = (await withToken('resident', token)).cookie.split(';')[0] ?? ''
    expect(await withToken('resident', token, { cookie })).toMatchObject({ opened: true, cookie: '' })
  })

  it.each(['x'.repeat(43), 'undefined', 'resident'])('can not be guessed: %s', async (token) => {
    expect((await withToken('resident', token)).opened).toBe(false)
  })

  it('opens no other side, and is not used up by the attempt', async () => {
    const token = tokenFor('resident')
    expect((await withToken('staff', token)).opened).toBe(false)
    expect((await withToken('resident', token)).opened).toBe(true)
  })

  it('is not taken from another origin, nor under another name', async () => {
    const token = tokenFor('resident')
    expect((await withToken('resident', token, { origin: 'http://127.0.0.1:1' })).opened).toBe(false)
    expect((await withToken('resident', token, { host: `madoguchi.example.invalid:${port}` })).opened).toBe(false)
    expect((await withToken('resident', token)).opened).toBe(true)
  })
})

describe('while the kiosk is on its way', () => {
  const early = new SocketHost({ sides: ['resident'], pages: join(folder, 'pages') })
  let address: URL

  beforeAll(async () => {
    await early.listen()
    address = new URL(early.open('resident'))
  })

  afterAll(() => early.close())

  it('pages are served, and their channel opens when it has come', async () => {
    expect((await fetch(address)).status).toBe(200)
    const client = new WebSocket(`ws://${address.host}/glass/resident`, ['madoguchi', address.hash.slice(1)], { headers: { origin: address.origin } })
    const opened = new Promise((resolve) => client.on('message', (data) => resolve(JSON.parse((data as Buffer).toString('utf8')))))
    connected.length = 0
    // Behind the page's question the answer to another one: the question is there.
    await fetch(address)
    expect([client.readyState, connected.length]).toEqual([WebSocket.CONNECTING, 0])
    early.attach(glass)
    expect(await opened).toEqual({ kind: 'hello', side: 'resident' })
    client.close()
  })

  it('one token opens one of two that waited', async () => {
    const waiting = new SocketHost({ sides: ['resident'], pages: join(folder, 'pages') })
    const waitingPort = await waiting.listen()
    const { hash, origin } = new URL(waiting.open('resident'))
    const both = [1, 2].map(() => socket('/glass/resident', { origin }, ['madoguchi', hash.slice(1)], waitingPort))
    await fetch(`${origin}/resident/index.html`)
    waiting.attach(glass)
    expect((await Promise.all(both)).map(({ opened }) => opened).sort()).toEqual([false, true])
    await waiting.close()
  })
})

describe('the socket', () => {
  it('opens with the cookie of its side', async () => {
    expect(await socket('/glass/resident', { origin: own(), cookie: await cookieFor('resident') })).toMatchObject({ opened: true, first: { kind: 'hello', side: 'resident' } })
  })

  it.each([
    ['the resident cookie on the staff side', '/glass/staff', 'resident'],
    ['the staff cookie on the resident side', '/glass/resident', 'staff'],
  ] as const)('stays shut for %s', async (_name, path, side) => {
    const cookie = await cookieFor(side)
    expect((await socket(path, { origin: own(), cookie })).opened).toBe(false)
    const value = cookie.split('=')[1] ?? ''
    const renamed = `madoguchi-${path.split('/')[2] ?? ''}=${value}`
    expect((await socket(path, { origin: own(), cookie: renamed })).opened).toBe(false)
  })

  it('stays shut without a cookie, from another origin, and for a side that is not there', async () => {
    const cookie = await cookieFor('resident')
    expect((await socket('/glass/resident', { origin: own() })).opened).toBe(false)
    expect((await socket('/glass/resident', { origin: 'http://example.invalid', cookie })).opened).toBe(false)
    expect((await socket('/glass/training', { origin: own(), cookie })).opened).toBe(false)
    expect((await socket('/glass/', { origin: own(), cookie })).opened).toBe(false)
  })

  it('hands on what is not JSON as nothing, instead of falling over', async () => {
    const cookie = await cookieFor('resident')
    received.length = 0
    await new Promise<void>((resolve) => {
      const client = new WebSocket(`ws://127.0.0.1:${port}/glass/resident`, { headers: { origin: own(), cookie } })
      client.on('open', () => {
        client.send('{')
        client.send(Buffer.from([1, 2]))
        client.send('x'.repeat(20 * 1024))
      })
      client.on('close', () => resolve())
    })
    expect(received).toEqual([null, null])
  })
})
