import { test, type Browser } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary } from '../../../build/tasks/electron-binary.ts'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'
import { launchChromium } from '../support/chromium.ts'
import { expect } from '../support/patient.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'

test.skip(electronBinary() !== null, 'with Electron, npm run dev is electron-vite’s own')

let folder: string
let developing: ChildProcess
let browser: Browser

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-develop-'))
  developing = spawn(process.execPath, [join(root, 'build', 'tasks', 'dev.ts'), '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  browser = await launchChromium()
})

test.afterAll(async () => {
  await browser.close()
  if (developing.exitCode === null) {
    const ended = once(developing, 'exit')
    developing.kill('SIGINT')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Where a side is, as the terminal says it. */
function addresses(): Promise<Map<string, string>> {
  return new Promise((done, reject) => {
    let said = ''
    // Read to its end: whoever stops listening breaks the pipe that Vite goes on writing to.
    developing.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = new Map([...said.matchAll(/^(resident|staff|training)\s+(\S+)\n/gm)].map(([, side = '', address = '']) => [side, address]))
      if (found.size === 3) done(found)
    })
    developing.once('exit', () => reject(new Error(`it ended: ${said}`)))
  })
}

test('npm run dev serves the pages from their sources, with the running kiosk behind them', async () => {
  const at = await addresses()
  const resident = await browser.newPage()
  const reloads = resident.waitForEvent('console', (message) => message.text() === '[vite] connected.')
  await resident.goto(at.get('resident') ?? '')
  await expect(resident.locator('[data-stage="attract"]')).toBeVisible()
  await reloads
  const staff = await browser.newPage()
  await staff.goto(at.get('staff') ?? '')
  // As on any terminal that has just been set up.
  await expect(staff.getByRole('heading', { name: staffWordsOf('ja').frame.noAccounts.title })).toBeVisible()
})
