import type { Page } from '@playwright/test'
import type { StaffEvent } from '../../../src-preload/contract.ts'
import { expect, sizes, test } from './gallery.ts'
import { press } from './states.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.desk })

const heard = (page: Page): Promise<StaffEvent[]> => page.evaluate(() => [...(window.staffGallery?.events ?? [])])
const opened = (page: Page): Promise<string[]> => page.evaluate(() => [...(window.staffGallery?.opened ?? [])])
const push = (page: Page, scene: string): Promise<void> => page.evaluate((name) => window.staffGallery?.push(name), scene)
const number = (page: Page) => page.locator('.desk-number')

/** As a scanner does: all keys within a few milliseconds. */
const scan = (page: Page, text: string): Promise<void> =>
  page.evaluate((keys) => {
    const target = document.activeElement ?? document.body
    for (const key of keys) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }, [...Array.from(text), 'Enter'])

test('nothing personal is opened before a request is chosen, and only the one where the arrows rest', async ({ page, gallery }) => {
  await gallery.staff('ten')
  expect(await opened(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(number(page)).toHaveText('A-005')
  await page.locator('.applicant').waitFor()
  await page.locator('.paper-sheet canvas').waitFor()
  expect((await opened(page)).sort()).toEqual(['detail request-A-005', 'preview request-A-005'])
})

test('a request goes through the counter on five keys', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['4', 'F8', '3', 'F9', 'Enter', '1', 'F10', 'Enter'])
  expect(await heard(page)).toEqual([
    { type: 'print', requestId: 'request-A-006' },
    { type: 'takeFee', requestId: 'request-A-005', receivedYen: 3000 },
    { type: 'handOver', requestId: 'request-A-003' },
  ])
})

test('a typed amount replaces the exact one, and too little is not taken', async ({ page, gallery }) => {
  await gallery.staff('ten', 'en')
  await press(page, ['3', 'F9'])
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('¥2,500 too little')
  await page.getByRole('button', { name: '¥10,000' }).click()
  await expect(page.getByRole('dialog')).toContainText('¥7,000')
  await page.getByRole('dialog').getByRole('button', { name: 'Take fee' }).click()
  expect(await heard(page)).toEqual([{ type: 'takeFee', requestId: 'request-A-005', receivedYen: 10_000 }])
})

test('a slip selects its request, and no key of it does anything else', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await scan(page, '20261121-A-007')
  await expect(number(page)).toHaveText('A-007')
  await scan(page, '20261121-a001')
  await expect(number(page)).toHaveText('A-001')
  await scan(page, '20261120-A-005')
  await expect(page.locator('.scan-note')).toContainText('本日の受付票ではありません')
  await expect(number(page)).toHaveText('A-001')
  expect(await heard(page)).toEqual([])
})

test('voiding needs a reason from the list; Enter alone never chooses one', async ({ page, gallery }) => {
  await gallery.staff('ten', 'en')
  await press(page, ['4', 'Delete', 'Enter', 'Enter', 'Enter'])
  await expect(page.getByRole('dialog')).toContainText('Choose a reason.')
  expect(await heard(page)).toEqual([])
  await page.getByText('Other', { exact: true }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('please write a note')
  await page.getByLabel('Note').fill('taken on paper')
  await page.keyboard.press('Control+Enter')
  expect(await heard(page)).toEqual([{ type: 'void', requestId: 'request-A-006', reason: 'other', note: 'taken on paper' }])
})

test('a reissue says why', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['1', 'Shift+F8', 'ArrowDown', 'ArrowDown', 'Enter'])
  expect(await heard(page)).toEqual([{ type: 'reissue', requestId: 'request-A-003', reason: 'damaged', note: '' }])
})

test('an uncertain print is settled by eyes, and no key prints it again', async ({ page, gallery }) => {
  await gallery.staff('ten', 'en')
  await press(page, ['2', 'F8', 'Enter', 'F8'])
  expect(await heard(page)).toEqual([])
  await page.getByRole('button', { name: /^It did not/ }).click()
  expect(await heard(page)).toEqual([{ type: 'resolveUncertain', requestId: 'request-A-004', paperCameOut: false }])
})

