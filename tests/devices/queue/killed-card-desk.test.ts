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
import { temporaryStore, value } from '../../unit/queue/temporary-store.ts'

const rounds = 12

/** Starts the desk, lets it work for a random moment, kills it; returns what it had acknowledged. */
async function killedAtRandom(file: string, keyFile: string): Promise<Map<string, { version: number; state: string }>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'busy-card-desk-child.ts'), file, keyFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Map<string, { version: number; state: string }>()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [caseId, version, state] = line.split(' ')
    // A line cut off by the kill is no acknowledgement that anybody got.
    if (caseId !== undefined && state !== undefined) acknowledged.set(caseId, { version: Number(version), state })
  })
  const closed = once(lines, 'close')
  await once(lines, 'line')
  await wait(Math.random() * 60)
  child.kill('SIGKILL')
  await closed
  return acknowledged
}

describe('a card desk that is killed while it works', () => {
  it(`has after each of ${rounds} kills everything it acknowledged, nothing at the card, and no order whose end is assumed`, { timeout: 180_000 }, async () => {
    const temporary = temporaryStore({ clock: systemClock })
    const keyStore = new KeyFileStore(temporary.keyFile)
    const everything = new Map<string, { version: number; state: string }>()
    for (let round = 0; round < rounds; round += 1) {
      for (const [caseId, seen] of await killedAtRandom(temporary.file, temporary.keyFile)) everything.set(caseId, seen)

      const store = value(temporary.open())
      value(verifyAuditChain(temporary.file, { terminalKey: value(keyStore.load())! }))
      const database = new Database(temporary.file, { readonly: true })
      const stored = database.prepare<[], { case_id: string; version: number; state: string; orders: string }>('SELECT case_id, version, state, orders FROM card_case').all()
      const count = (sql: string): number => database.prepare<[], { n: number }>(sql).get()!.n
      const versions = stored.reduce((sum, row) => sum + row.version, 0)
      expect(count('SELECT count(*) AS n FROM card_case_history')).toBe(versions)
      expect(count(`SELECT count(*) AS n FROM audit_entry WHERE event LIKE '%"type":"card-case-opened"%' OR event LIKE '%"type":"card-case-changed"%'`)).toBe(versions)
      database.close()

      // One change may have been committed whose acknowledgement the kill cut off; never more than one.
      const byId = new Map(stored.map((row) => [row.case_id, row]))
      let ahead = stored.length - everything.size
      for (const [caseId, seen] of everything) {
        const row = byId.get(caseId)
        expect(row).toBeDefined()
        ahead += row!.version - seen.version
        if (row!.version === seen.version) expect(row!.state).toBe(seen.state)
      }
      expect([0, 1]).toContain(ahead)

      value(store.cases.recover())
      for (const row of stored) {
        const now = value(store.cases.get(row.case_id))
        expect(now.state).not.toBe('atCard')
        if (row.orders.includes('"begun"')) expect(now).toMatchObject({ state: 'uncertain', orders: [{ state: 'uncertain', doubtful: true }] })
        value(store.cases.openPersonal(row.case_id))
        everything.set(row.case_id, { version: now.version, state: now.state })
      }
      store.close()
    }
  })
})
