import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AuditFile } from '../../../src-main/audit/audit-file.ts'
import { fixedClock } from '../../../src-main/clock.ts'
import { composeStore, storeFile } from '../../../src-main/composition/store.ts'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { DeviceBoard } from '../../../src-main/procedures/counter/device-board.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'
import { FakeReader, startOfTest } from '../../fixtures/procedures/fake-house.ts'
import { ManualTimers } from '../../fixtures/procedures/manual-timers.ts'

function terminal() {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'madoguchi-composed-'))
  const opened = composeStore({ ...trainingConfiguration('/out', '/resources'), dataFolder: folder }, fixedClock(startOfTest), undefined)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { store } = opened.value
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  const printer = { status: () => Promise.resolve(ok({ condition: 'ready' as const, usable: true })), print: () => Promise.resolve(ok()), subscribe: () => () => undefined, close: () => Promise.resolve() }
  const board = new DeviceBoard({
    reader: new FakeReader(),
    receiptPrinter: { description: 'receipts', ...printer },
    documentPrinter: { description: 'tray', ...printer },
    registry: {
      description: 'records',
      findByCertificate: () => Promise.reject(new Error('not asked')),
      readForIssue: () => Promise.reject(new Error('not asked')),
      readiness: () => Promise.resolve({ ready: true, why: '' }),
      close: () => undefined,
    },
    certificateStatus: { description: 'list', check: () => Promise.reject(new Error('not asked')), readiness: () => Promise.resolve({ ready: true, why: '' }) },
    storeFailure: opened.value.storeFailure,
    storeDescription: 'SQLite',
    audit: opened.value.audit,
    timers: new ManualTimers(),
    interval: 5000,
  })
  const entries = (): { type: string; light?: string }[] => {
    const file = AuditFile.open(storeFile(folder))
    if (!file.ok) throw new Error(file.failure.code)
    const found = file.value.after(0, 1000).map((entry) => JSON.parse(entry.event) as { type: string; light?: string })
    file.value.close()
    return found
  }
  return { ...opened.value, folder, board, entries }
}

describe('the store of a terminal', () => {
  it('has nothing to complain of when nothing failed, and writes nothing to find that out', () => {
    const { storeFailure, entries } = terminal()
    expect(storeFailure()).toBeNull()
    expect(storeFailure()).toBeNull()
    expect(entries()).toEqual([])
  })

  it('keeps its key beside the file where the system has no key store', () => {
    expect(existsSync(join(terminal().folder, 'terminal.key'))).toBe(true)
  })

  it('says why it can not be written, comes back by itself, and writes down once that it came back', async () => {
    const { store, audit, storeFailure, board, entries } = terminal()
    await board.ask()
    const full = vi.spyOn(store.audit, 'record').mockReturnValue(fail('STORE-FULL'))
    expect(audit.record({ type: 'kiosk-stopped' })).toEqual(fail('STORE-FULL'))
    expect(storeFailure()).toBe('STORE-FULL')
    await board.ask()
    expect(board.list().find((device) => device.device === 'store')).toMatchObject({ light: 'down', failure: 'STORE-FULL' })
    full.mockRestore()
    await board.ask()
    expect(board.list().find((device) => device.device === 'store')).toMatchObject({ light: 'ready', failure: null })
    expect(storeFailure()).toBeNull()
    expect(entries()).toEqual([{ type: 'device-changed', device: 'store', light: 'ready', code: null }])
  })

  it('that is closed is unavailable, and does not throw', () => {
    const { store, audit, storeFailure } = terminal()
    store.close()
    expect(audit.record({ type: 'kiosk-stopped' })).toMatchObject({ ok: false, failure: { code: 'STORE-UNAVAILABLE' } })
    expect(storeFailure()).toBe('STORE-UNAVAILABLE')
  })
})
