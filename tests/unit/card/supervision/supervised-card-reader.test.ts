import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SupervisedCardReader } from '../../../../src-main/card/supervised-card-reader.ts'
import { defaultSupervision } from '../../../../src-main/card/supervision/supervision-settings.ts'
import { ManualTimers } from '../../../fixtures/procedures/manual-timers.ts'
import { codeOf, value } from '../../../fixtures/pcscd/reader-states.ts'
import { fakeLauncher, type FakeProcess } from './fake-process.ts'

const settings = defaultSupervision
const atr = Uint8Array.of(0x3b, 0x00)
const COMMAND = Uint8Array.of(0x00, 0xa4, 0x00, 0x00)

/** Lets every promise that can go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function supervised() {
  const launcher = fakeLauncher()
  const timers = new ManualTimers()
  const reader = new SupervisedCardReader({ launcher, driver: 'koffi', timers })
  const kinds: string[] = []
  reader.subscribe(({ kind }) => kinds.push(kind))
  const current = (): FakeProcess => launcher.processes.at(-1)!
  const seeCard = (insertion = 1): void => current().report({ type: 'state', state: { kind: 'card', reader: 'A', atr, insertion } })
  const connect = async () => {
    const connecting = reader.connect()
    await settle()
    current().answerLast('connect')
    return value(await connecting)
  }
  return { launcher, timers, reader, kinds, current, seeCard, connect }
}

describe('SupervisedCardReader', () => {
  test('starts a process, tells it the driver and says what the process sees', () => {
    const { reader, current, kinds, seeCard } = supervised()
    expect(reader.state()).toEqual({ kind: 'restarting' })
    expect(current().requests).toEqual([{ type: 'configure', driver: 'koffi', readerPattern: '' }])
    current().report({ type: 'running', description: 'PC/SC (koffi)' })
    current().report({ type: 'state', state: { kind: 'noCard', reader: 'A' } })
    seeCard()
    seeCard()
    expect(kinds).toEqual(['noCard', 'card'])
    expect(reader.description).toBe('PC/SC (koffi): A')
  })

  test('asks a process for nothing before it has seen the readers', async () => {
    const { reader, current, timers } = supervised()
    expect(codeOf(await reader.connect())).toBe('CARD-NO-SERVICE')
    timers.advance(settings.heartbeatPause * 2)
    expect(current().requests.map(({ type }) => type)).toEqual(['configure'])
  })

  test('carries a command and its answer', async () => {
    const { current, seeCard, connect } = supervised()
    seeCard()
    const connection = await connect()
    const answering = connection.transmit(COMMAND)
    await settle()
    const { id, command } = current().asked('transmit')!
    expect(command).toEqual(COMMAND)
    current().report({ type: 'done', id, response: Uint8Array.of(0x90, 0x00) })
    expect(value(await answering)).toEqual(Uint8Array.of(0x90, 0x00))
  })

  test('kills a process that does not answer a command in time, tells CARD-TIMEOUT, and starts another', async () => {
    const { launcher, current, seeCard, connect, timers, kinds } = supervised()
    seeCard()
    const connection = await connect()
    const silent = connection.transmit(COMMAND)
    const behind = connection.transmit(COMMAND)
    await settle()
    // Heartbeats are answered all the while: only the card is silent.
    current().readers = ['A']
    timers.advance(settings.apdu)
    expect([codeOf(await silent), codeOf(await behind)]).toEqual(['CARD-TIMEOUT', 'CARD-TIMEOUT'])
    expect(launcher.processes[0]?.killed).toBe(true)
    expect(kinds.at(-1)).toBe('restarting')
    timers.advance(settings.firstRestart)
    expect(launcher.processes).toHaveLength(2)
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-TIMEOUT')
  })

  test('tells CARD-NO-SERVICE to the caller when the process crashes, and hears no more of the dead', async () => {
    const { launcher, current, seeCard, connect, timers, reader } = supervised()
    seeCard()
    const connection = await connect()
    const answering = connection.transmit(COMMAND)
    await settle()
    const dead = current()
    dead.crash()
    expect(codeOf(await answering)).toBe('CARD-NO-SERVICE')
    await connection.powerOff()
    dead.report({ type: 'state', state: { kind: 'noCard', reader: 'A' } })
    expect(reader.state().kind).toBe('restarting')
    timers.advance(settings.firstRestart)
    expect(launcher.processes).toHaveLength(2)
  })

  test('backs off from 0.2 to 3 seconds while processes die at once, says no service, and forgets it after a stable one', () => {
    const { launcher, current, timers, reader } = supervised()
    const waits: number[] = []
    for (let death = 0; death < 7; death++) {
      const before = launcher.processes.length
      current().crash()
      let waited = 0
      while (launcher.processes.length === before) {
        timers.advance(50)
        waited += 50
      }
      waits.push(waited)
    }
    expect(waits).toEqual([200, 400, 800, 1_600, 3_000, 3_000, 3_000])
    expect(reader.state().kind).toBe('noService')
    current().readers = []
    current().report({ type: 'state', state: { kind: 'noReader' } })
    expect(reader.state().kind).toBe('noReader')
    timers.advance(settings.stable)
    current().crash()
    expect(reader.state().kind).toBe('restarting')
    const before = launcher.processes.length
    timers.advance(settings.firstRestart)
    expect(launcher.processes).toHaveLength(before + 1)
  })

  test('replaces a process that never comes up', () => {
    const { launcher, timers } = supervised()
    timers.advance(settings.start)
    expect(launcher.processes[0]?.killed).toBe(true)
    timers.advance(settings.firstRestart)
    expect(launcher.processes).toHaveLength(2)
  })

  test('replaces a process that does not answer a heartbeat', async () => {
    const { launcher, timers, seeCard } = supervised()
    seeCard()
    timers.advance(settings.heartbeatPause)
    expect(launcher.processes[0]?.count('heartbeat')).toBe(1)
    timers.advance(settings.heartbeat)
    await settle()
    expect(launcher.processes[0]?.killed).toBe(true)
  })

  test.each([
    ['a reader that the watch has missed', ['A'], ['A', 'B'], true],
    ['a reader that the watch still believes in', ['A', 'B'], ['A'], true],
    ['another reader', ['A'], ['B'], true],
    ['a service that the watch believes lost', null, ['A'], true],
    ['a service that the watch believes well', ['A'], null, true],
    ['the same readers in another order', ['A', 'B'], ['B', 'A'], false],
    ['no service, as the watch says', null, null, false],
  ])('compares the watch with a fresh list: %s', async (_what, watched, listed, replaced) => {
    const { current, timers, seeCard } = supervised()
    seeCard()
    const process = current()
    for (let beat = 0; beat < 2; beat++) {
      expect(process.killed).toBe(false)
      timers.advance(settings.heartbeatPause)
      process.report({ type: 'pulse', id: process.asked('heartbeat')!.id, watched, listed })
      await settle()
    }
    expect(process.killed).toBe(replaced)
  })

  test('gives the card to one procedure at a time', async () => {
    const { reader, current, seeCard, connect } = supervised()
    seeCard()
    const first = await connect()
    expect(codeOf(await reader.connect())).toBe('CARD-READER-BUSY')
    const off = first.powerOff()
    await settle()
    current().answerLast('powerOff')
    await off
    await connect()
  })

  test('frees the reader when the process dies, whether or not the procedure has noticed', async () => {
    const { current, seeCard, connect, timers } = supervised()
    seeCard()
    const first = await connect()
    current().crash()
    timers.advance(settings.firstRestart)
    seeCard()
    current().answerLast('connect')
    await settle()
    current().answerLast('powerOff')
    await settle()
    const second = await connect()
    // The old procedure cleans up late, and must not free what another holds.
    await first.powerOff()
    expect(codeOf(await supervisedConnect(second))).toBeUndefined()

    async function supervisedConnect(connection: typeof second) {
      const answering = connection.transmit(COMMAND)
      await settle()
      current().report({ type: 'done', id: current().asked('transmit')!.id, response: Uint8Array.of(0x90, 0x00) })
      return answering
    }
  })

  test('takes the power from a card that a dead process left, before anybody may have it', async () => {
    const { current, seeCard, connect, timers, reader } = supervised()
    seeCard()
    await connect()
    current().crash()
    timers.advance(settings.firstRestart)
    seeCard()
    const next = reader.connect()
    await settle()
    expect(current().count('connect')).toBe(1)
    current().answerLast('connect')
    await settle()
    expect(current().count('powerOff')).toBe(1)
    current().answerLast('powerOff')
    await settle()
    expect(current().count('connect')).toBe(2)
    current().answerLast('connect')
    expect(codeOf(await next)).toBeUndefined()
  })

  test('does not power off a card that was taken off meanwhile', async () => {
    const { current, seeCard, connect, timers } = supervised()
    seeCard()
    await connect()
    current().crash()
    timers.advance(settings.firstRestart)
    current().report({ type: 'state', state: { kind: 'noCard', reader: 'A' } })
    seeCard()
    await settle()
    expect(current().count('connect')).toBe(0)
  })

  test('numbers insertions on over all processes', () => {
    const { current, seeCard, timers, reader } = supervised()
    seeCard(1)
    seeCard(2)
    expect(reader.state()).toMatchObject({ insertion: 2 })
    current().crash()
    timers.advance(settings.firstRestart)
    seeCard(1)
    expect(reader.state()).toMatchObject({ insertion: 3 })
  })

  test('says which driver is missing, and tries it again only after a while', () => {
    const { launcher, current, timers, reader } = supervised()
    current().report({ type: 'unusable', detail: 'npm package pcsclite is not installed' })
    expect(reader.state()).toEqual({ kind: 'noService' })
    expect(reader.description).toContain('npm package pcsclite is not installed')
    timers.advance(settings.unusableRetry - 1)
    expect(launcher.processes).toHaveLength(1)
    timers.advance(1)
    expect(launcher.processes).toHaveLength(2)
  })

  test('passes on what the process says of a failed connect', async () => {
    const { reader, current, seeCard } = supervised()
    seeCard()
    const connecting = reader.connect()
    await settle()
    current().report({ type: 'failed', id: current().asked('connect')!.id, failure: { code: 'CARD-MUTE' } })
    expect(codeOf(await connecting)).toBe('CARD-MUTE')
  })

  test.each([[new Uint8Array()], [Uint8Array.of(0x90)], [undefined]])('takes an answer under two bytes for a card that is gone', async (response) => {
    const { current, seeCard, connect } = supervised()
    seeCard()
    const connection = await connect()
    const answering = connection.transmit(COMMAND)
    await settle()
    current().report({ type: 'done', id: current().asked('transmit')!.id, ...(response === undefined ? {} : { response }) })
    expect(codeOf(await answering)).toBe('CARD-REMOVED')
  })

  test('close lets the process end by itself, or kills it, and starts no other', async () => {
    const { launcher, reader, current, timers } = supervised()
    const closing = reader.close()
    expect(current().asked('close')).toBeDefined()
    timers.advance(settings.close)
    await closing
    expect(current().killed).toBe(true)
    timers.advance(60_000)
    expect(launcher.processes).toHaveLength(1)
    expect(codeOf(await reader.connect())).toBe('CARD-NO-SERVICE')
    await reader.close()
  })

  test('ends a process that speaks nonsense, whatever it says', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        const { launcher, current, reader } = supervised()
        current().say(message)
        expect(launcher.processes[0]?.killed).toBe(true)
        expect(reader.state().kind).toBe('restarting')
      }),
    )
  })
})
