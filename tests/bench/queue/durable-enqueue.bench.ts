import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src-main/clock.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import { openFile } from '../../../src-main/queue/database/open-file.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import type { StoredRequest } from '../../../src-main/queue/request-queue.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { newRequest } from '../../unit/queue/sample-request.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'

const rounds = 21
/** As many as may wait for the clerk. */
const perRound = 70

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}

const newRequests = () => Array.from({ length: perRound }, () => newRequest(randomBytes(16).toString('hex')))

/** Transactions a second. */
function rate(work: () => void): number {
  const start = performance.now()
  work()
  return (perRound * 1000) / (performance.now() - start)
}

/**
 * Durable enqueue (request, history, sealed data, audit entry, outbox event) against one bare insert of the
 * same data with the same pragmas on the same disk, in turns, so that both meet the same moods of the machine.
 * The goal: a ratio of at least 0.5.
 */
export function benchDurableEnqueue(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'))
  try {
    const bare = value(openFile(join(folder, 'bare.db'), {}))
    bare.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, body TEXT NOT NULL) STRICT')
    const insert = bare.prepare('INSERT INTO bare (request_id, body) VALUES (?, ?)')
    const insertOne = bare.transaction((requestId: string, body: string) => insert.run(requestId, body))
    const store = value(
      openStore({
        file: join(folder, 'store.db'),
        clock: systemClock,
        keyStore: new KeyFileStore(join(folder, 'terminal.key')),
        terminal: '01',
        maxUnfinished: perRound,
      }),
    )

    const bareRates: number[] = []
    const durableRates: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const forBare = newRequests()
      const forStore = newRequests()
      const stored: StoredRequest[] = []
      bareRates.push(rate(() => forBare.forEach((request) => insertOne.immediate(request.requestId, JSON.stringify(request)))))
      durableRates.push(rate(() => forStore.forEach((request) => stored.push(value(store.queue.enqueue(request))))))
      for (const request of stored) value(store.queue.change(request, { kind: 'void', reason: 'other', note: '' }, 'bench'))
    }
    bare.close()
    store.close()
    const baseline = median(bareRates)
    const durable = median(durableRates)
    return Promise.resolve([
      {
        name: 'durable enqueue (request, history, sealed data, audit, outbox)',
        median: durable,
        unit: '1/s',
        baseline: `bare better-sqlite3 insert, ${Math.round(baseline)}/s`,
        ratio: durable / baseline,
        goal: { figure: 'ratio', atLeast: 0.5 },
      },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
