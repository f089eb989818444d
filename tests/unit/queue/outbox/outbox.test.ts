import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../src-main/failures/result.ts'
import { OutboxPump, retryDelay, type PumpRound } from '../../../../src-main/queue/outbox/outbox-pump.ts'
import type { PublishOutcome } from '../../../../src-main/queue/outbox/outbox-publisher.ts'
import { code, freshRequest, temporaryStore, value } from '../temporary-store.ts'

function outboxWith(events: number) {
  const temporary = temporaryStore()
  const store = value(temporary.open())
  // A millisecond apart, so that the event ids (UUIDv7) sort in their order.
  for (let index = 0; index < events; index += 1) {
    value(store.queue.enqueue(freshRequest()))
    temporary.clock.advance(1)
  }
  return { ...temporary, store, reader: store.outbox }
}

/** A pump whose receiver answers as told, and whose timer is turned by hand. */
function pumpWith(events: number, answer: (eventId: string, attempt: number) => PublishOutcome) {
  const outbox = outboxWith(events)
  const published: string[] = []
  const rounds: Result<PumpRound>[] = []
  let turn: (() => void) | null = null
  const pump = new OutboxPump({
    reader: outbox.reader,
    clock: outbox.clock,
    random: () => 0,
    onRound: (round) => rounds.push(round),
    timers: {
      after: () => () => undefined,
      every: (_milliseconds, callback) => {
        turn = callback
        return () => (turn = null)
      },
    },
    publisher: {
      description: 'as told',
      publish({ eventId }) {
        published.push(eventId)
        return Promise.resolve(answer(eventId, published.filter((seen) => seen === eventId).length))
      },
    },
  })
  return { ...outbox, pump, published, rounds, tick: () => turn?.() }
}

describe('OutboxReader', () => {
  it('lends the oldest events, to one publisher at a time', () => {
    const { reader, clock } = outboxWith(3)
    const first = value(reader.lease(2, 1000))
    expect(first.map((event) => event.position)).toEqual([1, 2])
    expect(value(reader.lease(5, 1000)).map((event) => event.position)).toEqual([3])
    expect(value(reader.lease(5, 1000))).toEqual([])
    clock.advance(1000)
    expect(
      value(reader.lease(5, 1000))
        .map((event) => event.eventId)
        .slice(0, 2),
    ).toEqual(first.map((event) => event.eventId))
  })

  it('does not listen to a publisher whose lease somebody else has taken over', () => {
    const { reader, clock } = outboxWith(1)
    const slow = value(reader.lease(1, 1000))[0]!
    clock.advance(1000)
    const quick = value(reader.lease(1, 1000))[0]!
    expect(value(reader.acknowledge(slow))).toBe(false)
    expect(value(reader.postpone(slow, clock.now(), 'LATE', true))).toBe(false)
    expect(value(reader.bury(slow, 'LATE'))).toBe(false)
    expect(value(reader.acknowledge(quick))).toBe(true)
    expect(value(reader.depth())).toEqual({ pending: 0, dead: 0, oldestPendingAt: null })
  })

  it('keeps dead letters until somebody gives them a new start', () => {
    const { reader } = outboxWith(1)
    const event = value(reader.lease(1, 1000))[0]!
    value(reader.bury(event, 'TOO-LARGE'))
    expect(value(reader.lease(1, 1000))).toEqual([])
    expect(value(reader.deadLetters())).toMatchObject([{ position: 1, eventId: event.eventId, attempts: 1, lastErrorCode: 'TOO-LARGE' }])
    expect(value(reader.revive(1))).toBe(true)
    expect(value(reader.revive(1))).toBe(false)
    expect(value(reader.lease(1, 1000))[0]).toMatchObject({ eventId: event.eventId, attempts: 0 })
  })

  it('knows how much waits and since when', () => {
    const { reader } = outboxWith(2)
    expect(value(reader.depth())).toEqual({ pending: 2, dead: 0, oldestPendingAt: new Date('2026-11-21T01:00:00.000Z') })
  })
})

describe('OutboxPump', () => {
  it('publishes everything once, in order; a duplicate is as good as accepted', async () => {
    const { pump, published, reader } = pumpWith(3, () => ({ kind: published.length === 2 ? 'duplicate' : 'accepted' }))
    expect(value(await pump.round())).toEqual({ published: 3, unavailable: false, buried: 0 })
    expect(new Set(published).size).toBe(3)
    expect([...published].sort()).toEqual(published)
    expect(value(reader.depth()).pending).toBe(0)
    expect(value(await pump.round()).published).toBe(0)
  })

  it('keeps everything, in order, through a long outage, and does not ask again too soon', async () => {
    let down = true
    const { pump, published, clock, reader, tick, rounds } = pumpWith(3, () =>
      down ? { kind: 'unavailable', code: 'NO-ROUTE' } : { kind: 'accepted' },
    )
    pump.start()
    for (let turn = 0; turn < 100; turn += 1) {
      tick()
      await pump.stop()
      pump.start()
      clock.advance(5_000)
    }
    expect(new Set(published).size).toBe(1)
    expect(published.length).toBeLessThan(20)
    expect(value(reader.depth())).toMatchObject({ pending: 3, dead: 0 })
    down = false
    clock.advance(10 * 60_000)
    tick()
    await pump.stop()
    expect(value(rounds.at(-1)!)).toEqual({ published: 3, unavailable: false, buried: 0 })
    expect([...published.slice(-3)].sort()).toEqual(published.slice(-3))
  })

  it('buries what is refused eight times, and lets the others pass', async () => {
    let poison = ''
    const { pump, clock, reader } = pumpWith(3, (eventId) => {
      poison ||= eventId
      return eventId === poison ? { kind: 'refused', code: 'TOO-LARGE' } : { kind: 'accepted' }
    })
    expect(value(await pump.round()).published).toBe(2)
    for (let turn = 0; turn < 7; turn += 1) {
      clock.advance(10 * 60_000)
      value(await pump.round())
    }
    expect(value(reader.deadLetters())).toMatchObject([{ eventId: poison, attempts: 8, lastErrorCode: 'TOO-LARGE' }])
    expect(value(reader.depth()).pending).toBe(0)
  })

  it('hands on a failure of the store', async () => {
    const { pump, store } = pumpWith(1, () => ({ kind: 'accepted' }))
    store.close()
    expect(code(await pump.round())).toBe('STORE-UNAVAILABLE')
  })

  it('waits longer after each attempt, between half and all of the ceiling, five minutes at most', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const delay = retryDelay(attempt, random)
        return delay >= 500 && delay <= 300_000 && delay <= retryDelay(attempt + 1, random)
      }),
    )
  })
})
