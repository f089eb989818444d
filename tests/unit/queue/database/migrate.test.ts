import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../../src-main/failures/result.ts'
import { migrate, schemaVersion, type Migration } from '../../../../src-main/queue/database/migrate.ts'
import { migrations } from '../../../../src-main/queue/database/migrations.ts'
import { code, freshRequest, temporaryFolder, temporaryStore, value } from '../temporary-store.ts'

const schemaOf = (database: Database.Database): unknown[] => database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()

function newestSchema(): unknown[] {
  const database = new Database(':memory:')
  value(migrate(database, migrations, () => ok()))
  return schemaOf(database)
}

/** The same step, dying at its very end. */
const dying = (migration: Migration): Migration => ({
  ...migration,
  up(database) {
    migration.up(database)
    throw new Error('power cut')
  },
})

describe('migrate', () => {
  it.each(migrations.map((migration, index) => [migration.name, index] as const))(
    'survives a death in step %s and goes on from there',
    (_name, index) => {
      const file = join(temporaryFolder(), 'store.db')
      const first = new Database(file)
      const broken = migrations.map((migration, place) => (place === index ? dying(migration) : migration))
      expect(() => migrate(first, broken, () => ok())).toThrow('power cut')
      first.close()
      const second = new Database(file)
      expect(schemaVersion(second)).toBe(index)
      value(migrate(second, migrations, () => ok()))
      expect(schemaVersion(second)).toBe(migrations.length)
      expect(schemaOf(second)).toEqual(newestSchema())
      expect(second.pragma('integrity_check', { simple: true })).toBe('ok')
      second.close()
    },
  )

  it.each(migrations.map((_migration, version) => version))('brings a store of schema %i to the newest', (version) => {
    const database = new Database(join(temporaryFolder(), 'store.db'))
    value(migrate(database, migrations.slice(0, version), () => ok()))
    value(migrate(database, migrations, () => ok()))
    expect(schemaOf(database)).toEqual(newestSchema())
    database.close()
  })
})

describe('a store with an older schema', () => {
  const addition: Migration = { name: 'addition', up: (database) => database.exec('CREATE TABLE addition (id INTEGER PRIMARY KEY) STRICT') }

  it('is backed up whole before it is migrated, and keeps its records', () => {
    const temporary = temporaryStore()
    const request = freshRequest()
    value(value(temporary.open()).queue.enqueue(request))
    const migrated = value(temporary.open({ migrations: [...migrations, addition] }))
    expect(value(migrated.queue.openPersonal(request.requestId))).toEqual(request.personal)
    const backups = readdirSync(temporary.folder).filter((name) => name.endsWith('.backup'))
    expect(backups).toEqual([`store.db.schema-${migrations.length}.20261121T010000000Z.backup`])
    const backup = new Database(join(temporary.folder, backups[0]!), { readonly: true })
    expect(backup.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(backup.prepare('SELECT request_id FROM request').all()).toEqual([{ request_id: request.requestId }])
    backup.close()
  })

  it('is not touched when the backup finds no room', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    const database = new Database(temporary.file)
    const full = migrate(database, [...migrations, addition], () => ({ ok: false, failure: { code: 'STORE-FULL' } }))
    expect(code(full)).toBe('STORE-FULL')
    expect(schemaVersion(database)).toBe(migrations.length)
    database.close()
  })

  it('keeps two backups made in the same millisecond apart', () => {
    const temporary = temporaryStore()
    value(temporary.open())
    value(temporary.open({ migrations: [...migrations, addition] })).close()
    const database = new Database(temporary.file)
    database.exec('DROP TABLE addition')
    database.pragma(`user_version = ${migrations.length}`)
    database.close()
    value(temporary.open({ migrations: [...migrations, addition] }))
    expect(readdirSync(temporary.folder).filter((name) => name.endsWith('.backup'))).toHaveLength(2)
  })
})
