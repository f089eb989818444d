import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApplicationChange } from '../../../../src-main/queue/applications/application-store.ts'
import { applicationTransitions, applyApplicationChange, changesFrom, type ApplicationRecord } from '../../../../src-main/queue/applications/application-transitions.ts'
import { applicationStates, emptyApplicationFacts, type ApplicationState, type Delivery } from '../../../../src-preload/contract.ts'

const today = '2026-11-21'
const facts = emptyApplicationFacts('first')
const photo = { jpeg: 'AAAA', width: 1050, height: 1350, source: 'camera' as const, findings: [], takenAt: '2026-11-21T01:00:00.000Z' }
const delivery: Delivery = { notice: true, actor: 'self', identityDocuments: [], agentReason: null, faceMatches: true, oldCardHandedIn: false, pins: 'set', receiptSigned: true, mailed: false }
const fresh: ApplicationRecord = {
  ...{ sequence: 1, applicationId: 'a'.repeat(32), rowId: '019a0000-0000-7000-8000-000000000000', number: 'S-001', day: today, begunAt: new Date('2026-11-21T01:00:00.000Z') },
  ...{ kind: 'first', state: 'draft', version: 1, origin: 'staff', collection: 'atDelivery', express: false, batchId: null, subjectVersion: null, factsVersion: 1, photoVersion: null },
  ...{ deliveryVersion: null, photo: 'none', formMark: null, leftBy: null, atResident: false, packetId: null, transfer: 'none', lastOn: null },
}

const changes: readonly ApplicationChange[] = [
  { kind: 'saveFacts', facts },
  { kind: 'saveFacts', facts: { ...facts, express: { ground: 'newborn', since: null, withBirthReport: true } } },
  { kind: 'link', residentId: 'r1' },
  { kind: 'link', residentId: null },
  { kind: 'savePhoto', photo },
  { kind: 'confirmPhoto' },
  { kind: 'exceptPhoto', exception: 'bandage', note: '' },
  { kind: 'dropPhoto' },
  { kind: 'atResident' },
  { kind: 'leave', by: 'resident' },
  { kind: 'leave', by: null },
  { kind: 'leave', by: 'crash' },
  { kind: 'discard' },
  { kind: 'receive' },
  { kind: 'pack', packetId: 'b'.repeat(32) },
  ...(['shipped', 'prepared', 'notified'] as const).flatMap((kind): ApplicationChange[] => ['2026-11-20', today, '2026-11-22'].map((on) => ({ kind, on }))),
  { kind: 'return', on: today, reason: 'photo', note: '' },
  { kind: 'correct' },
  { kind: 'deliver', on: today, delivery },
  { kind: 'deliver', on: today, delivery: { ...delivery, mailed: true } },
  { kind: 'refuse', reason: 'other', note: '' },
  { kind: 'withdraw', note: '' },
  { kind: 'abandon' },
]
const ends: readonly ApplicationState[] = ['delivered', 'refused', 'withdrawn']

describe('the states of an application', () => {
  it('every kind of change is among those that are tried', () => {
    expect([...new Set(changes.map(({ kind }) => kind))].sort()).toEqual(Object.keys(applicationTransitions).sort())
  })

  it.each(ends)('%s is an end', (state) => expect([...changesFrom(state)]).toEqual([]))

  it('every other state can be left, and every one is reached', () => {
    const reached = new Set<ApplicationState>(['draft', ...Object.values(applicationTransitions).flatMap((targets) => Object.values(targets).flatMap((target) => (target === 'same' ? [] : [target])))])
    expect([...reached].sort()).toEqual([...applicationStates].sort())
    for (const state of applicationStates) if (!ends.includes(state)) expect(changesFrom(state).size).toBeGreaterThan(0)
  })

  it('whatever comes in whatever order: by the table or not at all, days in order, and nothing at the resident but what still needs a photo', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...changes), { maxLength: 40 }), (sequence) => {
        let record = fresh
        for (const change of sequence) {
          const target = applicationTransitions[change.kind][record.state]
          const after = applyApplicationChange(record, change, today)
          if (target === undefined) expect(after.ok).toBe(false)
          if (!after.ok) {
            expect(after.failure.code).toBe('APPLICATION-STATE')
            continue
          }
          expect(after.value.state).toBe(target === 'same' ? record.state : target)
          expect(after.value.version).toBe(record.version + 1)
          expect((after.value.lastOn ?? '') >= (record.lastOn ?? '') && (after.value.lastOn ?? '') <= today).toBe(true)
          expect(after.value.atResident && after.value.state !== 'draft' && after.value.state !== 'returned').toBe(false)
          // What was received once is never thrown away, and never received twice.
          if (change.kind === 'discard' || change.kind === 'receive') expect(record.state).toBe('draft')
          expect((after.value.photo === 'none') === (after.value.photoVersion === null)).toBe(true)
          // Nothing goes into two packets without having been sent back between them.
          if (change.kind === 'pack') expect(record.transfer).toBe('waiting')
          record = after.value
        }
      }),
    )
  })

  it('no card is handed over that nobody was told to come for, but one that is sent home', () => {
    for (const state of ['shipped', 'prepared'] as const) {
      const record = { ...fresh, state, express: state === 'shipped' }
      expect(applyApplicationChange(record, { kind: 'deliver', on: today, delivery }, today).ok).toBe(false)
      expect(applyApplicationChange(record, { kind: 'deliver', on: today, delivery: { ...delivery, mailed: true } }, today).ok).toBe(true)
    }
    expect(applyApplicationChange({ ...fresh, state: 'shipped' }, { kind: 'deliver', on: today, delivery: { ...delivery, mailed: true } }, today).ok).toBe(false)
  })
})
