import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import type { StoredRequest } from '../../../../src-main/queue/request-queue.ts'
import { staffSnapshotSchema, type RequestState, type StaffEvent } from '../../../../src-preload/contract.ts'
import { CounterDesk } from '../../../fixtures/procedures/counter-desk.ts'

const signedIn = (): Promise<CounterDesk> => new CounterDesk().signedIn('clerk')

/** Presses what leads a fresh request to a state. */
async function bring(counter: CounterDesk, request: StoredRequest, to: RequestState): Promise<void> {
  const { requestId } = request
  const path: Partial<Record<RequestState, StaffEvent[]>> = {
    printed: [{ type: 'print', requestId }],
    paid: [{ type: 'print', requestId }, { type: 'takeFee', requestId, receivedYen: 1000 }],
    handedOver: [{ type: 'print', requestId }, { type: 'takeFee', requestId, receivedYen: 1000 }, { type: 'handOver', requestId }],
    voided: [{ type: 'void', requestId, reason: 'residentCancelled', note: '' }],
  }
  if (to === 'uncertain') {
    counter.world.prints = ['PRINTER-UNCERTAIN']
    expect(await counter.desk.dispatch({ type: 'print', requestId })).toEqual(fail('PRINTER-UNCERTAIN'))
  } else for (const event of path[to] ?? []) expect(await counter.desk.dispatch(event)).toEqual(ok())
  expect(counter.stored(request).state).toBe(to)
}

describe('from the request to the hand-over', () => {
  it('prints, takes the fee with its change, gives a receipt, and hands over', async () => {
    const counter = await signedIn()
    const { requestId } = counter.request({ copies: 2 })
    expect(await counter.desk.dispatch({ type: 'print', requestId })).toEqual(ok())
    expect(counter.jobs.map((job) => job.requestId)).toEqual([requestId, requestId])
    expect(counter.stored({ requestId })).toMatchObject({ state: 'printed', certificateNumbers: ['20261120-T01-000001-1-1', '20261120-T01-000001-1-2'] })
    expect(await counter.desk.dispatch({ type: 'takeFee', requestId, receivedYen: 1000 })).toEqual(ok())
    expect(counter.stored({ requestId })).toMatchObject({ state: 'paid', receivedYen: 1000, fee: 600 })
    expect(counter.feeReceipts).toMatchObject([{ receivedYen: 1000, duplicate: false, clerk: 'clerk' }])
    expect(await counter.desk.dispatch({ type: 'handOver', requestId })).toEqual(ok())
    expect(counter.stored({ requestId }).state).toBe('handedOver')
    staffSnapshotSchema.parse(counter.desk.snapshot())
    expect(counter.desk.detail(requestId)).toMatchObject({
      ok: true,
      value: { receivedYen: 1000, history: [{ state: 'received' }, { state: 'printing', actor: 'clerk' }, { state: 'printed' }, { state: 'paid' }, { state: 'handedOver' }] },
    })
  })

  it('less than the fee is no payment', async () => {
    const counter = await signedIn()
    const request = counter.request({ copies: 2 })
    await bring(counter, request, 'printed')
    expect((await counter.desk.dispatch({ type: 'takeFee', requestId: request.requestId, receivedYen: 599 })).ok).toBe(false)
    expect(counter.stored(request)).toMatchObject({ state: 'printed', receivedYen: null })
    expect(counter.feeReceipts).toEqual([])
    expect(await counter.desk.dispatch({ type: 'takeFee', requestId: request.requestId, receivedYen: 600 })).toEqual(ok())
  })

  it('the fee is taken once, however often the key is pressed', async () => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, 'printed')
    const { requestId } = request
    const both = await Promise.all([counter.desk.dispatch({ type: 'takeFee', requestId, receivedYen: 500 }), counter.desk.dispatch({ type: 'takeFee', requestId, receivedYen: 500 })])
    expect(both.map((each) => each.ok)).toEqual([true, false])
    expect(counter.feeReceipts).toHaveLength(1)
  })

  it('a receipt that does not come out leaves the fee paid, and a second one says duplicate, when it was paid and who took it', async () => {
    const counter = await signedIn()
    const request = counter.request()
    const { requestId } = request
    await bring(counter, request, 'printed')
    counter.world.receipt = 'RECEIPT-PAPER-OUT'
    const paidAt = counter.clock.now()
    expect(await counter.desk.dispatch({ type: 'takeFee', requestId, receivedYen: 500 })).toEqual(fail('RECEIPT-PAPER-OUT'))
    expect(counter.stored(request)).toMatchObject({ state: 'paid', receivedYen: 500 })
    expect(counter.events().at(-1)).toEqual({ type: 'fee-receipt-printed', requestId, outcome: 'failure', code: 'RECEIPT-PAPER-OUT' })
    counter.world.receipt = null
    counter.clock.advance(3_600_000)
    await counter.signedIn('supervisor')
    expect(await counter.desk.dispatch({ type: 'printFeeReceiptAgain', requestId })).toEqual(ok())
    expect(counter.feeReceipts.at(-1)).toEqual({ receivedYen: 500, duplicate: true, paidAt, clerk: 'clerk' })
    expect(counter.events().at(-1)).toEqual({ type: 'fee-receipt-printed', requestId, outcome: 'success', code: null })
  })

  it.each(['received', 'printed'] as const)('there is no receipt for a request that is only %s', async (state) => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, state)
    expect(await counter.desk.dispatch({ type: 'printFeeReceiptAgain', requestId: request.requestId })).toMatchObject({ ok: false, failure: { code: 'REQUEST-STATE' } })
  })

  it('a request nobody knows is not found, whatever is asked of it', async () => {
    const counter = await signedIn()
    const requestId = '0'.repeat(32)
    expect(await counter.desk.dispatch({ type: 'print', requestId })).toEqual(fail('REQUEST-NOT-FOUND'))
    expect(counter.desk.detail(requestId)).toEqual(fail('REQUEST-NOT-FOUND'))
    expect(await counter.desk.preview(requestId)).toEqual(fail('REQUEST-NOT-FOUND'))
  })

  it('looking at a request is written down before anything is shown', async () => {
    const counter = await signedIn()
    const { requestId } = counter.request()
    expect((await counter.desk.preview(requestId)).ok).toBe(true)
    expect(counter.events().at(-1)).toEqual({ type: 'staff-viewed-request', actor: 'clerk', requestId, what: 'preview' })
    counter.world.audit = 'STORE-FULL'
    expect(counter.desk.detail(requestId)).toEqual(fail('STORE-FULL'))
    expect(await counter.desk.preview(requestId)).toEqual(fail('STORE-FULL'))
  })
})

