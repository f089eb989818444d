import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { residentSnapshotSchema, type ResidentEvent } from '../../../src-preload/contract.ts'
import { FakeHouse, type Answers } from '../../fixtures/procedures/fake-house.ts'
import { family } from '../../fixtures/procedures/households.ts'
import { withoutChance } from '../../fixtures/chance.ts'

const ended = (house: FakeHouse): unknown => house.events.filter((event) => event.type === 'session-end').at(-1)

describe('a resident takes a certificate for the whole household', () => {
  it('goes from the first touch to the slip, and forgets everything when the slip is taken', async () => {
    const house = new FakeHouse()
    expect(house.screen.kind).toBe('attract')
    await house.toPin()
    expect(house.screen).toMatchObject({ kind: 'enterPin', triesLeft: 3, entered: 0 })
    await house.enterPin('1234')
    expect(house.screen).toMatchObject({ kind: 'confirm', members: [{ name: '見本　太郎' }, { name: '見本　花子', isApplicant: true }, { name: '見本　一郎' }] })
    expect(house.session.dispatch({ type: 'confirm' })).toEqual(ok())
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'slip', number: 'A-001', slip: 'printed' })
    expect(house.requests).toHaveLength(1)
    expect(house.requests[0]).toMatchObject({ extent: 'household', copies: 1, fee: 300, include: [], personal: { residentIds: ['10000101', '10000102', '10000103'] } })
    house.session.dispatch({ type: 'next' })
    await house.settle()
    expect(JSON.stringify(house.session.snapshot())).not.toContain('見本　')
    expect(house.screen.kind).toBe('attract')
    expect(ended(house)).toMatchObject({ outcome: 'completed', code: null })
  })

  it('asks for nothing more than the default unless the resident wants it, and a purpose for the individual number', () => {
    const house = new FakeHouse()
    house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order: { include: [] }, purposeNeeded: false })
    house.session.dispatch({ type: 'setOption', option: 'individualNumber', wanted: true })
    expect(house.screen).toMatchObject({ purposeNeeded: true })
    expect(house.session.dispatch({ type: 'next' })).toEqual(fail('MESSAGE-ILL-TIMED'))
    house.session.dispatch({ type: 'setPurpose', purpose: 'tax' })
    expect(house.screen).toMatchObject({ purposeNeeded: false, order: { purpose: 'tax' } })
    house.session.dispatch({ type: 'setOption', option: 'individualNumber', wanted: false })
    expect(house.screen).toMatchObject({ order: { include: [], purpose: null } })
  })

  it('refuses more copies than the profile allows', () => {
    const house = new FakeHouse()
    house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    expect(house.session.dispatch({ type: 'setCopies', copies: 6 })).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(house.session.dispatch({ type: 'setCopies', copies: 5 })).toEqual(ok())
    expect(house.screen).toMatchObject({ order: { copies: 5, fee: 1500 } })
  })

  it('starts with the choice of a service when the card comes first', async () => {
    const house = new FakeHouse()
    house.reader.insert()
    expect(house.screen.kind).toBe('chooseService')
    house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    house.session.dispatch({ type: 'next' })
    await house.settle()
    expect(house.screen.kind).toBe('enterPin')
  })
})

describe('a resident takes a certificate for some members', () => {
  it('prints only those who were chosen, in the order of the record', async () => {
    const house = new FakeHouse()
    await house.toPin('residentRecordMembers')
    await house.enterPin('1234')
    expect(house.screen).toMatchObject({ kind: 'chooseMembers', members: [{ selected: false }, { selected: true, isApplicant: true }, { selected: false }] })
    house.session.dispatch({ type: 'toggleMember', memberId: 'm2' })
    house.session.dispatch({ type: 'toggleMember', memberId: 'm1' })
    house.session.dispatch({ type: 'toggleMember', memberId: 'm0' })
    house.session.dispatch({ type: 'next' })
    house.session.dispatch({ type: 'confirm' })
    await house.settle()
    expect(house.requests[0]?.personal.residentIds).toEqual(['10000101', '10000103'])
  })

  it('does not go on with nobody chosen, and knows no member that is not in the household', async () => {
    const house = new FakeHouse()
    await house.toPin('residentRecordMembers')
    await house.enterPin('1234')
    house.session.dispatch({ type: 'toggleMember', memberId: 'm1' })
    expect(house.session.dispatch({ type: 'next' })).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(house.session.dispatch({ type: 'toggleMember', memberId: 'm9' })).toEqual(fail('MESSAGE-ILL-TIMED'))
  })
})

