import { randomInt } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { receiptRefusal, statusOf } from '../../conditions.ts'
import { OneAtATime } from '../../one-at-a-time.ts'
import type { PrinterStatus, Receipt, ReceiptPrinter } from '../../printers.ts'
import type { ReceiptLayout } from '../../setting/receipt-markup.ts'
import type { OpenLink } from './byte-link.ts'
import { EscposJob, type Completion } from './escpos-job.ts'
import { escposLimits, type EscposLimits } from './escpos-limits.ts'
import { EscposSession } from './escpos-session.ts'
import { PrinterWatch } from '../printer-watch.ts'
import { systemTimers, type Delays } from '../../../timers.ts'

export interface EscposPrinterOptions {
  /** For logs and the staff screen, such as `ESC/POS /dev/ttyUSB0`. */
  readonly description: string
  /** Called anew for each connection, such as `serialLink({ path, baudRate, rtscts })`. */
  readonly open: OpenLink
  readonly layout: ReceiptLayout
  readonly completion: Completion
  /** Whether the printer knows DLE DC4 8 (clear buffers), by which half a receipt does not come out later, into somebody else's hands. */
  readonly clearsBuffers: boolean
  readonly limits?: Partial<EscposLimits>
  readonly timers?: Delays
}

/**
 * Receipt printer speaking ESC/POS over a serial line. Connects when it is first asked or given a job, and again
 * whenever the line was lost; a missing device is `offline` until it is there. "Printed" is the printer's own
 * completion answer after the job.
 */
export class EscposSerialPrinter implements ReceiptPrinter {
  readonly description: string
  readonly #options: EscposPrinterOptions
  readonly #limits: EscposLimits
  readonly #timers: Delays
  readonly #line = new OneAtATime()
  readonly #watch: PrinterWatch
  #session: EscposSession | null = null
  #printing = 0
  #closed = false
  // A random start, so that an answer owed to an earlier run of the kiosk is not taken for this one's.
  #jobNumber = randomInt(10_000)

  constructor(options: EscposPrinterOptions) {
    this.description = options.description
    this.#options = options
    this.#limits = { ...escposLimits, ...options.limits }
    this.#timers = options.timers ?? systemTimers
    this.#watch = new PrinterWatch(() => this.status(), this.#limits.watchMs, this.#timers)
  }

  status(): Promise<Result<PrinterStatus>> {
    if (this.#printing > 0) return Promise.resolve(ok(statusOf('busy')))
    return this.#line.run(async () => {
      const session = await this.#connected()
      if (session === null) return fail('RECEIPT-OFFLINE')
      const condition = await session.askCondition(this.#limits.statusMs)
      if (condition !== null) return ok(statusOf(condition))
      const wasLost = !session.isOpen
      await this.#drop(session)
      return wasLost ? fail('RECEIPT-OFFLINE') : fail('RECEIPT-TIMEOUT', session.unintelligible ? 'unintelligible answers' : 'no answer')
    })
  }

  async print(receipt: Receipt): Promise<Result<void>> {
    this.#printing += 1
    try {
      // Loaded with the first receipt: tables of Japanese encodings are a tenth of the start.
      const { receiptCommands } = await import('../../setting/receipt-commands.ts')
      const commands = receiptCommands(receipt, this.#options.layout)
      return commands.ok ? await this.#line.run(() => this.#print(commands.value)) : commands
    } finally {
      this.#printing -= 1
    }
  }

  subscribe(listener: (status: PrinterStatus) => void): () => void {
    return this.#watch.subscribe(listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#watch.close()
    if (this.#session !== null) await this.#drop(this.#session)
  }

  async #print(commands: Uint8Array): Promise<Result<void>> {
    const session = await this.#connected()
    if (session === null) return fail('RECEIPT-OFFLINE', 'not connected')
    const before = await session.askCondition(this.#limits.statusMs)
    if (before === null) {
      await this.#drop(session)
      return fail('RECEIPT-OFFLINE', session.unintelligible ? 'unintelligible answers' : 'no answer')
    }
    const refusal = receiptRefusal(before)
    if (refusal !== null) return fail(refusal)
    this.#jobNumber = (this.#jobNumber + 1) % 10_000
    const { completion, clearsBuffers } = this.#options
    const job = new EscposJob(session, { limits: this.#limits, timers: this.#timers, completion, jobNumber: this.#jobNumber })
    const printed = await job.run(commands)
    if (!printed.ok && clearsBuffers) await job.clearBuffers()
    // A late answer to this job must not reach the next one.
    if (!printed.ok || job.owedAnswers) await this.#drop(session)
    return printed
  }

  async #connected(): Promise<EscposSession | null> {
    if (this.#closed) return null
    if (this.#session?.isOpen === true) return this.#session
    const link = await this.#options.open()
    if (link === null) return null
    const session = new EscposSession(link, this.#timers, (condition) => this.#watch.report(condition))
    link.onEnd(() => {
      if (this.#session !== session) return
      this.#session = null
      this.#watch.report('offline')
    })
    this.#session = session
    // Closed while the device was opening.
    if ((this.#closed as boolean) || !link.isOpen) {
      await this.#drop(session)
      return null
    }
    return session
  }

  async #drop(session: EscposSession): Promise<void> {
    if (this.#session === session) this.#session = null
    await session.close()
  }
}