describe('void', () => {
  it.each(['received', 'printed', 'paid', 'uncertain'] as const)('a request that is %s can be voided with its reason', async (state) => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, state)
    expect(await counter.desk.dispatch({ type: 'void', requestId: request.requestId, reason: 'wrongContent', note: 'メモ' })).toEqual(ok())
    expect(counter.stored(request).state).toBe('voided')
    expect(counter.desk.detail(request.requestId)).toMatchObject({ ok: true, value: { history: expect.arrayContaining([expect.objectContaining({ state: 'voided', actor: 'clerk', reason: 'wrongContent: メモ' })]) as unknown } })
  })

  it.each(['handedOver', 'voided'] as const)('a request that is %s can not', async (state) => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, state)
    expect(await counter.desk.dispatch({ type: 'void', requestId: request.requestId, reason: 'other', note: '' })).toMatchObject({ ok: false, failure: { code: 'REQUEST-STATE' } })
    expect(counter.stored(request).state).toBe(state)
  })

  it('not while it is printing: the paper has to be seen first', async () => {
    const counter = await signedIn()
    const request = counter.request()
    let release = (): void => undefined
    counter.world.hold = new Promise((resolve) => (release = resolve))
    const printing = counter.desk.dispatch({ type: 'print', requestId: request.requestId })
    await counter.settle()
    expect(await counter.desk.dispatch({ type: 'void', requestId: request.requestId, reason: 'other', note: '' })).toMatchObject({ ok: false, failure: { code: 'REQUEST-STATE' } })
    release()
    expect(await printing).toEqual(ok())
    expect(counter.stored(request).state).toBe('printed')
  })

  it('nothing is printed for a voided request', async () => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, 'voided')
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toMatchObject({ ok: false, failure: { code: 'REQUEST-STATE' } })
    expect(counter.jobs).toEqual([])
  })
})

describe('再発行', () => {
  it.each(['printed', 'paid', 'handedOver'] as const)('from %s is marked, numbered anew, and leads back', async (state) => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, state)
    const first = counter.stored(request).certificateNumbers
    expect(await counter.desk.dispatch({ type: 'reissue', requestId: request.requestId, reason: 'damaged', note: '' })).toEqual(ok())
    expect(counter.reissueMarks).toEqual([false, true])
    expect(counter.stored(request)).toMatchObject({ state, reissues: 1 })
    expect(counter.stored(request).certificateNumbers).not.toEqual(first)
    expect(new Set(counter.jobs.map((job) => job.jobId)).size).toBe(2)
  })

  it.each(['received', 'voided', 'uncertain'] as const)('there is none of a request that is %s', async (state) => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, state)
    const before = counter.jobs.length
    expect(await counter.desk.dispatch({ type: 'reissue', requestId: request.requestId, reason: 'lost', note: '' })).toMatchObject({ ok: false, failure: { code: 'REQUEST-STATE' } })
    expect(counter.jobs).toHaveLength(before)
  })

  it('one that did not come out counts as none', async () => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, 'paid')
    counter.world.prints = ['PRINTER-PAPER-OUT']
    expect(await counter.desk.dispatch({ type: 'reissue', requestId: request.requestId, reason: 'lost', note: '' })).toEqual(fail('PRINTER-PAPER-OUT'))
    expect(counter.stored(request)).toMatchObject({ state: 'paid', reissues: 0, failure: 'PRINTER-PAPER-OUT' })
  })
})

