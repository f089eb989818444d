import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'
import { Film } from '../support/film.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { videoOfCode } from '../support/qr-camera.ts'
import { ResidentScreen } from '../support/resident-screen.ts'

const form = '12345678901234567890123'
const shown = /1\s*2\s*3\s*4\s*5\s*6/
let film: Film
let host: KioskHost
let page: Page
let resident: ResidentScreen

test.beforeAll(async () => {
  film = new Film('y4m')
  film.show(videoOfCode(form))
  host = await startHost(test.info().project.metadata.host as HostName, { browserFlags: film.camera })
  page = host.resident
  resident = new ResidentScreen(page)
})

test.afterAll(async () => {
  await host.close()
  film.close()
})

test.beforeEach(() => resident.toStart())

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

/** Comes to the form's screen with a camera before which this code is held. */
async function toForm(code: string): Promise<void> {
  film.show(videoOfCode(code))
  await resident.press((words) => words.domain.services.cardApplication.name)
  await resident.press((words) => words.screens.application.kinds.renewal.name)
}

const isCameraOn = (): Promise<boolean> =>
  page.evaluate(() => [...document.querySelectorAll('video')].some(({ srcObject }) => srcObject instanceof MediaStream && srcObject.active))

test("the form's QR code before the camera is its ID; back to it, it stands there and is not scanned again", async () => {
  await toForm(`https://form.example/entry?id=${form}`)
  await resident.shows('applicationMoved')
  expect(await isCameraOn()).toBe(false)
  await resident.press((words) => words.frame.back)
  await resident.shows('applicationForm')
  await expect(page.locator('.form-id-digits')).toContainText(shown)
  await expect(page.locator('video')).toHaveCount(0)
  await resident.press((words) => words.screens.application.form.next)
  await resident.press((words) => words.screens.application.moved.no)
  await resident.shows('applicationDetails')
})

test('a form that is refused is not scanned again while it lies there', async () => {
  await toForm(form)
  await resident.shows('applicationMoved')
  await resident.press((words) => words.screens.application.moved.yes)
  await expect(page.getByText(resident.say((words) => words.screens.application.form.refused.stale.title))).toBeVisible()
  await expect(page.getByText(resident.say((words) => words.screens.application.form.scan.hold)).first()).toBeVisible()
  // Longer than the camera holds back: only what was taken away counts as shown again.
  await page.waitForTimeout(6000)
  await resident.shows('applicationForm')
})

test('another QR code is refused, the camera goes on, and the keys work beside it', async () => {
  await toForm('https://poster.example/summer-festival')
  await expect(page.getByText(resident.say((words) => words.screens.application.form.refused.notAForm.title))).toBeVisible()
  expect(await isCameraOn()).toBe(true)
  await page.screenshot({ path: join(root, 'out', 'screens', 'application-form-code.png') })
  for (const digit of form) await page.getByRole('button', { name: digit, exact: true }).click()
  await expect(page.locator('.form-id-digits')).toContainText(shown)
  expect(await isCameraOn()).toBe(false)
  await resident.press((words) => words.screens.application.form.next)
  await resident.shows('applicationMoved')
})

test('a camera that another program has is said and tried again, with the keys there all the while', async () => {
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const real = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'))
    Object.assign(window, { freeCamera: () => (mediaDevices.getUserMedia = real) })
  })
  await toForm(form)
  await expect(page.getByText(resident.say((words) => words.screens.application.form.scan.failures.cameraInUse)).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeEnabled()
  await page.evaluate('freeCamera()')
  await resident.shows('applicationMoved')
})
