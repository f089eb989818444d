import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../../src-main/audit/event-catalogue.ts'
import type { ReaderState } from '../../../../src-main/card/card-reader.ts'
import { fixedClock } from '../../../../src-main/clock.ts'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import type { PrinterCondition, PrinterStatus } from '../../../../src-main/printing/printers.ts'
import { AlertBoard } from '../../../../src-main/procedures/counter/alert-board.ts'
import { DeviceBoard } from '../../../../src-main/procedures/counter/device-board.ts'
import { alertSchema, deviceSchema, type FailureCode } from '../../../../src-preload/contract.ts'
import { FakeReader, startOfTest } from '../../../fixtures/procedures/fake-house.ts'
import { ManualTimers } from '../../../fixtures/procedures/manual-timers.ts'

const statusOf = (condition: PrinterCondition): PrinterStatus => ({ condition, usable: condition === 'ready' || condition === 'paperLow' || condition === 'busy' })

class Devices {
  readonly reader = new FakeReader()
  readonly timers = new ManualTimers()
  readonly events: AuditEvent[] = []
  receipt: Result<PrinterStatus> = ok(statusOf('ready'))
  document: Result<PrinterStatus> = ok(statusOf('ready'))
  registry = true
  list = true
  store: FailureCode | null = null
  audit: FailureCode | null = null
  rounds = 0
  slow: Promise<void> | null = null
  readonly #pushes: ((status: PrinterStatus) => void)[] = []
  readonly board = new DeviceBoard({
    reader: this.reader,
    receiptPrinter: {
      description: 'receipts',
      status: async () => {
        this.rounds += 1
        await this.slow
        return this.receipt
      },
      print: () => Promise.resolve(ok()),
      subscribe: () => () => undefined,
      close: () => Promise.resolve(),
    },
    documentPrinter: {
      description: 'tray',
      status: () => Promise.resolve(this.document),
      print: () => Promise.resolve(ok()),
      subscribe: (listener) => {
        this.#pushes.push(listener)
        return () => undefined
      },
      close: () => Promise.resolve(),
    },
    registry: {
      description: 'records',
      findByCertificate: () => Promise.resolve(fail('RESIDENT-NOT-FOUND')),
      readForIssue: () => Promise.resolve(fail('RESIDENT-NOT-FOUND')),
      readiness: () => Promise.resolve({ ready: this.registry, why: '' }),
      close: () => undefined,
    },
    certificateStatus: { description: 'list', check: () => Promise.resolve({ status: 'unknown', why: '' }), readiness: () => Promise.resolve({ ready: this.list, why: '' }) },
    storeFailure: () => this.store,
    storeDescription: 'SQLite',
    audit: {
      record: (event) => {
        if (this.audit) return fail(this.audit)
        this.events.push(event)
        return ok()
      },
    },
    timers: this.timers,
    interval: 5000,
  })

