import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import type { OpeningHours } from '../../../../src-main/procedures/session/opening-hours.ts'
import { StepHouse } from './step-house.ts'

/** The clock of the tests stands at Friday 2026-11-20, noon in Japan. */
const hours: OpeningHours = { timeZone: 'Asia/Tokyo', weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:15', closedRanges: [] }
const hour = 3_600_000

describe('opening hours', () => {
  it('close the terminal and open it again without anybody touching it', () => {
    const house = new StepHouse(hours)
    let pushed = 0
    house.session.subscribe(() => (pushed += 1))
    expect(house.screen.kind).toBe('attract')
    house.clock.advance(5.5 * hour)
    house.timers.advance(15_000)
    expect(pushed).toBe(1)
    expect(house.screen).toEqual({ kind: 'outOfService', failure: 'KIOSK-CLOSED', opensAt: '08:30' })
    expect(house.session.dispatch({ type: 'start' })).toEqual(fail('KIOSK-CLOSED'))
    expect(house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })).toEqual(fail('KIOSK-CLOSED'))
    expect(house.events).toEqual([])
  })

  it('a store that is down comes before the time of day', () => {
    const house = new StepHouse(hours)
    house.clock.advance(5.5 * hour)
    house.closed = 'STORE-FULL'
    expect(house.screen).toEqual({ kind: 'outOfService', failure: 'STORE-FULL', opensAt: null })
  })

  it('do not throw out a resident who is in the middle', async () => {
    const house = new StepHouse(hours)
    await house.toPin()
    house.clock.advance(5.5 * hour)
    house.timers.advance(15_000)
    expect(house.screen.kind).toBe('enterPin')
    await house.enterPin()
    await house.press('confirm')
    await house.press('next')
    expect(house.screen.kind).toBe('outOfService')
  })

  it('a card that is placed while it is closed begins nothing, then or when it opens', async () => {
    const house = new StepHouse(hours)
    house.clock.advance(-5 * hour)
    house.reader.insert()
    await house.settle()
    expect(house.screen.kind).toBe('outOfService')
    house.clock.advance(5 * hour)
    house.timers.advance(15_000)
    expect(house.screen).toMatchObject({ kind: 'attract', cardPresent: true })
    expect(house.opened).toBe(0)
  })
})

describe('a card that is left on the reader', () => {
  it('does not begin the next session by itself, though the reader repeats itself', async () => {
    const house = new StepHouse()
    await house.toTheEnd()
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'attract', cardPresent: true })
    house.reader.set(house.reader.state())
    await house.settle()
    expect(house.screen.kind).toBe('attract')
    house.reader.remove()
    expect(house.screen).toMatchObject({ kind: 'attract', cardPresent: false })
    house.reader.insert()
    expect(house.screen.kind).toBe('chooseService')
  })

  it('asks whoever comes next for the PIN again', async () => {
    const house = new StepHouse()
    await house.toTheEnd()
    await house.press('next')
    await house.toPin()
    expect(house.screen).toMatchObject({ kind: 'enterPin', entered: 0 })
    expect(house.sentPins).toHaveLength(1)
  })
})

describe('calling a clerk', () => {
  it('alerts once however often it is pressed, until a clerk answers', async () => {
    const house = new StepHouse()
    await house.press('start', 'callStaff', 'callStaff')
    expect(house.alerts.list()).toMatchObject([{ kind: 'staffCalled' }])
    expect(house.session.status().staffCalled).toBe(true)
    house.session.answerCall()
    expect(house.session.snapshot().staffCalled).toBe(false)
    expect(house.alerts.list()).toEqual([])
    await house.press('callStaff')
    expect(house.alerts.list()).toHaveLength(1)
  })

  it('works before a session and leaves the running one alone', async () => {
    const house = new StepHouse()
    await house.press('callStaff')
    expect(house.screen.kind).toBe('attract')
    await house.toPin()
    await house.press('callStaff')
    expect(house.screen.kind).toBe('enterPin')
    expect(house.alerts.list()).toHaveLength(1)
  })

  it('stays with the clerk when the resident has gone', async () => {
    const house = new StepHouse()
    await house.press('start', 'callStaff', 'stop')
    expect(house.session.snapshot().staffCalled).toBe(false)
    expect(house.alerts.list()).toHaveLength(1)
  })
})

