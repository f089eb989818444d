import { describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { emptyApplicationFacts, noFacts, staffEventSchema, staffSnapshotSchema, type StaffEvent } from '../../../../src-preload/contract.ts'
import { CounterDesk, lockAfter, password } from '../../../fixtures/procedures/counter-desk.ts'

type Type = StaffEvent['type']

const requestId = 'a'.repeat(32)
const caseId = 'b'.repeat(32)
const applicationId = 'd'.repeat(32)
const batchId = 'e'.repeat(32)
const packetId = 'f'.repeat(32)
const on = '2026-04-01'
/** One of every event there is; a new event of the contract that is missing here does not compile. */
const events: { readonly [T in Type]: Extract<StaffEvent, { type: T }> } = {
  signIn: { type: 'signIn', accountId: 'nobody', password: 'wrong password' },
  lock: { type: 'lock' },
  unlock: { type: 'unlock', password },
  signOut: { type: 'signOut' },
  active: { type: 'active' },
  changePassword: { type: 'changePassword', oldPassword: password, newPassword: 'another horse 43' },
  setOneTimePassword: { type: 'setOneTimePassword', accountId: 'nobody', oneTimePassword: 'another horse 43', ownPassword: password },
  print: { type: 'print', requestId },
  resolveUncertain: { type: 'resolveUncertain', requestId, paperCameOut: true },
  takeFee: { type: 'takeFee', requestId, receivedYen: 1000 },
  handOver: { type: 'handOver', requestId },
  void: { type: 'void', requestId, reason: 'other', note: '' },
  reissue: { type: 'reissue', requestId, reason: 'other', note: '' },
  printSlipAgain: { type: 'printSlipAgain', requestId },
  printFeeReceiptAgain: { type: 'printFeeReceiptAgain', requestId },
  answerCall: { type: 'answerCall' },
  decideLastTry: { type: 'decideLastTry', allow: true },
  acknowledgeAlert: { type: 'acknowledgeAlert', alertId: 'a'.repeat(32) },
  endHalt: { type: 'endHalt', note: '確認した' },
  cardCaseOpen: { type: 'cardCaseOpen', caseId, subject: 'c'.repeat(32), kind: 'pinReset' },
  cardCaseFacts: { type: 'cardCaseFacts', caseId, version: 1, facts: noFacts },
  cardCaseSeeCard: { type: 'cardCaseSeeCard', caseId },
  cardCaseFace: { type: 'cardCaseFace', caseId, expiresOn: '2030-01-01', securityCode: '1234' },
  cardCasePrint: { type: 'cardCasePrint', caseId, paper: 'applicationForm' },
  cardCaseInquiryPosted: { type: 'cardCaseInquiryPosted', caseId, postedOn: '2026-04-01' },
  cardCaseAnswerReceived: { type: 'cardCaseAnswerReceived', caseId, receivedOn: '2026-04-08', accepted: true },
  cardCaseSecondPerson: { type: 'cardCaseSecondPerson', caseId, accountId: 'nobody', password: 'wrong password' },
  cardCaseReady: { type: 'cardCaseReady', caseId },
  cardCaseBegin: { type: 'cardCaseBegin', caseId },
  cardCaseTakeBack: { type: 'cardCaseTakeBack', caseId },
  cardCaseRefuse: { type: 'cardCaseRefuse', caseId, reason: 'other', note: '' },
  cardCaseWithdraw: { type: 'cardCaseWithdraw', caseId, note: '' },
  cardCaseLink: { type: 'cardCaseLink', caseId },
  applicationOpen: { type: 'applicationOpen', applicationId, kind: 'first', batchId: null },
  applicationLink: { type: 'applicationLink', applicationId, version: 1, subject: null },
  applicationFacts: { type: 'applicationFacts', applicationId, version: 1, facts: emptyApplicationFacts('first') },
  applicationPhoto: { type: 'applicationPhoto', applicationId, version: 1, jpeg: 'AAAA', findings: [], source: 'camera' },
  applicationPhotoConfirm: { type: 'applicationPhotoConfirm', applicationId, version: 1, accepted: true },
  applicationPhotoException: { type: 'applicationPhotoException', applicationId, version: 1, exception: 'bandage', note: '包帯' },
  applicationReceive: { type: 'applicationReceive', applicationId },
  applicationAtResident: { type: 'applicationAtResident', applicationId },
  applicationStep: { type: 'applicationStep', applicationId, step: 'shipped', on },
  applicationReturn: { type: 'applicationReturn', applicationId, on, reason: 'photo', note: '' },
  applicationCorrect: { type: 'applicationCorrect', applicationId },
  applicationSetPins: { type: 'applicationSetPins', applicationId },
  applicationDeliver: {
    type: 'applicationDeliver',
    applicationId,
    on,
    delivery: { notice: true, actor: 'self', identityDocuments: [], agentReason: null, faceMatches: true, oldCardHandedIn: false, pins: 'set', receiptSigned: true, mailed: false },
  },
  applicationRefuse: { type: 'applicationRefuse', applicationId, reason: 'other', note: '' },
  applicationWithdraw: { type: 'applicationWithdraw', applicationId, note: '' },
  applicationPrint: { type: 'applicationPrint', applicationId, paper: 'form' },
  applicationPacketMake: { type: 'applicationPacketMake', packetId },
  applicationPacketHandedOver: { type: 'applicationPacketHandedOver', packetId },
  applicationBatchOpen: { type: 'applicationBatchOpen', batchId, kind: 'company', name: '見本商事', place: '見本市', heldOn: on },
  applicationBatchImport: { type: 'applicationBatchImport', batchId, csv: 'AAAA' },
  applicationBatchClose: { type: 'applicationBatchClose', batchId },
  applicationBatchPrint: { type: 'applicationBatchPrint', batchId },
}
/** Coming and going itself needs no one to be signed in. */
const ofTheDoor: readonly Type[] = ['signIn', 'lock', 'unlock', 'signOut', 'active']
const ofTheDesk = (Object.keys(events) as Type[]).filter((type) => !ofTheDoor.includes(type))

const session = (counter: CounterDesk): unknown => counter.desk.snapshot().session
const comings = (counter: CounterDesk): unknown[] => counter.events().filter((event) => event.type === 'staff-signed-in' || event.type === 'staff-signed-out')

describe('nobody is signed in', () => {
  it('the list of events is that of the contract', () => {
    expect(Object.keys(events).sort()).toEqual(staffEventSchema.options.map((option) => option.shape.type.value).sort())
  })

  it.each(ofTheDesk)('%s is refused, and nothing is changed or printed', async (type) => {
    const counter = new CounterDesk()
    const request = counter.request()
    counter.alerts.raise('staffCalled')
    const before = counter.events().length
    expect(await counter.desk.dispatch({ ...events[type], ...('requestId' in events[type] ? { requestId: request.requestId } : {}) })).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(counter.stored(request)).toEqual(request)
    expect(counter.jobs).toEqual([])
    expect(counter.alerts.list()).toHaveLength(1)
    expect(counter.events()).toHaveLength(before)
  })

  it.each(ofTheDesk)('%s is refused just so behind a locked screen', async (type) => {
    const counter = await new CounterDesk().signedIn('supervisor')
    const request = counter.request()
    await counter.desk.dispatch({ type: 'lock' })
    const before = counter.events().length
    expect(await counter.desk.dispatch({ ...events[type], ...('requestId' in events[type] ? { requestId: request.requestId } : {}) })).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(counter.stored(request)).toEqual(request)
    expect(counter.events()).toHaveLength(before)
  })

  it('neither of the queries shows anything, signed out or locked', async () => {
    const counter = new CounterDesk()
    const request = counter.request()
    expect(counter.desk.detail(request.requestId)).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(await counter.desk.preview(request.requestId)).toEqual(fail('STAFF-SIGNED-OUT'))
    await counter.signedIn()
    await counter.desk.dispatch({ type: 'lock' })
    expect(counter.desk.detail(request.requestId)).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(await counter.desk.preview(request.requestId)).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(counter.events().filter((event) => event.type === 'staff-viewed-request')).toEqual([])
  })

  it('is told apart from nobody being able to sign in, until there is an account', async () => {
    const counter = new CounterDesk()
    expect(session(counter)).toEqual({ state: 'noAccounts' })
    await counter.account('first', 'clerk')
    expect(session(counter)).toEqual({ state: 'signedOut' })
  })

  it.each(['lock', 'signOut', 'active'] as const)('%s has nothing to do and writes nothing', async (type) => {
    const counter = new CounterDesk()
    expect(await counter.desk.dispatch(events[type])).toEqual(ok())
    expect(session(counter)).toEqual({ state: 'noAccounts' })
    expect(comings(counter)).toEqual([])
  })

  it('the snapshot has no requests, no alerts, and only what a resident may know of a failure', async () => {
    const counter = new CounterDesk()
    counter.request()
    counter.alerts.raise('blockedRecord', { block: 'supportMeasures' })
    const signedOut = staffSnapshotSchema.parse(counter.desk.snapshot())
    expect(signedOut).toMatchObject({ session: { state: 'noAccounts' }, requests: [], alerts: [] })
    await counter.signedIn('supervisor')
    expect(counter.desk.snapshot()).toMatchObject({ requests: [{ state: 'received' }], alerts: [{ block: 'supportMeasures' }] })
    await counter.desk.dispatch({ type: 'lock' })
    expect(counter.desk.snapshot()).toMatchObject({ session: { state: 'locked' }, requests: [], alerts: [] })
  })

  it('a code that tells of a record is neutral on a screen that nobody has opened', async () => {
    const counter = new CounterDesk()
    vi.spyOn(counter.resident, 'status').mockReturnValue({ screen: 'failed', failure: 'RESIDENT-INCOMPLETE', staffCalled: false, waitsForLastTryApproval: false })
    expect(counter.desk.snapshot().resident.failure).toBe('RESIDENT-BLOCKED')
    await counter.signedIn('clerk')
    expect(counter.desk.snapshot().resident.failure).toBe('RESIDENT-INCOMPLETE')
    await counter.desk.dispatch({ type: 'lock' })
    expect(counter.desk.snapshot().resident.failure).toBe('RESIDENT-BLOCKED')
  })
})

describe('roles', () => {
  it.each(['print', 'resolveUncertain', 'takeFee', 'handOver', 'void', 'reissue', 'printSlipAgain', 'printFeeReceiptAgain', 'decideLastTry', 'endHalt'] as const)(
    'a maintainer may not do %s',
    async (type) => {
      const counter = await new CounterDesk().signedIn('maintainer')
      const request = counter.request()
      expect(await counter.desk.dispatch({ ...events[type], ...('requestId' in events[type] ? { requestId: request.requestId } : {}) })).toEqual(fail('STAFF-NOT-ALLOWED'))
      expect(counter.stored(request)).toEqual(request)
    },
  )

  it('a maintainer sees no names and no paper', async () => {
    const counter = await new CounterDesk().signedIn('maintainer')
    const request = counter.request()
    expect(counter.desk.detail(request.requestId)).toEqual(fail('STAFF-NOT-ALLOWED'))
    expect(await counter.desk.preview(request.requestId)).toEqual(fail('STAFF-NOT-ALLOWED'))
  })

  it.each(['clerk', 'maintainer'] as const)('a %s does not see why a record is blocked', async (role) => {
    const counter = await new CounterDesk().signedIn(role)
    counter.alerts.raise('blockedRecord', { block: 'supportMeasures' })
    expect(counter.desk.snapshot().alerts).toMatchObject([{ kind: 'blockedRecord', block: null }])
    expect(JSON.stringify(counter.desk.snapshot())).not.toContain('supportMeasures')
  })

  it('a supervisor sees why, and only a supervisor ends a halt', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    counter.alerts.raise('blockedRecord', { block: 'supportMeasures' })
    counter.halt.halt(requestId, 'afterRender')
    expect(await counter.desk.dispatch(events.endHalt)).toEqual(fail('STAFF-NOT-ALLOWED'))
    expect(counter.desk.snapshot().halted).toBe(true)
    await counter.signedIn('supervisor')
    expect(counter.desk.snapshot().alerts).toMatchObject([{ kind: 'blockedRecord', block: 'supportMeasures' }])
    expect(await counter.desk.dispatch(events.endHalt)).toEqual(ok())
    expect(counter.desk.snapshot().halted).toBe(false)
  })
})

