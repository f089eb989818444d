import { fail, ok, type Result } from '../failures/result.ts'
import { attempt } from '../queue/database/sqlite-failures.ts'
import type { TerminalKey } from '../queue/sealing/key-store.ts'
import { AuditFile } from './audit-file.ts'
import { entryHash, genesis, headKey, headSeal, sameSeal, type AuditHead } from './chain.ts'

export interface VerifyOptions {
  /** With it the head's seal is checked too: a log that was cut or rewritten as a whole is found out. */
  readonly terminalKey?: TerminalKey
  /** A head noted earlier, on paper or elsewhere: the log must still contain it. */
  readonly expectedHead?: AuditHead
}

export interface VerifiedChain {
  readonly entries: number
  readonly head: AuditHead
  readonly sealChecked: boolean
}

const pageSize = 1000

/**
 * Checks every link of a store's audit log; the kiosk may be running.
 *
 * What each check finds: an entry changed, removed from the middle or put in (links); entries cut from the
 * end (stored head); all of it written anew (seal: needs the terminal key; or a head noted elsewhere).
 * What no check inside the file can find: an older copy of the whole store put back. Only a head noted
 * elsewhere (`expectedHead`) shows that.
 *
 * Failures: AUDIT-BROKEN, naming the first entry that does not fit; STORE-*.
 */
export function verifyAuditChain(file: string, options: VerifyOptions = {}): Result<VerifiedChain> {
  const opened = AuditFile.open(file)
  if (!opened.ok) return opened
  const log = opened.value
  try {
    return attempt(() => log.snapshot(() => verify(log, options)))
  } finally {
    log.close()
  }
}

function verify(log: AuditFile, { terminalKey, expectedHead }: VerifyOptions): Result<VerifiedChain> {
  let last = genesis
  let expectedSeen = expectedHead === undefined || expectedHead.seq === genesis.seq
  for (let page = log.after(0, pageSize); page.length > 0; page = log.after(last.seq, pageSize)) {
    for (const entry of page) {
      const place = `entry ${last.seq + 1}`
      if (entry.seq !== last.seq + 1) return fail('AUDIT-BROKEN', `${place} is missing`)
      if (entry.previousHash !== last.hash) return fail('AUDIT-BROKEN', `${place} does not follow the one before`)
      if (entryHash(entry) !== entry.hash) return fail('AUDIT-BROKEN', `${place} was changed`)
      last = { seq: entry.seq, hash: entry.hash }
      if (expectedHead?.seq === last.seq) {
        if (expectedHead.hash !== last.hash) return fail('AUDIT-BROKEN', `${place} is not the one that was noted`)
        expectedSeen = true
      }
    }
  }
  const head = log.head()
  if (head === null) return fail('AUDIT-BROKEN', 'the head is missing')
  if (head.seq > last.seq) return fail('AUDIT-BROKEN', `entry ${last.seq + 1} is missing: the log was cut`)
  if (head.seq !== last.seq || head.hash !== last.hash) return fail('AUDIT-BROKEN', `entry ${head.seq} and the head do not agree`)
  if (!expectedSeen) return fail('AUDIT-BROKEN', `entry ${last.seq + 1} is missing: the head noted is not in the log`)
  if (terminalKey !== undefined && last.seq > 0 && !sameSeal(headSeal(headKey(terminalKey.key), last), head.seal)) {
    return fail('AUDIT-BROKEN', `entry ${last.seq} does not carry the terminal's seal`)
  }
  return ok({ entries: last.seq, head: last, sealChecked: terminalKey !== undefined })
}
