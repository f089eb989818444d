import type { ApplicationKind, CollectionWay } from '../../../src-preload/contract.ts'
import type { ResidentScreen } from './resident-screen.ts'
import { expect } from './patient.ts'

/** The camera may take long to open, and its first frames long to be judged, on a busy machine. */
const patience = 120_000

/** The resident's fingers on the way through an application for a card. */
export class ResidentApplication {
  readonly #resident: ResidentScreen

  constructor(resident: ResidentScreen) {
    this.#resident = resident
  }

  /** From the start to the question for the form. */
  async begin(kind: ApplicationKind): Promise<void> {
    await this.#resident.press((words) => words.domain.services.cardApplication.name)
    await this.#resident.shows('applicationKind')
    await this.chooseKind(kind)
  }

  async chooseKind(kind: ApplicationKind): Promise<void> {
    await this.#resident.press((words) => words.screens.application.kinds[kind].name)
    await this.#resident.shows('applicationForm')
  }

  async type(digits: string): Promise<void> {
    for (const digit of digits) await this.#resident.page.getByRole('button', { name: digit, exact: true }).click()
  }

  /** The 23 digits, complete but not sent yet. */
  async typeForm(formId: string): Promise<void> {
    await this.type(formId)
    await expect(this.#resident.page.getByText(this.#resident.say((words) => words.screens.application.form.complete)).first()).toBeVisible()
  }

  async submitForm(): Promise<void> {
    await this.#resident.press((words) => words.screens.application.form.next)
  }

  /** The question whether the form is from before a move. */
  async hasNotMoved(): Promise<void> {
    await this.#resident.shows('applicationMoved')
    await this.#resident.press((words) => words.screens.application.moved.no)
    await this.#resident.shows('applicationDetails')
  }

  async withoutForm(): Promise<void> {
    await this.#resident.press((words) => words.screens.application.form.without)
    await this.#resident.shows('applicationDetails')
  }

  /** @param digits year of 昭和, month and day, as typed: "620715" */
  async birthDate(digits: string): Promise<void> {
    await this.type(digits)
    await this.#resident.press((words) => words.screens.application.birthDate.next)
    await this.#asks((words) => words.screens.application.wishes.title)
  }

  async wishes(): Promise<void> {
    await this.#resident.press((words) => words.screens.application.wishes.next)
    await this.#asks((words) => words.screens.application.collection.title)
  }

  async collection(way: CollectionWay): Promise<void> {
    await this.#resident.press((words) => words.screens.application.collection.ways[way].name)
    await this.#resident.shows('photo')
  }

  async back(): Promise<void> {
    await this.#resident.press((words) => words.frame.back)
  }

  /** The camera's picture with this to put right. */
  async isTold(pick: Parameters<ResidentScreen['say']>[0]): Promise<void> {
    await expect(this.#resident.page.locator('.camera-words')).toHaveText(this.#resident.say(pick), { timeout: patience })
  }

  async shoot(): Promise<void> {
    const shoot = this.#resident.button(this.#resident.words.screens.application.photo.shoot).first()
    await expect(shoot).toBeEnabled({ timeout: patience })
    await shoot.click()
    await expect(this.#resident.page.locator('.candidate img').first()).toBeVisible({ timeout: patience })
  }

  /** Takes the photo that is marked, whatever is said of it. */
  async usePhoto(): Promise<void> {
    await this.#resident.page.locator('.candidate-actions button').last().click()
    await this.#resident.shows('photoAsk')
  }

  async photoAsked(): Promise<void> {
    await this.#resident.press((words) => words.screens.application.photoAsk.next)
    await this.#resident.shows('applicationConfirm')
  }

  /** The camera can't be used, and the way without it is offered. */
  async hasNoCamera(): Promise<void> {
    await expect(this.#resident.button(this.#resident.words.screens.application.photo.without).first()).toBeVisible({ timeout: patience })
  }

  async withoutPhoto(): Promise<void> {
    await this.hasNoCamera()
    await this.#resident.press((words) => words.screens.application.photo.without)
    await this.#resident.shows('applicationConfirm')
  }

  /** @returns the number on the slip. */
  async submit(): Promise<string> {
    await this.#resident.press((words) => words.screens.application.confirm.submit)
    await this.#resident.shows('applicationSlip')
    return /S-\d{3}/.exec(await this.#resident.page.locator('.slip-number').innerText())?.[0] ?? ''
  }

  async finish(): Promise<void> {
    await this.#resident.press((words) => words.screens.application.slip.finish)
    await this.#resident.shows('attract')
  }

  async #asks(pick: Parameters<ResidentScreen['say']>[0]): Promise<void> {
    await expect(this.#resident.page.getByRole('heading', { level: 1 })).toContainText(this.#resident.say(pick))
  }
}