test('a key for what is not possible says why and sends nothing', async ({ page, gallery }) => {
  await gallery.staff('halted', 'en')
  await press(page, ['4', 'F8'])
  await expect(page.locator('.notes')).toContainText('Not while halted')
  await press(page, ['F10'])
  await expect(page.locator('.notes')).toContainText('Print first')
  expect(await heard(page)).toEqual([])
})

test('a failure stays beside the action with its code until it is closed', async ({ page, gallery }) => {
  await gallery.staff('refusing', 'en')
  await press(page, ['6', 'F8'])
  const notes = page.locator('.notes')
  await expect(notes).toContainText('PRINTER-OFFLINE')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(notes).not.toContainText('PRINTER-OFFLINE')
})

test('an action under way can not be begun again', async ({ page, gallery }) => {
  await gallery.staff('printing', 'en')
  await press(page, ['6', 'F8', 'F8', 'F8'])
  expect(await heard(page)).toEqual([{ type: 'print', requestId: 'request-A-008' }])
})

test('F12 locks, even over an open question; what was shown is gone from the page', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['1'])
  await page.locator('.paper-sheet canvas').waitFor()
  await press(page, ['F10', 'F12'])
  expect(await heard(page)).toEqual([{ type: 'lock' }])
  await push(page, 'locked')
  await page.getByRole('heading', { name: 'ロック中' }).waitFor()
  expect(await page.locator('canvas').count()).toBe(0)
  expect(await page.locator('body').innerHTML()).not.toMatch(/見本　太郎|A-003/)
  await expect.poll(() => page.workers().length).toBe(0)
  await push(page, 'ten')
  await expect(page.locator('.desk-empty')).toBeVisible()
})

test('a lost connection takes everything off the glass', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['1'])
  await page.locator('.applicant').waitFor()
  await page.evaluate(() => window.staffGallery?.connect(false))
  await expect(page.locator('.bench')).toHaveCount(0)
  expect(await page.locator('body').innerHTML()).not.toContain('見本　太郎')
})

test('another request takes the paper of the one before with it', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['1'])
  await page.locator('.paper-sheet canvas').waitFor()
  await press(page, ['6'])
  await expect(page.locator('.paper-position')).toHaveText('1 / 2 枚')
  await expect.poll(() => page.workers().length).toBe(1)
  await page.keyboard.press('PageDown')
  await expect(page.locator('.paper-position')).toHaveText('2 / 2 枚')
})

test('a paper with another number of sheets than main says is not shown', async ({ page, gallery }) => {
  await gallery.staff('wrongSheets')
  await press(page, ['1'])
  await expect(page.locator('.paper')).toContainText('紙面を画面に表示できません')
  expect(await page.locator('canvas').count()).toBe(0)
})

test('a new request is announced by number and kind, and marked until it is looked at', async ({ page, gallery }) => {
  await gallery.staff('nine', 'en')
  await push(page, 'ten')
  await expect(page.getByRole('status').filter({ hasText: 'New request' })).toHaveText('New request A-010, Copy of the resident record (some members)')
  await expect(page.locator('.request-fresh')).toHaveCount(1)
  await press(page, ['8'])
  await expect(page.locator('.request-fresh')).toHaveCount(0)
})

