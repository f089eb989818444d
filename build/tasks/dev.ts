import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { createServer, mergeConfig, type UserConfig } from 'vite'
import config from '../../electron.vite.config.ts'
import { sides } from '../../src-preload/contract/values.ts'
import { ensureBuilt } from './bundle.ts'
import { electronBinary } from './electron-binary.ts'
import { kioskProgram } from './kiosk-program.ts'
import { nodeModule, root, run } from './project.ts'

/**
 * Hot reload. With Electron's binary this is electron-vite's own; without it the pages come from Vite's
 * development server, which hands messages on to a kiosk that is rebuilt and restarted when main changes.
 */
const kioskPort = 47_101

if (electronBinary() !== null) {
  process.exitCode = await run(process.execPath, [nodeModule('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch'])
} else await developInBrowser()

async function developInBrowser(): Promise<void> {
  await ensureBuilt()
  const target = `http://127.0.0.1:${kioskPort}`
  // The kiosk accepts its own origin only; the development server speaks for it.
  const proxied = { target, ws: true, changeOrigin: true, headers: { origin: target } }
  const renderer = (config as { renderer: UserConfig }).renderer
  const server = await createServer(mergeConfig(renderer, { configFile: false, root: `${root}/src-renderer`, server: { host: '127.0.0.1', port: 47_100, proxy: { [`^/glass/(${sides.join('|')})$`]: proxied } } }))
  await server.listen()
  const page = `http://127.0.0.1:${String(server.config.server.port)}`

  let kiosk: ChildProcess | null = null
  const start = (): void => {
    // It ends with this process, however that ends.
    kiosk = spawn(process.execPath, kioskProgram('--port', String(kioskPort), ...process.argv.slice(2)), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    kiosk.stdout?.on('data', (chunk: Buffer) => process.stdout.write(chunk.toString('utf8').replaceAll(target, page)))
  }
  const restart = async (): Promise<void> => {
    if (kiosk?.exitCode === null && kiosk.signalCode === null) {
      const ended = once(kiosk, 'exit')
      kiosk.kill()
      await ended
    }
    await ensureBuilt()
    start()
  }
  start()
  let pending: NodeJS.Timeout | undefined
  const changed = (): void => {
    clearTimeout(pending)
    pending = setTimeout(() => void restart().catch((error: unknown) => console.error(error)), 200)
  }
  for (const folder of ['src-main', 'src-preload']) watch(`${root}/${folder}`, { recursive: true }, changed)
  process.on('SIGINT', () => {
    kiosk?.kill()
    void server.close().then(() => process.exit(0))
  })
}
