import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Side } from '../../src-preload/contract.ts'
import { SocketHost } from '../channel/socket-host.ts'
import type { Failure, Result } from '../failures/result.ts'
import type { Kiosk } from '../kiosk.ts'
import { chooseConfiguration, endOnBug, hostOptions, openKiosk } from '../start-up.ts'
import { findChromium, openInChromium, type BrowserWindow } from './browser.ts'

/**
 * Serves the built pages on 127.0.0.1 and, when asked, opens them in Chromium's kiosk mode. The pages are there before
 * the kiosk is: they cover themselves until it answers, and Chromium starts at the same time as the store opens.
 * @param outFolder the built files.
 */
export async function serve(outFolder: string): Promise<void> {
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
  const options = hostOptions({ outFolder, configFile: values.config, dataFolder: values.data })
  const configuration = await chooseConfiguration(options)
  if (!configuration.ok) return refuse(configuration.failure)
  const { dataFolder, profile } = configuration.value
  const sides: readonly Side[] = profile.training ? ['resident', 'staff', 'training'] : ['resident', 'staff']

  const host = new SocketHost({ sides, pages: join(outFolder, 'renderer') })
  await host.listen(Number(values.port))

  const windows: BrowserWindow[] = []
  let opening: Promise<Result<Kiosk>> | null = null
  let stopping = false
  const closeWindows = (): void => {
    for (const window of windows) window.close()
  }
  const stop = (): void => {
    if (stopping) return
    stopping = true
    closeWindows()
    void host.close().then(async () => {
      // A kiosk that is still opening is closed when it is open.
      const opened = await opening
      if (opened?.ok) await opened.value.close()
      process.exit(0)
    })
  }
  // Before the first line is said: whoever reads it may send a signal at once.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // The host's own parent (npm start, a test) is gone: nobody is left who could stop this one.
  process.on('disconnect', stop)

  const chromium = values.browser ? findChromium() : null
  if (chromium) {
    for (const side of sides) windows.push(openInChromium(chromium, { address: host.open(side), side, kiosk: !profile.training, profileFolder: join(dataFolder, 'chromium', side) }))
    for (const window of windows) window.onGone(() => (profile.training ? stop() : window.reopen(host.open(window.side))))
  } else {
    const addresses = Object.fromEntries(sides.map((side) => [side, host.open(side)]))
    process.stdout.write(values.addresses ? `${JSON.stringify(addresses)}\n` : sides.map((side) => `${side.padEnd(9)}${addresses[side] ?? ''}\n`).join(''))
  }

  opening = openKiosk(configuration.value, options)
  const opened = await opening
  if (!opened.ok) {
    closeWindows()
    return refuse(opened.failure)
  }
  // Whoever started this (systemd, npm start) sees the exit code and starts it again.
  endOnBug(opened.value, () => process.exit(1))
  host.attach(opened.value.glass)
}

function refuse({ code, detail }: Failure): never {
  process.stderr.write(`${code}\n${detail ?? ''}\n`)
  process.exit(1)
}
