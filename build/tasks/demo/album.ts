import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { out } from '../project.ts'

/** What a demo leaves behind: pictures of the screens in order, papers and files, each with a line that says what it shows. */
export class Album {
  readonly folder = out('demo')
  #step = 0

  /** What the demo before left goes. */
  constructor() {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
  }

  chapter(title: string): void {
    console.log(`\n${title}`)
  }

  async picture(page: Page, name: string, what: string): Promise<void> {
    this.#step += 1
    const file = `${String(this.#step).padStart(2, '0')}-${name}.png`
    // Animations only show where the card goes; a picture of one in the middle shows nothing.
    await page.screenshot({ path: join(this.folder, file), animations: 'disabled' })
    this.#say(file, what)
  }

  /** Keeps a copy of `source` under this name. @returns where it is now. */
  keep(source: string, name: string, what: string): string {
    const file = join(this.folder, name)
    copyFileSync(source, file)
    this.#say(name, what)
    return file
  }

  #say(name: string, what: string): void {
    console.log(`  ${name.padEnd(36)} ${what}`)
  }
}
