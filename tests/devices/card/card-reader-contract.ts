import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CardConnection, CardReader } from '../../../src-main/card/card-reader.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import type { SimulatedCard } from '../../../src-main/training/card/simulated-card.ts'
import { CONTACT_ATR, CONTACTLESS_ATR, echo, ScriptedCard } from '../../fixtures/pcscd/scripted-card.ts'
import { codeOf, connected, untilState, value } from '../../fixtures/pcscd/reader-states.ts'

/** A reader under test and the hands that lay cards on it. */
export interface ReaderBench {
  readonly reader: CardReader
  insert(card: SimulatedCard): void
  remove(): void
  dispose(): Promise<void>
}

/** Of one APDU, in the benches; milliseconds. */
export const CONTRACT_APDU_DEADLINE = 1_000

/** What every CardReader promises, whatever is behind it. One bench at a time: there may be only one smart-card service. */
export function cardReaderContract(makeBench: () => Promise<ReaderBench>): void {
  describe('while it is open', () => openReaderContract(makeBench))
  describe('when it is closed', () => closedReaderContract(makeBench))
}

function closedReaderContract(makeBench: () => Promise<ReaderBench>): void {
  test('closes in the middle of a command that is never answered, and answers it', async () => {
    const bench = await makeBench()
    try {
      await untilState(bench.reader, 'noCard')
      bench.insert(new ScriptedCard(() => 'mute'))
      await untilState(bench.reader, 'card')
      const connection = await connected(bench.reader)
      const answer = connection.transmit(COMMAND)
      await pause(100)
      await bench.reader.close()
      expect(['CARD-NO-SERVICE', 'CARD-TIMEOUT']).toContain(codeOf(await answer))
      expect(codeOf(await bench.reader.connect())).toBe('CARD-NO-SERVICE')
    } finally {
      await bench.dispose()
    }
  })
}

