import type { Session, WebContents } from 'electron'
import type { Side } from '../../src-preload/contract.ts'
import { appOrigin } from './app-protocol.ts'

const ours = (url: string): boolean => url.startsWith(`${appOrigin}/`)

/** The camera belongs to the resident screen (photo capture); everything else is denied everywhere. */
export function mayUse(side: Side, permission: string, details: { requestingUrl?: string; mediaTypes?: readonly string[] }): boolean {
  if (side !== 'resident' || permission !== 'media') return false
  if (details.requestingUrl !== undefined && !ours(details.requestingUrl)) return false
  return details.mediaTypes?.length === 1 && details.mediaTypes[0] === 'video'
}

/** Denies what a page could reach outside its own files: network, permissions, devices, downloads. */
export function lockSession(session: Session, side: Side): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : []
    callback(mayUse(side, permission, { requestingUrl: details.requestingUrl, mediaTypes }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(side, permission, { requestingUrl: `${origin.replace(/\/$/, '')}/`, ...(details.mediaType === 'video' ? { mediaTypes: ['video'] } : {}) }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('will-download', (event, item) => {
    event.preventDefault()
    item.cancel()
  })
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !(ours(details.url) || details.url.startsWith('blob:app://madoguchi/') || details.url.startsWith('data:')) }))
}

/** Denies every way out of the page: navigation, new windows, frames, views, pinch zoom. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
  contents.on('certificate-error', (event, _url, _error, _certificate, callback) => {
    event.preventDefault()
    callback(false)
  })
  void contents.setVisualZoomLevelLimits(1, 1)
}