describe('the last try', () => {
  it('denied by the clerk: no PIN is sent, the card is let go', async () => {
    const house = new StepHouse()
    house.triesLeft = 1
    await house.toPin()
    await house.press('tryLastTime')
    expect(house.session.decideLastTry(false)).toEqual(ok())
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'PIN-LAST-TRY-DECLINED', next: 'staff' })
    expect(house.sentPins).toEqual([])
    expect(house.released).toBe(1)
    expect(house.alerts.list()).toEqual([])
  })

  it('is not decided before it is asked for', async () => {
    const house = new StepHouse()
    house.triesLeft = 1
    await house.toPin()
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'userAuthentication', state: 'ask' })
    expect(house.session.decideLastTry(true)).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(house.screen).toEqual({ kind: 'lastTry', pin: 'userAuthentication', state: 'ask' })
  })

  it('waits longer for a clerk than a screen waits for a resident', async () => {
    const house = new StepHouse()
    house.triesLeft = 1
    await house.toPin()
    await house.press('tryLastTime')
    house.timers.advance(239_000)
    expect(house.session.snapshot()).toMatchObject({ screen: { kind: 'lastTry' }, idleSecondsLeft: null })
    house.timers.advance(61_000)
    await house.settle()
    expect(house.screen.kind).toBe('attract')
    expect(house.alerts.list()).toEqual([])
  })

  it('a card that is pulled meanwhile takes the question back from the clerk', async () => {
    const house = new StepHouse()
    house.triesLeft = 1
    await house.toPin()
    await house.press('tryLastTime')
    house.reader.remove()
    await house.settle()
    expect(house.screen).toMatchObject({ kind: 'failed', failure: 'CARD-REMOVED' })
    expect(house.alerts.list()).toEqual([])
  })
})

describe('back', () => {
  const order = { include: ['individualNumber'], purpose: 'tax', copies: 3 }
  const choose = async (house: StepHouse, service: 'residentRecordHousehold' | 'residentRecordMembers' = 'residentRecordHousehold'): Promise<void> =>
    house.press(
      { type: 'chooseService', service },
      { type: 'setOption', option: 'individualNumber', wanted: true },
      { type: 'setPurpose', purpose: 'tax' },
      { type: 'setCopies', copies: 3 },
    )

  it('from the options to the services and forth again: the choices are kept', async () => {
    const house = new StepHouse()
    await choose(house)
    await house.press('back')
    expect(house.screen.kind).toBe('chooseService')
    await house.press({ type: 'chooseService', service: 'residentRecordMembers' })
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order: { ...order, service: 'residentRecordMembers', extent: 'members' } })
  })

  it('from the services it is the way out', async () => {
    const house = new StepHouse()
    await house.press('start', 'back')
    expect(house.screen.kind).toBe('attract')
  })

  it('from the card to the options', async () => {
    const house = new StepHouse()
    await choose(house)
    await house.press('next', 'back')
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order })
  })

  it('from the PIN to the options: the card is let go, the digits are gone', async () => {
    const house = new StepHouse()
    await choose(house)
    await house.press('next')
    house.reader.insert()
    await house.settle()
    await house.press({ type: 'pinDigit', digit: '1' }, 'back')
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order })
    expect(house.released).toBe(1)
    await house.press('next')
    expect(house.screen).toMatchObject({ kind: 'enterPin', entered: 0 })
  })

  it('from the confirmation of the household to the options: whoever it is about is forgotten', async () => {
    const house = new StepHouse()
    await choose(house)
    await house.press('next')
    house.reader.insert()
    await house.settle()
    await house.enterPin()
    expect(house.screen.kind).toBe('confirm')
    await house.press('back')
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order })
    expect(house.released).toBe(1)
  })

  it('from the confirmation of some members to the members, and from there to the options', async () => {
    const house = new StepHouse()
    await choose(house, 'residentRecordMembers')
    await house.press('next')
    house.reader.insert()
    await house.settle()
    await house.enterPin()
    await house.press({ type: 'toggleMember', memberId: 'm2' }, 'next', 'back')
    expect(house.screen).toMatchObject({ kind: 'chooseMembers', members: [{ selected: false }, { selected: true }, { selected: true }] })
    await house.press('back')
    expect(house.screen).toMatchObject({ kind: 'chooseOptions', order })
  })
})

describe('the idle watch before a session', () => {
  it('forgets a language quietly: there is nobody to ask whether to go on', async () => {
    const house = new StepHouse()
    await house.press({ type: 'setLanguage', language: 'en' })
    house.timers.advance(75_000)
    expect(house.session.snapshot()).toMatchObject({ screen: { kind: 'attract' }, language: 'en', idleSecondsLeft: null })
    house.timers.advance(16_000)
    expect(house.session.snapshot().language).toBe('ja')
  })
})
