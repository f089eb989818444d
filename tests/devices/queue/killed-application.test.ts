import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../../src-main/audit/verify-chain.ts'
import { systemClock } from '../../../src-main/clock.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { temporaryStore, value } from '../../unit/queue/temporary-store.ts'

const rounds = 10

/** Starts the terminal, lets it work for a random moment, kills it; returns what it had acknowledged. */
async function killedAtRandom(file: string, keyFile: string): Promise<Map<string, { version: number; state: string }>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'busy-application-child.ts'), file, keyFile], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Map<string, { version: number; state: string }>()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [applicationId, version, state] = line.split(' ')
    // A line cut off by the kill is no acknowledgement that anybody got.
    if (applicationId !== undefined && state !== undefined) acknowledged.set(applicationId, { version: Number(version), state })
  })
  const closed = once(lines, 'close')
  await once(lines, 'line')
  await wait(Math.random() * 80)
  child.kill('SIGKILL')
  await closed
  return acknowledged
}

describe('a terminal that is killed while residents apply', () => {
  it(`has after each of ${rounds} kills every answer and photo it acknowledged, and offers the draft to the staff`, { timeout: 180_000 }, async () => {
    const temporary = temporaryStore({ clock: systemClock })
    const keyStore = new KeyFileStore(temporary.keyFile)
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await killedAtRandom(temporary.file, temporary.keyFile)
      const store = value(temporary.open())
      const { applications } = store
      const key = value(keyStore.load())
      if (key === null) throw new Error('no key')
      value(verifyAuditChain(temporary.file, { terminalKey: key }))
      const database = new Database(temporary.file, { readonly: true })
      const count = (sql: string): number => database.prepare<[], { n: number }>(sql).get()?.n ?? -1
      const versions = count('SELECT sum(version) AS n FROM card_application')
      expect(count('SELECT count(*) AS n FROM card_application_history')).toBe(versions)
      expect(count(`SELECT count(*) AS n FROM audit_entry WHERE event LIKE '%"type":"application-opened"%' OR event LIKE '%"type":"application-changed"%'`)).toBe(versions)
      // A packet without applications, or one that is in none, can't be.
      expect(count("SELECT count(*) AS n FROM application_packet p WHERE NOT EXISTS (SELECT 1 FROM card_application a WHERE a.packet_id = p.packet_id)")).toBe(0)
      expect(count("SELECT count(*) AS n FROM card_application WHERE (transfer = 'packed') <> (packet_id IS NOT NULL)")).toBe(0)
      database.close()

      let ahead = 0
      for (const [applicationId, seen] of acknowledged) {
        const stored = value(applications.get(applicationId))
        ahead += stored.version - seen.version
        const personal = value(applications.openPersonal(applicationId))
        expect(personal.facts.birthDate).toBe('1990-04-01')
        if (seen.version >= 3) expect(personal.photo).not.toBeNull()
      }
      // One change may have been committed whose acknowledgement the kill cut off; never more than one.
      expect([0, 1]).toContain(ahead)

      const drafts = value(applications.list()).filter(({ atResident }) => atResident)
      expect(value(applications.recover())).toBe(drafts.length)
      for (const { applicationId } of drafts) expect(value(applications.get(applicationId))).toMatchObject({ state: 'draft', atResident: false, leftBy: 'crash' })
      store.close()
    }
  })
})
