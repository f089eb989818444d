import type { Page } from '@playwright/test'
import type { StaffEvent } from '../../../src-preload/contract.ts'
import { applicationRows, applicationsView, batchDetail } from './fixtures/applications.ts'
import { expect, sizes, test } from './gallery.ts'
import { press } from './states.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.desk })

const heard = (page: Page): Promise<StaffEvent[]> => page.evaluate(() => [...(window.staffGallery?.events ?? [])])
const opened = (page: Page): Promise<string[]> => page.evaluate(() => [...(window.staffGallery?.opened ?? [])])
const push = (page: Page, scene: string): Promise<void> => page.evaluate((name) => window.staffGallery?.push(name), scene)
const toApplications = ['Shift+F3', 'Shift+F3']
const picture = (page: Page): Promise<void> => page.locator('.photo-picture').first().waitFor()

test('no application is opened before it is chosen, and the lock takes photo and name off the glass', async ({ page, gallery }) => {
  await gallery.staff('applications')
  await press(page, toApplications)
  expect(await opened(page)).toEqual([])
  await press(page, ['7'])
  await picture(page)
  const { applicationId } = applicationRows.toConfirm
  expect(await opened(page)).toEqual([`application ${applicationId}`, `photo ${applicationId}`])
  await push(page, 'locked')
  await page.getByRole('heading', { name: 'ロック中' }).waitFor()
  const body = await page.locator('body').innerHTML()
  expect(body).not.toContain('見本　花子')
  expect(body).not.toContain('data:image/jpeg')
})

test('a photo is confirmed only when each question that no machine answers was answered', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '7'])
  await picture(page)
  await press(page, ['F9'])
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Good/ }).click()
  await expect(dialog.locator('.field-error')).toHaveText('Tick every line before “Good”.')
  expect(await heard(page)).toEqual([])
  for (const line of ['No hat', 'No mask', 'No hair', 'Not a photo']) await dialog.getByText(line).click()
  await dialog.getByRole('button', { name: /^Good/ }).click()
  expect(await heard(page)).toEqual([{ type: 'applicationPhotoConfirm', applicationId: applicationRows.toConfirm.applicationId, version: 4, accepted: true }])
})

test('a photo that is no good is dropped without any tick', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '7'])
  await picture(page)
  await press(page, ['F9'])
  await page.getByRole('dialog').getByRole('button', { name: /^Not good/ }).click()
  expect(await heard(page)).toMatchObject([{ type: 'applicationPhotoConfirm', accepted: false }])
})

test('an exception needs its reason in words', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '8'])
  await picture(page)
  await press(page, ['Shift+F9'])
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Religious headgear').click()
  await press(page, ['Enter'])
  await expect(dialog.locator('.field-error').last()).not.toBeEmpty()
  expect(await heard(page)).toEqual([])
  await dialog.locator('textarea').fill('頭部を覆う布')
  await press(page, ['Control+Enter'])
  expect(await heard(page)).toMatchObject([{ type: 'applicationPhotoException', exception: 'religiousHeadgear', note: '頭部を覆う布' }])
})

test('what is typed is recorded whole, before whatever is asked next', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '9'])
  await picture(page)
  await page.getByLabel('Application form ID (23 digits)').fill('9876 5432 1098 7654 3210 987')
  await page.getByRole('button', { name: 'Braille' }).click()
  await page.locator('#desk-title').click()
  await press(page, ['F10'])
  await expect.poll(() => heard(page)).toMatchObject([
    { type: 'applicationFacts', version: 4, facts: { formId: '98765432109876543210987', braille: true, certificates: { signature: true, userAuthentication: true } } },
    { type: 'applicationReceive', applicationId: applicationRows.complete.applicationId },
  ])
})

test('what main does not take stays to be read, and nothing after it is done', async ({ page, gallery }) => {
  await gallery.staff('applicationsRefusing', 'en')
  await press(page, ['Shift+F3', '9'])
  await picture(page)
  await page.getByRole('button', { name: 'Braille' }).click()
  await page.locator('#desk-title').click()
  await press(page, ['F10'])
  await expect(page.locator('.notes .note-code')).toHaveText('APPLICATION-STATE')
  expect((await heard(page)).filter(({ type }) => type === 'applicationReceive')).toEqual([])
})