describe('paper that nobody can be sure of', () => {
  it('is printed once the clerk has found it', async () => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, 'uncertain')
    expect(await counter.desk.dispatch({ type: 'resolveUncertain', requestId: request.requestId, paperCameOut: true })).toEqual(ok())
    expect(counter.stored(request)).toMatchObject({ state: 'printed', failure: null })
  })

  it('waits again once the clerk has found none, and then prints anew', async () => {
    const counter = await signedIn()
    const request = counter.request()
    await bring(counter, request, 'uncertain')
    expect(await counter.desk.dispatch({ type: 'resolveUncertain', requestId: request.requestId, paperCameOut: false })).toEqual(ok())
    expect(counter.stored(request).state).toBe('received')
    await bring(counter, request, 'printed')
    expect(new Set(counter.jobs.map((job) => job.jobId)).size).toBe(2)
  })

  it.each([
    ['uncertain', 'PRINTER-UNCERTAIN'],
    ['silent', 'PRINTER-TIMEOUT'],
  ] as const)('a printer that is %s in the first copy', async (_name, code) => {
    const counter = await signedIn()
    const request = counter.request()
    counter.world.prints = [code]
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail(code))
    expect(counter.stored(request)).toMatchObject({ state: 'uncertain', failure: code })
  })

  it('a failure in the second of three copies: one is out, so only a clerk can tell', async () => {
    const counter = await signedIn()
    const request = counter.request({ copies: 3 })
    counter.world.prints = [null, 'PRINTER-PAPER-OUT']
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail('PRINTER-PAPER-OUT'))
    expect(counter.jobs).toHaveLength(2)
    expect(counter.stored(request)).toMatchObject({ state: 'uncertain', failure: 'PRINTER-PAPER-OUT' })
  })

  it('is what a restart finds of a print that was under way', async () => {
    const counter = await signedIn()
    const request = counter.request()
    counter.world.hold = new Promise(() => undefined)
    void counter.desk.dispatch({ type: 'print', requestId: request.requestId })
    await counter.settle()
    expect(counter.stored(request).state).toBe('printing')
    counter.restart()
    expect(counter.stored(request)).toMatchObject({ state: 'uncertain', failure: 'PRINTER-UNCERTAIN' })
    expect(counter.desk.snapshot().session).toEqual({ state: 'signedOut' })
  })
})

describe('the printer can not print', () => {
  it.each([
    ['paperOut', 'PRINTER-PAPER-OUT'],
    ['coverOpen', 'PRINTER-COVER-OPEN'],
    ['jam', 'PRINTER-JAM'],
    ['offline', 'PRINTER-OFFLINE'],
    ['PRINTER-TIMEOUT', 'PRINTER-TIMEOUT'],
  ] as const)('%s before the job: the request stays where it was, nothing is sent', async (condition, code) => {
    const counter = await signedIn()
    const request = counter.request()
    counter.world.printer = condition
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail(code))
    expect(counter.stored(request)).toEqual(request)
    expect(counter.jobs).toEqual([])
    counter.world.printer = 'paperLow'
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(ok())
  })

  it.each(['PRINTER-PAPER-OUT', 'PRINTER-COVER-OPEN', 'PRINTER-JAM', 'PRINTER-OFFLINE', 'PRINTER-REFUSED'] as const)('%s from the only copy: back to received, with the code', async (code) => {
    const counter = await signedIn()
    const request = counter.request()
    counter.world.prints = [code]
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail(code))
    expect(counter.stored(request)).toMatchObject({ state: 'received', failure: code })
  })
})

describe('two at once', () => {
  it('two clerks print the same request: one paper', async () => {
    const counter = await signedIn()
    const { requestId } = counter.request()
    const both = await Promise.all([counter.desk.dispatch({ type: 'print', requestId }), counter.desk.dispatch({ type: 'print', requestId })])
    expect(both.map((each) => each.ok).sort()).toEqual([false, true])
    expect(counter.jobs).toHaveLength(1)
    expect(counter.stored({ requestId }).state).toBe('printed')
  })

  it('a slip that is printed again notes itself, though the request has moved on meanwhile', async () => {
    const counter = await signedIn()
    const request = counter.request()
    const { requestId } = request
    let release = (): void => undefined
    counter.world.hold = new Promise((resolve) => (release = resolve))
    const slip = counter.desk.dispatch({ type: 'printSlipAgain', requestId })
    const voided = await counter.desk.dispatch({ type: 'void', requestId, reason: 'other', note: '' })
    release()
    expect(voided).toEqual(ok())
    expect(await slip).toEqual(ok())
    expect(counter.slips).toHaveLength(1)
    expect(counter.stored(request)).toMatchObject({ state: 'voided', slip: 'printed' })
  })

  it('a slip that does not come out is noted with its code', async () => {
    const counter = await signedIn()
    const request = counter.request()
    counter.world.slip = 'RECEIPT-JAM'
    expect(await counter.desk.dispatch({ type: 'printSlipAgain', requestId: request.requestId })).toEqual(fail('RECEIPT-JAM'))
    expect(counter.stored(request)).toMatchObject({ state: 'received', slip: 'failed', failure: 'RECEIPT-JAM' })
  })
})
