import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { VpcdBridge, type BridgeState } from '../../../../src-main/training/card/vpcd-bridge.ts'
import { frame, FrameReader } from '../../../../src-main/training/card/vpcd-frames.ts'
import { ObservedCard, testCard } from '../../../fixtures/card/observed-card.ts'

/** The pcscd side of the protocol, as far as the bridge can see it. */
class FakePcscd {
  readonly #server: Server = createServer()
  #sockets: Socket[] = []
  readonly #answers: Uint8Array[] = []
  readonly #frames = new FrameReader()
  #wake: () => void = () => undefined

  async listen(port = 0): Promise<number> {
    this.#server.on('connection', (socket) => {
      this.#sockets.push(socket)
      socket.on('data', (bytes) => {
        this.#answers.push(...this.#frames.push(bytes))
        this.#wake()
      })
      socket.on('error', () => undefined)
      this.#wake()
    })
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  async socket(): Promise<Socket> {
    for (;;) {
      const socket = this.#sockets.at(-1)
      if (socket !== undefined && !socket.destroyed) return socket
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async send(hex: string): Promise<void> {
    // Two packets, as Debian's vpcd does it.
    const bytes = frame(Buffer.from(hex, 'hex'))
    const socket = await this.socket()
    socket.write(bytes.subarray(0, 2))
    socket.write(bytes.subarray(2))
  }

  async answer(): Promise<string> {
    for (;;) {
      const answer = this.#answers.shift()
      if (answer !== undefined) return Buffer.from(answer).toString('hex')
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets = []
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

/** A reset is a way to close, too. */
const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve))
const select = '00a4040c0ad392f000260100000001'

describe('the vpcd bridge', () => {
  let pcscd = new FakePcscd()
  let bridge = new VpcdBridge()
  let port = 0
  beforeEach(async () => {
    pcscd = new FakePcscd()
    port = await pcscd.listen()
    bridge = new VpcdBridge({ port, retryMilliseconds: 10 })
  })
  afterEach(async () => {
    bridge.close()
    await pcscd.stop()
  })

  const reached = (wanted: BridgeState): Promise<void> =>
    new Promise((resolve) => {
      if (bridge.state === wanted) {
        resolve()
        return
      }
      const stop = bridge.subscribe((state) => {
        if (state !== wanted) return
        stop()
        resolve()
      })
    })

  it('answers control bytes and commands in order', async () => {
    const card = new ObservedCard(testCard())
    bridge.insert(card)
    await pcscd.send('04')
    expect(await pcscd.answer()).toBe('3be000ff8131fe4514')
    await pcscd.send('01')
    await pcscd.send(select)
    await pcscd.send('00b0860004')
    expect([await pcscd.answer(), await pcscd.answer()]).toEqual(['9000', '4a504b499000'])
    await pcscd.send('02')
    await pcscd.send('00b0860004')
    expect(await pcscd.answer()).toBe('6a82')
    expect(card.powered).toBe(true)
    await pcscd.send('00')
    await pcscd.send('04')
    await pcscd.answer()
    expect(card.powered).toBe(false)
  })

  it('takes the card out by closing the connection, and another one in', async () => {
    const card = new ObservedCard(testCard())
    bridge.insert(card)
    const socket = await pcscd.socket()
    await pcscd.send('01')
    bridge.remove()
    await closed(socket)
    expect([bridge.state, card.powered]).toEqual(['empty', false])
    bridge.insert(testCard('single'))
    await pcscd.send('04')
    expect(await pcscd.answer()).toBe('3be000ff8131fe4514')
  })

  it('finds a pcscd that was restarted, with the chip unpowered in between', async () => {
    const card = new ObservedCard(testCard())
    bridge.insert(card)
    await pcscd.send('01')
    await pcscd.send(select)
    expect(await pcscd.answer()).toBe('9000')
    await pcscd.stop()
    await reached('waiting')
    expect(card.powered).toBe(false)
    pcscd = new FakePcscd()
    await pcscd.listen(port)
    await reached('connected')
    await pcscd.send('04')
    expect(await pcscd.answer()).toBe('3be000ff8131fe4514')
  })

  it('leaves in the middle of a command when told to, once', async () => {
    bridge.insert(testCard())
    await pcscd.send('01')
    bridge.setFault('removed')
    const socket = await pcscd.socket()
    await pcscd.send(select)
    await closed(socket)
    expect(bridge.state).toBe('empty')
    bridge.insert(testCard())
    await pcscd.send('01')
    await pcscd.send(select)
    expect(await pcscd.answer()).toBe('9000')
  })

  it('leaves with a card that vanishes by itself', async () => {
    bridge.insert(testCard('vanishing'))
    await pcscd.send('01')
    const socket = await pcscd.socket()
    for (let count = 0; count < 4; count += 1) await pcscd.send(select)
    for (let count = 0; count < 4; count += 1) expect(await pcscd.answer()).toBe('9000')
    await pcscd.send(select)
    await closed(socket)
    expect(bridge.state).toBe('empty')
  })

  it('answers no command while it is mute, but still says its ATR', async () => {
    bridge.insert(testCard())
    await pcscd.send('01')
    bridge.setFault('mute')
    await pcscd.send(select)
    await pcscd.send('04')
    expect(await pcscd.answer()).toBe('3be000ff8131fe4514')
  })
})

describe('vpcd frames', () => {
  it('come out as they went in, however the stream was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), fc.array(fc.nat(40), { maxLength: 60 }), (payloads, cuts) => {
        const stream = Buffer.concat(payloads.map(frame))
        const reader = new FrameReader()
        const received: Uint8Array[] = []
        let at = 0
        for (const cut of cuts) {
          received.push(...reader.push(stream.subarray(at, at + cut)))
          at += cut
        }
        received.push(...reader.push(stream.subarray(at)))
        expect(received.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(payloads.map((bytes) => Buffer.from(bytes).toString('hex')))
      }),
    )
    expect(() => frame(new Uint8Array(65_536))).toThrow(RangeError)
  })
})
