import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../../e2e/support/chromium.ts'
import { KioskProcess } from '../../fixtures/kiosk/kiosk-process.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'
import { startStaticServer } from '../screens/static-server.ts'

const rounds = 15

/** Milliseconds since nothing ran. */
interface Start {
  /** The process listens and has said where. */
  readonly serving: number
  /** The page shows what it is for, and has answered a press. */
  readonly usable: number
}

interface Served {
  readonly address: string
  stop(): Promise<void>
}

/** A process that serves, a Chromium of its own, one page: what a terminal does when it is switched on. */
async function start(serve: () => Promise<Served>, use: (page: Page) => Promise<void>): Promise<Start> {
  const began = performance.now()
  const server = await serve()
  const serving = performance.now() - began
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, locale: 'ja-JP' })
    await page.goto(server.address, { waitUntil: 'commit' })
    await use(page)
    return { serving, usable: performance.now() - began }
  } finally {
    await browser.close()
    await server.stop()
  }
}

const staticPage = (): Promise<Start> =>
  start(startStaticServer, async (page) => {
    await page.locator('button').click()
    await page.locator('output', { hasText: '1' }).waitFor()
  })

async function kiosk(dataFolder: string): Promise<Start> {
  const serve = async (): Promise<Served> => {
    const process = await KioskProcess.start(dataFolder)
    const stop = async (): Promise<void> => {
      await process.stop()
    }
    return { address: process.addresses.resident, stop }
  }
  // Waited for and pressed in the same way as on the static page: no polls of a test, no search by accessible names.
  return start(serve, async (page) => {
    await page.locator('[data-stage="attract"]').waitFor()
    // Its words can be read only when its fonts are there.
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.locator('.attract-begin button').click()
    await page.locator('[data-stage="chooseService"]').waitFor()
  })
}

/**
 * From the start of the process to a resident screen that has answered a press, on the Chromium host with its
 * store made on an earlier day, in turns with a bare Node server and a static page in the same Chromium.
 */
export async function benchStart(): Promise<BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'))
  try {
    const own: Start[] = []
    const still: Start[] = []
    // The first round of each makes the store and fills the caches of the machine; it does not count.
    for (let round = 0; round <= rounds; round += 1) {
      still.push(await staticPage())
      own.push(await kiosk(dataFolder))
    }
    const row = (name: string, pick: (start: Start) => number, goal: BenchRow['goal']): BenchRow => {
      const [ours, theirs] = [median(own.slice(1).map(pick)), median(still.slice(1).map(pick))]
      return { name, median: ours, unit: 'ms', baseline: `bare server and static page, ${Math.round(theirs)} ms`, ratio: ours / theirs, goal }
    }
    return [
      row('start to a resident screen that answers', ({ usable }) => usable, { figure: 'ratio', atMost: 1.5 }),
      row('of which: process start to its address', ({ serving }) => serving, null),
      row('of which: Chromium start, page, press', ({ serving, usable }) => usable - serving, null),
    ]
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
