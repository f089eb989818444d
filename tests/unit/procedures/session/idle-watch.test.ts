import { describe, expect, it } from 'vitest'
import { IdleWatch } from '../../../../src-main/procedures/session/idle-watch.ts'
import { ManualTimers } from '../../../fixtures/procedures/manual-timers.ts'

function watch(limits = { warnAfter: 60_000, wipeAfter: 90_000 }) {
  const timers = new ManualTimers()
  const seen: (number | null)[] = []
  let expired = 0
  const idle = new IdleWatch({ timers, changed: () => seen.push(idle.secondsLeft), expired: () => (expired += 1) })
  idle.start(limits)
  return { timers, idle, seen, expired: () => expired }
}

describe('the idle watch', () => {
  it('warns, counts every second, and fires once', () => {
    const { timers, idle, seen, expired } = watch()
    timers.advance(59_999)
    expect([idle.secondsLeft, expired()]).toEqual([null, 0])
    timers.advance(1)
    expect(idle.secondsLeft).toBe(30)
    timers.advance(29_999)
    expect([idle.secondsLeft, expired()]).toEqual([1, 0])
    timers.advance(1)
    expect([idle.secondsLeft, expired()]).toEqual([null, 1])
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index))
    timers.advance(600_000)
    expect(expired()).toBe(1)
  })

  it('a touch takes the warning back and starts over', () => {
    const { timers, idle, expired } = watch()
    timers.advance(89_000)
    idle.touch()
    expect(idle.secondsLeft).toBeNull()
    timers.advance(89_999)
    expect(expired()).toBe(0)
    timers.advance(1)
    expect(expired()).toBe(1)
  })

  it('a touch starts nothing that is not running', () => {
    const { timers, idle, expired } = watch()
    idle.stop()
    idle.touch()
    timers.advance(600_000)
    expect([idle.secondsLeft, expired()]).toEqual([null, 0])
  })

  it('started again with other limits, only those count', () => {
    const { timers, idle, expired } = watch()
    timers.advance(80_000)
    idle.start({ warnAfter: 20_000, wipeAfter: 30_000 })
    timers.advance(20_000)
    expect(idle.secondsLeft).toBe(10)
    timers.advance(10_000)
    expect(expired()).toBe(1)
  })
})
