/**
 * Entry: the same kiosk for the system's Chromium (design §3). Serves the built pages on 127.0.0.1 and,
 * when asked, opens them in Chromium's kiosk mode. The pages are there before the kiosk is: they cover
 * themselves until it answers, and Chromium starts at the same time as the store opens.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Side } from '../src-preload/contract.ts'
import { SocketHost } from './channel/socket-host.ts'
import { findChromium, openInChromium, type BrowserWindow } from './chromium/browser.ts'
import type { Failure } from './failures/result.ts'
import { chooseConfiguration, endOnBug, hostOptions, openKiosk } from './start-up.ts'

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

const windows: BrowserWindow[] = []
const outFolder = join(import.meta.dirname, '..')
const options = hostOptions({ outFolder, configFile: values.config, dataFolder: values.data })
const configuration = await chooseConfiguration(options)
if (!configuration.ok) refuse(configuration.failure)
const { dataFolder, profile } = configuration.value
const sides: readonly Side[] = profile.training ? ['resident', 'staff', 'training'] : ['resident', 'staff']

const host = new SocketHost({ sides, pages: join(outFolder, 'renderer') })
await host.listen(Number(values.port))

const chromium = values.browser ? findChromium() : null
if (chromium) {
  for (const side of sides) windows.push(openInChromium(chromium, { address: host.open(side), side, kiosk: !profile.training, profileFolder: join(dataFolder, 'chromium', side) }))
} else {
  const addresses = Object.fromEntries(sides.map((side) => [side, host.open(side)]))
  process.stdout.write(values.addresses ? `${JSON.stringify(addresses)}\n` : sides.map((side) => `${side.padEnd(9)}${addresses[side] ?? ''}\n`).join(''))
}

const opening = openKiosk(configuration.value, options)
let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  closeWindows()
  void host.close().then(async () => {
    const opened = await opening
    if (opened.ok) await opened.value.close()
    process.exit(0)
  })
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// The host's own parent (npm start, a test) is gone: nobody is left who could stop this one.
process.on('disconnect', stop)
for (const window of windows) window.onGone(() => (profile.training ? stop() : window.reopen(host.open(window.side))))

const opened = await opening
if (!opened.ok) refuse(opened.failure)
// Whoever started this (systemd, npm start) sees the exit code and starts it again.
endOnBug(opened.value, () => process.exit(1))
host.attach(opened.value.glass)

function closeWindows(): void {
  for (const window of windows) window.close()
}

function refuse({ code, detail }: Failure): never {
  closeWindows()
  process.stderr.write(`${code}\n${detail ?? ''}\n`)
  process.exit(1)
}
