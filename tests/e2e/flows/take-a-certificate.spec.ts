import { expect, test } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { accessible } from '../support/accessible.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { StaffScreen } from '../support/staff-screen.ts'
import { TrainingPanel } from '../support/training-panel.ts'
import { clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'

let host: KioskHost
let resident: ResidentScreen
let staff: StaffScreen
let training: TrainingPanel

test.beforeAll(async () => {
  host = await startHost(test.info().project.metadata.host as HostName)
  resident = new ResidentScreen(host.resident)
  staff = new StaffScreen(host.staff)
  training = new TrainingPanel(host.training)
  await staff.signIn(clerk.accountId, password)
})

test.afterAll(() => host.close())

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

/** Back to the start, whatever a test left behind. */
test.beforeEach(async () => {
  await training.clear()
  await resident.toStart()
})

/** From the attract screen to the slip. Returns the reception number. */
async function takeSlip(profile: string): Promise<string> {
  await resident.chooseService('residentRecordHousehold')
  await resident.next()
  await training.place(profile)
  await resident.enterPin('1234')
  await resident.confirm()
  return resident.number()
}

test('the paper comes out for the family, in Japanese, every screen accessible', async () => {
  await resident.shows('attract')
  await accessible(host.resident)
  await resident.chooseService('residentRecordHousehold')
  await accessible(host.resident)
  await resident.next()
  await resident.shows('placeCard')
  await accessible(host.resident)
  await training.place('adult')
  await resident.shows('enterPin')
  await accessible(host.resident)
  await resident.enterPin('1234')
  await resident.shows('confirm')
  await expect(host.resident.getByText('見本　さくら')).toBeVisible()
  await accessible(host.resident)
  await resident.confirm()
  const number = await resident.number()
  await accessible(host.resident)

  await staff.scan(number)
  await staff.previewShown()
  await accessible(host.staff)
  await staff.print()
  await staff.shows(number, 'printed')
  await staff.openFee()
  await staff.submitFee()
  await staff.shows(number, 'paid')
  await staff.openHandOver()
  await staff.submitHandOver()
  await staff.shows(number, 'handedOver')
  const papers = readdirSync(join(host.dataFolder, 'papers'))
  expect(papers.filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
  expect(papers.filter((name) => name.startsWith('slip-') && name.endsWith('.escpos'))).toHaveLength(1)
  expect(papers.filter((name) => name.startsWith('fee-') && name.endsWith('.escpos'))).toHaveLength(1)
  await training.take()
  await resident.finish()
  await resident.shows('attract')
  await expect(host.resident.locator('body')).not.toContainText('さくら')
})

test('the same in English', async () => {
  await resident.speak('en')
  await resident.chooseService('residentRecordMembers')
  await resident.next()
  await training.place('adult')
  await resident.enterPin('1234')
  await resident.shows('chooseMembers')
  await accessible(host.resident)
  await resident.nextFromMembers()
  await resident.shows('confirm')
  await accessible(host.resident)
  await resident.confirm()
  expect(await resident.number()).toMatch(/^A-\d{3}$/)
  await resident.finish()
  await resident.shows('attract')
  await expect(host.resident.locator('html')).toHaveAttribute('lang', 'ja')
})

test('the whole procedure can be done by keyboard', async () => {
  const { page } = resident
  await page.keyboard.press('Tab')
  await resident.focusAndPress(resident.words.domain.services.residentRecordHousehold.name)
  await resident.shows('chooseOptions')
  await resident.focusAndPress(resident.words.screens.chooseOptions.next)
  await training.place('single')
  await resident.shows('enterPin')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await resident.shows('confirm')
  await resident.focusAndPress(resident.words.screens.confirm.submit)
  await resident.number()
})

test('a wrong PIN says how many tries are left; the last one waits for a clerk', async () => {
  await resident.chooseService('residentRecordHousehold')
  await resident.next()
  await training.place('eight')
  await resident.enterPin('0000')
  await resident.shows('enterPin')
  await expect(host.resident.locator('body')).toContainText(resident.say((words) => words.screens.enterPin.triesLeft(2)))
  await resident.enterPin('0000')
  await resident.shows('lastTry')
  await accessible(host.resident)
  await resident.press((words) => words.screens.lastTry.try)
  await staff.allowLastTry()
  await resident.enterPin('1234')
  await resident.shows('confirm')
})

test('個人番号 is printed only for a stated purpose', async () => {
  await resident.chooseService('residentRecordHousehold')
  await resident.tick('individualNumber')
  await expect(host.resident.getByRole('heading', { name: resident.say((words) => words.screens.purpose.title) })).toBeVisible()
  await accessible(host.resident)
  await resident.press((words) => words.domain.purposes.tax)
  await resident.next()
  await resident.shows('placeCard')
})

for (const [profile, code] of [
  ['foreign-card', 'CARD-FOREIGN'],
  ['old-juki', 'CARD-OLD-JUKI'],
  ['phone', 'CARD-PHONE'],
  ['pin-blocked', 'PIN-BLOCKED'],
] as const) {
  test(`a card that can not be used (${profile}) is refused before a PIN is asked`, async () => {
    await resident.chooseService('residentRecordHousehold')
    await resident.next()
    await training.place(profile)
    await resident.failsWith(code)
    await accessible(host.resident)
  })
}

for (const [profile, code] of [
  ['expired', 'CERT-EXPIRED'],
  ['revoked', 'CERT-REVOKED'],
  ['not-yet-valid', 'CERT-NOT-YET-VALID'],
  ['untrusted', 'CERT-UNTRUSTED'],
  ['forged', 'CARD-NOT-GENUINE'],
  ['no-certificate', 'CARD-NO-CERTIFICATE'],
] as const) {
  test(`a card whose proof fails (${profile}) stops with the right next step`, async () => {
    await resident.chooseService('residentRecordHousehold')
    await resident.next()
    await training.place(profile)
    await resident.enterPin('1234')
    await resident.failsWith(code)
  })
}

test('every blocked record looks the same on the resident side', async () => {
  const seen = new Set<string>()
  for (const profile of ['support-measures', 'under-15', 'moving-out', 'deceased', 'character-pending', 'over-length', 'incomplete', 'no-record']) {
    await resident.chooseService('residentRecordHousehold')
    await resident.next()
    await training.place(profile)
    await resident.enterPin('1234')
    await resident.shows('failed')
    seen.add(await host.resident.locator('[data-stage="failed"]').innerText())
    await training.take()
    await resident.toStart()
  }
  expect([...seen]).toHaveLength(1)
  await expect(staff.alerts().first()).toBeVisible()
})

for (const where of ['enterPin', 'confirm'] as const) {
  test(`a card pulled at ${where} empties the screen, and goes on when it is back`, async () => {
    await resident.chooseService('residentRecordHousehold')
    await resident.next()
    await training.place('single')
    if (where === 'confirm') await resident.enterPin('1234')
    await resident.shows(where)
    await training.take()
    await resident.failsWith('CARD-REMOVED')
    await expect(host.resident.locator('body')).not.toContainText('静香')
    await training.place('single')
    await resident.shows('enterPin')
  })
}

test('no paper in the receipt printer: the number is on the screen and the request with the staff', async () => {
  await training.upset('receiptPrinter', 'paperOut')
  const number = await takeSlip('single')
  await expect(host.resident.locator('body')).toContainText(resident.say((words) => words.screens.slip.slipFailed))
  await accessible(host.resident)
  await staff.select(number)
})

test('no paper in the document printer: the request waits, and prints when there is paper', async () => {
  const number = await takeSlip('adult')
  await staff.scan(number)
  await training.upset('documentPrinter', 'paperOut')
  await staff.print()
  await staff.failsWith('PRINTER-PAPER-OUT')
  await staff.shows(number, 'received')
  await training.upset('documentPrinter', 'ready')
  await staff.print()
  await staff.shows(number, 'printed')
})

test('a printer that lost its voice: only the clerk can say whether the paper came out', async () => {
  const number = await takeSlip('adult')
  await staff.scan(number)
  await training.upset('documentPrinter', 'uncertain')
  await staff.print()
  await staff.shows(number, 'uncertain')
  await accessible(host.staff)
  await staff.resolveUncertain('yes')
  await staff.shows(number, 'printed')
})

test('a character that no font has stops the paper and is named to the clerk', async () => {
  const number = await takeSlip('missing-glyph')
  await staff.scan(number)
  await staff.print()
  await staff.failsWith('DOCUMENT-MISSING-GLYPH')
  await staff.shows(number, 'received')
})

test('the staff screen locks by key and forgets what it showed', async () => {
  await host.staff.keyboard.press('F12')
  await expect(host.staff.locator('body')).not.toContainText('花子')
  await staff.unlock(password)
})

test('larger text, high contrast and furigana hold on every step and are forgotten at the end', async () => {
  await resident.press((words) => words.frame.largeText)
  await resident.press((words) => words.frame.highContrast)
  await resident.press((words) => words.frame.furigana)
  await accessible(host.resident)
  await resident.chooseService('residentRecordHousehold')
  await accessible(host.resident)
  await expect(host.resident.locator('ruby').first()).toBeVisible()
  await resident.toStart()
  await expect(host.resident.locator('ruby')).toHaveCount(0)
})
