import type { Page } from '@playwright/test'
import type { SceneName } from './fixtures/scenes.ts'

/** Where a clerk can be: the scene, and the keys that lead there. */
export interface State {
  readonly name: string
  readonly scene: SceneName
  readonly keys?: readonly string[]
  /** What is there when it can be looked at. */
  readonly wait?: string
  /** Keys after that. */
  readonly then?: readonly string[]
  readonly act?: (page: Page) => Promise<void>
}

const typed = (account: string, password: string) => async (page: Page) => {
  await page.locator('input').first().fill(account)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('.note').waitFor()
}

const shows = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor()
}

/** Presses a button of the desk, by its name in either language. */
const pressing = (japanese: string, english: string, selector: string) => async (page: Page) => {
  await page.locator('.actions button').filter({ hasText: new RegExp(`${japanese}|${english}`) }).click()
  await page.locator(selector).first().waitFor()
}

/** Chooses a list whose columns are wrong. */
async function importing(page: Page): Promise<void> {
  await pressing('名簿を取り込む', 'Take a list', '.desk-dialog')(page)
  const chooser = page.waitForEvent('filechooser')
  await page.locator('.desk-dialog button').first().click()
  await (await chooser).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('bad') })
  await page.locator('.list-problems').waitFor()
}

/** Chooses a PNG that was given a JPEG's name, as a photo. */
async function choosingPhoto(page: Page): Promise<void> {
  await page.locator('.photo-buttons button').filter({ hasText: /写真をファイルから|Photo from a file/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.locator('.photo-drop .desk-button').click()
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
  await page.locator('.photo-file .field-error').waitFor()
}

const photo = '.photo-picture'
const paper = '.paper-sheet canvas'
const dialog = '.desk-dialog'
const finding = '.case-judgement h3'

export const states: readonly State[] = [
  { name: 'signed-out', scene: 'signedOut' },
  { name: 'no-accounts', scene: 'noAccounts' },
  { name: 'wrong-password', scene: 'wrongPassword', act: typed('mado01', 'wrong') },
  { name: 'locked-out', scene: 'lockedOut', act: typed('mado01', 'wrong') },
  { name: 'locked', scene: 'locked' },
  { name: 'password-due', scene: 'passwordDue' },
  {
    name: 'password-due-weak',
    scene: 'passwordDue',
    act: async (page) => {
      for (const [at, text] of ['a borrowed umbrella', 'short', 'short'].entries()) await page.locator('input').nth(at).fill(text)
      await page.keyboard.press('Enter')
      await page.locator('.note').waitFor()
    },
  },
  { name: 'change-password', scene: 'ten', keys: ['Shift+F1', 'Enter'], wait: '.field-error' },
  { name: 'change-password-supervisor', scene: 'supervisor', keys: ['Shift+F1'], wait: dialog },
  {
    name: 'accounts',
    scene: 'supervisorRefusing',
    keys: ['Shift+F6'],
    wait: '.account',
    act: async (page) => {
      await page.locator('.account').nth(3).click()
      await page.locator('.desk-dialog input[type=text]').fill('a borrowed umbrella')
      await page.locator('.desk-dialog input[type=password]').fill('wrong')
      await page.keyboard.press('Enter')
      await page.locator('.desk-dialog .note').waitFor()
    },
  },
  { name: 'empty', scene: 'empty' },
  { name: 'list-ten', scene: 'ten' },
  { name: 'list-all', scene: 'ten', keys: ['F3'] },
  { name: 'detail', scene: 'ten', keys: ['4'], wait: paper },
  { name: 'detail-eight', scene: 'ten', keys: ['6'], wait: paper },
  { name: 'detail-eight-zoomed', scene: 'ten', keys: ['6'], wait: paper, then: ['PageDown', '+', '+'] },
  { name: 'detail-no-slip', scene: 'ten', keys: ['5'], wait: paper },
  { name: 'detail-paid', scene: 'ten', keys: ['1'], wait: paper },
  { name: 'detail-printed', scene: 'ten', keys: ['3'], wait: paper },
  { name: 'detail-uncertain', scene: 'ten', keys: ['2'], wait: paper },
  { name: 'detail-printing', scene: 'ten', keys: ['7'], wait: paper },
  { name: 'detail-handed-over', scene: 'ten', keys: ['F3', '1'], wait: '.history' },
  { name: 'detail-voided', scene: 'ten', keys: ['F3', '2'], wait: '.history' },
  { name: 'detail-blocked-meanwhile', scene: 'noPaper', keys: ['4'], wait: '.paper-waiting .note' },
  { name: 'detail-refused', scene: 'maintainer', keys: ['4'], wait: '.facts .note' },
  { name: 'cannot', scene: 'ten', keys: ['4', 'F10'], wait: paper },
  { name: 'print-failed', scene: 'refusing', keys: ['4', 'F8'], wait: paper },
  {
    name: 'fee-receipt-failed',
    scene: 'refusing',
    keys: ['3', 'F9', 'Enter'],
    wait: paper,
    act: async (page) => {
      await page.evaluate(() => window.staffGallery?.push('feeTaken'))
    },
  },
  { name: 'fee', scene: 'ten', keys: ['3', 'F9'], wait: dialog },
  {
    name: 'fee-change',
    scene: 'ten',
    keys: ['3', 'F9'],
    wait: dialog,
    act: async (page) => {
      await page.keyboard.type('10000')
    },
  },
  {
    name: 'fee-short',
    scene: 'ten',
    keys: ['3', 'F9'],
    wait: dialog,
    act: async (page) => {
      await page.keyboard.type('500')
    },
  },
  { name: 'hand-over', scene: 'ten', keys: ['1', 'F10'], wait: '.checks-name' },
  { name: 'void', scene: 'ten', keys: ['1', 'Delete'], wait: dialog },
  { name: 'void-no-reason', scene: 'ten', keys: ['1', 'Delete', 'Enter'], wait: '.field-error' },
  { name: 'reissue', scene: 'ten', keys: ['1', 'Shift+F8'], wait: dialog },
  { name: 'uncertain', scene: 'ten', keys: ['2', 'F8'], wait: dialog },
  { name: 'halted', scene: 'halted', keys: ['4'], wait: paper },
  { name: 'halted-supervisor', scene: 'haltedSupervisor', keys: ['1'], wait: paper },
  {
    name: 'halt-end',
    scene: 'haltedSupervisor',
    act: async (page) => {
      await page.locator('.halt button').click()
      await page.locator(dialog).waitFor()
    },
  },
  { name: 'alerts', scene: 'alerts' },
  { name: 'alerts-clerk', scene: 'alertsClerk' },
  { name: 'last-try', scene: 'lastTry', keys: ['Shift+F2'], wait: dialog },
  { name: 'devices-down', scene: 'devicesDown' },
  { name: 'devices-unknown', scene: 'devicesUnknown' },
  {
    name: 'device-detail',
    scene: 'devicesDown',
    act: async (page) => {
      await page.locator('.device').nth(2).click()
      await page.locator(dialog).waitFor()
    },
  },
  { name: 'help', scene: 'ten', keys: ['F1'], wait: dialog },
  { name: 'cases-list', scene: 'cases', keys: ['Shift+F3', 'F3'], wait: '.case-new' },
  { name: 'case-worst', scene: 'cases', keys: ['Shift+F3', '5'], wait: finding },
  { name: 'case-awaiting-answer', scene: 'cases', keys: ['Shift+F3', '2'], wait: finding },
  { name: 'case-moved-too-late', scene: 'cases', keys: ['Shift+F3', '9'], wait: finding },
  { name: 'case-booked', scene: 'cases', keys: ['Shift+F3', '0'], wait: finding },
  { name: 'case-ready', scene: 'cases', keys: ['Shift+F3', '7'], wait: '.stage-note' },
  { name: 'case-at-card', scene: 'cases', keys: ['Shift+F3', '8'], wait: '.stage-note' },
  { name: 'case-uncertain', scene: 'casesRefusing', keys: ['Shift+F3', '4'], wait: '.stage-note' },
  {
    name: 'case-new-search',
    scene: 'cases',
    keys: ['Shift+F3', 'Insert', '4'],
    act: async (page) => {
      await page.locator('.find input[type=text]').first().fill('見本')
      await page.locator('.find input[type=text]').nth(1).fill('S55.4.5')
      await page.keyboard.press('Enter')
      await page.locator('.hit').first().waitFor()
    },
  },
  { name: 'case-paper', scene: 'cases', keys: ['Shift+F3', '6'], wait: finding, then: ['F8'], act: shows(paper) },
  {
    name: 'case-second-person',
    scene: 'casesRefusing',
    keys: ['Shift+F3', '6'],
    wait: finding,
    then: ['Shift+F9'],
    act: async (page) => {
      await page.locator('.desk-dialog input').first().fill('mado02')
      await page.locator('.desk-dialog input[type=password]').fill('wrong')
      await page.keyboard.press('Enter')
      await page.locator('.desk-dialog .note').waitFor()
    },
  },
  { name: 'case-answer', scene: 'cases', keys: ['Shift+F3', '2'], wait: finding, then: ['Control+F9'], act: shows(dialog) },
  { name: 'case-post-office', scene: 'postOffice', keys: ['Shift+F3', '1'], wait: finding },
  { name: 'applications-none', scene: 'applicationsNone', keys: ['Shift+F3'], wait: '.desk-empty' },
  { name: 'applications-list', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'F3'], wait: '.application-choice' },
  { name: 'application-worst', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '8'], wait: photo },
  { name: 'application-to-confirm', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '7'], wait: photo },
  { name: 'application-complete', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '9'], wait: photo },
  { name: 'application-after-a-crash', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '6'], wait: finding },
  { name: 'application-infant', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '0', 'ArrowDown'], wait: finding },
  { name: 'application-returned', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '4'], wait: finding },
  { name: 'application-notified', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '1'], wait: photo },
  { name: 'application-delivered', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'F3', '1'], wait: photo },
  { name: 'application-failed', scene: 'applicationsRefusing', keys: ['Shift+F3', '9'], wait: photo, then: ['F10'], act: shows('.notes .note') },
  { name: 'application-new', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Insert'], wait: dialog },
  { name: 'application-link', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '6'], wait: finding, then: ['Shift+F7', 'Enter'], act: shows('.hit') },
  { name: 'application-confirm-photo', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '8'], wait: photo, then: ['F9'], act: shows('.desk-dialog .photo-picture') },
  { name: 'application-photo-file', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '8'], wait: photo, act: choosingPhoto },
  { name: 'application-except-photo', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '8'], wait: photo, then: ['Shift+F9', 'Enter'], act: shows('.desk-dialog .field-error') },
  { name: 'application-step', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '3'], wait: photo, then: ['F10'], act: shows(dialog) },
  { name: 'application-return', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '5'], wait: photo, then: ['Control+F9'], act: shows(dialog) },
  { name: 'application-deliver', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '1'], wait: photo, then: ['F10'], act: shows('.desk-dialog .photo-picture') },
  { name: 'application-pins-set', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '0', 'ArrowDown', 'ArrowDown', 'ArrowDown'], wait: photo, then: ['F10'], act: shows('.desk-dialog .photo-picture') },
  { name: 'application-shipped', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '3'], wait: photo },
  { name: 'application-pin-form', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '3'], wait: photo, act: pressing('暗証番号設定依頼書', 'PIN request form', paper) },
  { name: 'application-form', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', '9'], wait: photo, then: ['F8'], act: shows(paper) },
  { name: 'application-batches', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', '1'], wait: '.progress', act: shows('.table') },
  { name: 'application-batch-sheet', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', '1'], wait: '.table', act: pressing('引継表を印刷', 'Handover sheet', paper) },
  { name: 'application-batch-import', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', '1'], wait: '.table', act: importing },
  { name: 'application-packets', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', 'Control+F3', '2'], wait: '.packet-digest' },
  { name: 'application-packet-unfinished', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', 'Control+F3', '1'], wait: '.packet-pairs', then: ['F10'], act: shows(dialog) },
  { name: 'application-statistics', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'Control+F3', 'Control+F3', 'Control+F3'], wait: '.chart' },
  { name: 'application-help', scene: 'applications', keys: ['Shift+F3', 'Shift+F3', 'F1'], wait: dialog },
  { name: 'case-help', scene: 'cases', keys: ['Shift+F3', 'F1'], wait: dialog },
]

/** Opens the scene and goes where the state says, by its keys; again with slower fingers where a busy machine was too slow for the quick ones. */
export async function reach(page: Page, state: State, open: () => Promise<void>): Promise<void> {
  for (const pause of [0, 600]) {
    await open()
    if (await go(page, state, pause).then(() => true, () => false)) return
  }
  await open()
  await go(page, state, 3000)
}

async function go(page: Page, { keys = [], wait, then = [], act }: State, pause: number): Promise<void> {
  await press(page, keys, pause)
  if (wait !== undefined) await page.locator(wait).first().waitFor({ timeout: pause === 0 ? 20_000 : 60_000 })
  await press(page, then, pause)
  await act?.(page)
  await settle(page)
}

/** Milliseconds after a digit: the list waits so long for more of a slip's code (wedgeGapMs), and takes the digit for a row's then. */
const afterDigit = 120

/** One after the other, as fingers do: the next when the page has drawn what came of the one before, and `pause` milliseconds more. */
export async function press(page: Page, keys: readonly string[], pause = 0): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    const rest = Math.max(pause, /^[0-9]$/.test(key) ? afterDigit : 0)
    if (rest > 0) await page.waitForTimeout(rest)
    await frames(page)
  }
}

/** Everything that follows from the last change is drawn, in its fonts. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await frames(page)
  // The library draws a dialog clipped to nothing until it is to enter, which a busy machine makes long.
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('.desk-overlay, .desk-modal')].every(({ style }) => style.clipPath === ''))
}

const frames = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
