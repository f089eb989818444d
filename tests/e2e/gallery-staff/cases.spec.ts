import type { Page } from '@playwright/test'
import type { StaffEvent } from '../../../src-preload/contract.ts'
import { caseRows } from './fixtures/cases.ts'
import { expect, sizes, test } from './gallery.ts'
import { press } from './states.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.desk })

const heard = (page: Page): Promise<StaffEvent[]> => page.evaluate(() => [...(window.staffGallery?.events ?? [])])
const opened = (page: Page): Promise<string[]> => page.evaluate(() => [...(window.staffGallery?.opened ?? [])])
const push = (page: Page, scene: string): Promise<void> => page.evaluate((name) => window.staffGallery?.push(name), scene)
const judged = (page: Page): Promise<void> => page.locator('.case-judgement').waitFor()
const notes = (page: Page) => page.locator('.notes')

test('a case is opened on four keys: what, whose card, and yes', async ({ page, gallery }) => {
  await gallery.staff('cases')
  await press(page, ['Shift+F3', 'Insert', '3', 'Enter'])
  await page.locator('.hit').waitFor()
  expect(await heard(page)).toEqual([])
  await press(page, ['Enter'])
  expect(await heard(page)).toEqual([{ type: 'cardCaseOpen', caseId: expect.stringMatching(/^[0-9a-f]{32}$/), subject: 'subject-0', kind: 'certificateRenewal' }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('with several people of a name nobody is taken until one is chosen; a suspension looks for the name first', async ({ page, gallery }) => {
  await gallery.staff('cases', 'en')
  await press(page, ['Shift+F3', 'Insert', '4'])
  await page.getByLabel('Name or kana').fill('見本')
  await page.getByLabel('Date of birth').fill('昭和55年4月5日')
  await press(page, ['Enter'])
  await expect(page.locator('.hit')).toHaveCount(3)
  await expect(page.locator('.hit').nth(1)).toContainText('The address is not shown')
  await press(page, ['Enter'])
  expect(await heard(page)).toEqual([])
  await page.locator('.hit').nth(1).click()
  await page.getByRole('button', { name: /^Begin for this person/ }).click()
  expect(await heard(page)).toMatchObject([{ type: 'cardCaseOpen', subject: 'subject-2', kind: 'suspension' }])
})

test('no case is opened before it is chosen, and the lock takes it off the glass', async ({ page, gallery }) => {
  await gallery.staff('cases')
  await press(page, ['Shift+F3'])
  expect(await opened(page)).toEqual([])
  await press(page, ['6'])
  await judged(page)
  expect(await opened(page)).toEqual([`case ${caseRows.gathered.caseId}`])
  await push(page, 'locked')
  await page.getByRole('heading', { name: 'ロック中' }).waitFor()
  expect(await page.locator('body').innerHTML()).not.toContain('見本　花子')
})

test('what is ticked is recorded whole and once, before whatever is asked next', async ({ page, gallery }) => {
  await gallery.staff('cases', 'en')
  await press(page, ['Shift+F3', '6'])
  await judged(page)
  await page.getByRole('button', { name: 'Signature' }).click()
  await page.getByRole('button', { name: 'A　Passport' }).click()
  await press(page, ['Shift+F9'])
  await page.getByRole('dialog').waitFor()
  const facts = (await heard(page)).filter(({ type }) => type === 'cardCaseFacts')
  expect(facts).toMatchObject([
    { caseId: caseRows.gathered.caseId, version: 3, facts: { actor: 'self', pins: ['userAuthentication', 'signature', 'residentRegister'], actorDocuments: ['drivingLicence', 'passport'] } },
  ])
})

test('what is ticked is recorded by itself after a pause', async ({ page, gallery }) => {
  await gallery.staff('cases')
  await press(page, ['Shift+F3', '6'])
  await judged(page)
  await page.getByText('成年被後見人', { exact: true }).click()
  await expect.poll(() => heard(page)).toMatchObject([{ type: 'cardCaseFacts', facts: { ward: true } }])
})

test('a representative is told to main when all of it is there, and Delete in a field only edits it', async ({ page, gallery }) => {
  await gallery.staff('cases', 'en')
  await press(page, ['Shift+F3', '5'])
  await judged(page)
  await page.getByLabel('Name').fill('見本　太郎x')
  await page.getByLabel('Name').press('End')
  await press(page, ['Backspace', 'Delete'])
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByLabel('Relationship to the holder').fill('父')
  await page.getByLabel('Address').fill('見本市')
  await press(page, ['Control+s'])
  await expect
    .poll(async () => (await heard(page)).at(-1))
    .toMatchObject({ type: 'cardCaseFacts', facts: { representative: { name: '見本　太郎', address: '見本市', relationship: '父', phone: '' } } })
})

test('a key for what is not possible says why and sends nothing', async ({ page, gallery }) => {
  await gallery.staff('cases', 'en')
  await press(page, ['Shift+F3', '5'])
  await judged(page)
  await press(page, ['F9'])
  await expect(notes(page)).toContainText('This can’t be done')
  await press(page, ['F10'])
  await expect(notes(page)).toContainText('Confirm first')
  await press(page, ['7'])
  await judged(page)
  await press(page, ['F10'])
  await expect(notes(page)).toContainText('Another case is at the card')
  expect(await heard(page)).toEqual([])
})

test('a second person’s password leaves the field with every answer, and only a yes closes the question', async ({ page, gallery }) => {
  await gallery.staff('casesRefusing')
  await press(page, ['Shift+F3', '6'])
  await judged(page)
  await press(page, ['Shift+F9'])
  const dialog = page.getByRole('dialog')
  await page.keyboard.type('mado02')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('STAFF-BAD-CREDENTIALS')
  await expect(page.locator('input[type=password]')).toHaveValue('')
  await expect(dialog).toContainText('見本　花子')
})

test('the paper is looked at before it is printed', async ({ page, gallery }) => {
  await gallery.staff('cases')
  await press(page, ['Shift+F3', '6'])
  await judged(page)
  await press(page, ['F8'])
  await page.locator('.dialog-paper canvas').waitFor()
  expect(await heard(page)).toEqual([])
  await page.getByRole('button', { name: /^印刷する/ }).click()
  expect(await heard(page)).toEqual([{ type: 'cardCasePrint', caseId: caseRows.gathered.caseId, paper: 'applicationForm' }])
  await expect.poll(() => page.workers().length).toBe(0)
})

test('only what can’t be undone asks: a suspension does, a case at the card is taken back at once', async ({ page, gallery }) => {
  await gallery.staff('casesRefusing')
  await press(page, ['Shift+F3', '0', 'ArrowDown'])
  await judged(page)
  await press(page, ['F10'])
  await expect(page.getByRole('dialog')).toContainText('元に戻せません')
  await press(page, ['Escape'])
  expect(await heard(page)).toEqual([])
  await gallery.staff('cases')
  await press(page, ['Shift+F3', '8'])
  await judged(page)
  await press(page, ['Backspace'])
  expect(await heard(page)).toEqual([{ type: 'cardCaseTakeBack', caseId: caseRows.atCard.caseId }])
})

test('an uncertain order is repeated with one key, and only a supervisor gives it up', async ({ page, gallery }) => {
  await gallery.staff('casesRefusing', 'en')
  await press(page, ['Shift+F3', '4'])
  await judged(page)
  await press(page, ['Shift+Delete'])
  await expect(notes(page)).toContainText('Supervisors only')
  await press(page, ['F10'])
  expect(await heard(page)).toEqual([{ type: 'cardCaseBegin', caseId: caseRows.uncertain.caseId }])
  await expect(notes(page)).toContainText('ISSUER-UNREACHABLE')
})

test('refusing needs a reason from the list; Enter alone never chooses one', async ({ page, gallery }) => {
  await gallery.staff('cases')
  await press(page, ['Shift+F3', '5'])
  await judged(page)
  await press(page, ['Delete', 'Enter', 'Enter'])
  expect(await heard(page)).toEqual([])
  await page.getByText('手続きできる人ではない').click()
  await press(page, ['Enter'])
  expect(await heard(page)).toEqual([{ type: 'cardCaseRefuse', caseId: caseRows.worst.caseId, reason: 'notEntitled', note: '' }])
})

test('a case that ends at the resident’s screen is announced and marked on the page of requests, too', async ({ page, gallery }) => {
  await gallery.staff('cases', 'en')
  await push(page, 'casesDone')
  await expect(page.getByRole('status').filter({ hasText: 'K-010' })).toHaveText('K-010 PIN reset, Done')
  await expect(page.locator('.page-tab .mark-fresh')).toHaveText('Changed')
  await press(page, ['Shift+F3', 'F3'])
  await expect(page.locator('.request-fresh')).toHaveCount(1)
})

test('a post office is offered what it is commissioned for; a terminal without card work has no page for it', async ({ page, gallery }) => {
  await gallery.staff('postOffice')
  await press(page, ['Shift+F3', 'Insert'])
  await expect(page.locator('.new-kinds .reason')).toHaveText([/暗証番号の初期化/, /電子証明書の発行/, /電子証明書の更新/])
  await gallery.staff('ten')
  await expect(page.locator('.page-tabs')).toHaveCount(0)
  await press(page, ['Shift+F3'])
  await expect(page.locator('#list-title')).toHaveText('受付一覧')
})