function openReaderContract(makeBench: () => Promise<ReaderBench>): void {
  let bench: ReaderBench

  beforeAll(async () => {
    bench = await makeBench()
    await untilState(bench.reader, 'noCard')
  })

  afterEach(async () => {
    bench.remove()
    await untilState(bench.reader, 'noCard')
  })

  afterAll(() => bench.dispose())

  const insert = async (card: SimulatedCard): Promise<number> => {
    bench.insert(card)
    const state = await untilState(bench.reader, 'card')
    return state.insertion
  }

  const insertAndConnect = async (card: SimulatedCard): Promise<CardConnection> => {
    await insert(card)
    return connected(bench.reader)
  }

  test('tells the ATR of the card that lies there, and nothing of it once it is gone', async () => {
    bench.insert(new ScriptedCard(echo, { atr: CONTACT_ATR }))
    expect((await untilState(bench.reader, 'card')).atr).toEqual(CONTACT_ATR)
    bench.remove()
    expect(await untilState(bench.reader, 'noCard')).not.toHaveProperty('atr')
    bench.insert(new ScriptedCard(echo, { atr: CONTACTLESS_ATR }))
    expect((await untilState(bench.reader, 'card')).atr).toEqual(CONTACTLESS_ATR)
  })

  test('gives every insertion a number of its own', async () => {
    const card = new ScriptedCard(echo)
    const numbers = [await insert(card)]
    for (let repeat = 0; repeat < 3; repeat++) {
      bench.remove()
      await untilState(bench.reader, 'noCard')
      numbers.push(await insert(card))
    }
    expect(new Set(numbers).size).toBe(4)
  })

  test('names its driver and its reader', () => {
    expect(bench.reader.description).toMatch(/.+: .+/u)
  })

  test('calls a subscriber on changes alone, and not after it has left', async () => {
    const kinds: string[] = []
    const leave = bench.reader.subscribe((state) => kinds.push(state.kind))
    await pause(50)
    expect(kinds).toEqual([])
    await insert(new ScriptedCard(echo))
    leave()
    bench.remove()
    await untilState(bench.reader, 'noCard')
    expect(kinds).toEqual(['card'])
  })

  test('refuses to connect where no card is', async () => {
    expect(codeOf(await bench.reader.connect())).toBe('CARD-REMOVED')
  })

  test.each([
    ['a short command with data', Uint8Array.of(0x00, 0xd0, 0x00, 0x00, 0x03, 1, 2, 3), Uint8Array.of(1, 2, 3, 0x90, 0x00)],
    ['the longest short answer', Uint8Array.of(0x00, 0xc0, 0x01, 0x00, 0x00), echo(Uint8Array.of(0x00, 0xc0, 0x01, 0x00, 0x00))],
    ['an extended answer', Uint8Array.of(0x00, 0xc0, 0x08, 0x00, 0x00, 0x08, 0x00), echo(Uint8Array.of(0x00, 0xc0, 0x08, 0x00))],
    ['a status word alone', Uint8Array.of(0x00, 0xd0, 0x00, 0x00, 0x00), Uint8Array.of(0x90, 0x00)],
  ])('carries %s unchanged', async (_what, command, answer) => {
    const connection = await insertAndConnect(new ScriptedCard(echo))
    expect(value(await connection.transmit(command))).toEqual(answer)
    await connection.powerOff()
  })

  test('answers commands sent without waiting, one after the other and each to its own', async () => {
    const card = new ScriptedCard(echo, { delayMilliseconds: 10 })
    const connection = await insertAndConnect(card)
    const numbers = [1, 2, 3, 4, 5]
    const answers = await Promise.all(numbers.map((number) => connection.transmit(Uint8Array.of(0x00, 0xd0 + number, 0, 0, 1, number))))
    expect(answers.map((answer) => value(answer)[0])).toEqual(numbers)
    expect(card.instructions).toEqual(numbers.map((number) => 0xd0 + number))
    await connection.powerOff()
  })

  test('gives the card to one procedure at a time', async () => {
    const first = await insertAndConnect(new ScriptedCard(echo))
    expect(codeOf(await bench.reader.connect())).toBe('CARD-READER-BUSY')
    await first.powerOff()
    const second = await connected(bench.reader)
    expect(codeOf(await second.transmit(COMMAND))).toBeUndefined()
    await second.powerOff()
  })

  test('takes the power from the card at the end, once, and knows nothing of it afterwards', async () => {
    const card = new ScriptedCard(echo)
    const connection = await insertAndConnect(card)
    const before = card.powerOffs
    await connection.powerOff()
    await connection.powerOff()
    // The service has done it when powerOff() returns; the virtual card hears of it over a socket.
    await vi.waitFor(() => expect(card.powerOffs).toBeGreaterThan(before), 5_000)
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-REMOVED')
  })

  test('says that the card is gone when it was taken off between two commands', async () => {
    const connection = await insertAndConnect(new ScriptedCard(echo))
    value(await connection.transmit(COMMAND))
    bench.remove()
    await untilState(bench.reader, 'noCard')
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-REMOVED')
    await connection.powerOff()
  })

  test.each([
    ['is taken off in the middle of a command', 'removed' as const],
    ['answers one byte', Uint8Array.of(0x90)],
  ])('says that the card is gone when it %s, and goes on with the next', async (_what, end) => {
    const connection = await insertAndConnect(new ScriptedCard((command, index) => (index === 1 ? end : echo(command))))
    value(await connection.transmit(COMMAND))
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-REMOVED')
    // Dead is dead, whatever lies there now.
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-REMOVED')
    bench.remove()
    await untilState(bench.reader, 'noCard')
    await worksWith(new ScriptedCard(echo))
    await connection.powerOff()
  })

  test('ends a command that the card never answers, and goes on with the next card', async () => {
    const connection = await insertAndConnect(new ScriptedCard((command, index) => (index === 1 ? 'mute' : echo(command))))
    value(await connection.transmit(COMMAND))
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-TIMEOUT')
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-TIMEOUT')
    await connection.powerOff()
    bench.remove()
    await untilState(bench.reader, 'noCard')
    await worksWith(new ScriptedCard(echo))
  })

  async function worksWith(card: SimulatedCard): Promise<void> {
    const connection: CardConnection = await insertAndConnect(card)
    const answer: Result<Uint8Array> = await connection.transmit(COMMAND)
    expect(codeOf(answer)).toBeUndefined()
    await connection.powerOff()
  }
}

const COMMAND = Uint8Array.of(0x00, 0xd0, 0x00, 0x00, 0x00)
