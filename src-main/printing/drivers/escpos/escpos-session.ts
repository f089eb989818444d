import type { PrinterCondition } from '../../printers.ts'
import type { ByteLink, WriteEnd } from './byte-link.ts'
import { EscposAnswerReader, type EscposAnswer } from './escpos-answers.ts'
import { automaticCondition, realTimeCondition } from './escpos-status.ts'
import type { Delays } from '../../../timers.ts'

const statusRequest = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)

/** Questions and answers over one open line. Ends with the line; a new line gets a new session. */
export class EscposSession {
  readonly #link: ByteLink
  readonly #timers: Delays
  readonly #reader = new EscposAnswerReader()
  readonly #waiting = new Set<(answer: EscposAnswer) => void>()
  #volunteered: PrinterCondition | null = null

  constructor(link: ByteLink, timers: Delays, onVolunteered: (condition: PrinterCondition) => void) {
    this.#link = link
    this.#timers = timers
    link.onData((bytes) => {
      for (const answer of this.#reader.read(bytes)) {
        if (answer.kind === 'automatic') {
          this.#volunteered = automaticCondition(answer.bytes)
          onVolunteered(this.#volunteered)
        }
        for (const hear of [...this.#waiting]) hear(answer)
      }
    })
  }

  get isOpen(): boolean {
    return this.#link.isOpen
  }

  /** The condition the printer last sent unasked (automatic status back); null if it does not. */
  get volunteered(): PrinterCondition | null {
    return this.#volunteered
  }

  /** Whether the printer has sent bytes that are no answer: wrong speed, or not an ESC/POS printer. */
  get unintelligible(): boolean {
    return this.#reader.garbage > 0
  }

  write(bytes: Uint8Array, timeoutMs: number): Promise<WriteEnd> {
    return this.#link.write(bytes, timeoutMs)
  }

  /** The first answer from now on that `pick` takes; null when time is up, the line ends, or `givenUp` calls. */
  waitFor<T>(pick: (answer: EscposAnswer) => T | null, timeoutMs: number, givenUp?: (giveUp: () => void) => void): Promise<T | null> {
    return new Promise((resolve) => {
      const settle = (value: T | null): void => {
        cancel()
        forget()
        this.#waiting.delete(hear)
        resolve(value)
      }
      const hear = (answer: EscposAnswer): void => {
        const picked = pick(answer)
        if (picked !== null) settle(picked)
      }
      const cancel = this.#timers.after(timeoutMs, () => settle(null))
      this.#waiting.add(hear)
      const forget = this.#link.onEnd(() => {
        cancel()
        this.#waiting.delete(hear)
        resolve(null)
      })
      givenUp?.(() => settle(null))
    })
  }

  /**
   * Asks DLE EOT 1 to 4, one after the other, because the answers do not say which question they are to.
   * Null when one of them is not answered in time. Never between the bytes of another command: the printer
   * would take DLE EOT for its parameters.
   */
  async askCondition(timeoutMs: number): Promise<PrinterCondition | null> {
    const bytes: number[] = []
    for (const n of [1, 2, 3, 4] as const) {
      const answer = this.waitFor((each) => (each.kind === 'realTime' ? each.byte : null), timeoutMs)
      const [written, byte] = await Promise.all([this.write(statusRequest(n), timeoutMs), answer])
      if (written !== 'written' || byte === null) return null
      bytes.push(byte)
    }
    const [printer = 0, offlineCause = 0, error = 0, paper = 0] = bytes
    return realTimeCondition([printer, offlineCause, error, paper])
  }

  close(): Promise<void> {
    return this.#link.close()
  }
}
