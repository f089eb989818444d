/**
 * Entry: the same kiosk for the system's Chromium (design §3). Serves the built pages on 127.0.0.1 and,
 * when asked, opens them in Chromium's kiosk mode.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SocketHost } from './channel/socket-host.ts'
import { findChromium, openInChromium, type BrowserWindow } from './chromium/browser.ts'
import { endOnBug, hostOptions, startKiosk } from './start-up.ts'

const { values } = parseArgs({
  options: {
    config: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    browser: { type: 'boolean', default: false },
    /** Prints one line of JSON with an address for every side; for tests and the demo. */
    addresses: { type: 'boolean', default: false },
  },
})

const outFolder = join(import.meta.dirname, '..')
const started = await startKiosk(hostOptions({ outFolder, configFile: values.config, dataFolder: values.data }))
if (!started.ok) {
  process.stderr.write(`${started.failure.code}\n${started.failure.detail ?? ''}\n`)
  process.exit(1)
}
const kiosk = started.value
// Whoever started this (systemd, npm start) sees the exit code and starts it again.
endOnBug(kiosk, () => process.exit(1))
const host = new SocketHost({ glass: kiosk.glass, pages: join(outFolder, 'renderer') })
await host.listen(Number(values.port))

const sides = kiosk.glass.has('training') ? (['resident', 'staff', 'training'] as const) : (['resident', 'staff'] as const)
const windows: BrowserWindow[] = []
const chromium = values.browser ? findChromium() : null
if (chromium) {
  for (const side of sides) windows.push(openInChromium(chromium, { address: host.open(side), side, kiosk: !kiosk.training, profileFolder: join(kiosk.dataFolder, 'chromium', side) }))
} else {
  const addresses = Object.fromEntries(sides.map((side) => [side, host.open(side)]))
  process.stdout.write(values.addresses ? `${JSON.stringify(addresses)}\n` : sides.map((side) => `${side.padEnd(9)}${addresses[side] ?? ''}\n`).join(''))
}

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  for (const window of windows) window.close()
  void host.close().then(() => kiosk.close()).then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// The host's own parent (npm start, a test) is gone: nobody is left who could stop this one.
process.on('disconnect', stop)
for (const window of windows) window.onGone(() => (kiosk.training ? stop() : window.reopen(host.open(window.side))))
