import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../../src-main/audit/verify-chain.ts'
import type { Store } from '../../../src-main/queue/database/open-store.ts'
import type { RequestChange, StoredRequest } from '../../../src-main/queue/request-queue.ts'
import { applyToModel, modelNumbers, modelReissues, newModelRequest, type ModelRequest } from './request-model.ts'
import { freshRequest, temporaryStore, value } from './temporary-store.ts'

type Action =
  | { readonly do: 'enqueue' }
  /** The clerk looks at the list again; until then, what the clerk knows grows old. */
  | { readonly do: 'look'; readonly clerk: number }
  | { readonly do: 'change'; readonly clerk: number; readonly which: number; readonly change: RequestChange; readonly ownJob: boolean }
  | { readonly do: 'restart' }

const clerk = fc.nat(1)
const jobId = fc.nat(12).map((number) => `job-${number}`)
const certificateNumbers = fc.array(fc.nat(99).map(String), { minLength: 1, maxLength: 3 })
const failure = fc.constantFrom('PRINTER-JAM' as const, 'PRINTER-TIMEOUT' as const)
const change: fc.Arbitrary<RequestChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('beginPrint' as const), jobId, certificateNumbers }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('printed' as const), jobId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('printFailed' as const, 'printUncertain' as const), jobId, failure }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resolveUncertain' as const), paperCameOut: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pay' as const), receivedYen: fc.constantFrom(0, 299, 300, 1000) }) },
  { weight: 3, arbitrary: fc.constant<RequestChange>({ kind: 'handOver' }) },
  { weight: 1, arbitrary: fc.constant<RequestChange>({ kind: 'void', reason: 'residentCancelled', note: '見本' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('beginReissue' as const),
      jobId,
      certificateNumbers,
      reason: fc.constant('damaged' as const),
      note: fc.constant(''),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<RequestChange>({ kind: 'slipPrinted' }, { kind: 'slipFailed', failure: 'RECEIPT-JAM' }) },
)
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Action>({ do: 'enqueue' }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('look' as const), clerk }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('change' as const), clerk, which: fc.nat(3), change, ownJob: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: 'restart' }) },
)

const maxUnfinished = 3

function play(actions: readonly Action[]): void {
  const temporary = temporaryStore({ maxUnfinished })
  let store: Store = value(temporary.open())
  const model: ModelRequest[] = []
  const ids: string[] = []
  const usedJobs = new Set<string>()
  const known: StoredRequest[][] = [[], []]
  let told = 0

  const agree = (): void => {
    const stored = ids.map((id) => value(store.queue.get(id)))
    for (const [index, request] of model.entries()) {
      expect(stored[index]).toMatchObject({
        sequence: index + 1,
        state: request.state,
        version: request.version,
        slip: request.slip,
        receivedYen: request.receivedYen,
        jobId: request.jobId,
        reissues: modelReissues(request),
        certificateNumbers: modelNumbers(request),
      })
    }
  }

  for (const act of actions) {
    switch (act.do) {
      case 'enqueue': {
        const waiting = model.filter((request) => request.state !== 'handedOver' && request.state !== 'voided').length
        const request = freshRequest()
        const result = store.queue.enqueue(request)
        expect(result.ok).toBe(waiting < maxUnfinished)
        if (result.ok) {
          ids.push(request.requestId)
          model.push(newModelRequest())
          told += 1
        }
        break
      }
      case 'look':
        known[act.clerk] = [...value(store.queue.list())]
        break
      case 'change': {
        const seen = known[act.clerk]![act.which]
        if (seen === undefined) break
        const request = model[ids.indexOf(seen.requestId)]!
        const wanted = act.ownJob && 'jobId' in act.change && seen.jobId !== null ? { ...act.change, jobId: seen.jobId } : act.change
        const current = seen.version === request.version && seen.state === request.state
        const allowed = current && applyToModel(request, wanted, seen.fee, usedJobs)
        const result = store.queue.change(seen, wanted, `clerk${act.clerk}`)
        expect(result.ok ? 'ok' : result.failure.code).toBe(allowed ? 'ok' : 'REQUEST-STATE')
        if (allowed) told += 1
        break
      }
      case 'restart': {
        store = value(temporary.open())
        const interrupted = model.filter((request) => request.state === 'printing')
        for (const request of interrupted)
          applyToModel(request, { kind: 'printUncertain', jobId: request.jobId!, failure: 'PRINTER-UNCERTAIN' }, 0, usedJobs)
        expect(value(store.queue.recover())).toBe(interrupted.length)
        told += interrupted.length
        break
      }
    }
    agree()
  }

  value(verifyAuditChain(temporary.file))
  const database = new Database(temporary.file, { readonly: true })
  const count = (sql: string): number => database.prepare<[], { n: number }>(sql).get()!.n
  expect(count('SELECT count(*) AS n FROM outbox')).toBe(told)
  expect(count('SELECT count(*) AS n FROM request_history')).toBe(told)
  expect(count('SELECT count(*) AS n FROM audit_entry WHERE event LIKE \'%"type":"request-%\'')).toBe(told)
  database.close()
  store.close()
}

describe('two clerks at one queue', () => {
  it('never change a request but from the state they saw, whatever they do in whatever order', () => {
    fc.assert(fc.property(fc.array(action, { minLength: 10, maxLength: 60 }), play), { numRuns: 120 })
  })
})
