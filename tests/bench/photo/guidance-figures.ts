import { drawPictures } from '../../e2e/photo/fake-people.ts'
import { cameraOf, people, withoutPeople, type PhotoSite } from '../../e2e/photo/photo-site.ts'

export interface GuidanceFigures {
  /** Milliseconds from asking for the camera to the first frame that was judged, models loaded ahead. */
  readonly warm: readonly number[]
  /** The same, with nothing loaded. */
  readonly cold: readonly number[]
  /** Frames judged a second, once a second. */
  readonly rates: readonly number[]
}

const turns = 5
const seconds = 6

/** One page: camera opened, first frame judged, and then so many seconds of guidance. */
async function oneTurn(site: PhotoSite, video: string, isWarm: boolean): Promise<{ readonly first: number; readonly rates: readonly number[] }> {
  const { page, close } = await site.open(cameraOf(video))
  const figures = await page.evaluate(
    async ({ ahead, count }) => {
      const { studio, video: element } = window.harness
      if (ahead) await studio.prepare()
      const begun = performance.now()
      const seen = new Promise<number>((resolve) => {
        studio.subscribe(() => {
          if (studio.snapshot().outline !== null) resolve(performance.now() - begun)
        })
      })
      await studio.start(element)
      const first = await seen
      const rates: number[] = []
      for (let second = 0; second <= count; second += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        // The first second still has the start in it.
        if (second > 0) rates.push(studio.snapshot().fps)
      }
      studio.stop()
      return { first, rates }
    },
    { ahead: isWarm, count: isWarm ? seconds : 0 },
  )
  await close()
  return figures
}

/** A person before a camera of 1280 x 720 pixels, under the product's own content security policy. */
export async function measureGuidance(site: PhotoSite): Promise<GuidanceFigures> {
  if (people === null) throw new Error(withoutPeople)
  const maker = await site.open()
  const drawn = await drawPictures(maker.page, 'A1', ['white wall'])
  await maker.close()
  const video = site.video('bench', [drawn.get('white wall') ?? Buffer.alloc(0)])
  const warm: number[] = []
  const cold: number[] = []
  const rates: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const { first, rates: some } = await oneTurn(site, video, true)
    warm.push(first)
    rates.push(...some)
    cold.push((await oneTurn(site, video, false)).first)
  }
  return { warm, cold, rates }
}

