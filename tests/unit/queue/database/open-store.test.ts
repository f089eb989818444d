import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../../../src-main/audit/verify-chain.ts'
import { isSqliteNewEnough } from '../../../../src-main/queue/database/open-file.ts'
import { openStore } from '../../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../../src-main/queue/sealing/key-file-store.ts'
import { code, freshRequest, temporaryFolder, temporaryStore, value } from '../temporary-store.ts'

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

/** Opens the store in a process of its own and prints the code. `bound`: as an account that file permissions bind. */
function openInAnotherProcess(file: string, keyFile: string, account: 'same' | 'bound'): string {
  const script = join(import.meta.dirname, '..', 'open-store-child.ts')
  const nobody = account === 'bound' && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const child = spawnSync(process.execPath, [script, file, keyFile], { encoding: 'utf8', ...nobody })
  if (child.status !== 0) throw new Error(child.stderr)
  return child.stdout.trim()
}

describe('a new store', () => {
  it('makes its folder, its file and its key readable by its own account only', () => {
    const folder = join(temporaryFolder(), 'new', 'folder')
    const temporary = temporaryStore({ file: join(folder, 'store.db'), keyStore: new KeyFileStore(join(folder, 'terminal.key')) })
    value(temporary.open())
    expect(mode(folder)).toBe('700')
    for (const name of readdirSync(folder)) expect([name, mode(join(folder, name))]).toEqual([name, '600'])
    expect(readdirSync(folder).some((name) => name.endsWith('.backup'))).toBe(false)
  })

  it('keeps every promise of its settings', () => {
    const { file, open } = temporaryStore()
    value(open()).close()
    const database = new Database(file)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    const strict = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0").all()
    expect(strict).toEqual([])
    database.close()
  })

  it.each([
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.53.0', true],
    ['4.0.0', true],
    ['3.9.99', false],
  ])('judges SQLite %s: new enough is %s', (version, enough) => {
    expect(isSqliteNewEnough(version)).toBe(enough)
  })
})

describe('a store that must not be opened', () => {
  it('is in use by another opener until that one closes', () => {
    const temporary = temporaryStore()
    const first = value(temporary.open())
    expect(code(openStore(temporary.options))).toBe('STORE-IN-USE')
    expect(openInAnotherProcess(temporary.file, temporary.keyFile, 'same')).toBe('STORE-IN-USE')
    first.close()
    const second = openStore(temporary.options)
    expect(code(second)).toBe('ok')
    value(second).close()
  })

  it('has a newer schema', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    const database = new Database(temporary.file)
    database.pragma('user_version = 999')
    database.close()
    expect(code(temporary.open())).toBe('STORE-NEWER-SCHEMA')
  })

  it('has a damaged page, or is no database at all', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    for (let index = 0; index < 30; index += 1) value(store.queue.enqueue(freshRequest()))
    value(store.checkpoint())
    store.close()
    const bytes = readFileSync(temporary.file)
    for (let page = 3; page < bytes.length / 4096; page += 1) bytes.fill(0xa5, page * 4096, page * 4096 + 200)
    writeFileSync(temporary.file, bytes)
    expect(code(temporary.open())).toBe('STORE-CORRUPT')
    writeFileSync(temporary.file, 'this is a letter, not a database, and it is long enough to be looked at')
    expect(code(temporary.open())).toBe('STORE-CORRUPT')
    truncateSync(temporary.file, 50)
    expect(code(temporary.open())).toBe('STORE-CORRUPT')
  })

  it('may not be written: the file, or the folder', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    const own = process.getuid?.() === 0 ? 0o755 : 0o500
    chmodSync(temporary.file, 0o444)
    chmodSync(temporary.keyFile, 0o444)
    chmodSync(temporary.folder, own)
    expect(openInAnotherProcess(temporary.file, temporary.keyFile, 'bound')).toBe('STORE-READ-ONLY')
    chmodSync(temporary.folder, 0o700)
  })

  it('has a folder that is a file', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'data'), '')
    expect(code(temporaryStore({ file: join(folder, 'data', 'store.db') }).open())).toBe('STORE-UNAVAILABLE')
  })

  it('is a folder', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'store.db'))
    expect(code(temporaryStore({ file: join(folder, 'store.db') }).open())).toMatch(/^STORE-/)
  })

  it('lost its key, has another key, or a key that others may read', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    const key = readFileSync(temporary.keyFile, 'utf8')
    rmSync(temporary.keyFile)
    expect(code(temporary.open())).toBe('STORE-KEY-MISSING')
    expect(existsSync(temporary.keyFile)).toBe(false)
    writeFileSync(temporary.keyFile, `${'0'.repeat(64)}\n`, { mode: 0o600 })
    expect(code(temporary.open())).toBe('STORE-KEY-MISSING')
    writeFileSync(temporary.keyFile, key)
    chmodSync(temporary.keyFile, 0o640)
    expect(code(temporary.open())).toBe('STORE-KEY-MISSING')
    chmodSync(temporary.keyFile, 0o600)
    expect(code(temporary.open())).toBe('ok')
  })

  it('belongs to another terminal', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    expect(code(temporary.open({ terminal: '02' }))).toBe('STORE-UNAVAILABLE')
  })

  it('holds an audit log whose end was cut off', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    value(store.audit.record({ type: 'kiosk-stopped' }))
    store.close()
    const database = new Database(temporary.file)
    database.exec('DROP TRIGGER audit_entry_no_delete; DELETE FROM audit_entry')
    database.close()
    expect(code(temporary.open())).toBe('AUDIT-BROKEN')
  })

  it('is left as it was and can be opened when the cause is gone', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    const request = freshRequest()
    value(store.queue.enqueue(request))
    store.close()
    expect(code(temporary.open({ terminal: '02' }))).toBe('STORE-UNAVAILABLE')
    expect(value(value(temporary.open()).queue.openPersonal(request.requestId))).toEqual(request.personal)
  })
})

