import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAuditChain } from '../../audit/verify-chain.ts'
import { storeFile } from '../../composition/store.ts'
import type { Configuration } from '../../config.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { TerminalKey } from '../../queue/sealing/key-store.ts'
import { isKeptBySystem, terminalKey } from '../shell/terminal-store.ts'
import type { About, Check, Subject } from './check.ts'
import { lookAtStore, type StoreLook } from './store-look.ts'

/** Database, key and audit log of the terminal, looked at without writing. */
export function checkStore(configuration: Configuration, parts: { running: boolean; about: About }): Check[] {
  const { running, about } = parts
  const file = storeFile(configuration.dataFolder)
  const [database, ofKey] = [about('database'), about('key')]
  const sealed = isKeptBySystem(configuration)
  const key = sealed ? ok(null) : terminalKey(configuration)
  const look = existsSync(file) ? lookAtStore(file, database.words.database) : null
  const identity = look?.ok === true ? look.value.identity : null
  return [
    checkDatabase(configuration, look, running, database),
    sealed ? ofKey.fine(ofKey.words.key.kept) : checkKey(key, identity, ofKey),
    checkAudit(file, key, about('audit')),
    checkHalt(configuration.dataFolder, about('halt')),
  ]
}

function checkDatabase({ dataFolder, terminal }: Configuration, look: Result<StoreLook> | null, running: boolean, about: Subject): Check {
  const { database: words, notThereYet } = about.words
  if (look === null) return about.fine(notThereYet({ path: storeFile(dataFolder) }))
  if (!look.ok) return about.failure(look.failure)
  const { schema, behind, identity, unfinished, uncertain } = look.value
  const whole = words.whole({ schema, unfinished })
  const seen = running ? words.owned({ found: whole }) : whole
  if (identity !== null && identity.terminal !== terminal.number) {
    return about.failed(words.otherTerminal({ found: seen, terminal: identity.terminal }), words.correctTerminal)
  }
  if (behind > 0) return about.attention(words.behind({ found: seen, behind }), words.willMigrate)
  if (uncertain > 0 && !running) return about.attention(words.uncertain({ found: seen, uncertain }), words.lookAtTray)
  return about.fine(seen)
}

function checkKey(key: Result<TerminalKey | null>, identity: StoreLook['identity'], about: Subject): Check {
  const { key: words } = about.words
  if (!key.ok) return about.failure(key.failure)
  if (identity === null) return about.fine(key.value === null ? words.none : words.found({ keyId: key.value.keyId }))
  if (key.value === null) return about.failure({ code: 'STORE-KEY-MISSING', detail: words.missing })
  const { keyId } = key.value
  if (keyId === identity.keyId) return about.fine(words.found({ keyId }))
  return about.failure({ code: 'STORE-KEY-MISSING', detail: words.other({ sealedBy: identity.keyId, found: keyId }) })
}

function checkAudit(file: string, key: Result<TerminalKey | null>, about: Subject): Check {
  const { audit: words } = about.words
  if (!existsSync(file)) return about.fine(words.none)
  const verified = verifyAuditChain(file, key.ok && key.value !== null ? { terminalKey: key.value } : {})
  if (!verified.ok) return about.failure(verified.failure)
  const { entries, sealChecked } = verified.value
  return about.fine(sealChecked ? words.sealRight({ entries }) : words.sealUnchecked({ entries }))
}

function checkHalt(dataFolder: string, about: Subject): Check {
  const { halt: words } = about.words
  const halted = existsSync(join(dataFolder, 'halted.json'))
  return halted ? about.failure({ code: 'KIOSK-HALTED', detail: words.halted }) : about.fine(words.none)
}
