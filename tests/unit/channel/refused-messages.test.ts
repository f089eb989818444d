import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../src-main/audit/event-catalogue.ts'
import { RefusedMessages } from '../../../src-main/channel/refused-messages.ts'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { ManualTimers } from '../../fixtures/procedures/manual-timers.ts'

const minute = 60_000
const garbage = { side: 'resident', code: 'MESSAGE-INVALID', messageType: 'unreadable' } as const
const early = { side: 'staff', code: 'MESSAGE-ILL-TIMED', messageType: 'cardCaseBegin' } as const

function log() {
  const timers = new ManualTimers()
  const written: AuditEvent[] = []
  const bugs: string[] = []
  let full = false
  const audit = { record: (event: AuditEvent) => (full ? fail('STORE-FULL') : (written.push(event), ok())) }
  const refused = new RefusedMessages({ audit, timers, onBug: (where) => bugs.push(where) })
  return { timers, written, bugs, refused, fill: () => void (full = true) }
}

const entry = (kind: typeof garbage | typeof early, times: number) => ({ type: 'message-refused', ...kind, times })

describe('refused messages in the log', () => {
  it('are written at once when they are the first of their kind, whatever else is being counted', () => {
    const { refused, written } = log()
    refused.note(garbage)
    refused.note(garbage)
    refused.note(early)
    expect(written).toEqual([entry(garbage, 1), entry(early, 1)])
  })

  it('are one entry a minute with how many, while they go on', () => {
    const { refused, written, timers } = log()
    for (let second = 0; second < 180; second += 1) {
      for (let each = 0; each < 100; each += 1) refused.note(garbage)
      timers.advance(1000)
    }
    expect(written).toEqual([entry(garbage, 1), entry(garbage, 5999), entry(garbage, 6000), entry(garbage, 6000)])
  })

  it('begin anew after a quiet minute', () => {
    const { refused, written, timers } = log()
    refused.note(garbage)
    timers.advance(minute)
    expect(written).toHaveLength(1)
    refused.note(garbage)
    expect(written).toEqual([entry(garbage, 1), entry(garbage, 1)])
  })

  it('are all there in the end, none twice, whenever they come and whenever it closes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(garbage), fc.constant(early), fc.integer({ min: 1, max: 3 * minute }))), (happenings) => {
        const { refused, written, timers } = log()
        for (const what of happenings) {
          if (typeof what === 'number') timers.advance(what)
          else refused.note(what)
        }
        refused.close()
        timers.advance(10 * minute)
        for (const kind of [garbage, early]) {
          const told = written.reduce((sum, event) => sum + (event.type === 'message-refused' && event.side === kind.side ? event.times : 0), 0)
          expect(told).toBe(happenings.filter((what) => what === kind).length)
        }
      }),
    )
  })

  it('are a bug to report when they can not be written', () => {
    const { refused, bugs, fill } = log()
    fill()
    refused.note(garbage)
    expect(bugs).toEqual(['audit of a refused message'])
  })
})
