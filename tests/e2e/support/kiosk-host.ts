import { _electron, type Browser, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Configuration } from '../../../src-main/config.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { electronBinary } from '../../../build/tasks/electron-binary.ts'
import { addStaff } from '../../fixtures/kiosk/staff-accounts.ts'
import { launchChromium } from './chromium.ts'
import { complain } from './complaints.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'

export type HostName = 'chromium' | 'electron'

type Profile = Configuration['profile']

interface Pages {
  readonly resident: Page
  readonly staff: Page
  readonly training: Page
}

/** A running kiosk with its three pages, whichever host it is in. */
export interface KioskHost extends Pages {
  readonly dataFolder: string
  /** What the pages complained of since this was asked last; its end looks once more, and throws. */
  complaints(): string[]
  /** The power is cut, and comes back: another host on the same data; this one has ended. */
  afterPowerCut(): Promise<KioskHost>
  close(): Promise<void>
}

export interface HostOptions {
  /** More words for Chromium's command line, Electron's as well: a camera, for one. */
  readonly browserFlags?: readonly string[]
  /** What this terminal's profile has that others have not. */
  readonly profile?: (usual: Profile) => Profile
  /** Writes into the terminal's folder before it starts. */
  readonly prepare?: (dataFolder: string, terminal: string) => void
}

export async function startHost(name: HostName, options: HostOptions = {}): Promise<KioskHost> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-e2e-'))
  await addStaff(dataFolder)
  const configuration = patientConfiguration(dataFolder, options.profile)
  options.prepare?.(dataFolder, configuration.terminal.number)
  const file = join(dataFolder, 'terminal.json')
  writeFileSync(file, JSON.stringify(configuration))
  return startOn(dataFolder, () => (name === 'electron' ? inElectron(file, options) : inChromium(dataFolder, file, options)))
}

async function startOn(dataFolder: string, start: () => Promise<Started>): Promise<KioskHost> {
  const { stop, cutPower, complaints, ...pages } = await start()
  return {
    ...pages,
    dataFolder,
    complaints: () => complaints.splice(0),
    afterPowerCut: async () => {
      await cutPower()
      return startOn(dataFolder, start)
    },
    close: async () => {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true })
      if (complaints.length > 0) throw new Error(`the pages complained: ${complaints.join('; ')}`)
    },
  }
}

/** The training terminal, but patient: on a busy machine an accessibility check takes longer than a resident is given. */
function patientConfiguration(dataFolder: string, profile: (usual: Profile) => Profile = (usual) => usual): Configuration {
  const configuration = trainingConfiguration(join(root, 'out'), join(root, 'resources'))
  return { ...configuration, dataFolder, profile: profile({ ...configuration.profile, idleSeconds: { warn: 1800, wipe: 2400 }, staffLockMinutes: 120 }) }
}

interface Started extends Pages {
  readonly complaints: string[]
  readonly stop: () => Promise<void>
  readonly cutPower: () => Promise<void>
}

async function inChromium(dataFolder: string, configuration: string, options: HostOptions): Promise<Started> {
  const [kiosk, browser] = await Promise.all([KioskProcess.start(dataFolder, ['--config', configuration]), launchChromium(options.browserFlags)])
  const complaints: string[] = []
  const [resident, staff, training] = await Promise.all([
    open(browser, kiosk.addresses.resident, { width: 1080, height: 1920 }, complaints),
    open(browser, kiosk.addresses.staff, { width: 1920, height: 1080 }, complaints),
    open(browser, kiosk.addresses.training, { width: 1280, height: 900 }, complaints),
  ])
  return {
    resident,
    staff,
    training,
    complaints,
    stop: async () => {
      await browser.close()
      await kiosk.stop()
    },
    cutPower: async () => {
      await kiosk.kill()
      await browser.close()
    },
  }
}

async function open(browser: Browser, address: string, viewport: { width: number; height: number }, complaints: string[]): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport, hasTouch: viewport.height > viewport.width, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  complain(page, complaints)
  await page.goto(address)
  return page
}

async function inElectron(configuration: string, { browserFlags = [] }: HostOptions): Promise<Started> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error('Electron has no binary here')
  const args = [...browserFlags, join(root, 'out', 'main', 'electron.js'), `--config=${configuration}`]
  const application: ElectronApplication = await _electron.launch({ executablePath, args, cwd: root })
  const complaints: string[] = []
  const page = async (side: string): Promise<Page> => {
    for (;;) {
      const found = application.windows().find((window) => window.url().includes(`/${side}/`))
      if (found) {
        complain(found, complaints)
        return found
      }
      await application.waitForEvent('window')
    }
  }
  const cutPower = async (): Promise<void> => {
    const ended = application.waitForEvent('close')
    application.process().kill('SIGKILL')
    await ended
  }
  return { resident: await page('resident'), staff: await page('staff'), training: await page('training'), complaints, stop: () => application.close(), cutPower }
}
