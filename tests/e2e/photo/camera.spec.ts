import type { Page } from '@playwright/test'
import type { Reason } from '../../../src-renderer/photo/reasons.ts'
import { readJpeg } from '../../../src-renderer/photo/jpeg/markers.ts'
import { keepsPhotoRules } from '../../../src-renderer/photo/jpeg/photo-rules.ts'
import { Film, someCamera } from '../support/film.ts'
import { expect, people, test, withoutPeople } from './camera-page.ts'
import { drawPictures } from './fake-people.ts'

const start = (page: Page): Promise<unknown> => page.evaluate(() => window.harness.studio.start(window.harness.video))
const guidance = (page: Page): Promise<Reason | null> => page.evaluate(() => window.harness.studio.snapshot().guidance)
const isReady = (page: Page): Promise<boolean> => page.evaluate(() => window.harness.studio.snapshot().ready)

/** The camera's error as another program holding it makes it: there is no device here that could be held. */
const errorOf = (page: Page, name: string): Promise<void> =>
  page.evaluate((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error))
  }, name)

test.describe('without a usable camera', () => {
  test('says that there is none', async ({ site }) => {
    const { page, close } = await site.open()
    expect(await start(page)).toEqual({ ok: false, failure: 'noCamera' })
    expect(await page.evaluate(() => window.harness.studio.snapshot())).toMatchObject({ state: 'failed', failure: 'noCamera' })
    await close()
  })

  test('says that it may not be used', async ({ site }) => {
    const { page, close } = await site.open(['--use-fake-device-for-media-stream', '--deny-permission-prompts'], { cameraAllowed: false })
    expect(await start(page)).toEqual({ ok: false, failure: 'cameraDenied' })
    await close()
  })

  test('says that another program has it, and opens it when it is free again', async ({ site }) => {
    const { page, close } = await site.open(someCamera)
    const real = await page.evaluateHandle(() => navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices))
    await errorOf(page, 'NotReadableError')
    expect(await start(page)).toEqual({ ok: false, failure: 'cameraInUse' })
    await real.evaluate((getUserMedia) => (navigator.mediaDevices.getUserMedia = getUserMedia))
    expect(await start(page)).toEqual({ ok: true, value: undefined })
    // Chromium's own test picture has no person in it.
    await expect.poll(() => guidance(page)).toBe('noFace')
    expect(await page.evaluate(() => window.harness.studio.capture())).toEqual({ ok: false, failure: 'noFace' })
    await close()
  })

  test('says that the camera was pulled, also in the middle of a capture, and lets it go', async ({ site }) => {
    const { page, complaints, close } = await site.open(someCamera)
    await start(page)
    const captured = await page.evaluate(async () => {
      const { studio, video } = window.harness
      const stream = video.srcObject
      if (!(stream instanceof MediaStream)) throw new Error('the video shows no camera')
      const capture = studio.capture()
      const [track] = stream.getVideoTracks()
      track?.stop()
      // A stop of one's own is silent; a device that goes away is told by this event.
      track?.dispatchEvent(new Event('ended'))
      return capture
    })
    expect(captured).toEqual({ ok: false, failure: 'cameraPulled' })
    expect(await page.evaluate(() => ({ ...window.harness.studio.snapshot(), isShown: window.harness.video.srcObject !== null }))).toMatchObject({ state: 'failed', failure: 'cameraPulled', isShown: false })
    expect(complaints).toEqual([])
    await close()
  })
})

test.describe('in front of the camera', () => {
  test.skip(people === null, withoutPeople)

  test('a person is guided by what is wrong, is told when all is well, and gets a photo that keeps every rule', async ({ site }) => {
    const maker = await site.open()
    const named: Partial<Record<Reason, string>> = { twoFaces: 'with another', dark: 'a fifth of the light', tooFar: 'far away', eyesCovered: 'dark glasses', background: 'stripes' }
    const drawn = await drawPictures(maker.page, 'A1', ['white wall', ...Object.values(named)])
    await maker.close()

    const film = new Film()
    const stepBefore = async (name: string): Promise<void> => {
      film.show(drawn.get(name) ?? Buffer.alloc(0))
      await start(page)
    }
    // One page for all of them, as at a kiosk: who comes next is told nothing of who was there before.
    const { page, complaints, close } = await site.open(film.camera)
    for (const [reason, name] of Object.entries(named)) {
      await stepBefore(name)
      await expect.poll(() => guidance(page), `guidance in front of: ${name}`).toBe(reason)
      expect(await isReady(page)).toBe(false)
      await page.evaluate(() => window.harness.studio.stop())
    }

    await stepBefore('white wall')
    await expect.poll(() => isReady(page)).toBe(true)
    expect(await guidance(page)).toBeNull()
    const first = await page.evaluate(async () => {
      const taken = await window.harness.studio.capture()
      if (!taken.ok) throw new Error(taken.failure)
      return { ...taken.value, jpeg: Array.from(taken.value.jpeg) }
    })
    expect(first).toMatchObject({ id: 1, source: 'camera', accepted: true, reasons: [], askClerk: ['hat', 'mask', 'hairOverFace', 'photoOfPhoto'] })
    const jpeg = Uint8Array.from(first.jpeg)
    expect(keepsPhotoRules(jpeg)).toBe(true)
    expect(readJpeg(jpeg)).toMatchObject({ width: first.width, height: first.height, components: 3 })
    expect(first.width * 9).toBe(first.height * 7)

    await page.evaluate(() => window.harness.studio.capture())
    expect(await page.evaluate(() => window.harness.studio.snapshot().candidates.map(({ id }) => id))).toEqual([1, 2])
    expect(await page.evaluate(() => window.harness.studio.choose(1)?.id)).toBe(1)
    expect(await page.evaluate(() => window.harness.studio.snapshot().candidates)).toEqual([])
    expect(await page.evaluate(() => window.harness.studio.choose(2))).toBeNull()
    await page.evaluate(() => window.harness.studio.stop())
    expect(await page.evaluate(() => ({ state: window.harness.studio.snapshot().state, isShown: window.harness.video.srcObject !== null }))).toEqual({ state: 'closed', isShown: false })
    expect(complaints).toEqual([])
    await close()
    film.close()
  })
})
