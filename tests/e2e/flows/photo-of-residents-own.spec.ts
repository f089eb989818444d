import { expect, test, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { suiteFile } from '../../devices/pki/support/suite-data.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'
import { launchChromium } from '../support/chromium.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { somebodyBeforeWall } from '../support/somebody.ts'

const somebody = suiteFile('photo', 'luciano-cc0.png')
let dataFolder = ''
let kiosk: KioskProcess | null = null
let browser: Browser | null = null
let page: Page
let resident: ResidentScreen

/** Comes to the photo at a terminal without a camera, which takes files or not. */
async function toPhoto(photoFile: boolean): Promise<void> {
  dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-own-photo-'))
  const configuration = trainingConfiguration(join(root, 'out'), join(root, 'resources'))
  const { profile } = configuration
  const file = join(dataFolder, 'terminal.json')
  const patient = { ...profile, idleSeconds: { warn: 1800, wipe: 2400 }, applications: { ...profile.applications, photoFile } }
  writeFileSync(file, JSON.stringify({ ...configuration, dataFolder, profile: patient }))
  kiosk = await KioskProcess.start(dataFolder, ['--config', file])
  browser = await launchChromium()
  page = await (await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })).newPage()
  await page.goto(kiosk.addresses.resident)
  resident = new ResidentScreen(page)
  await resident.press((words) => words.domain.services.cardApplication.name)
  await resident.press((words) => words.screens.application.kinds.renewal.name)
  await resident.press((words) => words.screens.application.form.without)
  for (const digit of '620715') await page.getByRole('button', { name: digit, exact: true }).click()
  await resident.press((words) => words.screens.application.birthDate.next)
  await resident.press((words) => words.screens.application.wishes.next)
  await resident.press((words) => words.screens.application.collection.ways.atDelivery.name)
  await resident.shows('photo')
  await expect(page.getByText(resident.say((words) => words.screens.application.photo.failures.noCamera.title))).toBeVisible()
}

async function choose(bytes: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await resident.press((words) => words.screens.application.photo.file.choose)
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: bytes })
}

test.afterEach(async () => {
  await browser?.close()
  await kiosk?.stop()
  browser = null
  kiosk = null
  if (dataFolder !== '') rmSync(dataFolder, { recursive: true, force: true })
})

test('where the terminal takes no files, none is offered', async () => {
  await toPhoto(false)
  await expect(page.locator('input[type=file]')).toHaveCount(0)
})

test('a file that is no photo is refused in words, and another can be chosen', async () => {
  await toPhoto(true)
  await choose(Buffer.from('89504e470d0a1a0a', 'hex'))
  await expect(page.getByText(resident.say((words) => words.screens.application.photo.file.failures.fileNotJpeg.title))).toBeVisible()
  await expect(resident.button(resident.words.screens.application.photo.file.choose)).toBeEnabled()
})

test('a photo that the resident brought becomes the photo of the application, without a camera', async () => {
  test.skip(somebody === null, 'no freely licensed faces here: set MADOGUCHI_TEST_DATA to the folder that has photo/luciano-cc0.png')
  test.setTimeout(300_000)
  const made = await somebodyBeforeWall(somebody ?? '')
  await toPhoto(true)
  await choose(made)
  await expect(page.locator('.candidate img')).toBeVisible()
  await page.locator('.candidate-actions button').last().click()
  await resident.shows('photoAsk')
  await resident.press((words) => words.screens.application.photoAsk.next)
  await resident.shows('applicationConfirm')
  await expect(page.locator('[data-stage="applicationConfirm"]')).toContainText(resident.say((words) => words.screens.application.confirm.photoKept))
})
