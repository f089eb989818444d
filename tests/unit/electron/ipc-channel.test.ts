import { EventEmitter } from 'node:events'
import type { IpcMainEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing, Side } from '../../../src-preload/contract.ts'
import { glassChannel, readyChannel } from '../../../src-preload/bridge.ts'
import type { GlassConnection, GlassServer } from '../../../src-main/channel/glass-server.ts'
import { IpcChannel } from '../../../src-main/electron/ipc-channel.ts'

class FakeContents extends EventEmitter {
  readonly id: number
  readonly sent: unknown[] = []
  constructor(id: number) {
    super()
    this.id = id
  }
  isDestroyed = (): boolean => false
  send = (_channel: string, message: unknown): void => void this.sent.push(message)
}

interface Opened {
  readonly side: Side
  readonly received: unknown[]
  closed: boolean
  readonly send: (message: Outgoing) => void
}

let ipc: EventEmitter
let opened: Opened[]
let contents: FakeContents

const message = (from: FakeContents, frame: { parent: unknown; url: string } | null): IpcMainEvent =>
  ({ sender: from, senderFrame: frame }) as unknown as IpcMainEvent
const ownFrame = { parent: null, url: 'app://madoguchi/resident/index.html' }

beforeEach(() => {
  ipc = new EventEmitter()
  opened = []
  contents = new FakeContents(7)
  const glass = {
    connect: (side: Side, send: (outgoing: Outgoing) => void): GlassConnection => {
      const entry: Opened = { side, received: [], closed: false, send }
      opened.push(entry)
      return { receive: (raw) => void entry.received.push(raw), close: () => void (entry.closed = true) }
    },
  }
  new IpcChannel(ipc as never, glass as unknown as GlassServer).adopt('resident', contents as unknown as WebContents)
})

describe('messages over Electron IPC', () => {
  it('reach the kiosk from the main frame of our own page', () => {
    ipc.emit(readyChannel, message(contents, ownFrame))
    ipc.emit(glassChannel, message(contents, ownFrame), { kind: 'dispatch' })
    expect(opened).toMatchObject([{ side: 'resident', received: [{ kind: 'dispatch' }] }])
  })

  it.each([
    ['a frame inside the page', { parent: {}, url: 'app://madoguchi/resident/index.html' }],
    ['another origin', { parent: null, url: 'https://example.invalid/' }],
    ['a look-alike origin', { parent: null, url: 'app://madoguchi.example.invalid/' }],
    ['a frame that is gone', null],
  ])('are ignored when they come from %s', (_name, frame) => {
    ipc.emit(readyChannel, message(contents, ownFrame))
    ipc.emit(glassChannel, message(contents, frame), { kind: 'dispatch' })
    expect(opened[0]?.received).toEqual([])
  })

  it('are ignored from a window that nobody adopted', () => {
    ipc.emit(readyChannel, message(new FakeContents(8), ownFrame))
    expect(opened).toEqual([])
  })

  it('a reloaded page gets a new connection and the old one is closed', () => {
    ipc.emit(readyChannel, message(contents, ownFrame))
    ipc.emit(readyChannel, message(contents, ownFrame))
    expect(opened.map(({ closed }) => closed)).toEqual([true, false])
  })

  it.each(['render-process-gone', 'destroyed'])('%s closes the connection', (event) => {
    ipc.emit(readyChannel, message(contents, ownFrame))
    contents.emit(event)
    expect(opened[0]?.closed).toBe(true)
  })
})
