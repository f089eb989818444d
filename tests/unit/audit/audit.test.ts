import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { entryHash, genesis } from '../../../src-main/audit/chain.ts'
import { auditEventSchema, type AuditEvent } from '../../../src-main/audit/event-catalogue.ts'
import { exportAudit } from '../../../src-main/audit/export-audit.ts'
import { auditLogManual } from '../../../src-main/audit/log-manual.ts'
import { verifyAuditChain } from '../../../src-main/audit/verify-chain.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { code, temporaryFolder, temporaryStore, value } from '../queue/temporary-store.ts'

function logOf(length: number) {
  const temporary = temporaryStore()
  const store = value(temporary.open())
  for (let index = 0; index < length; index += 1) {
    value(store.audit.record({ type: 'session-begin', sessionId: `session-${index}` }))
    temporary.clock.advance(60_000)
  }
  const terminalKey = value(new KeyFileStore(temporary.keyFile).load())!
  /** Somebody with the file and a tool. */
  const tamper = (sql: string): void => {
    const database = new Database(temporary.file)
    database.exec(
      'DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete; DROP TRIGGER audit_head_forward; DROP TRIGGER audit_head_no_delete',
    )
    database.exec(sql)
    database.close()
  }
  return { ...temporary, store, terminalKey, tamper }
}

const detail = (result: ReturnType<typeof verifyAuditChain>): string => (result.ok ? 'ok' : `${result.failure.code} ${result.failure.detail ?? ''}`)

async function exported(...[file, options]: Parameters<typeof exportAudit>): Promise<string> {
  let text = ''
  for await (const piece of exportAudit(file, options)) text += value(piece)
  return text
}

describe('the chained log', () => {
  it('verifies while the kiosk runs, with the seal when the key is given', () => {
    const { file, terminalKey, store } = logOf(5)
    const head = value(store.audit.checkHead())
    expect(value(verifyAuditChain(file))).toEqual({ entries: 5, head, sealChecked: false })
    expect(value(verifyAuditChain(file, { terminalKey, expectedHead: head }))).toEqual({ entries: 5, head, sealChecked: true })
  })

  it('verifies when it is empty', () => {
    const { file, terminalKey } = logOf(0)
    expect(value(verifyAuditChain(file, { terminalKey }))).toEqual({ entries: 0, head: genesis, sealChecked: true })
  })

  it('verifies over many pages', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    const database = new Database(temporary.file)
    let { seq, hash } = genesis
    const insert = database.prepare('INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?)')
    database.transaction(() => {
      while (seq < 2500) {
        const entry = { seq: seq + 1, at: '2026-11-21T01:00:00.000Z', terminal: '01', event: '{"type":"kiosk-stopped"}', previousHash: hash }
        insert.run(entry.seq, entry.at, entry.terminal, entry.event, entry.previousHash, entryHash(entry))
        seq = entry.seq
        hash = entryHash(entry)
        database.prepare("UPDATE audit_head SET seq = ?, hash = ?, seal = ''").run(seq, hash)
      }
    })()
    database.close()
    store.close()
    expect(value(verifyAuditChain(temporary.file)).entries).toBe(2500)
  })

  it.each([
    ['an event was changed', `UPDATE audit_entry SET event = replace(event, 'session-2', 'session-9') WHERE seq = 3`, 'entry 3 was changed'],
    ['an instant was changed', `UPDATE audit_entry SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 2`, 'entry 2 was changed'],
    ['an entry was removed', 'DELETE FROM audit_entry WHERE seq = 3', 'entry 3 is missing'],
    [
      'an entry was removed and the rest moved up',
      'DELETE FROM audit_entry WHERE seq = 3; UPDATE audit_entry SET seq = seq - 1 WHERE seq > 3',
      'entry 3 does not follow the one before',
    ],
    ['the end was cut', 'DELETE FROM audit_entry WHERE seq > 3', 'entry 4 is missing: the log was cut'],
    ['the head was removed', 'DELETE FROM audit_head', 'the head is missing'],
    [
      'the end and the head were cut',
      'DELETE FROM audit_entry WHERE seq > 3; UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_entry WHERE seq = 3)',
      "entry 3 does not carry the terminal's seal",
    ],
  ])('names the first broken entry when %s', (_what, sql, message) => {
    const { file, terminalKey, store, tamper } = logOf(5)
    store.close()
    tamper(sql)
    expect(detail(verifyAuditChain(file, { terminalKey }))).toBe(`AUDIT-BROKEN ${message}`)
  })

  it('misses a head that was noted elsewhere', () => {
    const { file, store, tamper } = logOf(5)
    const noted = value(store.audit.checkHead())
    store.close()
    expect(detail(verifyAuditChain(file, { expectedHead: { ...noted, hash: 'ab'.repeat(32) } }))).toBe(
      'AUDIT-BROKEN entry 5 is not the one that was noted',
    )
    tamper('DELETE FROM audit_entry WHERE seq > 3; UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_entry WHERE seq = 3)')
    expect(detail(verifyAuditChain(file, { expectedHead: noted }))).toBe('AUDIT-BROKEN entry 4 is missing: the head noted is not in the log')
  })

  it('does not take the seal of another key', () => {
    const { file } = logOf(1)
    const other = { keyId: 'other', key: createSecretKey(Buffer.alloc(32, 1)) }
    expect(code(verifyAuditChain(file, { terminalKey: other }))).toBe('AUDIT-BROKEN')
  })

  it('says what is wrong with a file that holds no log', () => {
    const folder = temporaryFolder()
    expect(code(verifyAuditChain(`${folder}/missing.db`))).toBe('STORE-UNAVAILABLE')
    expect(code(verifyAuditChain(import.meta.filename))).toBe('STORE-CORRUPT')
    new Database(`${folder}/empty.db`).exec('CREATE TABLE t (a)').close()
    expect(code(verifyAuditChain(`${folder}/empty.db`))).toBe('STORE-CORRUPT')
  })

  it('lets the program itself neither change nor delete an entry', () => {
    const { file } = logOf(2)
    const database = new Database(file)
    expect(() => database.exec("UPDATE audit_entry SET event = '{}'")).toThrow('append-only')
    expect(() => database.exec('DELETE FROM audit_entry')).toThrow('append-only')
    expect(() => database.exec('UPDATE audit_head SET seq = 1')).toThrow('only moves on')
    database.close()
  })
})

