import type { Locator, Page } from '@playwright/test'
import { photoReasons, type ApplicationKind, type ApplicationPaper, type ApplicationState, type PhotoException, type ReturnReason } from '../../../src-preload/contract.ts'
import type { ApplicationsPage } from '../../../src-renderer/staff/applications/applications-context.ts'
import type { ApplicationActionName } from '../../../src-renderer/staff/applications/application-actions.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { expect } from './patient.ts'

const { applications: words, cases } = staffWordsOf('ja')

/** The clerk's hands on the page for card applications. */
export class ApplicationDesk {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get desk(): Locator {
    return this.#page.locator('[data-column="desk"]')
  }

  get list(): Locator {
    return this.#page.locator('[data-column="list"]')
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog')
  }

  async openPage(): Promise<void> {
    await expect(async () => {
      if (await this.#page.getByRole('heading', { name: words.list.title, exact: true }).isVisible()) return
      await this.#page.keyboard.press('Shift+F3')
      await expect(this.#page.getByRole('heading', { name: words.list.title, exact: true })).toBeVisible({ timeout: 2000 })
    }).toPass()
  }

  async turnTo(page: ApplicationsPage): Promise<void> {
    await this.list.getByRole('radiogroup', { name: words.viewLabel }).getByText(words.views[page], { exact: true }).click()
  }

  /** Opens the application of this number, and its photo if it has one. */
  async select(number: string): Promise<void> {
    const row = this.list.getByRole('option').filter({ has: this.#page.getByText(number, { exact: true }) })
    await expect(row).toBeVisible()
    // A press on the one that is open lets go of it.
    if ((await row.getAttribute('aria-selected')) !== 'true') await row.click()
    await expect(this.desk.getByRole('heading', { name: number })).toBeVisible()
    await expect(this.desk.locator('.case-judgement')).toBeVisible()
  }

  /** The application that is open, in this state. */
  async shows(state: ApplicationState): Promise<void> {
    await expect(this.desk.locator('.column-head')).toContainText(words.states[state])
  }

  async photoShown(): Promise<void> {
    await expect(this.desk.locator('.photo-picture')).toBeVisible()
  }

  /** A new application, opened on the desk. @returns its number */
  async openNew(kind: ApplicationKind): Promise<string> {
    await this.#page.keyboard.press('Insert')
    await this.dialog.getByText(words.kinds[kind], { exact: true }).click()
    await this.#submit(words.dialogs.newApplication.submit)
    const title = this.desk.getByRole('heading', { name: /^S-\d{3}$/ })
    await expect(title).toBeVisible()
    await expect(this.desk.locator('.case-judgement')).toBeVisible()
    return title.innerText()
  }

  /** The applicant in the record, by the whole name and the birth date. */
  async findPerson(name: string, birthDate: string): Promise<void> {
    await this.press('link')
    const find = cases.dialogs.newCase
    await this.dialog.getByText(find.ways.search, { exact: true }).click()
    await this.dialog.getByLabel(find.name).fill(name)
    await this.dialog.getByLabel(find.birthDate).fill(birthDate)
    await this.#page.keyboard.press('Enter')
    await expect(this.dialog.locator('.hit')).toHaveCount(1)
    await this.dialog.locator('.hit').click()
  }

  async linkPerson(): Promise<void> {
    await this.#submit(words.dialogs.link.submit)
  }

  async type(field: 'formId' | 'birthDate' | 'phone', text: string): Promise<void> {
    await this.desk.getByLabel(words.facts[field]).fill(text)
  }

  /** Records what was typed at once. */
  async record(): Promise<void> {
    await this.#page.keyboard.press('Control+s')
    await expect(this.desk.getByText(words.facts.state.saved)).toBeVisible()
  }

  async atResident(): Promise<void> {
    await this.press('atResident')
  }

  /** Every question that no machine answers, answered by eyes. */
  async confirmPhoto(): Promise<void> {
    await this.askPhoto()
    await this.answerPhoto('yes')
  }

  async answerPhoto(answer: 'yes' | 'no'): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`^${words.dialogs.confirmPhoto[answer]}`) }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Up to the answer. */
  async askPhoto(): Promise<void> {
    await this.#pressAtPhoto('confirmPhoto')
    for (const reason of photoReasons.clerk) await this.dialog.getByText(words.photo.asks[reason]).click()
  }

  async exceptPhoto(exception: PhotoException, note: string): Promise<void> {
    await this.#pressAtPhoto('exceptPhoto')
    await this.dialog.getByText(words.photo.exceptions[exception], { exact: true }).click()
    await this.dialog.locator('textarea').fill(note)
    await this.#submit(words.dialogs.exceptPhoto.submit)
  }

  async receive(): Promise<void> {
    await this.press('receive')
    await this.shows('received')
  }

  /** The paper in the dialog, drawn. */
  async lookAtPaper(action: 'printForm' | 'printPhoto', paper?: ApplicationPaper): Promise<void> {
    await this.press(action)
    if (paper !== undefined) await this.dialog.getByText(words.papers[paper], { exact: true }).click()
    await expect(this.dialog.locator('canvas').first()).toBeVisible()
  }

  async printPaper(): Promise<void> {
    await this.#submit(words.dialogs.paper.submit)
  }

  async makePacket(): Promise<void> {
    await this.turnTo('packets')
    await this.list.getByRole('button', { name: new RegExp(words.names.packetMake) }).click()
    await this.#submit(words.dialogs.packetMake.submit)
    await this.list.getByText(words.packetStates.made, { exact: true }).first().click()
    await expect(this.desk.locator('.packet-digest')).toBeVisible()
  }

  async handOverPacket(): Promise<void> {
    await this.press('packetHandedOver')
    await this.#submit(words.dialogs.packetHandedOver.submit)
    await expect(this.desk).toContainText(words.packetStates.handedOver)
  }

  /** 発送, 交付前設定, 交付通知: today. */
  async step(step: 'shipped' | 'prepared' | 'notified'): Promise<void> {
    await this.press(step)
    await this.#submit(words.dialogs.step.submit)
    await this.shows(step)
  }

  async return(reason: ReturnReason, note: string): Promise<void> {
    await this.press('return')
    await this.dialog.getByText(words.returnReasons[reason], { exact: true }).click()
    await this.dialog.locator('textarea').fill(note)
    await this.#submit(words.dialogs.return.submit)
    await this.shows('returned')
  }

  async correct(): Promise<void> {
    await this.press('correct')
    await this.#submit(words.dialogs.correct.submit)
    await this.shows('corrected')
  }

  /** The table of the four counters and a chart for each. */
  async countersShown(): Promise<void> {
    await expect(this.desk.locator('.counters tbody tr')).toHaveCount(4)
    await expect(this.desk.locator('.chart')).toHaveCount(4)
  }

  async openBatch(name: string, place: string): Promise<void> {
    await this.turnTo('batches')
    await this.list.getByRole('button', { name: words.names.batchOpen }).click()
    await this.dialog.getByLabel(words.dialogs.batchOpen.name).fill(name)
    await this.dialog.getByLabel(words.dialogs.batchOpen.place).fill(place)
    await this.#submit(words.dialogs.batchOpen.submit)
    await expect(this.desk.getByRole('heading', { name })).toBeVisible()
  }

  async openImport(): Promise<void> {
    await this.press('batchImport')
    await expect(this.dialog).toBeVisible()
  }

  /** A list looked at; nothing is taken yet. */
  async chooseList(name: string, bytes: Buffer): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.dialog.getByRole('button', { name: words.dialogs.batchImport.choose }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: bytes })
  }

  async takeList(): Promise<void> {
    await this.#submit(words.dialogs.batchImport.submit)
  }

  /** 引継表, looked at and printed. */
  async printSheet(): Promise<void> {
    await this.press('batchPrint')
    await expect(this.dialog.locator('canvas').first()).toBeVisible()
    await this.#submit(words.dialogs.batchSheet.submit)
  }

  /** By the button with the action's name, when it is open: an action waits for the one before it to end. */
  async press(action: ApplicationActionName): Promise<void> {
    const button = this.desk.locator('.action').filter({ has: this.#page.locator('.action-name', { hasText: new RegExp(`^${words.names[action]}$`) }) })
    await expect(button).toBeEnabled()
    await button.click()
  }

  /** The dialog's answer; its key stands in the button's name too. */
  async #submit(answer: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`^${answer}`) }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** The photo's questions have buttons beside it, not among the steps. */
  async #pressAtPhoto(action: 'confirmPhoto' | 'exceptPhoto'): Promise<void> {
    await this.photoShown()
    await this.desk.locator('.photo-buttons').getByRole('button', { name: new RegExp(`^${words.names[action]}`) }).click()
    await expect(this.dialog).toBeVisible()
  }
}
