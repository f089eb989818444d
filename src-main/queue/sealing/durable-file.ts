import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'

/**
 * Creates a file with mode 0600 that holds all of `content` or does not exist, and never replaces one.
 * On disk when it returns: losing a key after the first record was sealed with it would lose the record.
 * Throws the operating system's error (EEXIST where the file is there).
 */
export function createDurably(file: string, content: string): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(8).toString('hex')}.new`
  try {
    const handle = openSync(draft, 'wx', 0o600)
    try {
      writeSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  // Windows has no handle on a folder to flush; NTFS journals the name itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
