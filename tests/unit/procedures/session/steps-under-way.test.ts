import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { StepHouse, steps, type Step } from './step-house.ts'

const ends = (house: StepHouse): unknown[] => house.events.filter((event) => event.type === 'session-end')
/** `register` is one synchronous transaction: it can fail, but nothing can come in between. */
const waits = steps.filter((step) => step !== 'register')

async function hold(step: Step): Promise<StepHouse> {
  const house = new StepHouse()
  house.held = step
  await house.toTheEnd()
  return house
}

function expectWiped(house: StepHouse): void {
  expect(house.released).toBeGreaterThanOrEqual(house.opened)
  for (const pin of house.pinBuffers) expect([...pin]).toEqual([0, 0, 0, 0])
  const { screen, progress, idleSecondsLeft, staffCalled, language } = house.session.snapshot()
  expect({ kind: screen.kind, progress, idleSecondsLeft, staffCalled, language }).toEqual({ kind: 'attract', progress: null, idleSecondsLeft: null, staffCalled: false, language: 'ja' })
  expect(JSON.stringify(house.session.snapshot())).not.toContain('見本　')
}

describe.each(waits)('while %s is under way', (step) => {
  it('an end that comes from outside waits for what may not be broken off, and leaves nothing behind', async () => {
    const house = await hold(step)
    let ended = false
    const end = house.session.end().then(() => (ended = true))
    await house.settle()
    await house.letGo()
    await end
    expect(ended).toBe(true)
    await house.settle()
    expectWiped(house)
    expect(ends(house)).toHaveLength(1)
    expect(house.bugs).toEqual([])
    expect(house.sentPins.every((pin) => pin === '1234')).toBe(true)
  })

  it('closing down does not wait for a resident who has gone', async () => {
    const house = await hold(step)
    const closed = house.session.close()
    await house.letGo()
    await closed
    expect(house.screen.kind).toBe('attract')
    house.reader.remove()
    house.reader.insert()
    await house.settle()
    expect(house.screen.kind).toBe('attract')
  })

  it('being idle does not break it off, and the watch starts over', async () => {
    const house = await hold(step)
    house.timers.advance(91_000)
    await house.settle()
    const { idleSecondsLeft } = house.session.snapshot()
    expect(idleSecondsLeft).toBeNull()
    await house.letGo()
    expect(house.sentPins.every((pin) => pin === '1234')).toBe(true)
    house.timers.advance(400_000)
    await house.settle()
    expectWiped(house)
    expect(house.bugs).toEqual([])
  })

  it('pressing everything changes nothing that was not asked for', async () => {
    const house = await hold(step)
    await house.press('next', 'back', 'confirm', 'pinErase', 'pinSubmit', 'tryLastTime', { type: 'pinDigit', digit: '9' }, { type: 'setCopies', copies: 2 })
    await house.letGo()
    expect(house.stored.every((request) => request.copies === 1)).toBe(true)
    expect(house.sentPins.every((pin) => pin === '1234')).toBe(true)
    await house.session.end()
    expectWiped(house)
  })
})

describe.each(steps)('a bug in %s', (step) => {
  it('wipes the session, lets the card go, is reported, and leads back to the start', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const house = new StepHouse()
    house.bug = step
    await house.press({ type: 'setLanguage', language: 'en' })
    await house.toTheEnd()
    expect(house.bugs.length).toBeGreaterThan(0)
    expectWiped(house)
    expect(ends(house)).toEqual([{ type: 'session-end', sessionId: expect.any(String) as unknown, outcome: 'crash', code: 'INTERNAL' }])
    expect(unhandled).not.toHaveBeenCalled()
    house.bug = null
    house.reader.remove()
    await house.toTheEnd()
    expect(house.screen.kind).toBe('slip')
  })
})

describe('the end of a session', () => {
  it('from outside on every screen: back to the start, once', async () => {
    for (const upTo of ['service', 'options', 'card', 'pin', 'confirm', 'slip'] as const) {
      const house = new StepHouse()
      await house.press('start')
      if (upTo !== 'service') await house.press({ type: 'chooseService', service: 'residentRecordHousehold' })
      if (upTo !== 'service' && upTo !== 'options') await house.press('next')
      if (upTo === 'pin' || upTo === 'confirm' || upTo === 'slip') {
        house.reader.insert()
        await house.settle()
      }
      if (upTo === 'confirm' || upTo === 'slip') await house.enterPin()
      if (upTo === 'slip') await house.press('confirm')
      await house.session.end()
      expectWiped(house)
      expect(ends(house)).toMatchObject([{ outcome: upTo === 'slip' ? 'completed' : 'staff', code: null }])
    }
  })

  it('wipes what was chosen before a session as well: the page may have crashed on the first screen', async () => {
    const house = new StepHouse()
    await house.press({ type: 'setLanguage', language: 'en' }, { type: 'setDisplay', display: { largeText: true } }, 'callStaff')
    await house.session.end()
    expect(house.session.snapshot()).toMatchObject({ language: 'ja', display: { largeText: false }, staffCalled: false })
  })

  it('wipes language, display and the call for staff', async () => {
    const house = new StepHouse()
    await house.press('start', { type: 'setLanguage', language: 'en' }, { type: 'setDisplay', display: { largeText: true, highContrast: true } }, 'callStaff')
    expect(house.session.snapshot()).toMatchObject({ language: 'en', display: { largeText: true, highContrast: true, furigana: false }, staffCalled: true })
    await house.press('stop')
    expect(house.session.snapshot()).toMatchObject({ language: 'ja', display: { largeText: false, highContrast: false, furigana: false }, staffCalled: false })
  })

  it('an end that can not be written down is reported, and wipes all the same', async () => {
    const house = new StepHouse()
    await house.toPin()
    house.auditFailure = 'STORE-FULL'
    await house.press('stop')
    expect(house.bugs).toHaveLength(1)
    expectWiped(house)
  })

  it('a session whose beginning can not be written down does not begin, by touch or by card', async () => {
    const house = new StepHouse()
    house.auditFailure = 'STORE-FULL'
    expect(house.session.dispatch({ type: 'start' })).toEqual(fail('STORE-FULL'))
    expect(house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })).toEqual(fail('STORE-FULL'))
    house.reader.insert()
    await house.settle()
    expect(house.screen.kind).toBe('attract')
    expect(house.opened).toBe(0)
    house.auditFailure = null
    expect(house.session.dispatch({ type: 'start' })).toEqual(ok())
  })
})
