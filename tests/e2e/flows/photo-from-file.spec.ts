import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { photoReasons } from '../../../src-preload/contract.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { suiteFile } from '../../devices/pki/support/suite-data.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'
import { addStaff, clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import { exif, jpeg, segment } from '../../unit/photo/support/jpegs.ts'
import { launchChromium } from '../support/chromium.ts'
import { somebodyBeforeWall } from '../support/somebody.ts'
import { StaffScreen } from '../support/staff-screen.ts'

const { applications: words } = staffWordsOf('ja')
const own = words.dialogs.photoFile
const somebody = suiteFile('photo', 'luciano-cc0.png')
let dataFolder = ''
let kiosk: KioskProcess
let browser: Browser
let page: Page
const complaints: string[] = []

/** A clerk before a new application without a photo, with the question for a file open. */
test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-photo-file-'))
  const configuration = trainingConfiguration(join(root, 'out'), join(root, 'resources'))
  const file = join(dataFolder, 'terminal.json')
  writeFileSync(file, JSON.stringify({ ...configuration, dataFolder, profile: { ...configuration.profile, staffLockMinutes: 120 } }))
  addStaff(dataFolder)
  kiosk = await KioskProcess.start(dataFolder, ['--config', file])
  browser = await launchChromium()
  page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })).newPage()
  complaints.length = 0
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text())
  })
  await page.goto(kiosk.addresses.staff)
  await new StaffScreen(page).signIn(clerk.accountId, password)
  await expect(async () => {
    if (await page.getByRole('heading', { name: words.list.title, exact: true }).isVisible()) return
    await page.keyboard.press('Shift+F3')
    await expect(page.getByRole('heading', { name: words.list.title, exact: true })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.keyboard.press('Insert')
  await dialog().getByText(words.kinds.renewal, { exact: true }).click()
  await dialog().getByRole('button', { name: new RegExp(`^${words.dialogs.newApplication.submit}`) }).click()
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: words.names.photoFile }).click()
  await expect(dialog().getByText(own.lead)).toBeVisible()
})

test.afterEach(async () => {
  await browser.close()
  await kiosk.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

const dialog = (): Locator => page.getByRole('dialog')

async function choose(bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await dialog().locator('.photo-drop .desk-button').click()
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
}

const accessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('every file that is no photo is refused in words of its own, and none is sent', async () => {
  for (const [failure, bytes] of [
    ['fileNotJpeg', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['fileCmyk', jpeg({ components: 4 })],
    ['fileTooManyPixels', jpeg({ width: 30_000, height: 30_000 })],
    ['fileTooFewPixels', jpeg({ width: 320 })],
    ['fileBroken', jpeg({ end: false })],
    ['fileTooHeavy', new Uint8Array(7_000_001)],
  ] as const) {
    await choose(bytes)
    await expect(dialog().locator('.field-error'), failure).toHaveText(own.refused[failure] ?? '')
    await expect(dialog().getByRole('button', { name: new RegExp(`^${own.submit}`) })).toBeDisabled()
  }
  await accessible()
  expect(complaints).toEqual([])
})

test('a file can be dropped, and beside its place it opens nothing', async () => {
  const drop = (selector: string): Promise<void> =>
    page.evaluate((where) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(100)], 'photo.jpg', { type: 'image/jpeg' }))
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector(where)?.dispatchEvent(event)
      if (!event.defaultPrevented) throw new Error(`the browser would open what is dropped on ${where}`)
    }, selector)
  await drop('.desk-dialog h2')
  await expect(dialog().locator('.field-error')).toHaveCount(0)
  await drop('.photo-drop')
  await expect(dialog().locator('.field-error')).toHaveText(own.refused.fileNotJpeg ?? '')
})

test.describe('a photo that the applicant brought', () => {
  test.skip(somebody === null, 'no freely licensed faces here: set MADOGUCHI_TEST_DATA to the folder that has photo/luciano-cc0.png')

  test('is shown as it will be kept, kept without what else the file says, and asked about at once', async () => {
    test.setTimeout(300_000)
    const made = await somebodyBeforeWall(somebody ?? '')
    const secret = 'somebody, somewhere'
    await choose(Uint8Array.from([...made.subarray(0, 2), ...exif(1), ...segment(0xfe, [...Buffer.from(secret)]), ...made.subarray(2)]))
    await expect(dialog().locator('.photo-file img')).toBeVisible()
    await accessible()
    await page.screenshot({ path: join(root, 'out', 'screens', 'staff-photo-file.png') })
    await dialog().locator('.dialog-actions button').last().click()
    for (const reason of photoReasons.clerk) await dialog().getByText(words.photo.asks[reason]).click()
    await dialog().getByRole('button', { name: new RegExp(`^${words.dialogs.confirmPhoto.yes}`) }).click()
    await expect(dialog()).toBeHidden()
    await expect(page.locator('.photo-part')).toContainText(words.photo.sources.file)
    await expect(page.locator('.photo-part')).toContainText(words.photo.confirmed(clerk.accountId))
    const kept = (await page.locator('.photo-part img').getAttribute('src')) ?? ''
    expect(Buffer.from(kept.replace(/^data:image\/jpeg;base64,/, ''), 'base64').includes(secret)).toBe(false)
    expect(complaints).toEqual([])
  })
})
