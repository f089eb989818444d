import type { Browser, Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { launchChromium } from '../../e2e/support/chromium.ts'
import { ResidentScreen } from '../../e2e/support/resident-screen.ts'
import type { BenchRow } from '../bench-row.ts'
import { quantile } from '../figures.ts'
import { done, openGlass, withKiosk } from '../kiosk/bench-kiosk.ts'
import { PressRecorder, type PressTimes } from './press-recorder.ts'
import { startStaticServer } from './static-server.ts'

/** In turns, so that every page meets the same moods of the machine. */
const turns = 6
const pressesATurn = 40

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** What one finger does over and over, and what changes by it. */
interface Presses {
  readonly recorder: PressRecorder
  readonly page: Page
  /** A digit, then taken back, so that the PIN is never complete. */
  readonly pressed: readonly string[]
  readonly watched: string
}

async function turn({ page, recorder, pressed, watched }: Presses, times: PressTimes[]): Promise<void> {
  await page.bringToFront()
  for (let count = 0; count < pressesATurn; count += 1) {
    times.push(await recorder.press(pressed[count % pressed.length] ?? '', watched))
    // A finger does not keep time with the frames of the glass.
    await pause(Math.random() * 40)
  }
}

interface Series {
  readonly name: string
  readonly presses: Presses
  readonly times: PressTimes[]
}

/**
 * From a press on the running kiosk's resident screen (trusted input in the system's Chromium) over the
 * socket to main, back as a snapshot, drawn by React, until the frame with it is painted. Baseline: a static
 * page in the same browser that changes its own DOM on a click, measured in the same way.
 */
export function benchScreenLatency(): Promise<BenchRow[]> {
  return withKiosk(async (kiosk) => {
    const server = await startStaticServer()
    const browser = await launchChromium()
    try {
      const series = [
        await onStaticPage(browser, server.address),
        await onPinPad(browser, kiosk.addresses.resident, async () => done((await openGlass(kiosk, 'training')).dispatch({ type: 'insertCard', profile: 'adult' }))),
      ]
      for (let count = 0; count < turns; count += 1) for (const { presses, times } of series) await turn(presses, times)
      const options = await onOptions(series[1]?.presses.page)
      for (let count = 0; count < turns; count += 1) for (const { presses, times } of [...series.slice(0, 1), options]) await turn(presses, times)
      return [...series.slice(1), options].flatMap(({ name, times }) => rowsOf(name, times, series[0]?.times ?? []))
    } finally {
      await browser.close()
      await server.stop()
    }
  })
}

async function onStaticPage(browser: Browser, address: string): Promise<Series> {
  const page = await open(browser, address)
  return { name: 'static page', times: [], presses: { page, recorder: await PressRecorder.on(page), pressed: ['button'], watched: 'output' } }
}

async function onPinPad(browser: Browser, address: string, placeCard: () => Promise<unknown>): Promise<Series> {
  const page = await open(browser, address)
  const resident = new ResidentScreen(page)
  await resident.shows('attract')
  await resident.chooseService('residentRecordHousehold')
  await resident.next()
  await resident.shows('placeCard')
  await placeCard()
  await resident.shows('enterPin')
  const [digit, erase] = ['.pin-key >> nth=4', '.pin-key-erase']
  return { name: 'PIN key', times: [], presses: { page, recorder: await PressRecorder.on(page), pressed: [digit, digit, erase, erase], watched: '.pin-dot' } }
}

async function onOptions(page: Page | undefined): Promise<Series> {
  if (page === undefined) throw new Error('no resident page')
  const resident = new ResidentScreen(page)
  await resident.press((words) => words.frame.stop)
  await resident.shows('attract')
  await resident.chooseService('residentRecordHousehold')
  return { name: 'option', times: [], presses: { page, recorder: await PressRecorder.on(page), pressed: ['.check'], watched: '.check-state' } }
}

function rowsOf(name: string, times: readonly PressTimes[], still: readonly PressTimes[]): BenchRow[] {
  const row = (what: string, pick: (time: PressTimes) => number, part: number, goal: BenchRow['goal']): BenchRow => {
    const [own, other] = [quantile(times.map(pick), part), quantile(still.map(pick), part)]
    return { name: `${name} to new snapshot ${what} (${times.length} presses)`, median: own, unit: 'ms', baseline: `static page changing itself, ${other.toFixed(1)} ms`, ratio: own / other, goal }
  }
  return [
    row('painted, median', ({ painted }) => painted, 0.5, null),
    row('painted, p95', ({ painted }) => painted, 0.95, { figure: 'median', atMost: 33 }),
    row('and the next frame begun, p95', ({ nextFrame }) => nextFrame, 0.95, null),
  ]
}
