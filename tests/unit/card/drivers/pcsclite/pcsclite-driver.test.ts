import { EventEmitter } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { PcscliteDriver } from '../../../../../src-main/card/drivers/pcsclite/pcsclite-driver.ts'
import type { Sight } from '../../../../../src-main/card/drivers/reader-driver.ts'

const error = (code: string) => new Error(`SCardConnect error: words.(0x${code})`)

class FakeReader extends EventEmitter {
  readonly name: string
  connected = false
  connect = vi.fn((_options: unknown, callback: (error: unknown, protocol?: number) => void) => callback(null, 2))
  transmit = vi.fn((_command: unknown, _bytes: number, _protocol: number, callback: (error: unknown, response?: Uint8Array) => void) => callback(null, Buffer.from([0x90, 0x00])))
  disconnect = vi.fn((_disposition: number, callback: (error: unknown) => void) => callback(null))
  close = vi.fn()

  constructor(name: string) {
    super()
    this.name = name
  }
}

/** Native class and package object in one, as the package has it. */
function fakePackage(names: string[]) {
  const monitors: FakeMonitor[] = []
  class FakeMonitor extends EventEmitter {
    close = vi.fn()

    start(callback: (error: unknown, names?: Uint8Array) => void): void {
      callback(undefined, Buffer.from([...names, ''].join('\0') + '\0'))
    }
  }
  const create = vi.fn(() => {
    const monitor = new FakeMonitor()
    monitors.push(monitor)
    return monitor
  })
  return { monitors, create }
}

async function watching(names = ['A']) {
  const fake = fakePackage(names)
  const driver = new PcscliteDriver(fake.create)
  const sights: Sight[] = []
  driver.watch((sight) => sights.push(sight))
  const reader = new FakeReader('A')
  fake.monitors[0]?.emit('reader', reader)
  reader.emit('status', { state: 0x22, atr: Buffer.from([0x3b, 0x00]) })
  await Promise.resolve()
  return { ...fake, driver, sights, reader }
}

describe('PcscliteDriver', () => {
  test('listens to the errors of everything: an unheard one would end the process', async () => {
    const { monitors, reader, sights, driver } = await watching()
    reader.emit('error', error('80100009'))
    monitors[0]?.emit('error', error('8010001d'))
    expect(sights.at(-1)).toEqual({ kind: 'noService' })
    await driver.close()
  })

  test('builds a new monitor after an error, and closes the old one outside its callback', async () => {
    const { monitors, create, driver } = await watching()
    monitors[0]?.emit('error', error('8010001d'))
    expect(monitors[0]?.close).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2))
    expect(monitors[0]?.close).toHaveBeenCalledOnce()
    await driver.close()
  })

  test('does not mind the error that the package emits on close', async () => {
    const { monitors, sights, driver } = await watching()
    await driver.close()
    const before = sights.length
    monitors[0]?.emit('error', error('80100002'))
    expect(sights).toHaveLength(before)
  })

  test('tries again while the constructor throws for want of a service', async () => {
    const fake = fakePackage([])
    fake.create.mockImplementationOnce(() => {
      throw error('8010001d')
    })
    const driver = new PcscliteDriver(fake.create)
    const sights: Sight[] = []
    driver.watch((sight) => sights.push(sight))
    await vi.waitFor(() => expect(sights.at(-1)).toEqual({ kind: 'readers', readers: [] }))
    expect(sights[0]).toEqual({ kind: 'noService' })
    await driver.close()
  })

  test('lists the readers with an instance of its own, past a monitor that fell silent', async () => {
    const { driver } = await watching(['A', 'B'])
    expect(await driver.listAfresh()).toEqual(['A', 'B'])
    await driver.close()
  })

  test('connects exclusively, because the package has no transactions', async () => {
    const { driver, reader } = await watching()
    expect(await driver.connect('A')).toMatchObject({ ok: true })
    expect(reader.connect.mock.calls[0]?.[0]).toEqual({ share_mode: 1, protocol: 3 })
    expect(await driver.connect('B')).toMatchObject({ failure: { code: 'CARD-NO-READER' } })
  })

  test('reads the code from the text of an error', async () => {
    const { driver, reader } = await watching()
    reader.connect.mockImplementation((_options, callback) => callback(error('80100066')))
    expect(await driver.connect('A')).toMatchObject({ failure: { code: 'CARD-MUTE', detail: 'SCardConnect 0x80100066' } })
  })

  test('does not take a card for connected after a disconnect that failed', async () => {
    const { driver, reader } = await watching()
    await driver.connect('A')
    reader.connected = true
    reader.disconnect.mockImplementation((_disposition, callback) => callback(error('80100069')))
    await driver.powerOff()
    expect(reader.connected).toBe(false)
  })
})
