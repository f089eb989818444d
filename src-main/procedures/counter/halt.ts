import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'

const markSchema = z.strictObject({ requestId: z.string(), stage: z.enum(['afterRender', 'beforePrinter']), at: z.string() })

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

  constructor(parts: { file: string; clock: Clock; audit: AuditLog }) {
    this.#file = parts.file
    this.#clock = parts.clock
    this.#audit = parts.audit
    this.#halted = existsSync(parts.file)
  }

  get halted(): boolean {
    return this.#halted
  }

  /** Opens the incident (reference counter-procedures §G.3: 確認日時 starts the clock). */
  halt(requestId: string, stage: 'afterRender' | 'beforePrinter'): Result<void> {
    this.#halted = true
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, JSON.stringify({ requestId, stage, at: this.#clock.now().toISOString() }), { mode: 0o600 })
    const recorded = this.#audit.record({ type: 'kiosk-halted', requestId, stage })
    this.#notify()
    return recorded
  }

  /** The incident as it was written down; null when not halted or the mark can't be read. */
  incident(): z.infer<typeof markSchema> | null {
    if (!existsSync(this.#file)) return null
    try {
      return markSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      // A damaged mark still halts; only its particulars are lost.
      return null
    }
  }

  end(actor: string, note: string): Result<void> {
    const recorded = this.#audit.record({ type: 'kiosk-halt-ended', actor, note })
    if (!recorded.ok) return recorded
    rmSync(this.#file, { force: true })
    this.#halted = false
    this.#notify()
    return ok()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
