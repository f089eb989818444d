import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Side } from '../../src-preload/contract.ts'
import { beginProfile } from './profile.ts'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The system's Chromium, or the one named by MADOGUCHI_CHROMIUM. Null when there is none. */
export function findChromium(): string | null {
  return [process.env.MADOGUCHI_CHROMIUM, ...candidates].find((path) => path !== undefined && existsSync(path)) ?? null
}

/**
 * Nothing a browser does by itself for a private person: no first run, no sync, no updates, no background traffic, no
 * history; no pages of its own for the address bar's suggestions, two processes a window for a bar that nobody sees; and
 * no compiled code kept for the next start, which would be written while the first screen is drawn, into a profile that
 * is emptied before that start.
 */
export const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,PasswordManagerOnboarding,AutofillServerCommunication,MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--v8-cache-options=none',
]

/**
 * A private window takes over what a profile denies, but not what it allows: the camera would be asked for. So the
 * resident's page has an ordinary window; its profile is emptied before each start, and every file of the page says
 * that it is not to be kept.
 */
export const flagsFor = (side: Side): readonly string[] => [...quietFlags, '--deny-permission-prompts', side === 'resident' ? '--disk-cache-size=1' : '--incognito']

export interface BrowserWindow {
  readonly side: Side
  close(): void
  /** The window was closed or its browser died. */
  onGone(listener: () => void): void
  reopen(address: string): void
}

/** Opens one page in a window of its own, with a browser profile of its own that is emptied first. */
export function openInChromium(program: string, parts: { address: string; side: Side; kiosk: boolean; profileFolder: string }): BrowserWindow {
  const gone = new Set<() => void>()
  let child: ChildProcess
  let closing = false
  const launch = (address: string): void => {
    beginProfile(parts.profileFolder, parts.side, address)
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    child = spawn(program, [...flagsFor(parts.side), ...root, ...(parts.kiosk ? ['--kiosk'] : []), `--user-data-dir=${parts.profileFolder}`, `--app=${address}`], { stdio: 'ignore' })
    child.once('exit', () => {
      if (!closing) for (const listener of gone) listener()
    })
  }
  launch(parts.address)
  return {
    side: parts.side,
    close: () => {
      closing = true
      child.kill()
    },
    onGone: (listener) => void gone.add(listener),
    reopen: launch,
  }
}
