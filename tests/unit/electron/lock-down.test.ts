import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src-main/channel/content-security-policy.ts'
import { appSchemePrivileges } from '../../../src-main/electron/app-protocol.ts'
import { lockContents, lockSession, mayUse } from '../../../src-main/electron/lock-down.ts'
import { planWindows, windowOptions } from '../../../src-main/electron/window-options.ts'

const bounds = { x: 0, y: 0, width: 1080, height: 1920 }
const options = windowOptions({ side: 'resident', bounds, kiosk: true }, '/preload/index.cjs')

describe('the window of a page', () => {
  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['disableDialogs', true],
    ['devTools', false],
    ['spellcheck', false],
  ] as const)('has %s = %s', (setting, value) => {
    expect(options.webPreferences?.[setting]).toBe(value)
  })

  it('keeps nothing on disk', () => {
    expect(options.webPreferences?.partition).toMatch(/^(?!persist:)/)
  })

  it('is shown only when it is painted, and has no frame in kiosk mode', () => {
    expect(options).toMatchObject({ show: false, kiosk: true, frame: false, fullscreen: true })
  })

  it('tells the page its side through the preload script only', () => {
    expect(options.webPreferences?.additionalArguments).toEqual(['--madoguchi-side=resident'])
  })
})

describe('the windows on the displays', () => {
  const touch = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 }, touchSupport: 'available' as const }
  const plain = { id: 2, bounds: { x: 1080, y: 0, width: 1920, height: 1080 }, touchSupport: 'unavailable' as const }

  it('the resident gets the touch display and the staff the other, whatever their order', () => {
    const plans = planWindows([plain, touch], ['resident', 'staff'], true)
    expect(plans.map(({ side, bounds: { width } }) => [side, width])).toEqual([['resident', 1080], ['staff', 1920]])
    expect(plans.map(({ kiosk }) => kiosk)).toEqual([true, false])
  })

  it('with one display both windows can be reached', () => {
    expect(planWindows([plain], ['resident', 'staff'], true).every(({ kiosk }) => !kiosk)).toBe(true)
  })
})

describe('permissions', () => {
  const own = { requestingUrl: 'app://madoguchi/resident/index.html', mediaTypes: ['video'] }

  it('the resident screen may use the camera', () => {
    expect(mayUse('resident', 'media', own)).toBe(true)
  })

  it.each([
    ['staff', 'media', own],
    ['training', 'media', own],
    ['resident', 'media', { ...own, mediaTypes: ['audio'] }],
    ['resident', 'media', { ...own, mediaTypes: ['video', 'audio'] }],
    ['resident', 'media', { requestingUrl: own.requestingUrl }],
    ['resident', 'media', { ...own, requestingUrl: 'https://example.invalid/' }],
    ['resident', 'media', { ...own, requestingUrl: 'app://madoguchi.example.invalid/' }],
    ['resident', 'geolocation', own],
    ['resident', 'notifications', own],
    ['resident', 'clipboard-read', own],
    ['resident', 'openExternal', own],
    ['resident', 'hid', own],
  ] as const)('%s may not use %s (%o)', (side, permission, details) => {
    expect(mayUse(side, permission, details)).toBe(false)
  })
})

/** Records what lockSession sets, so that each handler can be asked. */
class FakeSession extends EventEmitter {
  readonly handlers: Record<string, unknown> = {}
  readonly webRequest = { onBeforeRequest: (handler: unknown) => (this.handlers.request = handler) }
  setPermissionRequestHandler = (handler: unknown): unknown => (this.handlers.permissionRequest = handler)
  setPermissionCheckHandler = (handler: unknown): unknown => (this.handlers.permissionCheck = handler)
  setDevicePermissionHandler = (handler: unknown): unknown => (this.handlers.device = handler)
  setDisplayMediaRequestHandler = (handler: unknown): unknown => (this.handlers.display = handler)
}

describe('the session of a window', () => {
  const session = new FakeSession()
  lockSession(session as unknown as Session, 'resident')
  const cancelled = (url: string): boolean => {
    let answer = false
    const handler = session.handlers.request as (details: { url: string }, callback: (response: { cancel: boolean }) => void) => void
    handler({ url }, ({ cancel }) => (answer = cancel))
    return answer
  }

  it.each(['https://example.invalid/', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://127.0.0.1:1/', 'app://other/index.html', 'ftp://example.invalid/'])('cancels a request to %s', (url) => {
    expect(cancelled(url)).toBe(true)
  })

  it('serves its own files', () => {
    expect(cancelled('app://madoguchi/resident/index.html')).toBe(false)
  })

  it('denies every device and every screen capture', () => {
    expect((session.handlers.device as () => boolean)()).toBe(false)
    expect(session.handlers.display).toBeNull()
  })

  it('cancels every download', () => {
    let prevented = false
    let cancelledItem = false
    session.emit('will-download', { preventDefault: () => (prevented = true) }, { cancel: () => (cancelledItem = true) })
    expect([prevented, cancelledItem]).toEqual([true, true])
  })
})

class FakeContents extends EventEmitter {
  open: (() => { action: string }) | null = null
  zoom: [number, number] | null = null
  setWindowOpenHandler = (handler: () => { action: string }): void => void (this.open = handler)
  setVisualZoomLevelLimits = (low: number, high: number): Promise<void> => {
    this.zoom = [low, high]
    return Promise.resolve()
  }
}

describe('the page', () => {
  const contents = new FakeContents()
  lockContents(contents as unknown as WebContents)
  const prevents = (event: string): boolean => {
    let prevented = false
    contents.emit(event, { preventDefault: () => (prevented = true) })
    return prevented
  }

  it('opens no window', () => {
    expect(contents.open?.()).toEqual({ action: 'deny' })
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('can not %s', (event) => {
    expect(prevents(event)).toBe(true)
  })

  it('accepts no certificate that the system does not trust', () => {
    let accepted: boolean | null = null
    contents.emit('certificate-error', { preventDefault: () => undefined }, '', '', null, (answer: boolean) => (accepted = answer))
    expect(accepted).toBe(false)
  })

  it('can not be zoomed by pinching', () => {
    expect(contents.zoom).toEqual([1, 1])
  })
})

describe('the content security policy', () => {
  const policy = contentSecurityPolicy("'self'", '/training/index.html')

  it.each(["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "object-src 'none'"])('says %s', (part) => {
    expect(policy.split('; ')).toContain(part)
  })

  it('allows no inline code and no eval', () => {
    expect(policy).not.toMatch(/unsafe/)
  })

  it.each([
    ["the resident's page, for the photo", '/resident/index.html'],
    ["the clerk's page, for a photo from a file", '/staff/index.html'],
    ['the worker that reads QR codes', '/assets/code-reader-worker-B3_x-9.js'],
  ])('lets WebAssembly run in %s, and no other eval', (_, path) => {
    const allowing = contentSecurityPolicy("'self'", path)
    expect(allowing.split('; ')).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(allowing.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe/)
  })

  it.each(['/assets/pdf.worker.min-1.mjs', '/assets/code-reader-worker-1.html', '/training/resident/index.html', '/assets/other.js'])('lets none run in %s', (path) => {
    expect(contentSecurityPolicy("'self'", path)).not.toMatch(/unsafe/)
  })
})

describe('the app protocol', () => {
  it('is a secure standard scheme that bypasses nothing', () => {
    expect(appSchemePrivileges.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true, stream: true })
  })
})
