import type Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../failures/result.ts'
import { attempt } from './sqlite-failures.ts'

/** One step of the schema's history. Never edited once released; a mistake is mended by the next step. */
export interface Migration {
  /** What the step is for, in kebab-case. Its number is its place in the list, from 1. */
  readonly name: string
  up(database: Database.Database): void
}

export function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the store to the newest schema: every step is one transaction that ends by setting user_version,
 * so a crash between or inside steps leaves a version that the next start goes on from.
 * `beforeFirst` runs once, only when there is something to do (the backup of an existing file).
 * Failures: STORE-NEWER-SCHEMA (written by a newer program: touching it could lose what we don't know), STORE-*.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[], beforeFirst: (from: number) => Result<void>): Result<void> {
  return attempt(() => {
    const from = schemaVersion(database)
    if (from > migrations.length) return fail('STORE-NEWER-SCHEMA', `schema ${from}, this program knows ${migrations.length}`)
    if (from === migrations.length) return ok()
    const prepared = beforeFirst(from)
    if (!prepared.ok) return prepared
    for (const [index, migration] of migrations.entries()) {
      if (index < from) continue
      database
        .transaction(() => {
          migration.up(database)
          database.pragma(`user_version = ${index + 1}`)
        })
        .immediate()
    }
    return ok()
  })
}
