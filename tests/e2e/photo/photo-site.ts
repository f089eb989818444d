import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { securityHeaders } from '../../../src-main/channel/content-security-policy.ts'
import { readPageFile } from '../../../src-main/channel/page-files.ts'
import { suiteFile } from '../../devices/pki/support/suite-data.ts'
import { launchChromium } from '../support/chromium.ts'

/** Where the freely licensed people are, or null on machines without them: their tests say so and count as skipped. */
export const people = suiteFile('photo', 'luciano-cc0.png')
export const withoutPeople = 'no freely licensed faces here: set MADOGUCHI_TEST_DATA to the folder that has photo/luciano-cc0.png'

export interface OpenPage {
  readonly page: Page
  /** What broke the content security policy, and every request that left the page's origin. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export interface PhotoSite {
  /** Where it was built to. */
  readonly built: string
  readonly open: (flags?: readonly string[], options?: { readonly cameraAllowed?: boolean }) => Promise<OpenPage>
  readonly close: () => void
}

/** The harness, served as the product serves the resident's page: same files' reader, same headers. `faces`: the folder of the people's pictures. */
function serve(site: string, faces: string | null): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    const headers = securityHeaders("'self'", '/resident/index.html')
    const answer = async (): Promise<void> => {
      const source = path.startsWith('/people/') && faces !== null ? join(faces, basename(path)) : null
      if (source !== null) {
        response.writeHead(200, { ...headers, 'content-type': source.endsWith('.png') ? 'image/png' : 'image/jpeg' }).end(readFileSync(source))
        return
      }
      const file = await readPageFile(site, path === '/' ? '/index.html' : path)
      response.writeHead(file ? 200 : 404, { ...headers, ...(file ? { 'content-type': file.type } : {}) }).end(file?.body)
    }
    void answer()
  })
}

async function openPage(browser: Browser, address: string, cameraAllowed: boolean): Promise<OpenPage> {
  const context = await browser.newContext({ permissions: cameraAllowed ? ['camera'] : [] })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== address && !/^(data|blob):/.test(request.url())) complaints.push(`request to ${new URL(request.url()).origin}`)
  })
  await page.goto(`${address}/`)
  await page.waitForFunction(() => 'harness' in window)
  return { page, complaints, close: () => browser.close() }
}

/** Builds the harness and serves it until it is closed, with the people of the folder `faces`. */
export async function servePhotoSite(name: string, faces = people === null ? null : dirname(people)): Promise<PhotoSite> {
  const built = fileURLToPath(new URL(`../../../out/photo/site-${name}`, import.meta.url))
  await build({ configFile: fileURLToPath(new URL('./site/vite.config.ts', import.meta.url)), logLevel: 'error', build: { outDir: built } })
  const server = serve(built, faces)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    built,
    open: async (flags = [], { cameraAllowed = true } = {}) => openPage(await launchChromium(flags), address, cameraAllowed),
    close: () => void server.close(),
  }
}