describe('a store in trouble while it is open', () => {
  it('refuses a request when it is full, with nothing half done, and still reads', () => {
    const temporary = temporaryStore({ maxUnfinished: 100_000, maxPages: 65 })
    const { queue } = value(temporary.open())
    let stored = 0
    const refused: string[] = []
    // Random keys land on pages that split or don't: after one request that finds no room another may still fit.
    while (refused.length < 5 && stored < 10_000) {
      const result = queue.enqueue(freshRequest())
      if (result.ok) stored += 1
      else refused.push(result.failure.code)
    }
    expect(refused).toEqual(Array(5).fill('STORE-FULL'))
    expect(value(queue.list())).toHaveLength(stored)
    const chain = value(verifyAuditChain(temporary.file))
    expect(chain.entries).toBe(stored)
    expect(value(value(temporary.open({ maxPages: 10_000 })).queue.enqueue(freshRequest())).sequence).toBe(stored + 1)
  })

  it('refuses a request when the disk does not take it, with nothing half done', () => {
    const temporary = temporaryStore()
    value(temporary.open()).close()
    const child = join(import.meta.dirname, '..', 'fill-store-child.ts')
    // The system refuses writes beyond 300 KiB of a file, as a disk does that is full or broken.
    const filled = spawnSync('bash', ['-c', 'ulimit -f 300 && exec "$@"', 'bash', process.execPath, child, temporary.file, temporary.keyFile], {
      encoding: 'utf8',
    })
    expect(filled.stderr).toBe('')
    const { stored, refusal, listed } = JSON.parse(filled.stdout) as { stored: number; refusal: string; listed: number }
    expect(stored).toBeGreaterThan(0)
    expect(listed).toBe(stored)
    expect(['STORE-FULL', 'STORE-UNAVAILABLE']).toContain(refusal)
    const reopened = value(temporary.open({ maxUnfinished: 100_000 }))
    expect(value(reopened.queue.list())).toHaveLength(stored)
    expect(value(verifyAuditChain(temporary.file)).entries).toBe(stored)
    expect(value(reopened.queue.enqueue(freshRequest())).sequence).toBe(stored + 1)
  })

  it('says so when it is closed', async () => {
    const store = value(temporaryStore().open())
    store.close()
    expect(code(store.queue.list())).toBe('STORE-UNAVAILABLE')
    expect(code(store.queue.enqueue(freshRequest()))).toBe('STORE-UNAVAILABLE')
    expect(code(store.audit.record({ type: 'kiosk-stopped' }))).toBe('STORE-UNAVAILABLE')
    expect(code(await store.staff.signIn('tanaka', 'a password'))).toBe('STORE-UNAVAILABLE')
    expect(store.staff.isEmpty()).toBe(false)
  })
})

describe('retention', () => {
  it('shreds personal data after the days set, keeps the request, and leaves nothing of it in the files', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    const old = value(store.queue.enqueue(freshRequest()))
    value(store.queue.change(old, { kind: 'void', reason: 'other', note: '電話で確認' }, 'clerk1'))
    const [sealed] = sealedRows(temporary.file)
    temporary.clock.advance(29 * 86_400_000)
    const young = value(store.queue.enqueue(freshRequest()))
    expect(value(store.shredExpired(temporary.clock.now()))).toBe(0)
    temporary.clock.advance(86_400_001)
    expect(value(store.shredExpired(temporary.clock.now()))).toBe(1)
    expect(value(store.shredExpired(temporary.clock.now()))).toBe(0)
    expect(code(store.queue.openPersonal(old.requestId))).toBe('REQUEST-NOT-FOUND')
    expect(value(store.queue.history(old.requestId)).at(-1)?.reason).toBe('other')
    expect(code(store.queue.openPersonal(young.requestId))).toBe('ok')
    const bytes = Buffer.concat([readFileSync(temporary.file), readFileSync(`${temporary.file}-wal`)])
    expect(bytes.includes(sealed!.wrapped_key)).toBe(false)
    expect(bytes.includes(sealed!.body)).toBe(false)
  })

  it('deletes backups that are older', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    const backup = `${temporary.file}.schema-1.20260101T000000000Z.backup`
    const fresh = `${temporary.file}.schema-2.20261120T000000000Z.backup`
    const other = `${temporary.file}.schema-notes`
    for (const file of [backup, fresh, other]) {
      writeFileSync(file, '')
      utimesSync(file, temporary.clock.now(), temporary.clock.now())
    }
    utimesSync(backup, new Date(0), new Date(0))
    utimesSync(other, new Date(0), new Date(0))
    value(store.shredExpired(temporary.clock.now()))
    expect([backup, fresh, other].map((file) => existsSync(file))).toEqual([false, true, true])
  })
})

function sealedRows(file: string): { wrapped_key: Buffer; body: Buffer }[] {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare<[], { wrapped_key: Buffer; body: Buffer }>('SELECT wrapped_key, body FROM sealed_record').all()
  } finally {
    database.close()
  }
}