describe('what may be recorded', () => {
  it('refuses an event that is not in the catalogue and a field that has no place in it', () => {
    const { store, file } = logOf(0)
    const withName = { type: 'kiosk-stopped', name: 'somebody' } as unknown as AuditEvent
    expect(() => store.audit.record(withName)).toThrow()
    expect(() => store.audit.record({ type: 'made-up' } as unknown as AuditEvent)).toThrow()
    expect(value(verifyAuditChain(file)).entries).toBe(0)
  })

  it('takes numbers of persons out of a note', () => {
    const { store, file } = logOf(0)
    value(store.audit.record({ type: 'kiosk-halt-ended', actor: 'clerk1', note: '本人 1234-5678-9012 確認' }))
    store.close()
    for (const written of ['5678-9012', '56789012']) expect(readFileSync(file).includes(written)).toBe(false)
  })
})

describe('export', () => {
  it('gives every entry as a line of JSON whose hash can be computed again', async () => {
    const { file } = logOf(3)
    const lines = (await exported(file, { format: 'jsonl' })).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    const first = JSON.parse(lines[0]!) as Record<string, unknown>
    expect(first).toMatchObject({ seq: 1, terminal: '01', event: { type: 'session-begin', sessionId: 'session-0' }, previousHash: genesis.hash })
  })

  it('keeps to the time asked for: from that instant on, before the other', async () => {
    const { file } = logOf(10)
    const text = await exported(file, { format: 'jsonl', from: new Date('2026-11-21T01:02:00.000Z'), to: new Date('2026-11-21T01:05:00.000Z') })
    expect(text.match(/session-\d/g)).toEqual(['session-2', 'session-3', 'session-4'])
  })

  it('writes cells that a spreadsheet reads and does not run', async () => {
    const { file, store } = logOf(0)
    value(store.audit.record({ type: 'kiosk-halt-ended', actor: '=1+1', note: '"引用", 改行\n' }))
    const text = await exported(file, { format: 'csv' })
    expect(
      text.startsWith(
        '\uFEFFseq,at,terminal,type,actor,requestId,outcome,code,event,hash\r\n1,2026-11-21T01:00:00.000Z,01,kiosk-halt-ended,\'=1+1,,,,"{',
      ),
    ).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  it('ends with the failure when the file can not be read', async () => {
    const pieces = []
    for await (const piece of exportAudit(`${temporaryFolder()}/missing.db`, { format: 'csv' })) pieces.push(code(piece))
    expect(pieces).toEqual(['STORE-UNAVAILABLE'])
  })
})

describe('the log manual', () => {
  it.each(['ja', 'en'] as const)('names every event with every field (%s)', (language) => {
    const manual = auditLogManual(language)
    for (const option of auditEventSchema.options) {
      expect(manual).toContain(`| \`${option.shape.type.value}\` |`)
      for (const field of Object.keys(option.shape)) if (field !== 'type') expect(manual).toContain(`\`${field}\``)
    }
  })
})