test('a step is recorded on the day it happened', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '3'])
  await picture(page)
  await press(page, ['F10'])
  await page.getByLabel('Set up on').fill('R8.11.19')
  await press(page, ['Enter'])
  expect(await heard(page)).toEqual([{ type: 'applicationStep', applicationId: applicationRows.shipped.applicationId, step: 'prepared', on: '2026-11-19' }])
})

test('a card is delivered when everything was seen, and not before', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '1'])
  await picture(page)
  await press(page, ['F10'])
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Deliver/ }).click()
  await expect(dialog.locator('.field-error')).toContainText('identity documents, face against photo, PINs, signed receipt')
  expect(await heard(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Passport' }).click()
  await dialog.getByText('The person here is the one in the photo').click()
  await expect(dialog.getByText('taken by the card')).toHaveCount(0)
  await dialog.getByText('Set by the person at the issuer’s terminal').click()
  await dialog.getByText('The receipt is signed').click()
  await dialog.getByRole('button', { name: /^Deliver/ }).click()
  expect(await heard(page)).toMatchObject([
    { type: 'applicationDeliver', on: '2026-11-21', delivery: { actor: 'self', identityDocuments: ['passport'], faceMatches: true, oldCardHandedIn: true, pins: 'atTerminal', receiptSigned: true, mailed: false } },
  ])
})

test('PINs are set before a card is handed over, and only then said to be', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '1'])
  await picture(page)
  await press(page, ['Control+F7'])
  expect(await heard(page)).toEqual([{ type: 'applicationSetPins', applicationId: applicationRows.notified.applicationId }])
  await page.getByText(applicationRows.pinsSet.number, { exact: true }).click()
  await picture(page)
  await press(page, ['F10'])
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Set by the person here, and taken by the card' })).toBeChecked()
})

test('a step that is not open says why, and asks nothing', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, '8'])
  await picture(page)
  await press(page, ['F10'])
  await expect(page.locator('.notes')).toContainText('Can’t be received like this')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the list is narrowed by state and by what is typed', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, toApplications)
  await page.getByLabel('State').selectOption('returned')
  await expect(page.locator('.request')).toHaveCount(1)
  await page.getByLabel('State').selectOption('')
  await page.getByLabel('Number, kind or day').fill('lost')
  await expect(page.locator('.request')).toHaveText([/S-010/])
})

test('a list of people is looked at first, and taken only when it can be', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, 'Control+F3', '1'])
  await page.locator('.table').waitFor()
  await page.getByRole('button', { name: /^Take a list/ }).click()
  const dialog = page.getByRole('dialog')
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  await choose('bad.csv', 'bad')
  await expect(dialog).toContainText('生年月日')
  await expect(dialog.getByRole('button', { name: /^Take it/ })).toBeDisabled()
  await choose('good.csv', 'good')
  await dialog.getByRole('button', { name: /^Take it/ }).click()
  expect(await heard(page)).toEqual([{ type: 'applicationBatchImport', batchId: batchDetail.batch.batchId, csv: Buffer.from('good').toString('base64') }])
})

test('the next person of a group is photographed on one key', async ({ page, gallery }) => {
  await gallery.staff('applications')
  await press(page, [...toApplications, 'Control+F3', '1'])
  await page.locator('.table').waitFor()
  await press(page, ['F10'])
  expect(await heard(page)).toEqual([{ type: 'applicationAtResident', applicationId: batchDetail.people[2]?.applicationId }])
})

test('an unfinished packet is finished under its own id', async ({ page, gallery }) => {
  await gallery.staff('applications')
  await press(page, [...toApplications, 'Control+F3', 'Control+F3', '1', 'F10', 'Enter'])
  expect(await heard(page)).toEqual([{ type: 'applicationPacketMake', packetId: applicationsView.packets.find(({ state }) => state === 'writing')?.packetId }])
})

test('the counts are asked for the day that is typed, and the chart says the same as the table', async ({ page, gallery }) => {
  await gallery.staff('applications', 'en')
  await press(page, [...toApplications, 'Control+F3', 'Control+F3', 'Control+F3'])
  await page.locator('.chart').first().waitFor()
  await expect(page.locator('.counters tbody tr')).toHaveCount(4)
  expect(await page.locator('.chart').first().locator('.chart-bar').count()).toBe(await page.locator('.days tbody tr').count())
  await page.getByLabel('As of').fill('2026-11-18')
  await expect.poll(() => opened(page)).toContain('statistics 2026-11-18')
})
