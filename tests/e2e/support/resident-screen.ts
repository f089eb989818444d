import type { Locator, Page } from '@playwright/test'
import type { FailureCode, RecordOption, ResidentScreenKind, Service } from '../../../src-preload/contract.ts'
import { plain } from '../../../src-renderer/words/furigana.ts'
import { wordsOf } from '../../../src-renderer/words/words.ts'
import type { Language } from '../../../src-preload/contract.ts'
import { expect } from './patient.ts'

/** The resident's fingers: presses what a person would press, by the words on it. */
export class ResidentScreen {
  readonly page: Page
  #language: Language = 'ja'

  constructor(page: Page) {
    this.page = page
  }

  get words(): ReturnType<typeof wordsOf> {
    return wordsOf(this.#language)
  }

  async shows(kind: ResidentScreenKind): Promise<void> {
    await expect(this.page.locator(`[data-stage="${kind}"]`)).toBeVisible()
  }

  button(words: string): Locator {
    // With readings shown, the name computed here has a space at every edge of a reading.
    const name = Array.from(plain(words)).map((character) => character.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`)).join(String.raw`\s*`)
    return this.page.getByRole('button', { name: new RegExp(name) })
  }

  async speak(language: Language): Promise<void> {
    await this.page.getByRole('button', { name: language === 'en' ? 'English' : '日本語' }).first().click()
    this.#language = language
  }

  async chooseService(service: Service): Promise<void> {
    await this.button(this.words.domain.services[service].name).click()
    await this.shows('chooseOptions')
  }

  async next(): Promise<void> {
    await this.button(this.words.screens.chooseOptions.next).click()
  }

  async enterPin(pin: string): Promise<void> {
    await this.shows('enterPin')
    await this.press((words) => words.screens.enterPin.submit, pin)
  }

  /** Chooses this PIN, twice, as it is asked for. */
  async choosePinTwice(pin: string): Promise<void> {
    await this.choosePinOnce(pin)
    await this.press((words) => words.screens.enterNewPin.submitRepeat, pin)
  }

  async choosePinOnce(pin: string): Promise<void> {
    await this.shows('enterNewPin')
    await this.press((words) => words.screens.enterNewPin.submit, pin)
  }

  async confirm(): Promise<void> {
    await this.shows('confirm')
    await this.button(this.words.screens.confirm.submit).click()
  }

  async number(): Promise<string> {
    await this.shows('slip')
    return /[A-Z]-\d{3}/.exec(await this.page.locator('[data-stage="slip"]').innerText())?.[0] ?? ''
  }

  /** From the slip to the start: by its button, unless a slow machine let the slip's short time run out before. */
  async finish(): Promise<void> {
    const attract = this.page.locator('[data-stage="attract"]')
    await expect(async () => {
      if (await attract.isVisible()) return
      await this.button(this.words.screens.slip.finish).first().click({ timeout: 2000 })
      await expect(attract).toBeVisible({ timeout: 2000 })
    }).toPass()
  }

  /** Words without their readings. */
  say(pick: (words: ReturnType<typeof wordsOf>) => string): string {
    return plain(pick(this.words))
  }

  /** `after`: characters of a PIN, pressed first. */
  async press(pick: (words: ReturnType<typeof wordsOf>) => string, after = ''): Promise<void> {
    for (const character of after) await this.page.getByRole('button', { name: character, exact: true }).click()
    await this.button(pick(this.words)).first().click()
  }

  async focusAndPress(words: string): Promise<void> {
    await this.button(words).first().focus()
    await this.page.keyboard.press('Enter')
  }

  async tick(option: RecordOption): Promise<void> {
    await this.page.getByRole('checkbox', { name: plain(this.words.domain.options[option].name) }).first().click({ force: true })
  }

  async nextFromMembers(): Promise<void> {
    await this.press((words) => words.screens.chooseMembers.next)
  }

  /** The words for this failure stand on the screen, and the code for the clerk where it may be shown. */
  async failsWith(code: FailureCode): Promise<void> {
    await this.shows('failed')
    await expect(this.page.locator('[data-stage="failed"]')).toContainText(plain(this.words.failures[code].resident.title).split('\n')[0] ?? '')
  }

  /** Presses stop until the attract screen is there. */
  async toStart(): Promise<void> {
    const attract = this.page.locator('[data-stage="attract"]')
    const stop = this.button(this.words.frame.stop).or(this.button(this.words.frame.finish)).first()
    await expect(async () => {
      if (await attract.isVisible()) return
      await stop.click({ timeout: 1000 })
      await expect(attract).toBeVisible({ timeout: 1000 })
    }).toPass()
    this.#language = 'ja'
  }
}
