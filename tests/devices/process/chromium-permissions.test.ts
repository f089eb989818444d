import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { securityHeaders } from '../../../src-main/channel/content-security-policy.ts'
import { findChromium, flagsFor } from '../../../src-main/chromium/browser.ts'
import { beginProfile } from '../../../src-main/chromium/profile.ts'
import type { Side } from '../../../src-preload/contract.ts'

/** Asks for everything at once and says what it got. */
const script = `
const ask = (what) => what.then(() => 'granted', (error) => error.name)
const state = (name) => navigator.permissions.query({ name }).then(({ state }) => state)
const found = {
  camera: await ask(navigator.mediaDevices.getUserMedia({ video: true })),
  microphone: await ask(navigator.mediaDevices.getUserMedia({ audio: true })),
  geolocation: await state('geolocation'),
  notifications: await state('notifications'),
  fonts: await state('local-fonts'),
}
await fetch('/found', { method: 'POST', body: JSON.stringify(found) })`

/** What the system's Chromium lets a page do that was opened as the product opens it; a fake camera is plugged in. */
async function permissionsOf(side: Side): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-chromium-'))
  let told: (found: unknown) => void = () => undefined
  const found = new Promise<unknown>((resolve) => (told = resolve))
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.setEncoding('utf8').on('data', (body: string) => {
        told(JSON.parse(body))
      })
      response.end()
      return
    }
    const isScript = request.url?.endsWith('.js') === true
    response.writeHead(200, { ...securityHeaders("'self'", '/'), 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(isScript ? script : '<!doctype html><script type="module" src="/ask.js"></script>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  beginProfile(folder, side, address)
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(findChromium() ?? 'chromium', [...flagsFor(side), ...root, '--headless=new', '--disable-gpu', '--use-fake-device-for-media-stream', `--user-data-dir=${folder}`, `--app=${address}`], { stdio: 'ignore' })
  const exited = once(child, 'exit')
  try {
    return await found
  } finally {
    child.kill()
    await exited
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

const denied = { microphone: 'NotAllowedError', geolocation: 'denied', notifications: 'denied', fonts: 'denied' }

it("gives the camera to the resident's page without a question, and nothing else", async () => {
  expect(await permissionsOf('resident')).toEqual({ camera: 'granted', ...denied })
})

it("gives nothing to the clerk's page", async () => {
  expect(await permissionsOf('staff')).toEqual({ camera: 'NotAllowedError', ...denied })
})
