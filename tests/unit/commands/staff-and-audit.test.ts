import { readFileSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeOwnership } from '../../../src-main/queue/database/ownership.ts'
import { house, jsonOf, type House } from './support/madoguchi.ts'

const password = 'a wooden counter'
const addHanako = ['staff', 'add', 'hanako', '--name', '見本 花子', '--role', 'clerk']

describe('staff accounts and the audit log', () => {
  let home: House
  beforeEach(async () => {
    home = await house({ kit: false })
  })
  afterEach(() => home.remove())

  it('makes, lists and disables an account', async () => {
    const added = await home.madoguchi([...addHanako, '--json'], `${password}\n`)
    expect(added.code).toBe(0)
    expect(jsonOf(added)).toEqual({ ok: true, account: { accountId: 'hanako', displayName: '見本 花子', role: 'clerk', disabled: false, passwordDue: false } })
    const disabled = await home.madoguchi(['staff', 'disable', 'hanako'])
    expect(disabled.code).toBe(0)
    expect(jsonOf(await home.madoguchi(['staff', 'list', '--json']))).toMatchObject({ accounts: [{ accountId: 'hanako', disabled: true }] })
  })

  it('opens a locked account, and sets a password that the next sign-in must replace', async () => {
    await home.madoguchi(addHanako, password)
    const database = new Database(home.path('data', 'store.sqlite'))
    database.prepare('UPDATE staff_account SET locked_until = ?').run(new Date('2999-01-01').getTime())
    database.close()
    expect((await home.madoguchi(['staff', 'list'])).stdout).toContain(' locked ')
    expect(jsonOf(await home.madoguchi(['staff', 'unlock', 'hanako', '--json']))).toMatchObject({ ok: true, account: { accountId: 'hanako', passwordDue: false } })
    expect(jsonOf(await home.madoguchi(['staff', 'list', '--json']))).toMatchObject({ accounts: [{ locked: false, passwordDue: false }] })
    const set = await home.madoguchi(['staff', 'password', 'hanako', '--json'], 'a borrowed umbrella\n')
    expect(jsonOf(set)).toMatchObject({ ok: true, account: { accountId: 'hanako', passwordDue: true } })
    expect(set.stdout + set.stderr).not.toContain('umbrella')
    expect((await home.madoguchi(['staff', 'list'])).stdout).toContain(' one-time ')
  })

  it.each([
    ['STAFF-WEAK-PASSWORD', addHanako, 'tanpopo'],
    ['MESSAGE-INVALID', ['staff', 'add', 'Hana Ko', '--name', 'x', '--role', 'clerk'], password],
    ['STAFF-NOT-FOUND', ['staff', 'disable', 'nobody'], ''],
    ['STAFF-NOT-FOUND', ['staff', 'unlock', 'nobody'], ''],
    ['STAFF-NOT-FOUND', ['staff', 'password', 'nobody'], password],
    ['STAFF-WEAK-PASSWORD', ['staff', 'password', 'nobody'], 'tanpopo'],
  ])('ends with 1 and %s', async (code, words, input) => {
    const ended = await home.madoguchi([...words, '--json'], input)
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ ok: false, failure: { code } })
    expect(ended.stderr.startsWith(`${code}\n`)).toBe(true)
    if (input !== '') expect(ended.stderr + ended.stdout).not.toContain(input)
  })

  it('says that the running kiosk owns the store', async () => {
    await home.madoguchi(addHanako, password)
    const owner = takeOwnership(home.path('data', 'store.sqlite'))
    if (!owner.ok) throw new Error(owner.failure.code)
    try {
      const { code, stderr } = await home.madoguchi(['staff', 'list'])
      expect(code).toBe(1)
      expect(stderr).toMatch(/^STORE-IN-USE\n {2}the kiosk runs/)
      expect((await home.madoguchi(['audit', 'verify'])).code).toBe(0)
    } finally {
      owner.value.release()
    }
  })

  it('leaves the store alone where the kiosk keeps its key in the operating system', async () => {
    await home.madoguchi(addHanako, password)
    writeFileSync(home.path('data', 'terminal.key.sealed'), 'sealed')
    const { code, stderr } = await home.madoguchi(['staff', 'list'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^STORE-KEY-MISSING\n {2}.*operating system's key store/)
  })

  it('verifies the log, and finds a head noted earlier again', async () => {
    await home.madoguchi(addHanako, password)
    const verified = jsonOf(await home.madoguchi(['audit', 'verify', '--json'])) as { entries: number; sealChecked: boolean; head: { seq: number; hash: string } }
    expect(verified).toMatchObject({ ok: true, entries: 1, sealChecked: true })
    const { seq, hash } = verified.head
    expect((await home.madoguchi(['audit', 'verify', '--seq', String(seq), '--head', hash.toUpperCase()])).code).toBe(0)
    const other = await home.madoguchi(['audit', 'verify', '--seq', String(seq), '--head', 'ab'.repeat(32)])
    expect(other.code).toBe(1)
    expect(other.stderr).toMatch(/^AUDIT-BROKEN\n {2}entry 1 /)
  })

  it('finds a changed entry', async () => {
    await home.madoguchi(addHanako, password)
    const database = new Database(home.path('data', 'store.sqlite'))
    for (const { name } of database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entry'").all()) database.exec(`DROP TRIGGER ${name}`)
    database.prepare("UPDATE audit_entry SET event = replace(event, 'hanako', 'ichiro')").run()
    database.close()
    const { code, stderr } = await home.madoguchi(['audit', 'verify'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^AUDIT-BROKEN\n {2}entry 1 was changed/)
  })

  it('exports the log to a file of its own, or to stdout', async () => {
    await home.madoguchi(addHanako, password)
    const file = home.path('audit.jsonl')
    const written = await home.madoguchi(['audit', 'export', '--format', 'jsonl', '--out', file, '--json'])
    expect(jsonOf(written)).toEqual({ ok: true, file, format: 'jsonl' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ seq: 1, event: { type: 'staff-account-changed' } })
    const csv = await home.madoguchi(['audit', 'export', '--format', 'csv', '--to', '2020-01-01'])
    expect(csv.code).toBe(0)
    expect(csv.stdout).toBe('\uFEFFseq,at,terminal,type,actor,requestId,outcome,code,event,hash\r\n')
  })

  it.each([
    ['verify', ['audit', 'verify']],
    ['export', ['audit', 'export', '--format', 'csv']],
  ])('says where the log should be when there is none (%s)', async (_what, words) => {
    const { code, stderr } = await home.madoguchi(words)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^STORE-UNAVAILABLE\n/)
    expect(stderr).toContain(home.path('data', 'store.sqlite'))
  })

  it('does not write an export where it can not', async () => {
    await home.madoguchi(addHanako, password)
    const { code, stderr } = await home.madoguchi(['audit', 'export', '--format', 'csv', '--out', home.path('nowhere', 'audit.csv')])
    expect(code).toBe(1)
    expect(stderr).toContain('there is no such file or folder')
  })
})