describe('coming and going', () => {
  it('one sign-in is one entry of the log', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    expect(comings(counter)).toEqual([{ type: 'staff-signed-in', actor: 'clerk', outcome: 'success', code: null }])
  })

  it('a wrong password is one entry, and signs nobody in', async () => {
    const counter = new CounterDesk()
    await counter.account('clerk', 'clerk')
    expect(await counter.desk.dispatch({ type: 'signIn', accountId: 'clerk', password: 'not this one' })).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(session(counter)).toEqual({ state: 'signedOut' })
    expect(comings(counter)).toEqual([{ type: 'staff-signed-in', actor: 'clerk', outcome: 'failure', code: 'STAFF-BAD-CREDENTIALS' }])
  })

  it('a name that no account has stays out of the log: it may be a password in the wrong field', async () => {
    const counter = new CounterDesk()
    await counter.account('clerk', 'clerk')
    expect(await counter.desk.dispatch({ type: 'signIn', accountId: 'hunter2-hunter2', password: 'clerk' })).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(comings(counter)).toMatchObject([{ actor: 'unknown', outcome: 'failure' }])
    expect(JSON.stringify(counter.events())).not.toContain('hunter2')
  })

  it('no password gets into the log or a snapshot', async () => {
    const counter = await new CounterDesk().signedIn()
    expect(JSON.stringify(counter.events()) + JSON.stringify(counter.desk.snapshot())).not.toContain(password)
  })

  it('a locked screen keeps who locked it, and opens with the same password only', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    expect(await counter.desk.dispatch({ type: 'lock' })).toEqual(ok())
    expect(session(counter)).toEqual({ state: 'locked', accountId: 'clerk', displayName: '見本 clerk' })
    expect(await counter.desk.dispatch({ type: 'unlock', password: 'not this one' })).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(session(counter)).toMatchObject({ state: 'locked' })
    expect(await counter.desk.dispatch({ type: 'unlock', password })).toEqual(ok())
    expect(session(counter)).toMatchObject({ state: 'signedIn', role: 'clerk' })
    expect(comings(counter)).toMatchObject([
      { type: 'staff-signed-in', outcome: 'success' },
      { type: 'staff-signed-out', how: 'lock' },
      { type: 'staff-signed-in', outcome: 'failure' },
      { type: 'staff-signed-in', outcome: 'success' },
    ])
  })

  it('unlocks nothing when nobody is signed in', async () => {
    expect(await new CounterDesk().desk.dispatch({ type: 'unlock', password })).toEqual(fail('STAFF-SIGNED-OUT'))
  })

  it('signing out forgets who it was', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    expect(await counter.desk.dispatch({ type: 'signOut' })).toEqual(ok())
    expect(session(counter)).toEqual({ state: 'signedOut' })
    expect(comings(counter).at(-1)).toEqual({ type: 'staff-signed-out', actor: 'clerk', how: 'signOut' })
  })

  it('locks itself after fifteen minutes without a key, not before, and a key starts them over', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    counter.timers.advance(lockAfter - 1)
    expect(session(counter)).toMatchObject({ state: 'signedIn' })
    await counter.desk.dispatch({ type: 'active' })
    counter.timers.advance(lockAfter - 1)
    expect(session(counter)).toMatchObject({ state: 'signedIn' })
    counter.timers.advance(1)
    expect(session(counter)).toMatchObject({ state: 'locked' })
    expect(comings(counter).at(-1)).toEqual({ type: 'staff-signed-out', actor: 'clerk', how: 'idle' })
  })

  it('reading a request counts as being there', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    const request = counter.request()
    counter.timers.advance(lockAfter - 1)
    expect(counter.desk.detail(request.requestId).ok).toBe(true)
    counter.timers.advance(lockAfter - 1)
    expect((await counter.desk.preview(request.requestId)).ok).toBe(true)
    counter.timers.advance(lockAfter - 1)
    expect(session(counter)).toMatchObject({ state: 'signedIn' })
  })

  it('locks when the page is gone', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    counter.desk.disconnected()
    expect(session(counter)).toMatchObject({ state: 'locked' })
    expect(comings(counter).at(-1)).toEqual({ type: 'staff-signed-out', actor: 'clerk', how: 'disconnect' })
  })

  it('what is locked is not locked again in the log', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    await counter.desk.dispatch({ type: 'lock' })
    await counter.desk.dispatch({ type: 'lock' })
    counter.desk.disconnected()
    expect(comings(counter)).toHaveLength(2)
  })

  it('locks even when that can not be written down', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    counter.world.audit = 'STORE-FULL'
    expect(await counter.desk.dispatch({ type: 'lock' })).toEqual(fail('STORE-FULL'))
    expect(session(counter)).toMatchObject({ state: 'locked' })
  })

  it('one clerk taking over from another ends the other one in the log', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    await counter.desk.dispatch({ type: 'lock' })
    await counter.signedIn('supervisor', 'suzuki')
    expect(session(counter)).toMatchObject({ state: 'signedIn', accountId: 'suzuki' })
    expect(comings(counter)).toMatchObject([
      { type: 'staff-signed-in', actor: 'sato' },
      { type: 'staff-signed-out', actor: 'sato', how: 'lock' },
      { type: 'staff-signed-in', actor: 'suzuki' },
      { type: 'staff-signed-out', actor: 'sato', how: 'signOut' },
    ])
  })
})

