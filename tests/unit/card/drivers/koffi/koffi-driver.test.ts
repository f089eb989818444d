import { describe, expect, test, vi } from 'vitest'
import { KoffiDriver } from '../../../../../src-main/card/drivers/koffi/koffi-driver.ts'
import type { PcscApi, PcscReaderState } from '../../../../../src-main/card/drivers/koffi/koffi-pcsc.ts'
import { plugAndPlayReader } from '../../../../../src-main/card/drivers/pcsc-constants.ts'
import type { Sight } from '../../../../../src-main/card/drivers/reader-driver.ts'

const EMPTY = 0x10
const atr = new Uint8Array()

/** A smart-card service that answers as told; each call of getStatusChange takes the next of `changes`, then waits. */
function fakePcsc(changes: (number | ((states: readonly PcscReaderState[]) => PcscReaderState[]))[], names: string[] = ['A']) {
  let contexts = 0
  let wake: (() => void) | undefined
  const api = {
    establishContext: vi.fn(() => Promise.resolve({ code: 0, context: (contexts += 1) })),
    releaseContext: vi.fn(() => Promise.resolve(0)),
    cancel: vi.fn(() => {
      wake?.()
      return 0
    }),
    listReaders: vi.fn(() => Promise.resolve(names.length === 0 ? { code: 0x8010002e, names } : { code: 0, names })),
    getStatusChange: vi.fn(async (_context: unknown, _milliseconds: number, states: readonly PcscReaderState[]) => {
      const change = changes.shift()
      if (change === undefined) await new Promise<void>((resolve) => (wake = resolve))
      return typeof change === 'function' ? { code: 0, states: change(states) } : { code: change ?? 0x80100002, states: [...states] }
    }),
    connect: vi.fn(() => Promise.resolve({ code: 0, card: 7, protocol: 2 })),
    transmit: vi.fn(() => Promise.resolve({ code: 0, length: 0 })),
    disconnect: vi.fn(() => Promise.resolve(0)),
  } satisfies PcscApi
  return api
}

const allEmpty = (states: readonly PcscReaderState[]): PcscReaderState[] =>
  states.map((state) => ({ ...state, eventState: state.name === plugAndPlayReader ? 0 : EMPTY | 2, atr }))

describe('KoffiDriver', () => {
  test.each([
    ['NO_SERVICE', 0x8010001d],
    ['SERVICE_STOPPED', 0x8010001e],
    ['INVALID_HANDLE', 0x80100003],
    ['COMM_ERROR', 0x80100013],
  ])('makes a new context after %s', async (_name, code) => {
    const api = fakePcsc([allEmpty, code, allEmpty])
    const driver = new KoffiDriver(api)
    const sights: Sight[] = []
    driver.watch((sight) => sights.push(sight))
    await vi.waitFor(() => expect(sights.map(({ kind }) => kind)).toEqual(['readers', 'noService', 'readers']))
    expect(api.establishContext).toHaveBeenCalledTimes(2)
    expect(api.releaseContext).toHaveBeenCalledTimes(1)
    await driver.close()
    expect(api.releaseContext).toHaveBeenCalledTimes(2)
  })

  test('tells at once that there is no reader', async () => {
    const driver = new KoffiDriver(fakePcsc([], []))
    const sights: Sight[] = []
    driver.watch((sight) => sights.push(sight))
    await vi.waitFor(() => expect(sights).toEqual([{ kind: 'readers', readers: [] }]))
    await driver.close()
  })

  test('does not spin where the service knows no plug-and-play notices and no readers', async () => {
    const unknown = (states: readonly PcscReaderState[]): PcscReaderState[] => states.map((state) => ({ ...state, eventState: 0x0006 }))
    const api = fakePcsc([unknown], [])
    const driver = new KoffiDriver(api)
    driver.watch(() => undefined)
    await vi.waitFor(() => expect(api.listReaders.mock.calls.length).toBeGreaterThan(2), 5_000)
    expect(api.getStatusChange).toHaveBeenCalledTimes(1)
    await driver.close()
  })

  test('insists while another program looks into the card, and gives up on one that keeps it', async () => {
    const api = fakePcsc([])
    const driver = new KoffiDriver(api)
    api.connect.mockResolvedValueOnce({ code: 0x8010000b, card: 0, protocol: 0 })
    expect(await driver.connect('A')).toEqual({ ok: true, value: undefined })
    api.connect.mockResolvedValue({ code: 0x8010000b, card: 0, protocol: 0 })
    expect(await driver.connect('A')).toMatchObject({ failure: { code: 'CARD-READER-BUSY' } })
    // One for the first connection, ended by the second connect; one for the refused.
    expect(api.releaseContext).toHaveBeenCalledTimes(2)
  })

  test.each([0, 1])('takes an answer of %i bytes for a card that is gone', async (length) => {
    const api = fakePcsc([])
    api.transmit.mockResolvedValue({ code: 0, length })
    const driver = new KoffiDriver(api)
    await driver.connect('A')
    expect(await driver.transmit(Uint8Array.of(0, 0, 0, 0))).toMatchObject({ failure: { code: 'CARD-REMOVED' } })
  })

  test('takes the power from the card, and from a card once', async () => {
    const api = fakePcsc([])
    const driver = new KoffiDriver(api)
    await driver.connect('A')
    await driver.powerOff()
    await driver.powerOff()
    expect(api.disconnect.mock.calls).toEqual([[7, 2]])
    expect(await driver.transmit(Uint8Array.of(0, 0, 0, 0))).toMatchObject({ failure: { code: 'CARD-REMOVED' } })
  })
})