describe('the PIN', () => {
  it('is zeroed after every use, whether right or wrong', async () => {
    const house = new FakeHouse()
    await house.toPin()
    await house.enterPin('9999')
    await house.enterPin('1234')
    expect(house.pins).toHaveLength(2)
    for (const pin of house.pins) expect([...pin]).toEqual([0, 0, 0, 0])
  })

  it('shows how many tries are left after a wrong one', async () => {
    const house = new FakeHouse()
    await house.toPin()
    await house.enterPin('0000')
    expect(house.screen).toMatchObject({ kind: 'enterPin', wasWrong: true, triesLeft: 2, entered: 0 })
  })

  it('spends no try on an incomplete entry', async () => {
    const house = new FakeHouse()
    await house.toPin()
    house.session.dispatch({ type: 'pinDigit', digit: '1' })
    expect(house.session.dispatch({ type: 'pinSubmit' })).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(house.pins).toHaveLength(0)
  })

  it('keeps the last try for a clerk to allow', async () => {
    const house = new FakeHouse()
    house.answers.triesLeft = 1
    await house.toPin()
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'userAuthentication', state: 'ask' })
    house.session.dispatch({ type: 'tryLastTime' })
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'userAuthentication', state: 'waitingForStaff' })
    expect(house.alerts.list().map((alert) => alert.kind)).toEqual(['lastTry'])
    expect(house.session.decideLastTry(true)).toEqual(ok())
    expect(house.screen.kind).toBe('enterPin')
    expect(house.alerts.list()).toEqual([])
  })

  it('is not asked for where nobody can allow the last try', async () => {
    const house = new FakeHouse({ lastTry: 'refuse' })
    house.answers.triesLeft = 1
    await house.toPin()
    house.session.dispatch({ type: 'tryLastTime' })
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-LAST-TRY-DECLINED' })
    expect(house.pins).toHaveLength(0)
  })

  it('is never asked for when it is blocked', async () => {
    const house = new FakeHouse()
    house.answers.triesLeft = 0
    await house.toPin()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-BLOCKED', next: 'staff' })
  })

  it('is never in a snapshot or in the audit log', async () => {
    const house = new FakeHouse()
    const seen: string[] = []
    house.session.subscribe(() => seen.push(JSON.stringify(house.session.snapshot())))
    house.answers.rightPin = '8642'
    await house.toPin()
    await house.enterPin('8642')
    expect(house.screen.kind).toBe('confirm')
    expect(withoutChance(seen.join('') + JSON.stringify(house.events))).not.toContain('8642')
  })
})

