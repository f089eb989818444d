import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../../../src-main/audit/verify-chain.ts'
import type { CardCaseChange, StoredCase } from '../../../../src-main/queue/cases/card-case-store.ts'
import type { Store } from '../../../../src-main/queue/database/open-store.ts'
import { noFacts } from '../../../../src-preload/contract.ts'
import { code, requestId, temporaryStore, value } from '../temporary-store.ts'

const facts = { ...noFacts, representative: { name: '見本　代理', address: '見本市代理町', relationship: '長男', phone: '' } }
const card = { userAuthentication: { validUntil: '2027-01-10' }, signature: true, faceAuthentication: false, expiresOn: '2030-04-05', tries: [] }
const [first, second] = ['1'.repeat(32), '2'.repeat(32)] as const
const orders = [{ orderId: first, work: 'updateRecord' as const }, { orderId: second, work: 'issueCertificates' as const }]
/** A whole life, from the first facts to the link of the new certificate. */
const life: readonly CardCaseChange[] = [
  { kind: 'recordFacts', day: '2026-11-21', facts },
  { kind: 'seeCard', card },
  { kind: 'postInquiry', postedOn: '2026-11-21', dueOn: '2026-12-21' },
  { kind: 'receiveAnswer', receivedOn: '2026-11-21', accepted: true },
  { kind: 'confirm', secondPerson: 'suzuki' },
  { kind: 'makeReady' },
  { kind: 'begin', orders },
  { kind: 'beginOrder', orderId: first },
  { kind: 'orderDone', orderId: first, issuedSerial: null },
  { kind: 'beginOrder', orderId: second },
  { kind: 'orderDone', orderId: second, issuedSerial: '3c4d5e6f' },
  { kind: 'linked' },
]

function opened(store: Store): StoredCase {
  return value(store.cases.open({ caseId: requestId(), kind: 'recordUpdate', residentId: '10000102' }, 'sato'))
}

function lived(store: Store, changes: readonly CardCaseChange[] = life): StoredCase {
  let stored = opened(store)
  for (const change of changes) stored = value(store.cases.change(stored, change, 'sato'))
  return stored
}

const day = 24 * 60 * 60 * 1000

describe('a card case in the store', () => {
  it('gets the numbers of the day, and is the same after a restart', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    const one = lived(store)
    const two = opened(store)
    expect([one.number, two.number]).toEqual(['K-001', 'K-002'])
    const history = value(store.cases.history(one.caseId))
    expect(history.map(({ change }) => change)).toEqual(['open', ...life.map(({ kind }) => kind)])
    const again = value(temporary.open())
    expect(value(again.cases.get(one.caseId))).toEqual(one)
    expect(value(again.cases.history(one.caseId))).toEqual(history)
    expect(value(again.cases.openPersonal(one.caseId))).toEqual({ residentId: '10000102', facts: { day: '2026-11-21', facts }, card, issuedSerial: '3c4d5e6f' })
    temporary.clock.advance(day)
    expect(opened(again).number).toBe('K-001')
  })

  it('is compared and set: of two who saw the same, one is refused', () => {
    const store = value(temporaryStore().open())
    const seen = opened(store)
    value(store.cases.change(seen, { kind: 'makeReady' }, 'sato'))
    expect(code(store.cases.change(seen, { kind: 'withdraw', note: '' }, 'suzuki'))).toBe('CASE-STATE')
    expect(value(store.cases.get(seen.caseId)).state).toBe('ready')
  })

  it('is opened once under its id, and is not found under another', () => {
    const store = value(temporaryStore().open())
    const { caseId } = opened(store)
    expect(code(store.cases.open({ caseId, kind: 'pinReset', residentId: '10000103' }, 'sato'))).toBe('CASE-STATE')
    expect(code(store.cases.get('f'.repeat(32)))).toBe('CASE-NOT-FOUND')
    expect(value(store.cases.list())).toHaveLength(1)
  })

  it('has no name, document, resident or serial number in clear on the disk, in rows, log or outbox', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    const stored = lived(store)
    value(store.cases.change(opened(store), { kind: 'refuse', reason: 'other', note: '内緒のメモ' }, 'sato'))
    value(store.checkpoint())
    const bytes = readFileSync(temporary.file)
    for (const secret of ['見本　代理', '代理町', '10000102', '3c4d5e6f', '2030-04-05', '内緒']) {
      expect(bytes.includes(Buffer.from(secret)), secret).toBe(false)
      expect(bytes.includes(Buffer.from(JSON.stringify(secret).slice(1, -1))), secret).toBe(false)
    }
    const database = new Database(temporary.file, { readonly: true })
    const outbox = database.prepare<[], { payload: string }>('SELECT payload FROM outbox').all()
    database.close()
    expect(outbox.length).toBeGreaterThan(3)
    // The case id opens the case; others know it by its row.
    for (const { payload } of outbox) expect(payload).not.toContain(stored.caseId)
  })

  it('writes log and history with each change, in a chain that holds', () => {
    const temporary = temporaryStore()
    const store = value(temporary.open())
    lived(store)
    const key = temporary.options.keyStore.load()
    const chain = value(verifyAuditChain(temporary.file, { terminalKey: value(key)! }))
    const database = new Database(temporary.file, { readonly: true })
    const types = database.prepare<[], { event: string }>('SELECT event FROM audit_entry ORDER BY rowid').all().map(({ event }) => (JSON.parse(event) as { type: string }).type)
    database.close()
    expect(chain.entries).toBe(types.length)
    expect(types.filter((type) => type === 'card-case-changed')).toHaveLength(life.length)
    expect(types.filter((type) => type.startsWith('issuer-order'))).toEqual(['issuer-order-begin', 'issuer-order-end', 'issuer-order-begin', 'issuer-order-end'])
  })
})

