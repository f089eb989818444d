import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noFacts, type CardCaseState } from '../../../../src-preload/contract.ts'
import type { CardCaseChange } from '../../../../src-main/queue/cases/card-case-store.ts'
import { applyCaseChange, caseTransitions, isUnderWay, type CaseRecord } from '../../../../src-main/queue/cases/case-transitions.ts'

const fresh: CaseRecord = {
  sequence: 1,
  caseId: 'c'.repeat(32),
  rowId: '019a0000-0000-7000-8000-000000000000',
  number: 'K-001',
  openedAt: new Date('2026-11-20T01:00:00.000Z'),
  kind: 'recordUpdate',
  state: 'open',
  version: 1,
  factsVersion: null,
  cardVersion: null,
  inquiry: null,
  secondPerson: null,
  orders: [],
  failure: null,
  link: 'none',
}
const card = { userAuthentication: null, signature: null, faceAuthentication: false, expiresOn: null, tries: [] }
const [first, second] = ['1'.repeat(32), '2'.repeat(32)] as const

/** One of every kind, some more than once. */
const changes: readonly CardCaseChange[] = [
  { kind: 'recordFacts', day: '2026-11-20', facts: noFacts },
  { kind: 'seeCard', card },
  { kind: 'postInquiry', postedOn: '2026-11-20', dueOn: '2026-12-20' },
  { kind: 'receiveAnswer', receivedOn: '2026-11-25', accepted: true },
  { kind: 'confirm', secondPerson: 'suzuki' },
  { kind: 'makeReady' },
  { kind: 'reopen' },
  { kind: 'begin', orders: [{ orderId: first, work: 'updateRecord' }, { orderId: second, work: 'issueCertificates' }] },
  { kind: 'begin', orders: [] },
  { kind: 'begin', orders: null },
  { kind: 'takeBack', failure: null },
  ...[first, second].flatMap((orderId): CardCaseChange[] => [
    { kind: 'beginOrder', orderId },
    { kind: 'orderDone', orderId, issuedSerial: null },
    { kind: 'orderDone', orderId, issuedSerial: '3c' },
    { kind: 'orderRefused', orderId, failure: 'ISSUER-REFUSED' },
    { kind: 'orderNotSent', orderId, failure: 'ISSUER-UNREACHABLE' },
    { kind: 'orderUncertain', orderId, failure: 'ISSUER-UNCERTAIN' },
  ]),
  { kind: 'linked' },
  { kind: 'linkFailed', failure: 'REGISTRY-READ-ONLY' },
  { kind: 'refuse', reason: 'other', note: '' },
  { kind: 'withdraw', note: '' },
  { kind: 'abandon' },
]
const ends: ReadonlySet<CardCaseState> = new Set(['done', 'refused', 'withdrawn'])

const quits: ReadonlySet<string> = new Set(['refuse', 'withdraw', 'abandon'])

/** Each number picks one of the changes that are possible then; cases are seldom given up, or none would get far. */
function play(picks: readonly number[]): CaseRecord[] {
  const path = [fresh]
  for (const pick of picks) {
    const record = path.at(-1) ?? fresh
    const possible = changes.filter(({ kind }) => pick % 20 === 0 || !quits.has(kind)).map((change) => applyCaseChange(record, change)).filter(({ ok }) => ok)
    const chosen = possible[pick % Math.max(possible.length, 1)]
    if (chosen?.ok === true) path.push(chosen.value)
  }
  return path
}

const after = (...all: readonly CardCaseChange[]): CaseRecord => {
  let record = fresh
  for (const change of all) {
    const applied = applyCaseChange(record, change)
    if (!applied.ok) throw new Error(`${change.kind}: ${applied.failure.detail ?? ''}`)
    record = applied.value
  }
  return record
}
const toCard: readonly CardCaseChange[] = [{ kind: 'makeReady' }, { kind: 'begin', orders: [{ orderId: first, work: 'updateRecord' }, { orderId: second, work: 'issueCertificates' }] }]
const begun: readonly CardCaseChange[] = [...toCard, { kind: 'beginOrder', orderId: first }]

