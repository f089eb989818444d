import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src-main/clock.ts'
import { verifyAuditChain } from '../../../src-main/audit/verify-chain.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { code, temporaryStore, value } from '../../unit/queue/temporary-store.ts'

const rounds = 30

/** Starts the terminal, lets it work for a random moment, kills it; returns what it had acknowledged. */
async function killedAtRandom(file: string, keyFile: string): Promise<Map<string, { version: number; state: string }>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'busy-terminal-child.ts'), file, keyFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged = new Map<string, { version: number; state: string }>()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [requestId, version, state] = line.split(' ')
    // A line cut off by the kill is no acknowledgement that anybody got.
    if (state !== undefined) acknowledged.set(requestId!, { version: Number(version), state })
  })
  const closed = once(lines, 'close')
  await once(lines, 'line')
  await wait(Math.random() * 60)
  child.kill('SIGKILL')
  await closed
  return acknowledged
}

describe('a terminal that is killed while it works', () => {
  it(`has after each of ${rounds} kills everything it acknowledged, and nothing in halves`, { timeout: 180_000 }, async () => {
    const temporary = temporaryStore({ clock: systemClock, maxUnfinished: 100_000 })
    const keyStore = new KeyFileStore(temporary.keyFile)
    const everything = new Map<string, { version: number; state: string }>()
    for (let round = 0; round < rounds; round += 1) {
      for (const [requestId, seen] of await killedAtRandom(temporary.file, temporary.keyFile)) everything.set(requestId, seen)

      const store = value(temporary.open())
      const chain = value(verifyAuditChain(temporary.file, { terminalKey: value(keyStore.load())! }))
      const database = new Database(temporary.file, { readonly: true })
      const stored = database
        .prepare<[], { request_id: string; version: number; state: string }>('SELECT request_id, version, state FROM request')
        .all()
      const count = (sql: string): number => database.prepare<[], { n: number }>(sql).get()!.n
      const versions = stored.reduce((sum, row) => sum + row.version, 0)
      expect(count('SELECT count(*) AS n FROM request_history')).toBe(versions)
      expect(count('SELECT count(*) AS n FROM outbox')).toBe(versions)
      expect(count('SELECT count(*) AS n FROM audit_entry WHERE event LIKE \'%"type":"request-%\'')).toBe(versions)
      expect(count('SELECT count(*) AS n FROM sealed_record')).toBe(stored.length)
      expect(count('SELECT max(sequence) AS n FROM request')).toBe(stored.length)
      expect(count('SELECT count(DISTINCT day_ordinal) AS n FROM request WHERE day = (SELECT max(day) FROM request)')).toBe(
        count('SELECT max(day_ordinal) AS n FROM request WHERE day = (SELECT max(day) FROM request)'),
      )
      expect(chain.entries).toBeGreaterThanOrEqual(versions)
      database.close()

      // One change may have been committed whose acknowledgement the kill cut off; never more than one.
      const byId = new Map(stored.map((row) => [row.request_id, row]))
      let ahead = 0
      for (const [requestId, seen] of everything) {
        const row = byId.get(requestId)
        expect(row).toBeDefined()
        ahead += row!.version - seen.version
        if (row!.version === seen.version) expect(row!.state).toBe(seen.state)
      }
      ahead += stored.length - everything.size
      expect([0, 1]).toContain(ahead)
      const newest = stored.at(-1)!
      expect(code(store.queue.openPersonal(newest.request_id))).toBe('ok')

      value(store.queue.recover())
      for (const row of stored) {
        const now = value(store.queue.get(row.request_id))
        everything.set(row.request_id, { version: now.version, state: now.state })
      }
      store.close()
    }
  })
})
