import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ApplicationChange, StoredApplication } from '../../../../src-main/queue/applications/application-store.ts'
import type { Store } from '../../../../src-main/queue/database/open-store.ts'
import { emptyApplicationFacts, type Delivery } from '../../../../src-preload/contract.ts'
import { code, requestId, temporaryStore, value } from '../temporary-store.ts'

const today = '2026-11-21'
const facts = { ...emptyApplicationFacts('first'), formId: '12345678901234567890123', birthDate: '1990-04-01' }
const photo = { jpeg: Buffer.from('見本の写真のかわり').toString('base64'), width: 1050, height: 1350, source: 'camera' as const, findings: [], takenAt: '2026-11-21T01:00:00.000Z' }
const delivery: Delivery = { notice: true, actor: 'self', identityDocuments: ['passport'], agentReason: null, faceMatches: true, oldCardHandedIn: false, pins: 'set', receiptSigned: true, mailed: false }

function opened() {
  const house = temporaryStore()
  const store = value(house.open())
  return { house, store }
}

function begin(store: Store, origin: 'resident' | 'staff' = 'staff'): StoredApplication {
  return value(store.applications.open({ applicationId: requestId(), origin, batchId: null, facts: { ...facts, formId: requestId().replaceAll(/\D/g, '0').padEnd(23, '1').slice(0, 23) } }, origin === 'resident' ? 'resident' : 'tanaka'))
}

/** One change after the other. */
function go(store: Store, application: StoredApplication, ...changes: ApplicationChange[]): StoredApplication {
  return changes.reduce((present, change) => value(store.applications.change(present, change, 'tanaka')), application)
}

describe('an application', () => {
  it('goes from 申請受付 to 交付, every step with its day, actor and place', () => {
    const { store } = opened()
    const received = go(store, begin(store), { kind: 'link', residentId: 'r1' }, { kind: 'savePhoto', photo }, { kind: 'confirmPhoto' }, { kind: 'receive' })
    value(store.applications.beginPacket(requestId(), 'a.mdgp', 'tanaka'))
    const packed = value(store.applications.get(received.applicationId))
    const done = go(store, packed, { kind: 'shipped', on: today }, { kind: 'prepared', on: today }, { kind: 'notified', on: today }, { kind: 'deliver', on: today, delivery })
    expect(done.state).toBe('delivered')
    const history = value(store.applications.history(done.applicationId))
    expect(history.map(({ change }) => change)).toEqual(['open', 'link', 'savePhoto', 'confirmPhoto', 'receive', 'pack', 'shipped', 'prepared', 'notified', 'deliver'])
    for (const entry of history) expect(entry).toMatchObject({ on: today, actor: 'tanaka', place: '01' })
    expect(value(store.applications.openPersonal(done.applicationId))).toMatchObject({ residentId: 'r1', photo: { confirmedBy: 'tanaka', jpeg: photo.jpeg }, delivery })
  })

  it('sent back is corrected and resent, and counts once in 申請受付数', () => {
    const { store } = opened()
    const received = go(store, begin(store), { kind: 'receive' })
    value(store.applications.beginPacket(requestId(), 'a.mdgp', 'tanaka'))
    const corrected = go(store, value(store.applications.get(received.applicationId)), { kind: 'return', on: today, reason: 'photo', note: '背景に家具' }, { kind: 'savePhoto', photo }, { kind: 'correct' })
    expect(corrected).toMatchObject({ state: 'corrected', transfer: 'waiting' })
    value(store.applications.beginPacket(requestId(), 'b.mdgp', 'tanaka'))
    expect(value(store.applications.get(received.applicationId))).toMatchObject({ state: 'resent', transfer: 'packed' })
    expect(value(store.applications.steps(today))).toEqual([{ counter: 'received', day: today, count: 1 }])
    expect(value(store.applications.history(received.applicationId)).find(({ change }) => change === 'return')?.reason).toBe('photo: 背景に家具')
  })

  it('refuses what does not fit: a delivery nobody was told of, a day to come, a day before the last step', () => {
    const { store } = opened()
    const received = go(store, begin(store), { kind: 'receive' })
    const change = (what: ApplicationChange): string => code(store.applications.change(received, what, 'tanaka'))
    expect(change({ kind: 'deliver', on: today, delivery })).toBe('APPLICATION-STATE')
    expect(change({ kind: 'shipped', on: '2026-11-22' })).toBe('APPLICATION-STATE')
    expect(change({ kind: 'shipped', on: '2026-11-20' })).toBe('APPLICATION-STATE')
    const prepared = go(store, received, { kind: 'shipped', on: today }, { kind: 'prepared', on: today })
    expect(code(store.applications.change(prepared, { kind: 'deliver', on: today, delivery }, 'tanaka'))).toBe('APPLICATION-STATE')
    expect(code(store.applications.change(prepared, { kind: 'deliver', on: today, delivery: { ...delivery, mailed: true } }, 'tanaka'))).toBe('ok')
  })

  it('changed by two at once keeps the first change', () => {
    const { store } = opened()
    const application = begin(store)
    go(store, application, { kind: 'saveFacts', facts })
    expect(code(store.applications.change(application, { kind: 'receive' }, 'suzuki'))).toBe('APPLICATION-STATE')
  })

  it('the same id opens nothing twice', () => {
    const { store } = opened()
    const { applicationId } = begin(store)
    expect(code(store.applications.open({ applicationId, origin: 'staff', batchId: null, facts }, 'tanaka'))).toBe('APPLICATION-STATE')
    expect(value(store.applications.openAll([{ applicationId, origin: 'list', batchId: null, facts }], 'tanaka'))).toBe(0)
  })

  it('knows a 申請書ID that is used, without keeping it in clear', () => {
    const { house, store } = opened()
    const first = begin(store)
    const marked = go(store, first, { kind: 'saveFacts', facts })
    expect(value(store.applications.isFormUsed(facts.formId, requestId()))).toBe(true)
    expect(value(store.applications.isFormUsed(facts.formId, marked.applicationId))).toBe(false)
    go(store, marked, { kind: 'savePhoto', photo }, { kind: 'withdraw', note: '' })
    expect(value(store.applications.isFormUsed(facts.formId, requestId()))).toBe(false)
    value(store.checkpoint())
    const bytes = readFileSync(house.file)
    expect(bytes.includes(facts.formId)).toBe(false)
    expect(bytes.includes(photo.jpeg)).toBe(false)
  })
})

