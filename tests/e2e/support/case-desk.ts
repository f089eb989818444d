import { expect, type Locator, type Page } from '@playwright/test'
import type { CardCaseKind, CardCaseState, CaseActor, PinKind } from '../../../src-preload/contract.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'

const { cases: words } = staffWordsOf('ja')

/** The clerk's hands on the page for card cases. */
export class CaseDesk {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get desk(): Locator {
    return this.#page.locator('[data-column="desk"]')
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog')
  }

  async openPage(): Promise<void> {
    await this.#page.keyboard.press('Shift+F3')
    await expect(this.#page.locator('.case-new')).toBeVisible()
  }

  /** A new case for the holder of the card on the resident's reader. */
  async openForCard(kind: CardCaseKind): Promise<void> {
    await this.#page.keyboard.press('Insert')
    await this.dialog.getByText(words.kinds[kind], { exact: true }).click()
    await this.#page.keyboard.press('Enter')
    await expect(this.dialog.locator('.hit')).toBeVisible()
    await this.#page.keyboard.press('Enter')
    await expect(this.dialog).toBeHidden()
    await expect(this.desk.getByRole('heading', { name: /^K-\d{3}$/ })).toBeVisible()
  }

  async actor(actor: CaseActor): Promise<void> {
    await this.desk.getByText(words.actors[actor], { exact: true }).click()
  }

  async setPin(pin: PinKind): Promise<void> {
    await this.desk.getByRole('group', { name: words.facts.pins }).getByRole('button', { name: words.pins[pin], exact: true }).click()
  }

  /** Ticked as seen, by the words on it. */
  async sawDocument(name: string): Promise<void> {
    await this.desk.getByRole('button', { name, exact: true }).click()
  }

  async tick(fact: 'cardPresented' | 'formSigned'): Promise<void> {
    await this.desk.getByText(words.facts[fact], { exact: true }).click()
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+s')
    await expect(this.desk.getByText(words.facts.state.saved)).toBeVisible()
  }

  async printForm(): Promise<void> {
    await this.#page.keyboard.press('F8')
    await expect(this.dialog.locator('canvas').first()).toBeVisible()
    await this.#page.keyboard.press('Enter')
    await expect(this.dialog).toBeHidden()
  }

  async secondPerson(accountId: string, password: string): Promise<void> {
    await this.#press('secondPerson')
    await this.dialog.getByLabel(words.dialogs.secondPerson.account).fill(accountId)
    await this.dialog.getByLabel(words.dialogs.secondPerson.password).fill(password)
    await this.#page.keyboard.press('Enter')
  }

  async ready(): Promise<void> {
    await this.#press('ready')
  }

  async begin(): Promise<void> {
    await this.#press('begin')
  }

  /** By its key, which does nothing before the desk has heard that the case is at the card. */
  async takeBack(): Promise<void> {
    await expect(this.desk.getByRole('button', { name: new RegExp(`^${words.names.takeBack}`) })).toBeEnabled()
    await this.#page.keyboard.press('Backspace')
  }

  /** The case that is open, in this state. */
  async shows(state: CardCaseState): Promise<void> {
    await expect(this.desk.locator('.column-head')).toContainText(words.states[state])
  }

  /** A step waits for the one before it: its button is open only then. */
  async #press(action: 'secondPerson' | 'ready' | 'begin'): Promise<void> {
    const button = this.desk.getByRole('button', { name: new RegExp(`^${words.names[action]}`) })
    await expect(button).toBeEnabled()
    await button.click()
  }
}