describe('whatever is wrong stops the procedure with its code', () => {
  const answer = (answers: Partial<Answers>) => (house: FakeHouse): void => void Object.assign(house.answers, answers)
  it.each([
    ['a foreign card', answer({ open: 'CARD-FOREIGN' }), 'CARD-FOREIGN', 'again'],
    ['a card that never answers', answer({ open: 'CARD-TIMEOUT' }), 'CARD-TIMEOUT', 'again'],
    ['a card without the certificate', answer({ read: 'CARD-NO-CERTIFICATE' }), 'CARD-NO-CERTIFICATE', 'staff'],
    ['an expired certificate', answer({ verdict: { status: 'expired', notAfter: new Date(0) } }), 'CERT-EXPIRED', 'staff'],
    ['a certificate not yet valid', answer({ verdict: { status: 'notYetValid', notBefore: new Date(0) } }), 'CERT-NOT-YET-VALID', 'staff'],
    ['a status nobody knows', answer({ verdict: { status: 'unknown', why: '' } }), 'CERT-UNKNOWN', 'staff'],
    ['a status nobody can be asked for', answer({ verdict: { status: 'unreachable', why: '' } }), 'CERT-UNREACHABLE', 'again'],
    ['a malformed certificate', answer({ verdict: { status: 'malformed', why: '' } }), 'CERT-MALFORMED', 'staff'],
    ['a registry that is down', answer({ record: fail('REGISTRY-UNAVAILABLE') }), 'REGISTRY-UNAVAILABLE', 'again'],
  ] as const)('%s', async (_name, upset, code, next) => {
    const house = new FakeHouse()
    upset(house)
    await house.toConfirm()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: code, next })
    expect(house.requests).toHaveLength(0)
    expect(JSON.stringify(house.session.snapshot())).not.toContain('見本　')
  })

  it.each(['RESIDENT-NOT-FOUND', 'RESIDENT-INCOMPLETE'] as const)('%s looks like any other refusal', async (code) => {
    const house = new FakeHouse()
    house.answers.record = fail(code)
    await house.toConfirm()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'RESIDENT-BLOCKED' })
    expect(house.session.status().failure).toBe(code)
  })

  it.each([
    ['a card that does not hold the key', answer({ genuine: false }), 'CARD-NOT-GENUINE'],
    ['an untrusted certificate', answer({ verdict: { status: 'untrusted', why: '' } }), 'CERT-UNTRUSTED'],
  ] as const)('%s alerts the staff and looks like any other refusal to the resident', async (_name, upset, code) => {
    const house = new FakeHouse()
    upset(house)
    await house.toConfirm()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'RESIDENT-BLOCKED', next: 'staff' })
    expect(house.session.status().failure).toBe(code)
    expect(house.alerts.list()).toMatchObject([{ kind: 'notGenuineCard', failure: code }])
  })

  it('a blocked record alerts the staff silently and says nothing to the resident', async () => {
    const house = new FakeHouse()
    house.answers.record = ok({ residentId: '10000102', household: family, blocks: [{ residentId: '10000101', block: 'supportMeasures' }] })
    await house.toConfirm()
    const shown = JSON.stringify(house.session.snapshot())
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'RESIDENT-BLOCKED', next: 'staff' })
    expect(shown).not.toContain('supportMeasures')
    expect(shown).not.toContain('10000101')
    expect(house.alerts.list()).toMatchObject([{ kind: 'blockedRecord', block: 'supportMeasures' }])
  })

  it('a store that is full keeps the resident from being told of a request that is not there', async () => {
    const house = new FakeHouse()
    house.answers.enqueue = 'STORE-FULL'
    await house.toConfirm()
    house.session.dispatch({ type: 'confirm' })
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'STORE-FULL' })
    expect(house.slips).toHaveLength(0)
  })

  it('a slip that does not come out leaves the request with the staff, and the number on the screen', async () => {
    const house = new FakeHouse()
    house.answers.slip = 'RECEIPT-PAPER-OUT'
    await house.toConfirm()
    house.session.dispatch({ type: 'confirm' })
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'slip', number: 'A-001', slip: 'failed', failure: 'RECEIPT-PAPER-OUT' })
  })

  it('no step goes on that can not be written to the audit log', async () => {
    const house = new FakeHouse()
    await house.toPin()
    house.answers.audit = 'STORE-FULL'
    await house.enterPin('1234')
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'STORE-FULL' })
    expect(house.requests).toHaveLength(0)
  })
})

describe('the card is pulled', () => {
  it.each(['enterPin', 'chooseMembers', 'confirm'] as const)('while the screen shows %s: the session is emptied and the choices are kept', async (where) => {
    const house = new FakeHouse()
    await house.toPin(where === 'chooseMembers' ? 'residentRecordMembers' : 'residentRecordHousehold')
    if (where !== 'enterPin') await house.enterPin('1234')
    expect(house.screen.kind).toBe(where)
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-REMOVED', next: 'again' })
    expect(JSON.stringify(house.session.snapshot())).not.toContain('見本　')
    expect(house.released).toBe(1)
    house.reader.insert()
    await house.settle()
    expect(house.screen.kind).toBe('enterPin')
  })

  it('after the request is stored it may go', async () => {
    const house = new FakeHouse()
    await house.toConfirm()
    house.session.dispatch({ type: 'confirm' })
    await house.settle()
    house.reader.remove()
    expect(house.screen).toMatchObject({ kind: 'slip', cardPresent: false })
  })

  it('a card that can not be used is not read again until it has been taken away', async () => {
    const house = new FakeHouse()
    house.answers.open = 'CARD-FOREIGN'
    await house.toPin()
    house.session.dispatch({ type: 'next' })
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'placeCard', again: 'CARD-FOREIGN' })
    house.answers.open = null
    house.reader.remove()
    house.reader.insert()
    await house.settle()
    expect(house.screen.kind).toBe('enterPin')
  })
})