describe('a password takes its time to check', () => {
  it('a page that is gone before the answer leaves nobody signed in', async () => {
    const counter = new CounterDesk()
    await counter.account('clerk', 'clerk')
    const signingIn = counter.desk.dispatch({ type: 'signIn', accountId: 'clerk', password })
    counter.desk.disconnected()
    expect(await signingIn).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(session(counter)).toEqual({ state: 'signedOut' })
    expect(comings(counter)).toMatchObject([{ type: 'staff-signed-in', outcome: 'success' }, { type: 'staff-signed-out', how: 'disconnect' }])
  })

  it('a page that is gone during an unlock stays locked', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    await counter.desk.dispatch({ type: 'lock' })
    const unlocking = counter.desk.dispatch({ type: 'unlock', password })
    counter.desk.disconnected()
    expect(await unlocking).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(session(counter)).toMatchObject({ state: 'locked' })
  })

  it('a sign-out during an unlock is a sign-out', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    await counter.desk.dispatch({ type: 'lock' })
    const unlocking = counter.desk.dispatch({ type: 'unlock', password })
    await counter.desk.dispatch({ type: 'signOut' })
    await unlocking
    expect(session(counter)).toEqual({ state: 'signedOut' })
  })

  it('of two at once the last to ask is the one who is in', async () => {
    const counter = new CounterDesk()
    await counter.account('sato', 'clerk')
    await counter.account('suzuki', 'supervisor')
    const first = counter.desk.dispatch({ type: 'signIn', accountId: 'sato', password })
    const second = counter.desk.dispatch({ type: 'signIn', accountId: 'suzuki', password })
    expect(await first).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(await second).toEqual(ok())
    expect(session(counter)).toMatchObject({ accountId: 'suzuki' })
  })
})

