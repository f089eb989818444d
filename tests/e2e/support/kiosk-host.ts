import { _electron, type Browser, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { electronBinary } from '../../../build/tasks/electron-binary.ts'
import { addStaff } from '../../fixtures/kiosk/staff-accounts.ts'
import { launchChromium } from './chromium.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'

export type HostName = 'chromium' | 'electron'

/** A running kiosk with its three pages, whichever host it is in. */
export interface KioskHost {
  readonly resident: Page
  readonly staff: Page
  readonly training: Page
  readonly dataFolder: string
  close(): Promise<void>
}

export interface HostOptions {
  readonly landscape?: boolean
  readonly locale?: string
  /** More words for Chromium's command line: a camera, for one. */
  readonly browserFlags?: readonly string[]
  /** Writes into the terminal's folder before it starts. */
  readonly prepare?: (dataFolder: string) => void
}

export async function startHost(name: HostName, options: HostOptions = {}): Promise<KioskHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'))
  addStaff(dataFolder)
  options.prepare?.(dataFolder)
  const host = name === 'electron' ? await inElectron(dataFolder) : await inChromium(dataFolder, options)
  return {
    ...host,
    dataFolder,
    close: async () => {
      await host.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The training terminal, but patient: on a busy machine an accessibility check takes longer than a resident is given. */
function patientConfiguration(dataFolder: string): string {
  const configuration = trainingConfiguration(join(root, 'out'), join(root, 'resources'))
  const file = join(dataFolder, 'terminal.json')
  writeFileSync(file, JSON.stringify({ ...configuration, dataFolder, profile: { ...configuration.profile, idleSeconds: { warn: 1800, wipe: 2400 }, staffLockMinutes: 120 } }))
  return file
}

type Pages = Omit<KioskHost, 'dataFolder'>

async function inChromium(dataFolder: string, options: HostOptions): Promise<Pages> {
  const kiosk = await KioskProcess.start(dataFolder, ['--config', patientConfiguration(dataFolder)])
  const browser = await launchChromium(options.browserFlags)
  const resident = await open(browser, kiosk.addresses.resident, options.landscape ? { width: 1920, height: 1080 } : { width: 1080, height: 1920 })
  const staff = await open(browser, kiosk.addresses.staff, { width: 1920, height: 1080 })
  const training = await open(browser, kiosk.addresses.training, { width: 1280, height: 900 })
  return {
    resident,
    staff,
    training,
    close: async () => {
      await browser.close()
      await kiosk.stop()
    },
  }
}

async function open(browser: Browser, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport, hasTouch: viewport.height > viewport.width, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function inElectron(dataFolder: string): Promise<Pages> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error('Electron has no binary here')
  const application: ElectronApplication = await _electron.launch({ executablePath, args: [join(root, 'out', 'main', 'electron.js'), `--config=${patientConfiguration(dataFolder)}`], cwd: root })
  const page = async (side: string): Promise<Page> => {
    for (;;) {
      const found = application.windows().find((window) => window.url().includes(`/${side}/`))
      if (found) return found
      await application.waitForEvent('window')
    }
  }
  return { resident: await page('resident'), staff: await page('staff'), training: await page('training'), close: () => application.close() }
}
