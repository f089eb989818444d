import { fail, ok, type Result } from '../../../failures/result.ts'
import { receiptRefusal } from '../../conditions.ts'
import type { PrinterCondition } from '../../printers.ts'
import type { EscposAnswer } from './escpos-answers.ts'
import type { EscposLimits } from './escpos-limits.ts'
import type { EscposSession } from './escpos-session.ts'
import { sensesPaper } from './escpos-status.ts'
import type { Delays } from '../../../timers.ts'

/**
 * How the printer is made to say that it has printed. `processId`: GS ( H with a number that comes back when the
 * paper is out (Epson TM-T88IV and later, and compatibles), which no other job's answer can be taken for.
 * `paperSensor`: GS r 1 behind the cut, which every ESC/POS printer answers in its turn.
 */
export type Completion = 'processId' | 'paperSensor'

export interface EscposJobOptions {
  readonly limits: EscposLimits
  readonly timers: Delays
  readonly completion: Completion
  /** 0 to 9999. */
  readonly jobNumber: number
}

/** The printer's last word on a job: printed, or stopped in this condition. */
type Word = 'printed' | PrinterCondition

const processIdRequest = (id: string): Uint8Array => Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id, 'latin1'))
const paperSensorRequest = Uint8Array.of(0x1d, 0x72, 0x31)
const clearBuffersRequest = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8)

/** One job on its way. From its first byte on, nothing but the printer's completion answer makes it printed. */
export class EscposJob {
  readonly #session: EscposSession
  readonly #options: EscposJobOptions
  readonly #id: string
  #owedAnswers = false
  #stuck = false

  constructor(session: EscposSession, options: EscposJobOptions) {
    this.#session = session
    this.#options = options
    this.#id = String(options.jobNumber).padStart(4, '0')
  }

  /** Whether the printer may still answer a status question that was given up. */
  get owedAnswers(): boolean {
    return this.#owedAnswers
  }

  /** RECEIPT-UNCERTAIN when the line or the printer failed under way, RECEIPT-TIMEOUT when no word came. */
  async run(commands: Uint8Array): Promise<Result<void>> {
    const { limits, completion } = this.#options
    const bytes = Buffer.concat([commands, completion === 'processId' ? processIdRequest(this.#id) : paperSensorRequest])
    // Listening starts before the first byte: a fast printer answers while the last chunk is being written.
    let stopListening = (): void => undefined
    const word = this.#session.waitFor<Word>((answer) => this.#wordIn(answer), 2 ** 31 - 1, (giveUp) => (stopListening = giveUp))
    try {
      for (let at = 0; at < bytes.length; at += limits.chunkBytes) {
        const end = await this.#session.write(bytes.subarray(at, at + limits.chunkBytes), limits.writeMs)
        if (end === 'closed') return fail('RECEIPT-UNCERTAIN', 'the line was lost')
        if (end === 'timeout') {
          this.#stuck = true
          return fail('RECEIPT-TIMEOUT', 'the printer takes no more bytes')
        }
      }
      return await this.#await(word)
    } finally {
      stopListening()
    }
  }

  /** Throws away what the printer has not printed yet, so that it does not come out when the paper is changed. */
  async clearBuffers(): Promise<void> {
    // Behind bytes that are stuck, in the middle of a command, this would be read as that command's parameters.
    if (this.#stuck) return
    const { statusMs } = this.#options.limits
    const cleared = this.#session.waitFor((answer) => (answer.kind === 'cleared' ? true : null), statusMs)
    await Promise.all([this.#session.write(clearBuffersRequest, statusMs), cleared])
  }

  #wordIn(answer: EscposAnswer): Word | null {
    if (answer.kind === 'processId') return answer.id === this.#id ? 'printed' : null
    if (answer.kind === 'paperSensor' && this.#options.completion === 'paperSensor') return sensesPaper(answer.byte) ? 'printed' : 'paperOut'
    return null
  }

  /** Waits for the word and asks meanwhile whether the printer has stopped. */
  async #await(word: Promise<Word | null>): Promise<Result<void>> {
    const { limits, timers } = this.#options
    const deadline = { passed: false }
    const cancelDeadline = timers.after(limits.completionMs, () => (deadline.passed = true))
    try {
      let stopped: PrinterCondition | null = null
      for (;;) {
        // Once it has stopped, one more interval for a word that was already on its way.
        const heard = await Promise.race([word, this.#pause(stopped === null ? limits.pollMs : limits.statusMs)])
        if (heard === 'printed') return ok()
        if (heard === null) return fail('RECEIPT-UNCERTAIN', 'the line was lost')
        if (heard !== 'pause') return fail('RECEIPT-UNCERTAIN', heard)
        if (stopped !== null) return fail('RECEIPT-UNCERTAIN', stopped)
        if (deadline.passed) return fail('RECEIPT-TIMEOUT', 'no completion answer')
        if (this.#owedAnswers) continue
        const condition = await this.#session.askCondition(limits.statusMs)
        if (condition === null) this.#owedAnswers = true
        else if (receiptRefusal(condition) !== null) stopped = condition
      }
    } finally {
      cancelDeadline()
    }
  }

  #pause(milliseconds: number): Promise<'pause'> {
    return new Promise((resolve) => this.#options.timers.after(milliseconds, () => resolve('pause')))
  }
}
