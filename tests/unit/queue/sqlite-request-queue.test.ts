import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { RequestChange, StoredRequest } from '../../../src-main/queue/request-queue.ts'
import { refundDue } from '../../../src-main/queue/request-record.ts'
import { code, freshRequest, requestId, temporaryStore, value } from './temporary-store.ts'

const begin = (jobId: string = requestId(), numbers: readonly string[] = ['20261121-01-000001-1']): RequestChange => ({
  kind: 'beginPrint',
  jobId,
  certificateNumbers: numbers,
})
const reissue = (jobId: string, numbers: readonly string[]): RequestChange => ({
  kind: 'beginReissue',
  jobId,
  certificateNumbers: numbers,
  reason: 'damaged',
  note: '',
})

function queueWith(options: Parameters<typeof temporaryStore>[0] = {}) {
  const temporary = temporaryStore(options)
  const store = value(temporary.open())
  const go = (request: StoredRequest, ...changes: RequestChange[]): StoredRequest =>
    changes.reduce((current, change) => value(store.queue.change(current, change, 'clerk1')), request)
  const rows = (sql: string): unknown[] => {
    const reader = new Database(temporary.file, { readonly: true })
    try {
      return reader.prepare(sql).all()
    } finally {
      reader.close()
    }
  }
  return { ...temporary, store, queue: store.queue, go, rows }
}

describe('enqueue', () => {
  it('stores the request, its history, one audit entry and one outbox event together', () => {
    const { queue, rows } = queueWith()
    const request = freshRequest({ sessionId: 'session-1' })
    const stored = value(queue.enqueue(request))
    expect(stored).toMatchObject({ number: 'A-001', sequence: 1, state: 'received', version: 1, slip: 'pending', failure: null, jobId: null })
    expect(value(queue.get(request.requestId))).toEqual(stored)
    expect(value(queue.history(request.requestId))).toEqual([{ at: stored.receivedAt, state: 'received', actor: 'resident', reason: null }])
    expect(rows('SELECT event FROM audit_entry')).toEqual([
      { event: `{"number":"A-001","requestId":"${request.requestId}","sessionId":"session-1","type":"request-received"}` },
    ])
    expect(rows('SELECT subject, state FROM outbox')).toEqual([{ subject: 'request.received', state: 'pending' }])
  })

  it('gives personal data back as it came and keeps none of it readable in the files', () => {
    const { queue, store, file } = queueWith()
    const request = freshRequest()
    value(queue.enqueue(request))
    expect(value(queue.openPersonal(request.requestId))).toEqual(request.personal)
    value(store.checkpoint())
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)])
    expect(bytes.includes(Buffer.from('見本 太郎', 'utf8'))).toBe(false)
    expect(bytes.includes('resident-0001')).toBe(false)
  })

  it('keeps nothing that a caller hung on the personal data', () => {
    const { queue } = queueWith()
    const request = freshRequest()
    const personal = { ...request.personal, individualNumber: 'not a field' }
    value(queue.enqueue({ ...request, personal }))
    expect(value(queue.openPersonal(request.requestId))).toEqual(request.personal)
  })

  it('starts the reception numbers anew on the next day in Japan and goes on with the sequence', () => {
    const { queue, clock } = queueWith()
    value(queue.enqueue(freshRequest()))
    clock.advance(14 * 60 * 60 * 1000 - 1)
    expect(value(queue.enqueue(freshRequest()))).toMatchObject({ number: 'A-002', sequence: 2 })
    clock.advance(1)
    expect(value(queue.enqueue(freshRequest()))).toMatchObject({ number: 'A-001', sequence: 3 })
  })

  it('refuses a request id that is stored already', () => {
    const { queue, rows } = queueWith()
    const request = freshRequest()
    value(queue.enqueue(request))
    expect(code(queue.enqueue(request))).toBe('REQUEST-STATE')
    expect(rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 1 }])
  })

  it('refuses one more than may wait and takes it when one is finished', () => {
    const { queue, go } = queueWith({ maxUnfinished: 2 })
    const first = value(queue.enqueue(freshRequest()))
    value(queue.enqueue(freshRequest()))
    expect(code(queue.enqueue(freshRequest()))).toBe('REQUEST-TOO-MANY')
    go(first, { kind: 'void', reason: 'residentCancelled', note: '' })
    expect(value(queue.enqueue(freshRequest()))).toMatchObject({ sequence: 3, number: 'A-003' })
  })
})

