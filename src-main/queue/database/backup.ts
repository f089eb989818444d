import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { ok, type Result } from '../../failures/result.ts'
import { attempt } from './sqlite-failures.ts'

const suffix = /\.schema-\d+\.\d{8}T\d{9}Z(?:-\d+)?\.backup$/

/**
 * A dated, whole copy beside the store: `<store>.schema-<version>.<UTC>.backup`, mode 0600, on disk on
 * return. VACUUM INTO reads one consistent state, WAL included. Failures: STORE-*.
 */
export function backUp(database: Database.Database, storeFile: string, version: number, at: Date): Result<string> {
  return attempt(() => {
    const stamp = at.toISOString().replace(/[-:.]/g, '')
    const stem = `${storeFile}.schema-${version}.${stamp}`
    let file = `${stem}.backup`
    for (let attemptNumber = 2; existsSync(file); attemptNumber += 1) file = `${stem}-${attemptNumber}.backup`
    // VACUUM INTO accepts an empty file: created first, so that it is never readable by others.
    closeSync(openSync(file, 'wx', 0o600))
    try {
      database.prepare('VACUUM INTO ?').run(file)
      chmodSync(file, 0o600)
      const handle = openSync(file, 'r+')
      fsyncSync(handle)
      closeSync(handle)
    } catch (thrown) {
      rmSync(file, { force: true })
      throw thrown
    }
    return ok(file)
  })
}

/**
 * Deletes backups older than `before`: a backup holds wrapped keys too, and would keep personal data
 * readable beyond its retention time. Returns how many went. Failures: STORE-*.
 */
export function pruneBackups(storeFile: string, before: Date): Result<number> {
  return attempt(() => {
    const folder = dirname(storeFile)
    const name = basename(storeFile)
    const old = readdirSync(folder)
      .filter((entry) => entry.startsWith(`${name}.schema-`) && suffix.test(entry))
      .map((entry) => join(folder, entry))
      .filter((file) => statSync(file).mtimeMs < before.getTime())
    for (const file of old) rmSync(file)
    return ok(old.length)
  })
}
