import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface StaticServer {
  readonly address: string
  stop(): Promise<void>
}

/** Starts the bare server as the kiosk is started: a Node process of its own that prints where it listens. */
export async function startStaticServer(): Promise<StaticServer> {
  const child = fork(fileURLToPath(new URL('./static-page.mjs', import.meta.url)), [], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [] })
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return {
    address: line.toString('utf8').trim(),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
