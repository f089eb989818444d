import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardConnection, ReaderState } from '../../../../src-main/card/card-reader.ts'
import { TrainingReader, type TrainingReaderOptions } from '../../../../src-main/training/card/training-reader.ts'
import { codeOf, ObservedCard, testCard } from '../../../fixtures/card/observed-card.ts'

const select = Buffer.from('00A4040C0AD392F000260100000001', 'hex')

function bench(): { reader: TrainingReader; states: string[] } {
  const reader = new TrainingReader({ training: true, timeoutMilliseconds: 5_000 })
  const states: string[] = []
  reader.subscribe((state: ReaderState) => states.push(state.kind))
  return { reader, states }
}

async function connected(reader: TrainingReader): Promise<CardConnection> {
  const connection = await reader.connect()
  if (!connection.ok) throw new Error(connection.failure.code)
  return connection.value
}

describe('the training reader', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([{ training: false }, {}, { training: 'yes' }])('is not made outside training (%o)', (options) => {
    expect(() => new TrainingReader(options as unknown as TrainingReaderOptions)).toThrow('outside training')
  })

  it('tells every change, with a new number for every insertion', () => {
    const { reader, states } = bench()
    reader.insert(testCard())
    expect(reader.state()).toMatchObject({ kind: 'card', insertion: 1, atr: Buffer.from('3be000ff8131fe4514', 'hex') })
    reader.remove()
    reader.remove()
    reader.insert(testCard())
    reader.insert(testCard('single'))
    expect(reader.state()).toMatchObject({ kind: 'card', insertion: 3 })
    reader.setFaults({ muteCard: true })
    reader.setFaults({ noReader: true })
    reader.setFaults({ noService: true })
    reader.setFaults({ noService: true })
    reader.setFaults({})
    expect(states).toEqual(['card', 'noCard', 'card', 'noCard', 'card', 'muteCard', 'noReader', 'noService', 'card'])
  })

  it.each([
    ['noService', 'CARD-NO-SERVICE'],
    ['noReader', 'CARD-NO-READER'],
    ['busy', 'CARD-READER-BUSY'],
    ['muteCard', 'CARD-MUTE'],
  ])('refuses to connect under the fault %s', async (fault, code) => {
    const { reader } = bench()
    reader.insert(testCard())
    reader.setFaults({ [fault]: true })
    expect(codeOf(await reader.connect())).toBe(code)
    reader.setFaults({})
    expect(codeOf(await reader.connect())).toBe('ok')
  })

  it('has nothing to connect to without a card, and gives a card to one procedure only', async () => {
    const { reader } = bench()
    expect(codeOf(await reader.connect())).toBe('CARD-REMOVED')
    reader.insert(testCard())
    const connection = await connected(reader)
    expect(codeOf(await reader.connect())).toBe('CARD-READER-BUSY')
    await connection.powerOff()
    expect(codeOf(await reader.connect())).toBe('ok')
  })

  it('powers the card with the connection and off with its end', async () => {
    const { reader } = bench()
    const card = new ObservedCard(testCard())
    reader.insert(card)
    expect(card.powered).toBe(false)
    const connection = await connected(reader)
    expect(card.powered).toBe(true)
    expect(codeOf(await connection.transmit(select))).toBe('ok')
    await connection.powerOff()
    expect(card.powered).toBe(false)
    expect(codeOf(await connection.transmit(select))).toBe('CARD-REMOVED')
  })

  it('gives up a card that does not answer within the deadline', async () => {
    const { reader } = bench()
    const card = new ObservedCard(testCard('adult', {}, { troubles: { muteAfter: 0 } }))
    reader.insert(card)
    const connection = await connected(reader)
    const answer = connection.transmit(select)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(codeOf(await answer)).toBe('CARD-TIMEOUT')
    expect(codeOf(await connection.transmit(select))).toBe('CARD-TIMEOUT')
    expect(card.powered).toBe(false)
    expect(reader.state().kind).toBe('card')
    expect(codeOf(await reader.connect())).toBe('ok')
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['the card is taken', (reader: TrainingReader) => reader.remove(), 'CARD-REMOVED'],
    ['another card is laid on', (reader: TrainingReader) => reader.insert(testCard('single')), 'CARD-REMOVED'],
    ['the reader is unplugged', (reader: TrainingReader) => reader.setFaults({ noReader: true }), 'CARD-NO-READER'],
    ['the service stops', (reader: TrainingReader) => reader.setFaults({ noService: true }), 'CARD-NO-SERVICE'],
    ['the kiosk closes', (reader: TrainingReader) => void reader.close(), 'CARD-NO-SERVICE'],
  ])('ends a command under way when %s', async (_what, happen, code) => {
    const { reader } = bench()
    reader.insert(testCard('adult', {}, { troubles: { muteAfter: 0 } }))
    const connection = await connected(reader)
    const answers = [connection.transmit(select), connection.transmit(select)]
    await vi.advanceTimersByTimeAsync(100)
    happen(reader)
    expect((await Promise.all(answers)).map(codeOf)).toEqual([code, code])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['removed', new Uint8Array(0), new Uint8Array(1)] as const)('sees a card go that answers %o', async (answer) => {
    const { reader, states } = bench()
    reader.insert(new ObservedCard(testCard(), () => answer))
    expect(codeOf(await (await connected(reader)).transmit(select))).toBe('CARD-REMOVED')
    expect(states).toEqual(['card', 'noCard'])
  })

  it('does nothing any more once it is closed', async () => {
    const { reader, states } = bench()
    reader.insert(testCard())
    await reader.close()
    expect([reader.state().kind, codeOf(await reader.connect())]).toEqual(['noService', 'CARD-NO-SERVICE'])
    expect(states).toEqual(['card'])
  })
})
