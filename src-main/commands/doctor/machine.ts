import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { findChromium } from '../../chromium/browser.ts'
import { isSqliteNewEnough } from '../../queue/database/open-file.ts'
import { fileTrouble } from '../shell/files.ts'
import type { Check, Subject } from './check.ts'

/** The Node that the project brings; native modules are built for it. */
const nodeMajor = 24
const runsInElectron = Object.hasOwn(process.versions, 'electron')
const megabyte = 1_000_000
const littleRoom = 1000 * megabyte
const noRoom = 100 * megabyte

export function checkVersions(about: Subject): Check {
  const memory = new Database(':memory:')
  const sqlite = memory.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version ?? ''
  memory.close()
  const seen = `Node ${process.versions.node}, SQLite ${sqlite}, ${process.platform} ${process.arch}`
  if (!isSqliteNewEnough(sqlite)) return about.failed(seen, 'Install the npm packages again (npm ci): this SQLite may damage its files.')
  const ownNode = runsInElectron || process.versions.node.startsWith(`${nodeMajor}.`)
  return ownNode ? about.fine(seen) : about.attention(seen, `Start by npm run, which takes the Node ${nodeMajor} of the project.`)
}

export function judgeRoom(bytes: number, folder: string, about: Subject): Check {
  const seen = `${Math.floor(bytes / megabyte)} MB free for ${folder}`
  if (bytes < noRoom) return about.failed(seen, 'Make room: without it no request can be taken. Do not delete the database or its -wal file.')
  return bytes < littleRoom ? about.attention(seen, 'Make room soon: backups and logs need it.') : about.fine(seen)
}

export function checkRoom(dataFolder: string, about: Subject): Check {
  const { bavail, bsize } = statfsSync(nearestFolder(dataFolder))
  return judgeRoom(bavail * bsize, dataFolder, about)
}

/** Nobody but the kiosk's account may look into the data folder. */
export function checkFolder(dataFolder: string, about: Subject): Check {
  const exists = existsSync(dataFolder)
  const folder = exists ? dataFolder : nearestFolder(dataFolder)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const trouble = fileTrouble(error)
    if (trouble === null) throw error
    return about.failed(`${folder}: ${trouble}`, "Give the folder to the kiosk's account, or run doctor under that account.")
  }
  if (!exists) return about.fine(`${dataFolder} is not there yet; the first start makes it`)
  const { mode } = statSync(dataFolder)
  // Windows has no such mode; there the access list of the folder decides.
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0
  const seen = `${dataFolder}, mode ${(mode & 0o777).toString(8).padStart(4, '0')}`
  return open ? about.attention(`${seen}: open to other accounts`, `chmod 700 ${dataFolder}`) : about.fine(seen)
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}

/** A shell for the glass: Electron, or the system's Chromium. */
export function checkShell(outFolder: string, about: Subject): Check {
  const electron = runsInElectron || existsSync(join(outFolder, '..', 'node_modules', 'electron', 'path.txt'))
  const chromium = findChromium()
  const found = [...(electron ? ['Electron'] : []), ...(chromium === null ? [] : [`Chromium (${chromium})`])]
  if (found.length > 0) return about.fine(found.join(', '))
  return about.attention('neither Electron nor Chromium', 'Install chromium, or name a browser in MADOGUCHI_CHROMIUM; until then npm start prints the addresses to open.')
}
