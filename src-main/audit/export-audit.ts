import { setImmediate as turn } from 'node:timers/promises'
import { ok, type Result } from '../failures/result.ts'
import { attempt } from '../queue/database/sqlite-failures.ts'
import { AuditFile } from './audit-file.ts'
import type { AuditEntry } from './chain.ts'

export interface ExportOptions {
  /** From this instant on. */
  readonly from?: Date
  /** Before this instant. */
  readonly to?: Date
  /** `jsonl`: one entry a line, hashes included, so that the export can be verified. `csv`: for spreadsheets. */
  readonly format: 'jsonl' | 'csv'
}

const pageSize = 500

/** The byte order mark makes spreadsheet programs read UTF-8. */
const csvHead = '\uFEFFseq,at,terminal,type,actor,requestId,outcome,code,event,hash\r\n'

/**
 * The log as text, piece by piece, in order, however long it is; the kiosk may be running.
 * The first failure (STORE-*) is the last piece: what came before is not the whole log then.
 */
export async function* exportAudit(file: string, options: ExportOptions): AsyncGenerator<Result<string>, void, undefined> {
  const opened = AuditFile.open(file)
  if (!opened.ok) {
    yield opened
    return
  }
  const log = opened.value
  try {
    if (options.format === 'csv') yield ok(csvHead)
    const from = options.from?.toISOString() ?? ''
    const to = options.to?.toISOString() ?? null
    let after = 0
    for (;;) {
      const page = attempt(() => ok(log.after(after, pageSize)))
      if (!page.ok) {
        yield page
        return
      }
      const last = page.value.at(-1)
      if (last === undefined) return
      after = last.seq
      // ISO 8601 in UTC sorts as text; the clock may have been set back, so every entry is looked at.
      const wanted = page.value.filter((entry) => entry.at >= from && (to === null || entry.at < to))
      const text = wanted.map(options.format === 'csv' ? csvLine : jsonLine).join('')
      if (text !== '') yield ok(text)
      await turn()
    }
  } finally {
    log.close()
  }
}

function jsonLine(entry: AuditEntry): string {
  const { seq, at, terminal, event, previousHash, hash } = entry
  return `${JSON.stringify({ seq, at, terminal, event: JSON.parse(event) as unknown, previousHash, hash })}\n`
}

function csvLine(entry: AuditEntry): string {
  const event = JSON.parse(entry.event) as Record<string, unknown>
  const fields = ['type', 'actor', 'requestId', 'outcome', 'code'].map((name) => {
    const value = event[name]
    return typeof value === 'string' ? value : ''
  })
  return `${[String(entry.seq), entry.at, entry.terminal, ...fields, entry.event, entry.hash].map(csvField).join(',')}\r\n`
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