describe('a card case, whatever happens to it in whatever order', () => {
  it('keeps what is always true of it', () => {
    const reached = new Set<CardCaseState>()
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 40, size: 'max' }), (all) => {
        const path = play(all)
        for (const [index, record] of path.entries()) {
          reached.add(record.state)
          const before = path[index - 1]
          expect(record.version).toBe(index + 1)
          const count = (state: CaseRecord['orders'][number]['state']): number => record.orders.filter((order) => order.state === state).length
          // One order at a time is out, and only at the card.
          expect(count('begun')).toBeLessThanOrEqual(record.state === 'atCard' ? 1 : 0)
          // Done in their order.
          const notDone = record.orders.findIndex((order) => order.state !== 'done')
          expect(record.orders.slice(Math.max(notDone, 0)).every((order) => notDone < 0 || order.state !== 'done')).toBe(true)
          if (record.state === 'done') expect([notDone, record.orders.length > 0]).toEqual([-1, true])
          if (record.state === 'uncertain') expect(count('uncertain')).toBe(1)
          if (record.state === 'open' || record.state === 'awaitingAnswer') expect(isUnderWay(record)).toBe(false)
          if (record.link !== 'none') expect(record.orders.some((order) => order.state === 'done')).toBe(true)
          if (before === undefined) continue
          // An end is an end; what was done stays done; an order keeps its name for ever once it was out.
          if (ends.has(before.state)) expect(record.state).toBe(before.state)
          for (const order of before.orders) {
            if (order.state === 'pending' && !order.doubtful) continue
            const now = record.orders.find(({ orderId }) => orderId === order.orderId)
            expect(now).toBeDefined()
            if (order.state === 'done') expect(now?.state).toBe('done')
          }
        }
      }),
      { numRuns: 400 },
    )
    expect([...reached].toSorted()).toEqual(['atCard', 'awaitingAnswer', 'done', 'open', 'ready', 'refused', 'uncertain', 'withdrawn'])
  })

  it('refuses what the table does not have, and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 25 }), fc.constantFrom(...changes), (all, change) => {
        const record = play(all).at(-1) ?? fresh
        const copy = structuredClone(record)
        const applied = applyCaseChange(record, change)
        expect(record).toEqual(copy)
        if (caseTransitions[change.kind][record.state] === undefined) expect(applied).toMatchObject({ ok: false, failure: { code: 'CASE-STATE' } })
      }),
      { numRuns: 400 },
    )
  })
})

describe('an order that was out', () => {
  it('is not taken back, and nothing is written anew about the case', () => {
    const out = after(...begun)
    for (const change of changes) {
      if (change.kind.startsWith('order')) continue
      expect(applyCaseChange(out, change).ok).toBe(false)
    }
  })

  it('was refused: the facts may be changed again', () => {
    const refused = after(...begun, { kind: 'orderRefused', orderId: first, failure: 'ISSUER-REFUSED' })
    expect(refused).toMatchObject({ state: 'ready', failure: 'ISSUER-REFUSED' })
    expect(applyCaseChange(refused, { kind: 'recordFacts', day: '2026-11-20', facts: noFacts }).ok).toBe(true)
  })

  it('is uncertain until its own answer comes, whatever else was tried', () => {
    const lost = after(...begun, { kind: 'orderUncertain', orderId: first, failure: 'ISSUER-UNCERTAIN' })
    const again = applyCaseChange(lost, { kind: 'begin', orders: null })
    if (!again.ok) throw new Error(again.failure.code)
    let record = again.value
    for (const change of [{ kind: 'beginOrder', orderId: first }, { kind: 'orderNotSent', orderId: first, failure: 'ISSUER-UNREACHABLE' }] as const) {
      const applied = applyCaseChange(record, change)
      if (!applied.ok) throw new Error(applied.failure.code)
      record = applied.value
    }
    expect(record).toMatchObject({ state: 'uncertain', orders: [{ orderId: first, state: 'uncertain', doubtful: true }, { state: 'pending' }] })
    expect(applyCaseChange(lost, { kind: 'begin', orders: [{ orderId: 'f'.repeat(32), work: 'updateRecord' }] }).ok).toBe(false)
    expect(applyCaseChange(lost, { kind: 'abandon' }).ok).toBe(false)
  })
})

it('what one colleague confirmed is not what another changes afterwards', () => {
  const confirmed = after({ kind: 'confirm', secondPerson: 'suzuki' })
  for (const change of [{ kind: 'recordFacts', day: '2026-11-20', facts: noFacts }, { kind: 'seeCard', card }] as const) {
    expect(applyCaseChange(confirmed, change)).toMatchObject({ ok: true, value: { secondPerson: null } })
  }
})
