import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import { build, preview } from 'vite'
import { contentSecurityPolicy } from '../../../src-main/channel/content-security-policy.ts'
import { launchChromium } from '../support/chromium.ts'
import { writePapers } from './fixtures/papers.ts'
import { present } from './fixtures/requests.ts'
import { settle } from './states.ts'

const configFile = fileURLToPath(new URL('./site/vite.config.ts', import.meta.url))

export const sizes = { desk: { width: 1920, height: 1080 }, small: { width: 1366, height: 768 } } as const
export type GalleryLanguage = 'ja' | 'en'

export interface Gallery {
  /** Opens a scene of the staff screen in a language and waits until it can be looked at. */
  staff(scene: string, language?: GalleryLanguage): Promise<void>
  training(scene: string, language?: GalleryLanguage): Promise<void>
  /** Everything the browser complained about since the page was made. */
  readonly complaints: string[]
}

interface Site {
  readonly address: string
}

/** Builds the gallery and sets its papers once a worker, and serves them under the product's own policy. */
export const test = base.extend<{ gallery: Gallery }, { site: Site }>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use, worker) => {
      const outDir = fileURLToPath(new URL(`../../../out/gallery-staff/site-${worker.workerIndex}`, import.meta.url))
      await build({ configFile, logLevel: 'error', build: { outDir } })
      await writePapers(`${outDir}/papers`)
      const server = await preview({
        configFile,
        logLevel: 'error',
        build: { outDir },
        preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': contentSecurityPolicy("'self'", '/staff/index.html') } },
      })
      const address = server.resolvedUrls?.local[0]
      if (address === undefined) throw new Error('the gallery is not served')
      await use({ address })
      await server.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  gallery: async ({ site, page }, use) => {
    page.setDefaultTimeout(90_000)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.clock.setFixedTime(new Date(present))
    const open = async (address: string, scene: string, language: GalleryLanguage): Promise<void> => {
      if (page.url().replace(/\?.*/, '') === address) await page.evaluate((next) => window.drawScene?.(next), scene)
      else await page.goto(`${address}?scene=${scene}`)
      await page.locator('h1').first().waitFor()
      if (language === 'en') await page.getByRole('button', { name: '表示の言語を英語にする' }).click()
      await settle(page)
    }
    await use({
      staff: (scene, language = 'ja') => open(site.address, scene, language),
      training: (scene, language = 'ja') => open(`${site.address}training.html`, scene, language),
      complaints,
    })
  },
})

export { expect } from '@playwright/test'
