import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GlassServer, type Desks } from '../../../src-main/channel/glass-server.ts'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { outgoingSchema, type Outgoing, type StaffSnapshot } from '../../../src-preload/contract.ts'
import { FakeHouse } from '../../fixtures/procedures/fake-house.ts'

function server(): { glass: GlassServer; house: FakeHouse; staffEvents: unknown[]; disconnects: () => number; bugs: string[] } {
  const house = new FakeHouse()
  const staffEvents: unknown[] = []
  const bugs: string[] = []
  let disconnects = 0
  const staffSnapshot: StaffSnapshot = {
    side: 'staff',
    revision: 1,
    terminal: house.session.snapshot().terminal,
    session: { state: 'signedOut' },
    requests: [],
    devices: [],
    alerts: [],
    resident: { screen: 'attract', failure: null, staffCalled: false, waitsForLastTryApproval: false },
    halted: false,
    cardCases: { kinds: [], cases: [], atCard: null },
    applications: { kinds: [], collections: [], applications: [], batches: [], packets: [], packet: { configured: false, waiting: 0 } },
  }
  const desks: Desks = {
    resident: house.session,
    staff: {
      snapshot: () => staffSnapshot,
      subscribe: () => () => undefined,
      dispatch: (event) => {
        staffEvents.push(event)
        if (event.type === 'lock') throw new Error('a bug')
        return Promise.resolve(fail('STAFF-SIGNED-OUT'))
      },
      detail: () => fail('STAFF-SIGNED-OUT'),
      preview: () => Promise.resolve(ok({ pdfBase64: '', sheets: 1 })),
      accounts: () => fail('STAFF-SIGNED-OUT'),
      onCardCases: () => Promise.resolve(fail('STAFF-SIGNED-OUT')),
      onApplications: () => Promise.resolve(fail('STAFF-SIGNED-OUT')),
      disconnected: () => void (disconnects += 1),
    },
    training: null,
  }
  return { glass: new GlassServer({ desks, audit: house.audit, timers: house.timers, onBug: (where) => bugs.push(where) }), house, staffEvents, disconnects: () => disconnects, bugs }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('the channel', () => {
  it('shows the present snapshot at once, and one picture for many changes', async () => {
    const { glass, house } = server()
    const sent: Outgoing[] = []
    glass.connect('resident', (message) => sent.push(message))
    await settled()
    expect(sent).toHaveLength(1)
    house.session.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    house.session.dispatch({ type: 'setCopies', copies: 2 })
    house.session.dispatch({ type: 'setCopies', copies: 3 })
    await settled()
    expect(sent).toHaveLength(2)
    expect(sent.at(-1)).toMatchObject({ snapshot: { screen: { order: { copies: 3 } } } })
    for (const message of sent) outgoingSchema.parse(message)
  })

  it('draws no picture anew for a touch that changes nothing', async () => {
    const { glass, house } = server()
    const sent: Outgoing[] = []
    glass.connect('resident', (message) => sent.push(message))
    house.session.dispatch({ type: 'start' })
    await settled()
    const pictures = sent.length
    house.session.dispatch({ type: 'touch' })
    house.session.refresh()
    await settled()
    expect(sent).toHaveLength(pictures)
    house.session.dispatch({ type: 'setDisplay', display: { largeText: true } })
    await settled()
    expect(sent).toHaveLength(pictures + 1)
  })

  it('answers each message under its number', async () => {
    const { glass } = server()
    const sent: Outgoing[] = []
    const connection = glass.connect('resident', (message) => sent.push(message))
    connection.receive({ kind: 'dispatch', id: 41, event: { type: 'touch' } })
    connection.receive({ kind: 'dispatch', id: 42, event: { type: 'confirm' } })
    await settled()
    expect(sent.filter((message) => message.kind === 'reply')).toEqual([
      { kind: 'reply', id: 41, result: { ok: true, value: null } },
      { kind: 'reply', id: 42, result: { ok: false, failure: { code: 'MESSAGE-ILL-TIMED' } } },
    ])
  })

  it('refuses and audits a message of the other side', async () => {
    const { glass, house, staffEvents } = server()
    const sent: Outgoing[] = []
    const connection = glass.connect('resident', (message) => sent.push(message))
    connection.receive({ kind: 'dispatch', id: 1, event: { type: 'print', requestId: 'x' } })
    await settled()
    expect(staffEvents).toEqual([])
    expect(sent).toContainEqual({ kind: 'reply', id: 1, result: { ok: false, failure: { code: 'MESSAGE-INVALID' } } })
    expect(house.events).toContainEqual({ type: 'message-refused', side: 'resident', code: 'MESSAGE-INVALID', messageType: 'unreadable', times: 1 })
  })

  it('audits an event that comes at the wrong time', async () => {
    const { glass, house } = server()
    glass.connect('resident', () => undefined).receive({ kind: 'dispatch', id: 1, event: { type: 'pinSubmit' } })
    await settled()
    expect(house.events).toContainEqual({ type: 'message-refused', side: 'resident', code: 'MESSAGE-ILL-TIMED', messageType: 'pinSubmit', times: 1 })
  })

  it('leaves what it refused last in the log when it closes', async () => {
    const { glass, house } = server()
    const connection = glass.connect('resident', () => undefined)
    for (let id = 0; id < 3; id += 1) connection.receive('garbage')
    await settled()
    glass.close()
    expect(house.events.filter((event) => event.type === 'message-refused')).toMatchObject([{ times: 1 }, { times: 2 }])
  })

  it('has no training side in a production profile', () => {
    const { glass } = server()
    expect(glass.has('training')).toBe(false)
    expect(() => glass.connect('training', () => undefined)).toThrow()
  })

  it('answers a bug with a code and reports it, without its words', async () => {
    const { glass, bugs } = server()
    const sent: Outgoing[] = []
    glass.connect('staff', (message) => sent.push(message)).receive({ kind: 'dispatch', id: 5, event: { type: 'lock' } })
    await settled()
    expect(bugs).toEqual(['message from staff'])
    expect(JSON.stringify(sent)).not.toContain('a bug')
    expect(sent).toContainEqual({ kind: 'reply', id: 5, result: { ok: false, failure: { code: 'INTERNAL' } } })
  })

  it('tells the desk when the last staff page is gone', () => {
    const { glass, disconnects } = server()
    const first = glass.connect('staff', () => undefined)
    const second = glass.connect('staff', () => undefined)
    first.close()
    expect(disconnects()).toBe(0)
    second.close()
    second.close()
    expect(disconnects()).toBe(1)
  })

  it('takes anything at all without falling over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.anything(), { maxLength: 20 }), async (garbage) => {
        const { glass, bugs } = server()
        const sent: Outgoing[] = []
        for (const side of ['resident', 'staff'] as const) {
          const connection = glass.connect(side, (message) => sent.push(message))
          for (const raw of garbage) connection.receive(raw)
        }
        await settled()
        expect(bugs).toEqual([])
        expect(sent.every((message) => message.kind === 'snapshot' || (message.kind === 'reply' && !message.result.ok))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
