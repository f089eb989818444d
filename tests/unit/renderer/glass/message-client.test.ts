import { describe, expect, it } from 'vitest'
import { residentSnapshotSchema, type ResidentSnapshot } from '../../../../src-preload/contract.ts'
import { messageClient } from '../../../../src-renderer/glass/message-client.ts'
import { snapshotOf } from '../../../../src-renderer/gallery/fixtures/snapshot.ts'
import { pipe } from './pipe.ts'

const snapshot = (revision: number): ResidentSnapshot => ({ ...snapshotOf(new URLSearchParams('screen=attract')), revision })

function client() {
  const line = pipe()
  const errors: string[] = []
  const made = messageClient('resident', line.transport, (error) => errors.push(error.message))
  return { ...line, errors, client: made }
}

describe('the page’s end of the contract', () => {
  it('hands a new listener the present snapshot at once, and every later one', () => {
    const { client: glass, say } = client()
    say({ kind: 'snapshot', snapshot: snapshot(1) })
    const seen: number[] = []
    const stop = glass.onSnapshot(({ revision }) => seen.push(revision))
    say({ kind: 'snapshot', snapshot: snapshot(2) })
    stop()
    say({ kind: 'snapshot', snapshot: snapshot(3) })
    expect(seen).toEqual([1, 2])
  })

  it('numbers what goes out and matches replies in any order', async () => {
    const { client: glass, say, sent } = client()
    const first = glass.ask({ kind: 'dispatch', event: { type: 'start' } })
    const second = glass.ask({ kind: 'dispatch', event: { type: 'touch' } })
    expect(sent).toEqual([
      { kind: 'dispatch', event: { type: 'start' }, id: 1 },
      { kind: 'dispatch', event: { type: 'touch' }, id: 2 },
    ])
    say({ kind: 'reply', id: 2, result: { ok: true, value: null } })
    say({ kind: 'reply', id: 1, result: { ok: false, failure: { code: 'MESSAGE-ILL-TIMED' } } })
    expect(await second).toEqual({ ok: true, value: null })
    expect(await first).toEqual({ ok: false, failure: { code: 'MESSAGE-ILL-TIMED' } })
  })

  it('ignores a reply nobody waits for', () => {
    const { say, errors } = client()
    say({ kind: 'reply', id: 99, result: { ok: true, value: null } })
    expect(errors).toEqual([])
  })

  it('lets nothing through that is no message, covers the screen, and repeats none of it', () => {
    const { client: glass, say, errors, restarts } = client()
    const connection: boolean[] = []
    const seen: ResidentSnapshot[] = []
    glass.onConnection((connected) => connection.push(connected))
    glass.onSnapshot((next) => seen.push(next))
    say({ kind: 'snapshot', snapshot: 'secret words' })
    expect(seen).toEqual([])
    expect(connection).toEqual([true, false])
    expect(errors).toHaveLength(1)
    expect(errors[0]).not.toContain('secret words')
    expect(restarts()).toBe(1)
    say({ kind: 'snapshot', snapshot: snapshot(2) })
    expect(connection).toEqual([true, false, true])
    expect(seen.map(({ revision }) => revision)).toEqual([2])
  })

  it('takes the picture away when main says so, until there is another', () => {
    const { client: glass, say, errors, restarts } = client()
    const connection: boolean[] = []
    say({ kind: 'snapshot', snapshot: snapshot(1) })
    glass.onConnection((connected) => connection.push(connected))
    say({ kind: 'cover' })
    const seen: ResidentSnapshot[] = []
    glass.onSnapshot((next) => seen.push(next))
    expect(seen).toEqual([])
    say({ kind: 'snapshot', snapshot: snapshot(2) })
    expect(connection).toEqual([true, false, true])
    expect(seen.map(({ revision }) => revision)).toEqual([2])
    expect(errors).toEqual([])
    expect(restarts()).toBe(0)
  })

  it('forgets the picture and settles what was asked when the connection is lost', async () => {
    const { client: glass, say, connect } = client()
    say({ kind: 'snapshot', snapshot: snapshot(1) })
    const asked = glass.ask({ kind: 'dispatch', event: { type: 'start' } })
    connect(false)
    expect(await asked).toEqual({ ok: false, failure: { code: 'INTERNAL' } })
    const seen: ResidentSnapshot[] = []
    glass.onSnapshot((next) => seen.push(next))
    expect(seen).toEqual([])
  })

  it('fails at once what is asked while there is no connection', async () => {
    const { client: glass, connect, sent } = client()
    connect(false)
    expect(await glass.ask({ kind: 'dispatch', event: { type: 'start' } })).toEqual({ ok: false, failure: { code: 'INTERNAL' } })
    expect(sent).toEqual([])
  })

  it('refuses the snapshot of another screen', () => {
    const line = pipe()
    const errors: string[] = []
    messageClient('staff', line.transport, (error) => errors.push(error.message))
    line.say({ kind: 'snapshot', snapshot: residentSnapshotSchema.parse(snapshot(1)) })
    expect(errors).toEqual(['a snapshot of the resident screen came to the staff screen'])
  })
})
