import { test } from '@playwright/test'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { clerk, password, supervisor } from '../../fixtures/kiosk/staff-accounts.ts'
import { accessible } from '../support/accessible.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { expect } from '../support/patient.ts'
import { StaffScreen } from '../support/staff-screen.ts'

const words = staffWordsOf('ja')
const oneTime = 'a borrowed umbrella'
const own = 'an umbrella of my own'

let host: KioskHost
let staff: StaffScreen

test.beforeAll(async () => {
  host = await startHost(test.info().project.metadata.host as HostName)
  staff = new StaffScreen(host.staff)
})

test.afterAll(() => host.close())

async function tries(typed: string): Promise<void> {
  await host.staff.getByLabel(words.frame.signIn.account).fill(clerk.accountId)
  await host.staff.getByLabel(words.frame.signIn.password).fill(typed)
  await host.staff.keyboard.press('Enter')
}

test('a clerk who is locked out comes in again by a one-time password, and then by one that nobody else knows', async () => {
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await tries('not this one')
    await expect(host.staff.locator('.note-code')).toHaveText(wrong < 5 ? 'STAFF-BAD-CREDENTIALS' : 'STAFF-LOCKED-OUT')
    await expect(host.staff.getByLabel(words.frame.signIn.password)).toHaveValue('')
  }

  await staff.signIn(supervisor.accountId, password)
  await host.staff.keyboard.press('Shift+F6')
  const dialog = host.staff.getByRole('dialog')
  const row = dialog.getByRole('option').filter({ hasText: clerk.accountId })
  await expect(row).toContainText(words.accounts.others.locked)
  await accessible(host.staff)
  await row.click()
  await dialog.locator('input[type=text]').fill(oneTime)
  await dialog.locator('input[type=password]').fill(password)
  await host.staff.keyboard.press('Enter')
  await expect(row).toContainText(words.accounts.others.passwordDue)
  await host.staff.keyboard.press('Escape')
  await host.staff.keyboard.press('Shift+F12')

  await tries(oneTime)
  await expect(host.staff.getByRole('heading', { name: words.accounts.own.due.title })).toBeVisible()
  await accessible(host.staff)
  for (const [at, text] of [oneTime, own, own].entries()) await host.staff.locator('input[type=password]').nth(at).fill(text)
  await host.staff.keyboard.press('Enter')
  await expect(host.staff.getByRole('heading', { name: words.requests.list.title })).toBeVisible()

  await host.staff.keyboard.press('Shift+F12')
  await tries(oneTime)
  await expect(host.staff.locator('.note-code')).toHaveText('STAFF-BAD-CREDENTIALS')
  await staff.signIn(clerk.accountId, own)

  const entries = auditOf(host.dataFolder).entries.map(({ event }) => event)
  expect(entries.filter(({ type }) => type === 'staff-account-changed').slice(-2)).toEqual([
    { type: 'staff-account-changed', actor: supervisor.accountId, account: clerk.accountId, change: 'oneTimePasswordSet' },
    { type: 'staff-account-changed', actor: clerk.accountId, account: clerk.accountId, change: 'passwordChanged' },
  ])
  for (const secret of [oneTime, own, password]) expect(JSON.stringify(entries)).not.toContain(secret)
  expect(host.complaints()).toEqual([])
})
