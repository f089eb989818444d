import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ok, type Result } from '../../failures/result.ts'
import { OneAtATime } from '../../printing/one-at-a-time.ts'
import type { PrinterCondition, PrinterStatus } from '../../printing/printers.ts'
import { StatusBroadcast } from '../../printing/status-broadcast.ts'

/**
 * How the next jobs end: `printed`; `uncertain`, the paper comes out and the printer's word is lost;
 * `failsMidJob`, the printer is lost with the job half done; `silent`, no word until the deadline.
 */
export type TrainingOutcome = 'printed' | 'uncertain' | 'failsMidJob' | 'silent'

/** What every job of a training printer goes through; the printers say what their failures are called. */
export interface JobVerdict {
  /** The condition that kept the job from starting, or broke it. */
  readonly condition: PrinterCondition
  readonly ended: 'refused' | 'printed' | 'uncertain' | 'silent' | 'brokenOff' | 'unwritable'
}

/** Guards a constructor against being reached from a production profile, also where types were cast away. */
export function requireTraining(options: { readonly training: true }): void {
  if ((options.training as unknown) !== true) throw new Error('a training printer exists in training mode only')
}

/** The part both training printers share: settable condition, delay and outcome, one job at a time, a spool directory. */
export class TrainingDevice {
  readonly #directory: string
  readonly #jobs = new OneAtATime()
  readonly #broadcast = new StatusBroadcast()
  #condition: PrinterCondition = 'ready'
  #outcome: TrainingOutcome = 'printed'
  #delayMs = 0
  #closed = false

  constructor(directory: string) {
    this.#directory = directory
    this.#broadcast.report('ready')
  }

  get condition(): PrinterCondition {
    if (this.#closed) return 'offline'
    return this.#condition === 'ready' && this.#jobs.busy ? 'busy' : this.#condition
  }

  setCondition(condition: PrinterCondition): void {
    this.#condition = condition
    this.#broadcast.report(this.condition)
  }

  setOutcome(outcome: TrainingOutcome): void {
    this.#outcome = outcome
  }

  setDelay(milliseconds: number): void {
    this.#delayMs = milliseconds
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    return this.#broadcast.subscribe(listener)
  }

  close(): void {
    this.#closed = true
    this.#broadcast.report('offline')
  }

  /** `papers` are the files that "come out": suffix and bytes; its failure is the job's. */
  async run(jobId: string, usable: (condition: PrinterCondition) => boolean, papers: () => Promise<Result<ReadonlyMap<string, Uint8Array>>>): Promise<Result<JobVerdict>> {
    // The name becomes a file name.
    if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/.test(jobId)) throw new Error('a job id is made of letters, digits, dot, hyphen and underscore')
    return this.#jobs.run(async () => {
      if (!usable(this.condition)) return ok<JobVerdict>({ ended: 'refused', condition: this.condition })
      this.#broadcast.report(this.condition)
      try {
        const set = await papers()
        return set.ok ? ok(await this.#print(jobId, usable, set.value)) : set
      } finally {
        this.#broadcast.report(this.#closed ? 'offline' : this.#condition)
      }
    })
  }

  async #print(jobId: string, usable: (condition: PrinterCondition) => boolean, papers: ReadonlyMap<string, Uint8Array>): Promise<JobVerdict> {
    if (this.#delayMs > 0) await pause(this.#delayMs)
    if (!usable(this.condition)) return { ended: 'brokenOff', condition: this.condition }
    if (this.#outcome === 'failsMidJob') return { ended: 'brokenOff', condition: 'offline' }
    if (this.#outcome === 'silent') return { ended: 'silent', condition: this.condition }
    try {
      await mkdir(this.#directory, { recursive: true, mode: 0o700 })
      for (const [suffix, bytes] of papers) await writeFile(join(this.#directory, `${jobId}.${suffix}`), bytes, { mode: 0o600 })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      return { ended: 'unwritable', condition: 'offline' }
    }
    return { ended: this.#outcome === 'uncertain' ? 'uncertain' : 'printed', condition: this.condition }
  }
}
