import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { fixedClock } from '../../../src-main/clock.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import { openStore, type Store, type StoreOptions } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { newRequest } from './sample-request.ts'
import type { NewRequest } from '../../../src-main/queue/request-queue.ts'

/** Fast enough for tests; the format and the code are the same. */
export const testPasswordCost = { cost: 16, blockSize: 1, parallelization: 1 }

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail ?? ''}`)
  return result.value
}

export function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code
}

/** A store in a folder of its own, with a clock at 10:00 in Japan; `reopen` is what a restart does. */
export function temporaryStore(options: Partial<StoreOptions> = {}) {
  const folder = temporaryFolder()
  const clock = fixedClock('2026-11-21T01:00:00.000Z')
  const complete: StoreOptions = {
    file: join(folder, 'store.db'),
    clock,
    keyStore: new KeyFileStore(join(folder, 'terminal.key')),
    terminal: '01',
    passwordCost: testPasswordCost,
    ...options,
  }
  let store: Store | null = null
  const open = (changed: Partial<StoreOptions> = {}): Result<Store> => {
    store?.close()
    store = null
    const opened = openStore({ ...complete, ...changed })
    if (opened.ok) store = opened.value
    return opened
  }
  onTestFinished(() => store?.close())
  return { folder, file: complete.file, keyFile: join(folder, 'terminal.key'), clock, options: complete, open }
}

export function requestId(): string {
  return randomBytes(16).toString('hex')
}

export function freshRequest(changes: Partial<NewRequest> = {}): NewRequest {
  return newRequest(requestId(), changes)
}
