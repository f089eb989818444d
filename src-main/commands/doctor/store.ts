import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAuditChain } from '../../audit/verify-chain.ts'
import { storeFile } from '../../composition/store.ts'
import type { Configuration } from '../../config.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { TerminalKey } from '../../queue/sealing/key-store.ts'
import { isKeptBySystem, terminalKey } from '../shell/terminal-store.ts'
import type { Check, Subject } from './check.ts'
import { lookAtStore, type StoreLook } from './store-look.ts'

/** Database, key and audit log of the terminal, looked at without writing. */
export function checkStore(configuration: Configuration, parts: { running: boolean; about: (id: string, title: string) => Subject }): Check[] {
  const { running, about } = parts
  const file = storeFile(configuration.dataFolder)
  const sealed = isKeptBySystem(configuration)
  const key = sealed ? ok(null) : terminalKey(configuration)
  const look = existsSync(file) ? lookAtStore(file) : null
  const identity = look?.ok === true ? look.value.identity : null
  return [
    checkDatabase(configuration, look, running, about('database', 'Database')),
    sealed ? about('key', 'Terminal key').fine("kept by the operating system's key store") : checkKey(key, identity, about('key', 'Terminal key')),
    checkAudit(file, key, about('audit', 'Audit log')),
    checkHalt(configuration.dataFolder, about('halt', 'Halt')),
  ]
}

function checkDatabase({ dataFolder, terminal }: Configuration, look: Result<StoreLook> | null, running: boolean, about: Subject): Check {
  const owner = running ? '; the kiosk is running and owns it, so this was a look from outside' : ''
  if (look === null) return about.fine(`${storeFile(dataFolder)} is not there yet; the first start makes it`)
  if (!look.ok) return about.failure(look.failure)
  const { schema, behind, identity, unfinished, uncertain } = look.value
  const seen = `whole, schema ${schema}, ${unfinished} unfinished requests${owner}`
  if (identity !== null && identity.terminal !== terminal.number) {
    return about.failed(`${seen}; it belongs to terminal ${identity.terminal}`, 'Correct terminal.number or dataFolder in the configuration.')
  }
  if (behind > 0) return about.attention(`${seen}; ${behind} migrations to come`, 'Nothing: the next start backs the store up and migrates it.')
  if (uncertain > 0 && !running) return about.attention(`${seen}, of ${uncertain} it is not known whether paper came out`, 'Look at the output tray and say so on the staff screen.')
  return about.fine(seen)
}

function checkKey(key: Result<TerminalKey | null>, identity: StoreLook['identity'], about: Subject): Check {
  if (!key.ok) return about.failure(key.failure)
  if (identity === null) return about.fine(key.value === null ? 'none yet; the first start makes it' : `key file, key ${key.value.keyId}`)
  if (key.value === null) return about.failure({ code: 'STORE-KEY-MISSING', detail: 'there is a store, but no key file' })
  const own = key.value.keyId === identity.keyId
  return own ? about.fine(`key file, key ${key.value.keyId}`) : about.failure({ code: 'STORE-KEY-MISSING', detail: `the store was sealed by key ${identity.keyId}, found is ${key.value.keyId}` })
}

function checkAudit(file: string, key: Result<TerminalKey | null>, about: Subject): Check {
  if (!existsSync(file)) return about.fine('no entries yet')
  const verified = verifyAuditChain(file, key.ok && key.value !== null ? { terminalKey: key.value } : {})
  if (!verified.ok) return about.failure(verified.failure)
  const { entries, sealChecked } = verified.value
  return about.fine(`unbroken, ${entries} entries, the seal of the last ${sealChecked ? 'is right' : 'was not checked (no key file)'}`)
}

function checkHalt(dataFolder: string, about: Subject): Check {
  const halted = existsSync(join(dataFolder, 'halted.json'))
  return halted ? about.failure({ code: 'KIOSK-HALTED', detail: 'the terminal was stopped by an incident' }) : about.fine('the terminal is not halted')
}