describe('change', () => {
  it('goes from received to handed over, counting each change', () => {
    const { queue, go } = queueWith()
    const jobId = requestId()
    const done = go(
      value(queue.enqueue(freshRequest())),
      begin(jobId),
      { kind: 'printed', jobId },
      { kind: 'pay', receivedYen: 1000 },
      { kind: 'handOver' },
    )
    expect(done).toMatchObject({ state: 'handedOver', version: 5, receivedYen: 1000, jobId, certificateNumbers: ['20261121-01-000001-1'] })
    expect(value(queue.history(done.requestId)).map((entry) => entry.state)).toEqual(['received', 'printing', 'printed', 'paid', 'handedOver'])
  })

  it('refuses a stale version, a stale state and a change that does not fit, and changes nothing', () => {
    const { queue, go, rows } = queueWith()
    const received = value(queue.enqueue(freshRequest()))
    const printing = go(received, begin())
    const before = rows('SELECT count(*) AS n FROM audit_entry')
    expect(code(queue.change(received, begin(), 'clerk2'))).toBe('REQUEST-STATE')
    expect(code(queue.change({ ...printing, state: 'received' }, begin(), 'clerk2'))).toBe('REQUEST-STATE')
    expect(code(queue.change(printing, { kind: 'handOver' }, 'clerk2'))).toBe('REQUEST-STATE')
    expect(code(queue.change({ ...printing, requestId: requestId() }, { kind: 'handOver' }, 'clerk2'))).toBe('REQUEST-NOT-FOUND')
    expect(value(queue.get(received.requestId))).toEqual(printing)
    expect(rows('SELECT count(*) AS n FROM audit_entry')).toEqual(before)
  })

  it('believes only the print job under way', () => {
    const { queue, go } = queueWith()
    const printing = go(value(queue.enqueue(freshRequest())), begin())
    expect(code(queue.change(printing, { kind: 'printed', jobId: requestId() }, 'kiosk'))).toBe('REQUEST-STATE')
  })

  it('refuses a print job id that was used before, also by another request', () => {
    const { queue, go } = queueWith()
    const jobId = requestId()
    const failed = go(value(queue.enqueue(freshRequest())), begin(jobId), { kind: 'printFailed', jobId, failure: 'PRINTER-JAM' })
    expect(failed).toMatchObject({ state: 'received', failure: 'PRINTER-JAM', certificateNumbers: [] })
    expect(code(queue.change(failed, begin(jobId), 'clerk1'))).toBe('REQUEST-STATE')
    const other = value(queue.enqueue(freshRequest()))
    expect(code(queue.change(other, begin(jobId), 'clerk1'))).toBe('REQUEST-STATE')
  })

  it('takes no less than the fee', () => {
    const { queue, go } = queueWith()
    const jobId = requestId()
    const printed = go(value(queue.enqueue(freshRequest())), begin(jobId), { kind: 'printed', jobId })
    expect(code(queue.change(printed, { kind: 'pay', receivedYen: 299 }, 'clerk1'))).toBe('REQUEST-STATE')
  })

  it('prints again from handed over and returns there; a reissue that did not come out was none', () => {
    const { queue, go } = queueWith()
    const [first, second, third] = [requestId(), requestId(), requestId()]
    const handedOver = go(
      value(queue.enqueue(freshRequest())),
      begin(first, ['n-1']),
      { kind: 'printed', jobId: first },
      { kind: 'pay', receivedYen: 300 },
      { kind: 'handOver' },
    )
    const again = go(handedOver, reissue(second, ['n-2']))
    expect(again).toMatchObject({ state: 'printing', reissues: 1, certificateNumbers: ['n-2'] })
    const failed = go(again, { kind: 'printFailed', jobId: second, failure: 'PRINTER-PAPER-OUT' })
    expect(failed).toMatchObject({ state: 'handedOver', reissues: 0, failure: 'PRINTER-PAPER-OUT', certificateNumbers: ['n-1'] })
    const done = go(failed, reissue(third, ['n-3']), { kind: 'printed', jobId: third })
    expect(done).toMatchObject({ state: 'handedOver', reissues: 1, failure: null, certificateNumbers: ['n-3'] })
  })

  it.each([
    [true, 'printed'],
    [false, 'received'],
  ] as const)('lets a clerk say whether paper came out: %s leads to %s', (paperCameOut, state) => {
    const { queue, go } = queueWith()
    const jobId = requestId()
    const uncertain = go(value(queue.enqueue(freshRequest())), begin(jobId), { kind: 'printUncertain', jobId, failure: 'PRINTER-TIMEOUT' })
    expect(uncertain).toMatchObject({ state: 'uncertain', failure: 'PRINTER-TIMEOUT' })
    expect(go(uncertain, { kind: 'resolveUncertain', paperCameOut })).toMatchObject({ state, failure: null })
  })

  it('owes the fee back when a paid request is voided', () => {
    const { queue, go } = queueWith()
    const jobId = requestId()
    const paid = go(value(queue.enqueue(freshRequest())), begin(jobId), { kind: 'printed', jobId }, { kind: 'pay', receivedYen: 500 })
    const voided = go(paid, { kind: 'void', reason: 'wrongContent', note: '住所が違う' })
    expect(voided.state).toBe('voided')
    expect(refundDue(voided)).toBe(300)
    expect(value(queue.history(voided.requestId)).at(-1)?.reason).toBe('wrongContent: 住所が違う')
  })

  it('keeps the day on which a request was finished when its slip is heard of later', () => {
    const { queue, go, rows } = queueWith()
    const voided = go(value(queue.enqueue(freshRequest())), { kind: 'void', reason: 'other', note: '' })
    const later = go(voided, { kind: 'slipFailed', failure: 'RECEIPT-PAPER-OUT' })
    expect(later).toMatchObject({ state: 'voided', slip: 'failed', failure: 'RECEIPT-PAPER-OUT' })
    expect(rows('SELECT finished_on FROM request')).toEqual([{ finished_on: '2026-11-21' }])
    expect(value(queue.history(voided.requestId))).toHaveLength(2)
  })

  it('writes the beginning and the end of a print job into the audit log', () => {
    const { queue, go, rows } = queueWith()
    const jobId = requestId()
    go(value(queue.enqueue(freshRequest())), begin(jobId), { kind: 'printed', jobId })
    const types = (rows('SELECT event FROM audit_entry ORDER BY seq') as { event: string }[]).map(
      (row) => (JSON.parse(row.event) as { type: string }).type,
    )
    expect(types).toEqual(['request-received', 'request-changed', 'print-begin', 'request-changed', 'print-end'])
  })

  it('tells others neither the request id nor anything personal', () => {
    const { queue, go, rows } = queueWith()
    const request = value(queue.enqueue(freshRequest()))
    go(request, { kind: 'void', reason: 'other', note: '見本 太郎' })
    const payloads = JSON.stringify(rows('SELECT payload FROM outbox'))
    expect(payloads).not.toContain(request.requestId)
    expect(payloads).not.toContain(request.subjectDigest)
    expect(payloads).not.toContain('見本')
    expect(payloads).not.toContain('resident-0')
  })
})

