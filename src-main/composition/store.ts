import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FailureCode } from '../../src-preload/contract.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { Clock } from '../clock.ts'
import type { Configuration } from '../config.ts'
import { ok, type Result } from '../failures/result.ts'
import { openStore, type Store } from '../queue/database/open-store.ts'
import { KeyFileStore } from '../queue/sealing/key-file-store.ts'
import { SafeStorageKeyStore, type SafeStorage } from '../queue/sealing/safe-storage-key-store.ts'

export interface ComposedStore {
  readonly store: Store
  readonly audit: AuditLog
  /** Why nothing can be written now; null when it can. Tries again by itself, so that a disk with room again opens the terminal. */
  readonly storeFailure: () => FailureCode | null
}

/** The terminal's store under the key store of the operating system where there is one, else under a key file. */
export function composeStore(configuration: Configuration, clock: Clock, safeStorage: SafeStorage | undefined): Result<ComposedStore> {
  const keyFile = join(configuration.dataFolder, 'terminal.key')
  // A store keeps the kind of key it was made with: `staff add` before the first start makes a key file.
  const keyStore =
    safeStorage?.isEncryptionAvailable() && !existsSync(keyFile)
      ? new SafeStorageKeyStore(join(configuration.dataFolder, 'terminal.key.sealed'), safeStorage)
      : new KeyFileStore(keyFile)
  const opened = openStore({
    file: storeFile(configuration.dataFolder),
    clock,
    keyStore,
    terminal: configuration.terminal.number,
    maxUnfinished: configuration.maxUnfinishedRequests,
    retentionDays: configuration.retentionDays,
  })
  if (!opened.ok) return opened
  const store = opened.value
  let failure: FailureCode | null = null
  const audit: AuditLog = {
    record: (event) => {
      const recorded = store.audit.record(event)
      failure = recorded.ok ? null : recorded.failure.code
      return recorded
    },
  }
  const storeFailure = (): FailureCode | null => {
    if (failure === null) return null
    const tried = audit.record({ type: 'device-changed', device: 'store', light: 'ready', code: null })
    return tried.ok ? null : tried.failure.code
  }
  return ok({ store, audit, storeFailure })
}

export const storeFile = (dataFolder: string): string => join(dataFolder, 'store.sqlite')
