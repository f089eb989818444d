import type { Page } from '@playwright/test'
import type { FailureCode } from '../../../src-preload/contract.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { expect } from './patient.ts'

const words = staffWordsOf('ja')

/** The clerk's hands: the keyboard, as on a busy day. */
export class StaffScreen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signIn(accountId: string, password: string): Promise<void> {
    await this.page.getByLabel(words.frame.signIn.account).fill(accountId)
    await this.page.getByLabel(words.frame.signIn.password).fill(password)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('button', { name: words.actions.names.print }).or(this.page.getByText(words.requests.list.title)).first()).toBeVisible()
  }

  /** As the barcode scanner types it: fast, ended by Enter. On a machine too busy to type fast it is scanned again. */
  async scan(number: string): Promise<void> {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date()).replaceAll('-', '')
    await expect(async () => {
      await this.page.keyboard.type(`${day}-${number}`)
      await this.page.keyboard.press('Enter')
      await expect(this.detail(number)).toBeVisible({ timeout: 4000 })
    }).toPass({ timeout: 90_000 })
  }

  detail(number: string): ReturnType<Page['locator']> {
    return this.page.getByRole('heading', { name: new RegExp(number) })
  }

  /** An action waits for the one before it to end: its button is open only then. */
  async #press(action: keyof typeof words.actions.names, key: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: `${words.actions.names[action]} ${key}`, exact: true })).toBeEnabled()
    await this.page.keyboard.press(key)
  }

  async print(): Promise<void> {
    await this.#press('print', 'F8')
  }

  /** A sheet is put on the screen only when it is drawn. */
  async previewShown(): Promise<void> {
    await expect(this.page.locator('canvas').first()).toBeVisible()
  }

  async openFee(): Promise<void> {
    await this.#press('takeFee', 'F9')
    await expect(this.page.getByRole('dialog')).toBeVisible()
  }

  async submitFee(): Promise<void> {
    await this.page.getByRole('button', { name: words.actions.fee.submit }).click()
  }

  async openHandOver(): Promise<void> {
    await this.#press('handOver', 'F10')
    await expect(this.page.getByRole('dialog')).toBeVisible()
  }

  async submitHandOver(): Promise<void> {
    await this.page.getByRole('button', { name: words.actions.handOver.submit }).click()
  }

  async state(state: keyof typeof words.requests.states): Promise<void> {
    await expect(this.page.getByText(words.requests.states[state]).first()).toBeVisible()
  }

  /** The history of the open request, which is asked for after the state has come. */
  async historyEndsWith(state: keyof typeof words.requests.states): Promise<void> {
    await expect(this.page.locator('.history tbody tr').last()).toContainText(words.requests.states[state])
  }

  /** The request that is open, in this state. */
  async shows(number: string, state: keyof typeof words.requests.states): Promise<void> {
    const header = this.page.locator('[data-column="desk"] .column-head').filter({ hasText: number })
    await expect(header).toContainText(words.requests.states[state])
  }

  async select(number: string): Promise<void> {
    await this.page.getByText(number, { exact: true }).first().click()
    await expect(this.detail(number)).toBeVisible()
  }

  async failsWith(code: FailureCode): Promise<void> {
    await expect(this.page.getByText(code).first()).toBeVisible()
  }

  async resolveUncertain(answer: 'yes' | 'no'): Promise<void> {
    await this.page.keyboard.press('F8')
    const dialog = this.page.getByRole('dialog')
    await dialog.getByText(words.actions.uncertain[answer], { exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  async allowLastTry(): Promise<void> {
    await this.page.getByRole('button', { name: words.terminal.resident.decide }).click()
    await this.page.getByRole('dialog').getByText(words.terminal.lastTry.allow, { exact: true }).click()
  }

  alerts(): ReturnType<Page['locator']> {
    return this.page.getByText(words.terminal.alerts.kinds.blockedRecord.title)
  }

  async unlock(password: string): Promise<void> {
    // Before it is locked, a button has the word for the password in its name.
    await expect(this.page.getByRole('heading', { name: words.frame.locked.title })).toBeVisible()
    await this.page.getByLabel(words.frame.signIn.password).fill(password)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByText(words.requests.list.title).first()).toBeVisible()
  }
}
