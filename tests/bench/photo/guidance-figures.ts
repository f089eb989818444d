import type { Page } from '@playwright/test'
import { drawPictures } from '../../e2e/photo/fake-people.ts'
import { people, withoutPeople, type PhotoSite } from '../../e2e/photo/photo-site.ts'
import { Film } from '../../e2e/support/film.ts'

export interface GuidanceFigures {
  /** Milliseconds from asking for the camera to the first frame that was judged, models loaded ahead. */
  readonly warm: readonly number[]
  /** The same, with nothing loaded. */
  readonly cold: readonly number[]
  /** Frames judged a second, once a second. */
  readonly rates: readonly number[]
  /** Milliseconds of the page's processor time a judged frame, the shown video with it. */
  readonly work: readonly number[]
}

const turns = 5
const seconds = 6

interface Turn {
  readonly first: number
  readonly rates: readonly number[]
  readonly work: readonly number[]
}

/** One page: camera opened, first frame judged, and then so many seconds of guidance. */
async function oneTurn(site: PhotoSite, camera: readonly string[], isWarm: boolean): Promise<Turn> {
  const { page, close } = await site.open(camera)
  const first = await page.evaluate(async (ahead) => {
    const { studio, video: element } = window.harness
    if (ahead) await studio.prepare()
    const begun = performance.now()
    const seen = new Promise<number>((resolve) => {
      studio.subscribe(() => {
        if (studio.snapshot().outline !== null) resolve(performance.now() - begun)
      })
    })
    await studio.start(element)
    return seen
  }, isWarm)
  const rates: number[] = []
  const work: number[] = []
  if (isWarm) {
    // The first second still has the start in it.
    await page.waitForTimeout(1000)
    const before = await rendererTime(page)
    for (let second = 0; second < seconds; second += 1) {
      await page.waitForTimeout(1000)
      rates.push(await page.evaluate(() => window.harness.studio.snapshot().fps))
    }
    work.push(((await rendererTime(page)) - before) / rates.reduce((sum, rate) => sum + rate, 0))
  }
  await page.evaluate(() => {
    window.harness.studio.stop()
  })
  await close()
  return { first, rates, work }
}

/** Milliseconds of processor time that the pages' processes have used; what else runs on the machine is not in it. */
async function rendererTime(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('the page has no browser')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return 1000 * processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** A person before a camera of 1280 x 720 pixels, under the product's own content security policy. */
export async function measureGuidance(site: PhotoSite): Promise<GuidanceFigures> {
  if (people === null) throw new Error(withoutPeople)
  const maker = await site.open()
  const drawn = await drawPictures(maker.page, 'A1', ['white wall'])
  await maker.close()
  const film = new Film()
  film.show(drawn.get('white wall') ?? Buffer.alloc(0))
  const warm: number[] = []
  const cold: number[] = []
  const rates: number[] = []
  const work: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const judged = await oneTurn(site, film.camera, true)
    warm.push(judged.first)
    rates.push(...judged.rates)
    work.push(...judged.work)
    cold.push((await oneTurn(site, film.camera, false)).first)
  }
  film.close()
  return { warm, cold, rates, work }
}
