import type { Page } from '@playwright/test'
import type { PrinterFault } from '../../../src-preload/contract.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { expect } from './patient.ts'

const words = staffWordsOf('ja').training

/** The hands beside the terminal: cards and trouble. */
export class TrainingPanel {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async place(profile: string): Promise<void> {
    const card = this.page.getByRole('listitem').filter({ has: this.page.getByText(profile, { exact: true }) })
    await card.getByRole('button').click()
    await expect(card.getByText(words.placed)).toBeVisible()
  }

  async take(): Promise<void> {
    await this.page.getByRole('button', { name: words.take, exact: true }).click()
    await expect(this.page.getByText(words.nothing)).toBeVisible()
  }

  async upset(printer: 'receiptPrinter' | 'documentPrinter', fault: PrinterFault): Promise<void> {
    const name = words[printer]
    const group = this.page.getByRole('radiogroup', { name })
    await group.getByText(words.printerFaults[fault], { exact: true }).click()
    // The switch shows what the printer was told, not what was pressed.
    await expect(group.getByRole('radio', { name: words.printerFaults[fault], exact: true })).toBeChecked()
  }

  /** No card, nothing upset. */
  async clear(): Promise<void> {
    const take = this.page.getByRole('button', { name: words.take, exact: true })
    if (await take.isEnabled()) await this.take()
    await this.upset('receiptPrinter', 'ready')
    await this.upset('documentPrinter', 'ready')
  }
}
