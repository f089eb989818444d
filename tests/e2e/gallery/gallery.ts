import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { launchChromium } from '../support/chromium.ts'
import { screens } from '../../../src-renderer/gallery/fixtures/screens.ts'

/** The policy of the resident's page in both hosts: a picture that needs more than this can't be shown in the product either. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

const configFile = fileURLToPath(new URL('../../../src-renderer/gallery/vite.config.ts', import.meta.url))

export const sizes = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const
export const sizeNames = ['portrait', 'landscape'] as const
export const languages = ['ja', 'en'] as const
export const screenNames = Object.keys(screens)

export interface Gallery {
  /** Shows a screen by the gallery's query, and waits until its fonts are there. */
  show(page: Page, query: string): Promise<void>
}

/** Builds the gallery once a worker, into a folder of its own, and serves it under the product's policy. */
export const test = base.extend<object, { gallery: Gallery }>({
  browser: [
    async ({}, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  gallery: [
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'gallery-'))
      await build({ configFile, logLevel: 'error', build: { outDir } })
      const server = await preview({
        configFile,
        logLevel: 'error',
        build: { outDir },
        preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': policy } },
      })
      const address = server.resolvedUrls?.local[0]
      if (address === undefined) throw new Error('the gallery is not served')
      await use({
        show: async (page, query) => {
          const isOpen = page.url().startsWith(address)
          if (!isOpen) await page.goto(`${address}?${query}`)
          // One call for all of it: a call for each step takes longer than the drawing.
          await page.evaluate(async (next) => {
            const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
            if (next !== null) window.galleryDraw?.(next)
            do await frame()
            while (document.querySelector('h1, .shelf') === null)
            await document.fonts.ready
            // What follows from the sizes ("more below") is drawn a frame later.
            for (let frames = 0; frames < 2; frames += 1) await frame()
          }, isOpen ? query : null)
        },
      })
      await server.close()
      await rm(outDir, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

export { expect } from '@playwright/test'
