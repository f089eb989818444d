import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openIndividualNumberCard } from '../../../src-main/card/client/open-individual-number-card.ts'
import type { ReaderDriverName } from '../../../src-main/card/drivers/driver-names.ts'
import type { SupervisionSettings } from '../../../src-main/card/supervision/supervision-settings.ts'
import { codeOf, connected, untilState, value } from '../../fixtures/pcscd/reader-states.ts'
import { readerProcessIds, realReader, type RealReader } from '../../fixtures/pcscd/real-reader.ts'
import { requireDriver } from '../../fixtures/pcscd/require-driver.ts'
import { echo, ScriptedCard } from '../../fixtures/pcscd/scripted-card.ts'

/** Short deadlines, so that what takes a kiosk ten seconds is seen here in one. */
const quick: Partial<SupervisionSettings> = { apdu: 1_000, heartbeatPause: 500, heartbeat: 1_000, start: 5_000 }
const COMMAND = Uint8Array.of(0x00, 0xd0, 0x00, 0x00, 0x00)

/** Everything here happens within the life of one supervised reader: nothing needs a restart of its host. */
export function readerFaults(driver: ReaderDriverName): void {
  let real: RealReader

  beforeAll(() => requireDriver(driver))
  afterEach(() => real.dispose())

  const laid = async (card = new ScriptedCard(echo)): Promise<ScriptedCard> => {
    real.bridge.insert(card)
    await untilState(real.reader, 'card')
    return card
  }

  const worksWithNextCard = async (): Promise<void> => {
    real.bridge.remove()
    await untilState(real.reader, 'noCard')
    await laid()
    const connection = await connected(real.reader)
    value(await connection.transmit(COMMAND))
    await connection.powerOff()
  }

  test('the service comes up after the kiosk', async () => {
    real = await realReader(driver, { settings: quick, serviceStarted: false })
    await untilState(real.reader, 'noService')
    expect(codeOf(await real.reader.connect())).toBe('CARD-NO-SERVICE')
    await real.service.start()
    await untilState(real.reader, 'noCard')
    await worksWithNextCard()
    expect(real.processes).toHaveLength(1)
  })

  test('the service runs without any reader', async () => {
    real = await realReader(driver, { settings: quick, withReader: false })
    await untilState(real.reader, 'noReader')
    expect(codeOf(await real.reader.connect())).toBe('CARD-NO-READER')
  })

  test('no reader has the configured name', async () => {
    real = await realReader(driver, { settings: quick, readerPattern: 'contactless' })
    await untilState(real.reader, 'noReader')
  })

  test('the configured name chooses among readers', async () => {
    real = await realReader(driver, { settings: quick, readerPattern: 'virtual pcd 00 01' })
    expect((await untilState(real.reader, 'noCard')).reader).toBe('Virtual PCD 00 01')
    expect(real.reader.description).toMatch(/: Virtual PCD 00 01$/u)
  })

  test('the service is killed and started again while no card is there', async () => {
    real = await realReader(driver, { settings: quick })
    for (let repeat = 0; repeat < 3; repeat++) {
      await untilState(real.reader, 'noCard')
      await real.service.kill()
      await untilState(real.reader, 'noService')
      await real.service.start()
    }
    await untilState(real.reader, 'noCard')
    await worksWithNextCard()
  })

  test('the service is killed and started again while a procedure holds the card', async () => {
    real = await realReader(driver, { settings: quick })
    await laid()
    const connection = await connected(real.reader)
    value(await connection.transmit(COMMAND))
    await real.service.kill()
    expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-NO-SERVICE')
    await connection.powerOff()
    await untilState(real.reader, 'noService')
    await real.service.start()
    await untilState(real.reader, 'card')
    await worksWithNextCard()
  })

  test('the service is killed in the middle of a command', async () => {
    real = await realReader(driver, { settings: { ...quick, apdu: 5_000 } })
    await laid(new ScriptedCard(echo, { delayMilliseconds: 1_500 }))
    const connection = await connected(real.reader)
    const answer = connection.transmit(COMMAND)
    await pause(300)
    await real.service.kill()
    expect(codeOf(await answer)).toBe('CARD-NO-SERVICE')
    await untilState(real.reader, 'noService')
    await connection.powerOff()
    await real.service.start()
    await untilState(real.reader, 'card')
    await worksWithNextCard()
  })

  test('the service hangs, and goes on', async () => {
    real = await realReader(driver, { settings: quick })
    await laid()
    real.service.signal('SIGSTOP')
    await untilState(real.reader, 'restarting')
    expect(['CARD-NO-SERVICE', 'CARD-TIMEOUT']).toContain(codeOf(await real.reader.connect()))
    real.service.signal('SIGCONT')
    await untilState(real.reader, 'card')
    await worksWithNextCard()
  })

  test('a card does not answer to reset', async () => {
    real = await realReader(driver, { settings: quick })
    await untilState(real.reader, 'noCard')
    // vpcd takes an ATR over 33 bytes for a failed reset.
    real.bridge.insert(new ScriptedCard(echo, { atr: new Uint8Array(40).fill(0x3b) }))
    await untilState(real.reader, 'muteCard')
    expect(codeOf(await real.reader.connect())).toBe('CARD-MUTE')
    await worksWithNextCard()
  })

  test('a foreign card lies on the reader', async () => {
    real = await realReader(driver, { settings: quick })
    await laid(new ScriptedCard(() => Uint8Array.of(0x6a, 0x82)))
    expect(codeOf(await openIndividualNumberCard(real.reader))).toBe('CARD-FOREIGN')
    await worksWithNextCard()
  })

  test('a card is pulled at any moment of a procedure', async () => {
    real = await realReader(driver, { settings: quick })
    for (const commandsBefore of [0, 1, 2, 5]) {
      await laid()
      const connection = await connected(real.reader)
      for (let index = 0; index < commandsBefore; index++) value(await connection.transmit(COMMAND))
      const answer = connection.transmit(COMMAND)
      // In the middle of the command: vpcd takes 40 ms for each.
      await pause(15)
      real.bridge.remove()
      expect([undefined, 'CARD-REMOVED']).toContain(codeOf(await answer))
      expect(codeOf(await connection.transmit(COMMAND))).toBe('CARD-REMOVED')
      await connection.powerOff()
      await untilState(real.reader, 'noCard')
    }
    await worksWithNextCard()
    expect(real.processes).toHaveLength(1)
  })

  test('a card falls silent and is left lying, then the next one comes', async () => {
    real = await realReader(driver, { settings: quick })
    await laid(new ScriptedCard((command, index) => (index === 2 ? 'mute' : echo(command))))
    const connection = await connected(real.reader)
    value(await connection.transmit(COMMAND))
    value(await connection.transmit(COMMAND))
    const silent = connection.transmit(COMMAND)
    expect(codeOf(await silent)).toBe('CARD-TIMEOUT')
    expect(real.reader.state().kind).toBe('restarting')
    await pause(4_000)
    await worksWithNextCard()
    expect(readerProcessIds()).toHaveLength(1)
  })

  test('the reader process is killed from outside, at rest and in the middle of a command', async () => {
    real = await realReader(driver, { settings: quick })
    await untilState(real.reader, 'noCard')
    process.kill(readerProcessIds()[0]!, 'SIGKILL')
    await untilState(real.reader, 'restarting')
    await untilState(real.reader, 'noCard')

    await laid(new ScriptedCard(echo, { delayMilliseconds: 500 }))
    const connection = await connected(real.reader)
    const answer = connection.transmit(COMMAND)
    await pause(100)
    process.kill(readerProcessIds()[0]!, 'SIGKILL')
    expect(codeOf(await answer)).toBe('CARD-NO-SERVICE')
    await connection.powerOff()
    await untilState(real.reader, 'card')
    await worksWithNextCard()
  })

  test('the reader process hangs', async () => {
    real = await realReader(driver, { settings: quick })
    await untilState(real.reader, 'noCard')
    process.kill(readerProcessIds()[0]!, 'SIGSTOP')
    await untilState(real.reader, 'restarting')
    await untilState(real.reader, 'noCard')
    await worksWithNextCard()
    expect(readerProcessIds()).toHaveLength(1)
  })

  test('a card that a killed process left with its power loses it', async () => {
    real = await realReader(driver, { settings: quick })
    const card = await laid()
    const connection = await connected(real.reader)
    value(await connection.transmit(COMMAND))
    const before = card.powerOffs
    process.kill(readerProcessIds()[0]!, 'SIGKILL')
    await untilState(real.reader, 'restarting')
    await untilState(real.reader, 'card')
    // pcscd takes the power from a card that nobody holds after five seconds; this must not wait for it.
    await vi.waitFor(() => expect(card.powerOffs).toBeGreaterThan(before), 3_000)
    await connection.powerOff()
    const next = await connected(real.reader)
    value(await next.transmit(COMMAND))
    await next.powerOff()
  })

  test('no process is left behind when the reader is closed', async () => {
    real = await realReader(driver, { settings: quick })
    await laid()
    await connected(real.reader)
    await real.reader.close()
    await vi.waitFor(() => expect(readerProcessIds()).toEqual([]), 3_000)
  })
}