test('calls, last tries, alerts and the halt are answered', async ({ page, gallery }) => {
  await gallery.staff('alerts', 'en')
  await press(page, ['F2'])
  await page.locator('.alert', { hasText: 'Record that can’t be issued' }).getByRole('button').click()
  expect(await heard(page)).toEqual([{ type: 'answerCall' }, { type: 'acknowledgeAlert', alertId: 'alert-1' }])
  await gallery.staff('lastTry', 'en')
  await press(page, ['Shift+F2'])
  await page.getByRole('button', { name: /^Don’t allow/ }).click()
  expect(await heard(page)).toEqual([{ type: 'decideLastTry', allow: false }])
  await gallery.staff('haltedSupervisor', 'en')
  await page.getByRole('button', { name: 'End the halt' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('Write what you checked.')
  await page.keyboard.type('Paper collected')
  await page.keyboard.press('Control+Enter')
  expect(await heard(page)).toEqual([{ type: 'endHalt', note: 'Paper collected' }])
})

test('a clerk is not told why a record is blocked, and can not end a halt', async ({ page, gallery }) => {
  await gallery.staff('alertsClerk')
  await expect(page.locator('.alerts')).not.toContainText('支援措置')
  await gallery.staff('halted')
  await expect(page.locator('.halt')).toBeVisible()
  await expect(page.locator('.halt button')).toHaveCount(0)
})

test('the password leaves the field with every answer', async ({ page, gallery }) => {
  await gallery.staff('wrongPassword')
  await page.keyboard.type('mado01')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.locator('.note')).toContainText('STAFF-BAD-CREDENTIALS')
  await expect(page.locator('input[type=password]')).toHaveValue('')
})

test('pressing the open row again leaves it open; Escape closes it', async ({ page, gallery }) => {
  for (const [scene, keys] of [['ten', []], ['cases', ['Shift+F3']], ['applications', ['Shift+F3', 'Shift+F3']]] as const) {
    await gallery.staff(scene)
    await press(page, keys)
    const row = page.locator('.request-list [role=option]').nth(2)
    await row.click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await row.click()
    await page.waitForTimeout(200)
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await press(page, ['Escape'])
    await expect(row).toHaveAttribute('aria-selected', 'false')
  }
})

test('a supervisor sets a one-time password for a colleague, with keys alone, and never for the own account', async ({ page, gallery }) => {
  await gallery.staff('supervisor')
  await press(page, ['Shift+F6'])
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('option')).toHaveCount(12)
  await expect(dialog.getByRole('option', { name: /jouseki/ })).toHaveCount(0)
  await dialog.getByRole('option').first().focus()
  await press(page, ['ArrowDown', 'Tab'])
  await page.keyboard.type('a borrowed umbrella')
  await press(page, ['Tab'])
  await page.keyboard.type('my own password')
  await press(page, ['Enter'])
  await expect(dialog).toContainText('窓口　一子 さんの仮パスワードを設定しました。')
  await expect(dialog.locator('input[type=password]')).toHaveValue('')
  await expect(dialog.locator('input[type=text]')).toHaveValue('')
  expect(await page.evaluate(() => window.staffGallery?.events.at(-1))).toEqual({ type: 'setOneTimePassword', accountId: 'mado01', oneTimePassword: 'a borrowed umbrella', ownPassword: 'my own password' })
})

test('nobody but a supervisor gets to the accounts', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['Shift+F6'])
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: /パスワードの変更/ }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: /職員アカウント/ })).toHaveCount(0)
})

test('two new passwords that differ go nowhere; the same two change the own one', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['Shift+F1'])
  const fields = page.getByRole('dialog').locator('input[type=password]')
  await page.keyboard.type('my old password')
  await fields.nth(1).fill('a stable of horses')
  await fields.nth(2).fill('a stable of houses')
  await press(page, ['Enter'])
  await expect(page.getByRole('dialog').locator('.field-error')).toContainText('同じではありません')
  await expect(fields.nth(2)).toHaveValue('')
  expect(await page.evaluate(() => window.staffGallery?.events)).toEqual([])
  await fields.nth(2).fill('a stable of horses')
  await press(page, ['Enter'])
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate(() => window.staffGallery?.events)).toEqual([{ type: 'changePassword', oldPassword: 'my old password', newPassword: 'a stable of horses' }])
})

test('F6 leads through the three columns', async ({ page, gallery }) => {
  await gallery.staff('ten')
  await press(page, ['4'])
  const column = (): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('[data-column]')?.getAttribute('data-column') ?? null)
  const seen: (string | null)[] = []
  for (let step = 0; step < 4; step += 1) {
    await press(page, ['F6'])
    seen.push(await column())
  }
  expect(seen).toEqual(['list', 'desk', 'terminal', 'list'])
})

test('the training panel places, takes and upsets', async ({ page, gallery }) => {
  await gallery.training('idle', 'en')
  await page.getByRole('button', { name: /^Place: 見本/ }).first().click()
  await page.getByRole('radiogroup', { name: 'Document printer' }).getByText('Paper jam').click()
  await page.getByRole('radiogroup', { name: 'Card reader' }).getByText('No reader').click()
  expect(await page.evaluate(() => window.trainingEvents)).toEqual([
    { type: 'insertCard', profile: 'family-of-four' },
    { type: 'setDocumentPrinter', fault: 'jam' },
    { type: 'setReader', fault: 'noReader' },
  ])
  await gallery.training('busy', 'en')
  await page.getByRole('button', { name: 'Take away' }).click()
  expect(await page.evaluate(() => window.trainingEvents)).toEqual([{ type: 'removeCard' }])
})