describe('the last try of a resident', () => {
  const toLastTry = async (counter: CounterDesk): Promise<void> => {
    counter.resident.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    counter.resident.dispatch({ type: 'next' })
    counter.reader.insert()
    await counter.settle()
    counter.resident.dispatch({ type: 'tryLastTime' })
  }

  it('is allowed by a clerk, who is named', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    await toLastTry(counter)
    expect(counter.desk.snapshot()).toMatchObject({ resident: { waitsForLastTryApproval: true }, alerts: [{ kind: 'lastTry' }] })
    expect(await counter.desk.dispatch({ type: 'decideLastTry', allow: true })).toEqual(ok())
    expect(counter.resident.status().screen).toBe('enterPin')
    expect(counter.events().at(-1)).toEqual({ type: 'staff-decided-last-try', actor: 'clerk', allow: true })
  })

  it('is not decided, nor written down as decided, when nobody waits for it', async () => {
    const counter = await new CounterDesk().signedIn('clerk')
    expect(await counter.desk.dispatch({ type: 'decideLastTry', allow: true })).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(counter.events().some((event) => event.type === 'staff-decided-last-try')).toBe(false)
  })

  it.each(['stop', 'back'] as const)('is no longer asked of the clerk when the resident presses %s', async (type) => {
    const counter = await new CounterDesk().signedIn('clerk')
    await toLastTry(counter)
    counter.resident.dispatch({ type })
    await counter.settle()
    expect(counter.desk.snapshot()).toMatchObject({ resident: { waitsForLastTryApproval: false }, alerts: [] })
  })
})