describe('nobody is there any more', () => {
  it('asks after 60 seconds, counts down, and forgets after 90', async () => {
    const house = new FakeHouse()
    await house.toConfirm()
    house.session.dispatch({ type: 'setLanguage', language: 'en' })
    house.timers.advance(59_000)
    expect(house.session.snapshot().idleSecondsLeft).toBeNull()
    house.timers.advance(2_000)
    expect(house.session.snapshot().idleSecondsLeft).toBe(29)
    house.timers.advance(30_000)
    await house.settle()
    expect(house.session.snapshot()).toMatchObject({ screen: { kind: 'attract' }, language: 'ja', idleSecondsLeft: null })
    expect(house.released).toBe(1)
    expect(ended(house)).toMatchObject({ outcome: 'idle' })
  })

  it('a touch goes on where the resident was', async () => {
    const house = new FakeHouse()
    await house.toConfirm()
    house.timers.advance(70_000)
    house.session.dispatch({ type: 'touch' })
    expect(house.session.snapshot().idleSecondsLeft).toBeNull()
    house.timers.advance(59_000)
    expect(house.screen.kind).toBe('confirm')
  })

  it('a language chosen on the attract screen is forgotten as well', () => {
    const house = new FakeHouse()
    house.session.dispatch({ type: 'setLanguage', language: 'en' })
    house.timers.advance(91_000)
    expect(house.session.snapshot().language).toBe('ja')
  })
})

describe('out of service', () => {
  it('says so, begins nothing, and comes back', () => {
    const house = new FakeHouse()
    house.closed = 'STORE-READ-ONLY'
    expect(house.screen).toMatchObject({ kind: 'outOfService', failure: 'STORE-READ-ONLY' })
    expect(house.session.dispatch({ type: 'start' })).toEqual(fail('STORE-READ-ONLY'))
    house.reader.insert()
    expect(house.screen.kind).toBe('outOfService')
    house.closed = null
    expect(house.screen.kind).toBe('attract')
  })
})

const anyEvent: fc.Arbitrary<ResidentEvent | 'insert' | 'remove' | 'idle' | 'allow' | 'deny' | 'settle'> = fc.oneof(
  fc.constantFrom<ResidentEvent['type'] & ('touch' | 'start' | 'next' | 'back' | 'stop' | 'callStaff' | 'pinErase' | 'pinSubmit' | 'tryLastTime' | 'confirm')>(
    'touch', 'start', 'next', 'back', 'stop', 'callStaff', 'pinErase', 'pinSubmit', 'tryLastTime', 'confirm',
  ).map((type) => ({ type })),
  fc.constantFrom('1', '2', '3', '4').map((digit) => ({ type: 'pinDigit' as const, digit })),
  fc.constantFrom('residentRecordHousehold' as const, 'residentRecordMembers' as const).map((service) => ({ type: 'chooseService' as const, service })),
  fc.constantFrom('m0', 'm1', 'm7').map((memberId) => ({ type: 'toggleMember' as const, memberId })),
  fc.constantFrom('insert' as const, 'remove' as const, 'idle' as const, 'allow' as const, 'deny' as const, 'settle' as const, 'settle' as const, 'settle' as const),
)

describe('whatever comes, in whatever order', () => {
  it('the screen is always one of the contract, the PIN is tried only when submitted, and the end is always empty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 60 }), async (events) => {
        const house = new FakeHouse()
        let submitted = 0
        for (const event of events) {
          if (event === 'insert') house.reader.insert()
          else if (event === 'remove') house.reader.remove()
          else if (event === 'idle') house.timers.advance(91_000)
          else if (event === 'allow' || event === 'deny') house.session.decideLastTry(event === 'allow')
          else if (event === 'settle') await new Promise((resolve) => setImmediate(resolve))
          else if (house.session.dispatch(event).ok && event.type === 'pinSubmit') submitted += 1
          residentSnapshotSchema.parse(house.session.snapshot())
        }
        expect(house.pins.length).toBeLessThanOrEqual(submitted)
        expect(house.bugs).toEqual([])
        await house.settle()
        await house.session.end()
        await house.settle()
        if (house.reader.state().kind === 'card') house.reader.remove()
        expect(['attract', 'chooseService', 'slip', 'failed', 'placeCard']).toContain(house.screen.kind)
        expect(house.pins.every((pin) => pin.every((byte) => byte === 0))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
