import { describe, expect, test, vi } from 'vitest'
import type { ReaderDriver, Sight } from '../../../../src-main/card/drivers/reader-driver.ts'
import type { Report } from '../../../../src-main/card/reader-process/messages.ts'
import { ReaderService } from '../../../../src-main/card/reader-process/reader-service.ts'

const card: Sight = { kind: 'readers', readers: [{ name: 'A', eventState: 0x20, atr: Uint8Array.of(0x3b, 0x00) }] }
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function service(overrides: Partial<ReaderDriver> = {}) {
  let see: (sight: Sight) => void = () => undefined
  const connect = vi.fn(() => Promise.resolve({ ok: true, value: undefined } as const))
  const close = vi.fn(() => Promise.resolve())
  const driver: ReaderDriver = {
    description: 'fake',
    watch: (report) => (see = report),
    listAfresh: () => Promise.resolve(['A']),
    connect,
    transmit: () => Promise.resolve({ ok: true, value: Uint8Array.of(0x90, 0x00) }),
    powerOff: () => Promise.resolve(),
    close,
    ...overrides,
  }
  const reports: Report[] = []
  const itself = new ReaderService(driver, '', (report) => reports.push(report))
  itself.start()
  return { connect, close, reports, itself, see: (sight: Sight) => see(sight) }
}

describe('ReaderService', () => {
  test.each([
    ['before anything was seen', undefined, 'CARD-NO-SERVICE'],
    ['without a service', { kind: 'noService' }, 'CARD-NO-SERVICE'],
    ['without a reader', { kind: 'readers', readers: [] }, 'CARD-NO-READER'],
    ['without a card', { kind: 'readers', readers: [{ name: 'A', eventState: 0x10, atr: new Uint8Array() }] }, 'CARD-REMOVED'],
    ['with a card that does not answer to reset', { kind: 'readers', readers: [{ name: 'A', eventState: 0x220, atr: new Uint8Array() }] }, 'CARD-MUTE'],
  ] as [string, Sight | undefined, string][])('does not even try to connect %s', async (_what, sight, code) => {
    const { itself, see, reports, connect } = service()
    if (sight) see(sight)
    itself.take({ type: 'connect', id: 1 })
    await settle()
    expect(reports.at(-1)).toMatchObject({ type: 'failed', id: 1, failure: { code } })
    expect(connect).not.toHaveBeenCalled()
  })

  test('forgets the bytes of a command once it has been sent', async () => {
    const { itself, see } = service()
    see(card)
    const command = Uint8Array.of(0x00, 0x20, 0x00, 0x80, 0x04, 0x31, 0x32, 0x33, 0x34)
    itself.take({ type: 'transmit', id: 1, command })
    await settle()
    expect(command.every((byte) => byte === 0)).toBe(true)
  })

  test('answers a heartbeat while a card keeps it waiting', async () => {
    const { itself, see, reports } = service({ transmit: () => new Promise(() => undefined) })
    see(card)
    itself.take({ type: 'transmit', id: 1, command: Uint8Array.of(0, 0, 0, 0) })
    itself.take({ type: 'heartbeat', id: 2 })
    await settle()
    expect(reports.at(-1)).toEqual({ type: 'pulse', id: 2, watched: ['A'], listed: ['A'] })
  })

  test('does not touch the driver on close while a card keeps it waiting', async () => {
    const { itself, see, close } = service({ transmit: () => new Promise(() => undefined) })
    see(card)
    itself.take({ type: 'transmit', id: 1, command: Uint8Array.of(0, 0, 0, 0) })
    await settle()
    await itself.close()
    expect(close).not.toHaveBeenCalled()
  })
})
