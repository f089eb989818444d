import { describe, expect, it } from 'vitest'
import { socketTransport, type SocketLike } from '../../../../../src-renderer/glass/transport/socket-transport.ts'

class FakeSocket implements SocketLike {
  readyState: SocketLike['readyState'] = 0
  sent: string[] = []
  onopen: SocketLike['onopen'] = null
  onclose: SocketLike['onclose'] = null
  onmessage: SocketLike['onmessage'] = null
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (typeof data === 'string') this.sent.push(data)
  }
  close(): void {
    this.readyState = 3
    this.onclose?.call(this as unknown as WebSocket, {} as CloseEvent)
  }
  open(): void {
    this.readyState = 1
    this.onopen?.call(this as unknown as WebSocket, {} as Event)
  }
  hear(data: unknown): void {
    this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent)
  }
}

function setUp() {
  const sockets: FakeSocket[] = []
  const waits: { milliseconds: number; job: () => void }[] = []
  const transport = socketTransport({
    open: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    schedule: (milliseconds, job) => waits.push({ milliseconds, job }),
  })
  const connection: boolean[] = []
  transport.onConnection((connected) => connection.push(connected))
  return { transport, sockets, waits, connection }
}

describe('the loopback socket', () => {
  it('is connected once it is open, and sends JSON', () => {
    const { transport, sockets, connection } = setUp()
    expect(transport.send({ id: 1 })).toBe(false)
    sockets[0]!.open()
    expect(connection).toEqual([false, true])
    expect(transport.send({ id: 2 })).toBe(true)
    expect(sockets[0]!.sent).toEqual(['{"id":2}'])
  })

  it('hands on what it hears, and what isn’t JSON as it is', () => {
    const { transport, sockets } = setUp()
    const heard: unknown[] = []
    transport.onMessage((message) => heard.push(message))
    sockets[0]!.hear('{"kind":"reply"}')
    sockets[0]!.hear('{broken')
    expect(heard).toEqual([{ kind: 'reply' }, '{broken'])
  })

  it('tries again after 0.5, 1, 2, and then every 3 seconds', () => {
    const { sockets, waits } = setUp()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      sockets[attempt]!.close()
      waits[attempt]!.job()
    }
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([500, 1000, 2000, 3000, 3000])
  })

  it('begins with the short pause again after it was connected', () => {
    const { sockets, waits, connection } = setUp()
    for (let attempt = 0; attempt < 3; attempt += 1) {
      sockets[attempt]!.close()
      waits[attempt]!.job()
    }
    sockets[3]!.open()
    sockets[3]!.close()
    expect(waits.at(-1)!.milliseconds).toBe(500)
    expect(connection).toEqual([false, true, false])
  })

  it('closes on a restart, and opens a new one', () => {
    const { transport, sockets, waits } = setUp()
    sockets[0]!.open()
    transport.restart()
    waits[0]!.job()
    expect(sockets).toHaveLength(2)
  })
})
