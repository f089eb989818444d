import { findChromium } from '../../src-main/chromium/browser.ts'
import { ensureBuilt } from './bundle.ts'
import { electronBinary } from './electron-binary.ts'
import { kioskProgram } from './kiosk-program.ts'
import { out, run } from './project.ts'

await ensureBuilt()
const words = process.argv.slice(2)
const electron = electronBinary()
const screen = process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined
const chromium = screen ? findChromium() : null

if (electron) {
  console.log(`Opening the kiosk in Electron (${electron})`)
  process.exitCode = await run(electron, [out('main', 'electron.js'), ...words])
} else if (chromium) {
  console.log(`Electron's binary is not here: opening the kiosk in ${chromium}`)
  process.exitCode = await run(process.execPath, kioskProgram('--browser', ...words))
} else {
  console.log('Neither Electron nor a screen with Chromium is here: open these addresses in a browser on this machine (each works once)')
  process.exitCode = await run(process.execPath, kioskProgram(...words))
}