describe('list, recover, subscribe', () => {
  it('lists what waits and what was finished today, oldest first', () => {
    const { queue, go, clock } = queueWith()
    const first = value(queue.enqueue(freshRequest()))
    const second = value(queue.enqueue(freshRequest()))
    go(first, { kind: 'void', reason: 'other', note: '' })
    expect(value(queue.list()).map((request) => request.sequence)).toEqual([1, 2])
    clock.advance(24 * 60 * 60 * 1000)
    expect(value(queue.list()).map((request) => request.requestId)).toEqual([second.requestId])
  })

  it('makes uncertain what was printing when the program died', () => {
    const { queue, go, open } = queueWith()
    const waiting = value(queue.enqueue(freshRequest()))
    const printing = go(value(queue.enqueue(freshRequest())), begin())
    const reopened = value(open()).queue
    expect(value(reopened.recover())).toBe(1)
    expect(value(reopened.get(printing.requestId))).toMatchObject({ state: 'uncertain', failure: 'PRINTER-UNCERTAIN' })
    expect(value(reopened.get(waiting.requestId))).toEqual(waiting)
    expect(value(reopened.recover())).toBe(0)
  })

  it('calls a listener after the commit, not for a refusal, and not after unsubscribing', () => {
    const { queue, rows } = queueWith()
    const seen: unknown[] = []
    const stop = queue.subscribe(() => seen.push(...rows('SELECT count(*) AS n FROM request')))
    const request = value(queue.enqueue(freshRequest()))
    expect(code(queue.change({ ...request, version: 9 }, begin(), 'clerk1'))).toBe('REQUEST-STATE')
    stop()
    value(queue.enqueue(freshRequest()))
    expect(seen).toEqual([{ n: 1 }])
  })
})