describe('power lost after any change', () => {
  it.each(life.map((_, index) => index + 1))('the %ith: nothing is at the card any more, and an order that was out is uncertain', (count) => {
    const temporary = temporaryStore()
    const before = lived(value(temporary.open()), life.slice(0, count))
    const store = value(temporary.open())
    expect(value(store.cases.get(before.caseId))).toEqual(before)
    expect(value(store.cases.recover())).toBe(before.state === 'atCard' ? 1 : 0)
    const after = value(store.cases.get(before.caseId))
    const out = before.orders.find((order) => order.state === 'begun')
    if (before.state !== 'atCard') expect(after).toEqual(before)
    else expect(after.state).toBe(out === undefined ? 'ready' : 'uncertain')
    if (out !== undefined) expect(after.orders.find(({ orderId }) => orderId === out.orderId)).toEqual({ ...out, state: 'uncertain', doubtful: true })
    expect(value(store.cases.recover())).toBe(0)
  })
})

describe('personal data', () => {
  it('of a finished case is gone after the retention time, the rest stays', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    const stored = lived(store)
    temporary.clock.advance(29 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(code(store.cases.openPersonal(stored.caseId))).toBe('ok')
    temporary.clock.advance(2 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(code(store.cases.openPersonal(stored.caseId))).toBe('CASE-NOT-FOUND')
    expect(value(store.cases.get(stored.caseId)).state).toBe('done')
  })

  it('of a case that nobody came back for goes the same way, and the case with it', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    const stored = lived(store, life.slice(0, 2))
    temporary.clock.advance(31 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(value(store.cases.get(stored.caseId)).state).toBe('withdrawn')
    expect(code(store.cases.openPersonal(stored.caseId))).toBe('CASE-NOT-FOUND')
  })

  it('is kept while an answer may still come', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    let stored = lived(store, life.slice(0, 2))
    stored = value(store.cases.change(stored, { kind: 'postInquiry', postedOn: '2026-11-21', dueOn: '2026-12-31' }, 'sato'))
    temporary.clock.advance(35 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(value(store.cases.get(stored.caseId)).state).toBe('awaitingAnswer')
    temporary.clock.advance(10 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(value(store.cases.get(stored.caseId)).state).toBe('withdrawn')
  })

  it('is kept while nobody has settled what may have been done to a card', () => {
    const temporary = temporaryStore({ retentionDays: 30 })
    const store = value(temporary.open())
    const stored = lived(store, [...life.slice(0, 8), { kind: 'orderUncertain', orderId: first, failure: 'ISSUER-UNCERTAIN' }])
    temporary.clock.advance(100 * day)
    value(store.shredExpired(temporary.clock.now()))
    expect(value(store.cases.get(stored.caseId)).state).toBe('uncertain')
    expect(code(store.cases.openPersonal(stored.caseId))).toBe('ok')
  })
})

it('a listener that has a bug does not make a change that was committed look refused', async () => {
  const store = value(temporaryStore().open())
  const bugs: unknown[] = []
  const caught = (error: unknown): void => void bugs.push(error)
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', caught)
  try {
    let told = 0
    store.cases.subscribe(() => {
      throw new Error('a bug in a listener')
    })
    store.cases.subscribe(() => {
      told += 1
    })
    expect(opened(store).state).toBe('open')
    expect(told).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(bugs).toHaveLength(1)
  } finally {
    process.off('uncaughtException', caught)
    for (const other of others) process.on('uncaughtException', other)
  }
})
