import { expect, test, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'
import { launchChromium } from '../support/chromium.ts'
import { videoOfCode } from '../support/qr-camera.ts'
import { ResidentScreen } from '../support/resident-screen.ts'

const form = '12345678901234567890123'
const shown = /1\s*2\s*3\s*4\s*5\s*6/
let dataFolder = ''
let kiosk: KioskProcess
let browser: Browser | null = null

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-code-'))
  const configuration = trainingConfiguration(join(root, 'out'), join(root, 'resources'))
  const file = join(dataFolder, 'terminal.json')
  writeFileSync(file, JSON.stringify({ ...configuration, dataFolder, profile: { ...configuration.profile, idleSeconds: { warn: 1800, wipe: 2400 } } }))
  kiosk = await KioskProcess.start(dataFolder, ['--config', file])
})

test.afterEach(async () => {
  await browser?.close()
  browser = null
  await kiosk.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Comes to the form's screen with a camera before which this code is held. */
async function toForm(code: string, prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<{ page: Page; resident: ResidentScreen; complaints: string[] }> {
  const video = join(dataFolder, 'code.y4m')
  writeFileSync(video, videoOfCode(code))
  browser = await launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${video}`])
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (!/^(data|blob):$/.test(protocol) && hostname !== '127.0.0.1') complaints.push(`request to ${hostname}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) complaints.push(message.text())
  })
  await page.goto(kiosk.addresses.resident)
  await prepare(page)
  const resident = new ResidentScreen(page)
  await resident.press((words) => words.domain.services.cardApplication.name)
  await resident.press((words) => words.screens.application.kinds.renewal.name)
  return { page, resident, complaints }
}

const isCameraOn = (page: Page): Promise<boolean> =>
  page.evaluate(() => [...document.querySelectorAll('video')].some(({ srcObject }) => srcObject instanceof MediaStream && srcObject.active))

test("the form's QR code before the camera is its ID; back to it, it stands there and is not scanned again", async () => {
  const { page, resident, complaints } = await toForm(`https://form.example/entry?id=${form}`)
  await resident.shows('applicationMoved')
  expect(await isCameraOn(page)).toBe(false)
  await resident.press((words) => words.frame.back)
  await resident.shows('applicationForm')
  await expect(page.locator('.form-id-digits')).toContainText(shown)
  await expect(page.locator('video')).toHaveCount(0)
  await resident.press((words) => words.screens.application.form.next)
  await resident.press((words) => words.screens.application.moved.no)
  await resident.shows('applicationDetails')
  expect(complaints).toEqual([])
})

test('a form that is refused is not scanned again while it lies there', async () => {
  const { page, resident } = await toForm(form)
  await resident.shows('applicationMoved')
  await resident.press((words) => words.screens.application.moved.yes)
  await expect(page.getByText(resident.say((words) => words.screens.application.form.refused.stale.title))).toBeVisible()
  await expect(page.getByText(resident.say((words) => words.screens.application.form.scan.hold)).first()).toBeVisible()
  // Longer than the camera holds back: only what was taken away counts as shown again.
  await page.waitForTimeout(6000)
  await resident.shows('applicationForm')
})

test('another QR code is refused, the camera goes on, and the keys work beside it', async () => {
  const { page, resident, complaints } = await toForm('https://poster.example/summer-festival')
  await expect(page.getByText(resident.say((words) => words.screens.application.form.refused.notAForm.title))).toBeVisible()
  expect(await isCameraOn(page)).toBe(true)
  await page.screenshot({ path: join(root, 'out', 'screens', 'application-form-code.png') })
  for (const digit of form) await page.getByRole('button', { name: digit, exact: true }).click()
  await expect(page.locator('.form-id-digits')).toContainText(shown)
  expect(await isCameraOn(page)).toBe(false)
  await resident.press((words) => words.screens.application.form.next)
  await resident.shows('applicationMoved')
  expect(complaints).toEqual([])
})

test('a camera that another program has is said and tried again, with the keys there all the while', async () => {
  const { page, resident } = await toForm(form, (opened) =>
    opened.evaluate(() => {
      const { mediaDevices } = navigator
      const real = mediaDevices.getUserMedia.bind(mediaDevices)
      mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'))
      Object.assign(window, { freeCamera: () => (mediaDevices.getUserMedia = real) })
    }),
  )
  await expect(page.getByText(resident.say((words) => words.screens.application.form.scan.failures.cameraInUse)).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeEnabled()
  await page.evaluate('freeCamera()')
  await resident.shows('applicationMoved')
})
