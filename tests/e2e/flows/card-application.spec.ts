import { expect, test, type Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { suiteFile } from '../../devices/pki/support/suite-data.ts'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'
import { accessible } from '../support/accessible.ts'
import { Film } from '../support/film.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentApplication } from '../support/resident-application.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { somebodyBeforeWall } from '../support/somebody.ts'

const form = '12345678901234567890123'
const somebody = suiteFile('photo', 'luciano-cc0.png')
let host: KioskHost
let page: Page
let resident: ResidentScreen

async function begin(browserFlags: readonly string[]): Promise<void> {
  host = await startHost(test.info().project.metadata.host as HostName, { browserFlags })
  page = host.resident
  resident = new ResidentScreen(page)
}

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

const digits = async (text: string): Promise<void> => {
  for (const digit of text) await page.getByRole('button', { name: digit, exact: true }).click()
}

async function toPhoto(): Promise<void> {
  await resident.press((words) => words.domain.services.cardApplication.name)
  await resident.shows('applicationKind')
  await accessible(page)
  await resident.press((words) => words.screens.application.kinds.renewal.name)
  await resident.shows('applicationForm')
  await digits(form)
  await expect(page.getByText(resident.say((words) => words.screens.application.form.complete)).first()).toBeVisible()
  await accessible(page)
  await resident.press((words) => words.screens.application.form.next)
  await resident.shows('applicationMoved')
  await resident.press((words) => words.screens.application.moved.no)
  await resident.shows('applicationDetails')
  await digits('620715')
  await accessible(page)
  await resident.press((words) => words.screens.application.birthDate.next)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(resident.say((words) => words.screens.application.wishes.title))
  await accessible(page)
  await resident.press((words) => words.screens.application.wishes.next)
  await resident.press((words) => words.screens.application.collection.ways.atDelivery.name)
  await resident.shows('photo')
}

const slips = (): string[] => readdirSync(host.dataFolder, { recursive: true, encoding: 'utf8' }).filter((file) => /application-S-\d{3}/.test(file))

test.describe('before a camera', () => {
  test.skip(somebody === null, 'no freely licensed faces here: set MADOGUCHI_TEST_DATA to the folder that has photo/luciano-cc0.png')
  let film: Film

  test.beforeAll(async () => {
    film = new Film()
    film.show(await somebodyBeforeWall(somebody ?? ''))
    await begin(film.camera)
  })

  test.afterAll(async () => {
    await host.close()
    film.close()
  })

  test('whoever comes without a photo leaves with an application: form, details, photo, slip', async () => {
    test.setTimeout(300_000)
    await toPhoto()
    const shoot = resident.button(resident.words.screens.application.photo.shoot).first()
    await expect(shoot).toBeEnabled({ timeout: 90_000 })
    await accessible(page)
    await shoot.click()
    await expect(page.locator('.candidate img')).toBeVisible({ timeout: 90_000 })
    const use = page.locator('.candidate-actions button').last()
    await expect(use).toBeVisible({ timeout: 90_000 })
    await accessible(page)
    await page.screenshot({ path: join(root, 'out', 'screens', 'application-photo.png') })
    await use.click()
    await resident.shows('photoAsk')
    await accessible(page)
    await resident.press((words) => words.screens.application.photoAsk.next)
    await resident.shows('applicationConfirm')
    await expect(page.locator('[data-stage="applicationConfirm"]')).toContainText('1234 5678 9012 3456 7890 123')
    await accessible(page)
    await resident.press((words) => words.screens.application.confirm.submit)
    await resident.shows('applicationSlip')
    await expect(page.locator('.slip-number')).toContainText(/S-\d{3}/)
    await accessible(page)
    expect(slips().length).toBeGreaterThan(0)
    await resident.press((words) => words.screens.application.slip.finish)
    await resident.shows('attract')
  })
})

test.describe('at a terminal without a camera', () => {
  test.beforeAll(() => begin([]))
  test.afterAll(() => host.close())

  test('without a camera the screen says so, nothing is lost, and the application goes on to the staff', async () => {
    test.setTimeout(180_000)
    await resident.press((words) => words.domain.services.cardApplication.name)
    await resident.press((words) => words.screens.application.kinds.renewal.name)
    await expect(page.getByText(resident.say((words) => words.screens.application.form.scan.failures.noCamera)).first()).toBeVisible()
    await accessible(page)
    const application = new ResidentApplication(resident)
    await application.withoutForm()
    await application.birthDate('620715')
    await application.wishes()
    await application.collection('atDelivery')
    await expect(page.getByText(resident.say((words) => words.screens.application.photo.failures.noCamera.title))).toBeVisible({ timeout: 60_000 })
    await accessible(page)
    await resident.press((words) => words.screens.application.photo.without)
    await resident.shows('applicationConfirm')
    await resident.press((words) => words.screens.application.confirm.submit)
    await resident.shows('applicationSlip')
    await expect(page.locator('[data-stage="applicationSlip"]')).toContainText(resident.say((words) => words.screens.application.slip.staff))
    await resident.press((words) => words.screens.application.slip.finish)
    await resident.shows('attract')
  })

  test('a form from before a move is stopped, with the reason and the way on', async () => {
    await resident.press((words) => words.domain.services.cardApplication.name)
    await resident.press((words) => words.screens.application.kinds.renewal.name)
    await digits('98765432109876543210987')
    await resident.press((words) => words.screens.application.form.next)
    await resident.shows('applicationMoved')
    await accessible(page)
    await resident.press((words) => words.screens.application.moved.yes)
    await expect(page.getByText(resident.say((words) => words.screens.application.form.refused.stale.title))).toBeVisible()
    await accessible(page)
    await resident.toStart()
  })
})