describe('drafts', () => {
  it('that a resident was at when the program ended are left to the staff, as they were', () => {
    const { house, store } = opened()
    const draft = value(store.applications.change(begin(store, 'resident'), { kind: 'savePhoto', photo }, 'resident'))
    expect(draft).toMatchObject({ atResident: true, leftBy: null })
    const again = value(house.open())
    expect(value(again.applications.recover())).toBe(1)
    expect(value(again.applications.get(draft.applicationId))).toMatchObject({ state: 'draft', atResident: false, leftBy: 'crash' })
    expect(value(again.applications.openPersonal(draft.applicationId)).photo?.jpeg).toBe(photo.jpeg)
    expect(value(again.applications.recover())).toBe(0)
  })

  it('given up leave nothing that could be opened, and are not listed', () => {
    const { store } = opened()
    const draft = begin(store, 'resident')
    go(store, draft, { kind: 'discard' })
    expect(code(store.applications.openPersonal(draft.applicationId))).toBe('APPLICATION-NOT-FOUND')
    expect(value(store.applications.list())).toEqual([])
  })

  it('are not received while the resident is at them', () => {
    const { store } = opened()
    expect(code(store.applications.change(begin(store, 'resident'), { kind: 'receive' }, 'tanaka'))).toBe('APPLICATION-STATE')
  })

  it('a replaced photo is gone at once; what is finished or forgotten goes with its time', () => {
    const { house, store } = opened()
    const twice = go(store, begin(store), { kind: 'savePhoto', photo }, { kind: 'savePhoto', photo: { ...photo, width: 700 } })
    const parts = store.applications
    expect(value(parts.openPersonal(twice.applicationId)).photo?.width).toBe(700)
    const finished = go(store, begin(store), { kind: 'refuse', reason: 'notEntitled', note: '見本' })
    const waiting = go(store, begin(store), { kind: 'receive' })
    house.clock.advance(31 * 24 * 60 * 60 * 1000)
    value(store.shredExpired(house.clock.now()))
    expect(code(parts.openPersonal(finished.applicationId))).toBe('APPLICATION-NOT-FOUND')
    expect(code(parts.openPersonal(twice.applicationId))).toBe('APPLICATION-NOT-FOUND')
    expect(value(parts.get(twice.applicationId)).state).toBe('withdrawn')
    expect(code(parts.openPersonal(waiting.applicationId))).toBe('ok')
    expect(value(parts.history(finished.applicationId)).at(-1)?.reason).toBe('notEntitled')
  })
})

describe('packets and batches', () => {
  it('a packet takes all that wait, and the same id again takes nothing more', () => {
    const { store } = opened()
    go(store, begin(store), { kind: 'receive' })
    const packetId = requestId()
    expect(value(store.applications.beginPacket(packetId, 'a.mdgp', 'tanaka')).applications).toBe(1)
    go(store, begin(store), { kind: 'receive' })
    expect(value(store.applications.beginPacket(packetId, 'other.mdgp', 'tanaka'))).toMatchObject({ applications: 1, file: 'a.mdgp' })
    expect(code(store.applications.packetHandedOver(packetId, 'tanaka'))).toBe('APPLICATION-STATE')
    value(store.applications.packetMade(packetId, 'f'.repeat(64), 'tanaka'))
    value(store.applications.packetHandedOver(packetId, 'tanaka'))
    expect(value(store.applications.packets())).toMatchObject([{ packetId, handedOver: true, sha256: 'f'.repeat(64) }])
  })

  it('nothing waits: no packet', () => {
    const { store } = opened()
    expect(code(store.applications.beginPacket(requestId(), 'a.mdgp', 'tanaka'))).toBe('APPLICATION-STATE')
    expect(value(store.applications.packets())).toEqual([])
  })

  it('a batch is opened once and closed once', () => {
    const { store } = opened()
    const batch = { batchId: requestId(), kind: 'company' as const, name: '見本商事', place: '見本市中央', heldOn: today }
    value(store.applications.openBatch(batch, 'tanaka'))
    value(store.applications.openBatch(batch, 'tanaka'))
    expect(value(store.applications.openAll([{ applicationId: requestId(), origin: 'list', batchId: batch.batchId, facts }], 'tanaka'))).toBe(1)
    expect(value(store.applications.inBatch(batch.batchId))).toHaveLength(1)
    value(store.applications.closeBatch(batch.batchId, 'tanaka'))
    expect(code(store.applications.closeBatch(batch.batchId, 'tanaka'))).toBe('APPLICATION-STATE')
    expect(value(store.applications.batches())).toEqual([{ ...batch, closed: true }])
  })
})
