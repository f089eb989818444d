import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../clock.ts'
import { composeStore } from '../../composition/store.ts'
import type { Configuration } from '../../config.ts'
import { fail, type Result } from '../../failures/result.ts'
import type { Store } from '../../queue/database/open-store.ts'
import { KeyFileStore } from '../../queue/sealing/key-file-store.ts'
import type { TerminalKey } from '../../queue/sealing/key-store.ts'

const sealedByTheSystem = "the terminal key is in the operating system's key store, which opens for the kiosk program alone"

/** The kiosk runs in a host with a key store of its own; this program can't open it. */
export function isKeptBySystem({ dataFolder }: Configuration): boolean {
  return existsSync(join(dataFolder, 'terminal.key.sealed'))
}

/** The terminal key where it is in a key file; null where there is none yet. STORE-KEY-MISSING, STORE-*. */
export function terminalKey(configuration: Configuration): Result<TerminalKey | null> {
  if (isKeptBySystem(configuration)) return fail('STORE-KEY-MISSING', sealedByTheSystem)
  return new KeyFileStore(join(configuration.dataFolder, 'terminal.key')).load()
}

/** Works on the terminal's store while the kiosk does not run. STORE-*. */
export async function withStore<T>(configuration: Configuration, work: (store: Store) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
  if (isKeptBySystem(configuration)) return fail('STORE-KEY-MISSING', sealedByTheSystem)
  const opened = composeStore(configuration, systemClock, undefined)
  if (!opened.ok) {
    if (opened.failure.code !== 'STORE-IN-USE') return opened
    return fail('STORE-IN-USE', 'the kiosk runs, and while it runs it alone owns its store: stop it, run the command, and start it again')
  }
  try {
    return await work(opened.value.store)
  } finally {
    opened.value.store.close()
  }
}
