import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { createDurably } from '../../queue/sealing/durable-file.ts'

const incidentSchema = z.strictObject({ requestId: z.string(), stage: z.enum(['afterRender', 'beforePrinter']), at: z.string() })
export type Incident = z.infer<typeof incidentSchema>

/**
 * 停止: a paper did not match its request. Nothing is printed or begun any more until a supervisor has
 * looked; a restart does not lift it, so the mark is a file of its own that needs no working database.
 */
export class Halt {
  readonly #file: string
  readonly #clock: Clock
  readonly #audit: AuditLog
  readonly #listeners = new Set<() => void>()
  #halted: boolean
  #incident: Incident | null

  constructor(parts: { file: string; clock: Clock; audit: AuditLog }) {
    this.#file = parts.file
    this.#clock = parts.clock
    this.#audit = parts.audit
    this.#halted = existsSync(parts.file)
    this.#incident = this.#halted ? readMark(parts.file) : null
  }

  get halted(): boolean {
    return this.#halted
  }

  /**
   * Opens the incident (reference counter-procedures §G.3: 確認日時 starts the clock); a second mismatch
   * belongs to the one that is open. Halts whatever happens. Failures: STORE-* when the mark could not be
   * written, so that a restart would lift the halt, or when it could not be audited.
   */
  halt(requestId: string, stage: Incident['stage']): Result<void> {
    this.#halted = true
    this.#incident ??= { requestId, stage, at: this.#clock.now().toISOString() }
    const marked = this.#mark(this.#incident)
    const recorded = this.#audit.record({ type: 'kiosk-halted', requestId, stage })
    this.#notify()
    return marked.ok ? recorded : marked
  }

  /** What happened; null when not halted, or when the mark of an earlier process can't be read. */
  incident(): Incident | null {
    return this.#incident
  }

  /** MESSAGE-ILL-TIMED when there is nothing to end; STORE-* when it can't be audited or the mark stays. */
  end(actor: string, note: string): Result<void> {
    if (!this.#halted) return fail('MESSAGE-ILL-TIMED')
    const recorded = this.#audit.record({ type: 'kiosk-halt-ended', actor, note })
    if (!recorded.ok) return recorded
    const removed = onDisk(() => rmSync(this.#file, { force: true }))
    if (!removed.ok) return removed
    this.#halted = false
    this.#incident = null
    this.#notify()
    return ok()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #mark(incident: Incident): Result<void> {
    return existsSync(this.#file) ? ok() : onDisk(() => createDurably(this.#file, JSON.stringify(incident)))
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

function readMark(file: string): Incident | null {
  try {
    return incidentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // A damaged mark still halts; only its particulars are lost.
    return null
  }
}

/** What a disk can do to the mark is a failure with a code; anything else is a bug and goes on. */
function onDisk(work: () => void): Result<void> {
  try {
    work()
    return ok()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return fail('STORE-READ-ONLY', error.code)
    return fail(['ENOSPC', 'EDQUOT'].includes(error.code) ? 'STORE-FULL' : 'STORE-UNAVAILABLE', error.code)
  }
}