  push(condition: PrinterCondition): void {
    for (const push of this.#pushes) push(statusOf(condition))
  }

  light(device: string): unknown {
    for (const shown of this.board.list()) deviceSchema.parse(shown)
    const found = this.board.list().find((shown) => shown.device === device)
    return found && [found.light, found.failure]
  }
}

describe('the device board', () => {
  it.each([
    [{ kind: 'noService' }, 'down', 'CARD-NO-SERVICE'],
    [{ kind: 'noReader' }, 'down', 'CARD-NO-READER'],
    [{ kind: 'restarting' }, 'down', 'CARD-NO-READER'],
    [{ kind: 'noCard', reader: 'fake' }, 'ready', null],
    [{ kind: 'muteCard', reader: 'fake', insertion: 1 }, 'ready', null],
    [{ kind: 'card', reader: 'fake', atr: Uint8Array.of(0x3b), insertion: 1 }, 'ready', null],
  ] as [ReaderState, string, FailureCode | null][])('shows a reader that says %o', (state, light, failure) => {
    const devices = new Devices()
    devices.reader.set(state)
    expect(devices.light('cardReader')).toEqual([light, failure])
  })

  it.each([
    ['ready', 'ready', null, null],
    ['busy', 'ready', null, null],
    ['paperLow', 'attention', null, null],
    ['paperOut', 'down', 'PRINTER-PAPER-OUT', 'RECEIPT-PAPER-OUT'],
    ['coverOpen', 'down', 'PRINTER-COVER-OPEN', 'RECEIPT-COVER-OPEN'],
    ['jam', 'down', 'PRINTER-JAM', 'RECEIPT-JAM'],
    ['offline', 'down', 'PRINTER-OFFLINE', 'RECEIPT-OFFLINE'],
  ] as const)('shows printers that are %s', async (condition, light, document, receipt) => {
    const devices = new Devices()
    devices.document = ok(statusOf(condition))
    devices.receipt = ok(statusOf(condition))
    await devices.board.ask()
    expect(devices.light('documentPrinter')).toEqual([light, document])
    expect(devices.light('receiptPrinter')).toEqual([light, receipt])
  })

  it('shows what can not even be asked', async () => {
    const devices = new Devices()
    devices.document = fail('PRINTER-TIMEOUT')
    devices.receipt = fail('RECEIPT-OFFLINE')
    devices.registry = false
    devices.list = false
    await devices.board.ask()
    expect(['documentPrinter', 'receiptPrinter', 'registry', 'certificateStatus'].map((device) => devices.light(device))).toEqual([
      ['down', 'PRINTER-TIMEOUT'],
      ['down', 'RECEIPT-OFFLINE'],
      ['down', 'REGISTRY-UNAVAILABLE'],
      ['down', 'CERT-UNREACHABLE'],
    ])
  })

  it('writes a change down once, and what stays as it is not at all', async () => {
    const devices = new Devices()
    await devices.board.ask()
    expect(devices.events).toEqual([])
    devices.document = ok(statusOf('paperOut'))
    await devices.board.ask()
    devices.push('paperOut')
    await devices.board.ask()
    devices.push('ready')
    devices.document = ok(statusOf('ready'))
    await devices.board.ask()
    expect(devices.events).toEqual([
      { type: 'device-changed', device: 'documentPrinter', light: 'down', code: 'PRINTER-PAPER-OUT' },
      { type: 'device-changed', device: 'documentPrinter', light: 'ready', code: null },
    ])
  })

  it('does not start a round while a slow device holds one up', async () => {
    const devices = new Devices()
    let answer = (): void => undefined
    devices.slow = new Promise((resolve) => (answer = resolve))
    const first = devices.board.ask()
    devices.timers.advance(60_000)
    expect(devices.rounds).toBe(1)
    devices.slow = null
    answer()
    await first
    devices.timers.advance(5000)
    expect(devices.rounds).toBe(2)
  })

  it('shows a store that is down though that can not be written to it, and tells the screens', async () => {
    const devices = new Devices()
    await devices.board.ask()
    let told = 0
    devices.board.subscribe(() => (told += 1))
    devices.store = 'STORE-FULL'
    devices.audit = 'STORE-FULL'
    await devices.board.ask()
    expect(devices.light('store')).toEqual(['down', 'STORE-FULL'])
    expect(told).toBe(1)
  })

  it('a change that can not be written down lights the store', async () => {
    const devices = new Devices()
    await devices.board.ask()
    devices.audit = 'STORE-READ-ONLY'
    devices.push('jam')
    expect(devices.light('documentPrinter')).toEqual(['down', 'PRINTER-JAM'])
    expect(devices.light('store')).toEqual(['down', 'STORE-READ-ONLY'])
  })

  it('asks nobody any more once it is closed', () => {
    const devices = new Devices()
    devices.board.close()
    devices.timers.advance(60_000)
    devices.reader.set({ kind: 'noReader' })
    expect(devices.rounds).toBe(0)
    expect(devices.light('cardReader')).toEqual(['ready', null])
  })
})

describe('the alert board', () => {
  const make = () => {
    const events: AuditEvent[] = []
    const state: { audit: FailureCode | null } = { audit: null }
    const board = new AlertBoard({
      clock: fixedClock(startOfTest),
      audit: {
        record: (event) => {
          if (state.audit) return fail(state.audit)
          events.push(event)
          return ok()
        },
      },
    })
    return { board, events, state }
  }

  it('shows an alert and writes it down, each with an id of its own', () => {
    const { board, events } = make()
    let told = 0
    board.subscribe(() => (told += 1))
    board.raise('blockedRecord', { block: 'supportMeasures' })
    board.raise('recordProblem', { failure: 'RESIDENT-INCOMPLETE' })
    for (const alert of board.list()) alertSchema.parse(alert)
    expect(new Set(board.list().map((alert) => alert.alertId)).size).toBe(2)
    expect(told).toBe(2)
    expect(events).toEqual([
      { type: 'alert-raised', kind: 'blockedRecord', block: 'supportMeasures', code: null },
      { type: 'alert-raised', kind: 'recordProblem', block: null, code: 'RESIDENT-INCOMPLETE' },
    ])
  })

  it('is shown though it can not be written down, and the store is complained of once', () => {
    const { board, state } = make()
    state.audit = 'STORE-FULL'
    board.raise('staffCalled')
    board.raise('notGenuineCard', { failure: 'CARD-NOT-GENUINE' })
    expect(board.list().map((alert) => [alert.kind, alert.failure])).toEqual([
      ['staffCalled', null],
      ['deviceDown', 'STORE-FULL'],
      ['notGenuineCard', 'CARD-NOT-GENUINE'],
    ])
  })

  it('goes away when it is acknowledged by name, and not when that can not be written down', () => {
    const { board, events, state } = make()
    board.raise('blockedRecord')
    const { alertId } = board.list()[0]!
    state.audit = 'STORE-FULL'
    expect(board.acknowledge(alertId, 'sato')).toEqual(fail('STORE-FULL'))
    expect(board.list()).toHaveLength(1)
    state.audit = null
    expect(board.acknowledge(alertId, 'sato')).toEqual(ok())
    expect(board.list()).toEqual([])
    expect(events.at(-1)).toEqual({ type: 'alert-acknowledged', actor: 'sato', kind: 'blockedRecord' })
    expect(board.acknowledge(alertId, 'suzuki')).toEqual(ok())
    expect(events).toHaveLength(2)
  })

  it('clears one kind and tells nobody when there was none', () => {
    const { board } = make()
    board.raise('lastTry')
    board.raise('staffCalled')
    let told = 0
    board.subscribe(() => (told += 1))
    board.clear('lastTry')
    board.clear('lastTry')
    expect(board.list().map((alert) => alert.kind)).toEqual(['staffCalled'])
    expect(told).toBe(1)
  })
})
