import type { IpcMain, IpcMainEvent, WebContents } from 'electron'
import { glassChannel, readyChannel } from '../../src-preload/bridge.ts'
import type { Side } from '../../src-preload/contract.ts'
import type { GlassConnection, GlassServer } from '../channel/glass-server.ts'
import { appOrigin } from './app-protocol.ts'

/**
 * The contract over Electron IPC. A message counts only when it comes from the main frame of a window we
 * made, showing our own page; the window, not the message, says which side it is.
 */
export class IpcChannel {
  readonly #glass: GlassServer
  readonly #pages = new Map<number, { side: Side; connection: GlassConnection | null }>()

  constructor(ipc: Pick<IpcMain, 'on'>, glass: GlassServer) {
    this.#glass = glass
    ipc.on(readyChannel, (event) => this.#ready(event))
    ipc.on(glassChannel, (event, message: unknown) => {
      if (this.#trusted(event)) this.#pages.get(event.sender.id)?.connection?.receive(message)
    })
  }

  /** Knows this window's contents from now on; closing or crashing ends its connection. */
  adopt(side: Side, contents: Pick<WebContents, 'id' | 'on' | 'once'>): void {
    this.#pages.set(contents.id, { side, connection: null })
    const drop = (): void => this.#drop(contents.id)
    contents.on('render-process-gone', drop)
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) drop()
    })
    contents.once('destroyed', () => {
      drop()
      this.#pages.delete(contents.id)
    })
  }

  #ready(event: IpcMainEvent): void {
    const page = this.#pages.get(event.sender.id)
    if (!page || !this.#trusted(event)) return
    page.connection?.close()
    page.connection = this.#glass.connect(page.side, (message) => {
      if (!event.sender.isDestroyed()) event.sender.send(glassChannel, message)
    })
  }

  #drop(id: number): void {
    const page = this.#pages.get(id)
    page?.connection?.close()
    if (page) page.connection = null
  }

  #trusted(event: IpcMainEvent): boolean {
    const frame = event.senderFrame
    return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`)
  }
}
