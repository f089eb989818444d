import { expect, test, type Page } from '@playwright/test'
import { suiteFile } from '../../devices/pki/support/suite-data.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentApplication } from '../support/resident-application.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { somebodyBeforeWall } from '../support/somebody.ts'

const somebody = suiteFile('photo', 'luciano-cc0.png')
let host: KioskHost
let page: Page
let resident: ResidentScreen

/** A terminal without a camera, which takes files or not. */
async function begin(photoFile: boolean): Promise<void> {
  host = await startHost(test.info().project.metadata.host as HostName, { profile: (usual) => ({ ...usual, applications: { ...usual.applications, photoFile } }) })
  page = host.resident
  resident = new ResidentScreen(page)
}

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

/** Comes to the photo. */
async function toPhoto(): Promise<void> {
  await resident.toStart()
  const application = new ResidentApplication(resident)
  await application.begin('renewal')
  await application.withoutForm()
  await application.birthDate('620715')
  await application.wishes()
  await application.collection('atDelivery')
  await expect(page.getByText(resident.say((words) => words.screens.application.photo.failures.noCamera.title))).toBeVisible()
}

async function choose(bytes: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await resident.press((words) => words.screens.application.photo.file.choose)
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: bytes })
}

test.describe('where the terminal takes no files', () => {
  test.beforeAll(() => begin(false))
  test.afterAll(() => host.close())

  test('none is offered', async () => {
    await toPhoto()
    await expect(page.locator('input[type=file]')).toHaveCount(0)
  })
})

test.describe('where the terminal takes files', () => {
  test.beforeAll(() => begin(true))
  test.afterAll(() => host.close())

  test('a file that is no photo is refused in words, and another can be chosen', async () => {
    await toPhoto()
    await choose(Buffer.from('89504e470d0a1a0a', 'hex'))
    await expect(page.getByText(resident.say((words) => words.screens.application.photo.file.failures.fileNotJpeg.title))).toBeVisible()
    await expect(resident.button(resident.words.screens.application.photo.file.choose)).toBeEnabled()
  })

  test('a photo that the resident brought becomes the photo of the application, without a camera', async () => {
    test.skip(somebody === null, 'no freely licensed faces here: set MADOGUCHI_TEST_DATA to the folder that has photo/luciano-cc0.png')
    test.setTimeout(300_000)
    const made = await somebodyBeforeWall(somebody ?? '')
    await toPhoto()
    await choose(made)
    await expect(page.locator('.candidate img')).toBeVisible()
    await page.locator('.candidate-actions button').last().click()
    await resident.shows('photoAsk')
    await resident.press((words) => words.screens.application.photoAsk.next)
    await resident.shows('applicationConfirm')
    await expect(page.locator('[data-stage="applicationConfirm"]')).toContainText(resident.say((words) => words.screens.application.confirm.photoKept))
  })
})
