import { fail, type Result } from '../../failures/result.ts'
import type { ReaderDriver, Sight } from '../drivers/reader-driver.ts'
import { ReaderView, type SeenState } from '../drivers/reader-view.ts'
import type { Report, Request } from './messages.ts'

/** Does what the supervisor asks with one driver. Connect, transmit and powerOff run one after the other; a heartbeat never waits for them. */
export class ReaderService {
  readonly #driver: ReaderDriver
  readonly #view: ReaderView
  readonly #report: (report: Report) => void
  #seen: SeenState | undefined
  #watched: string[] | null = null
  #turn: Promise<void> = Promise.resolve()
  /** Something native is under way that nothing can cancel. */
  #busy = false

  constructor(driver: ReaderDriver, readerName: string, report: (report: Report) => void) {
    this.#driver = driver
    this.#view = new ReaderView(readerName)
    this.#report = report
  }

  start(): void {
    this.#report({ type: 'running', description: this.#driver.description })
    this.#driver.watch((sight) => this.#see(sight))
  }

  take(request: Exclude<Request, { type: 'configure' | 'close' }>): void {
    switch (request.type) {
      case 'heartbeat':
        void this.#beat(request.id)
        break
      case 'connect':
        this.#inTurn(request.id, async () => plain(await this.#connect()))
        break
      case 'transmit':
        this.#inTurn(request.id, async () => {
          const answer = await this.#driver.transmit(request.command)
          // It may have held a PIN.
          request.command.fill(0)
          return answer
        })
        break
      case 'powerOff':
        this.#inTurn(request.id, async () => {
          await this.#driver.powerOff()
          return { ok: true, value: undefined }
        })
        break
    }
  }

  /** Leaves the card without power, unless the card keeps the driver busy: then only the end of the process helps. */
  async close(): Promise<void> {
    if (this.#busy) return
    await this.#driver.close()
  }

  #see(sight: Sight): void {
    this.#watched = sight.kind === 'noService' ? null : sight.readers.map(({ name }) => name)
    this.#seen = this.#view.see(sight)
    this.#report({ type: 'state', state: this.#seen })
  }

  async #beat(id: number): Promise<void> {
    const listed = await this.#driver.listAfresh()
    this.#report({ type: 'pulse', id, watched: this.#watched, listed: listed === undefined ? null : [...listed] })
  }

  #connect(): Promise<Result<void>> {
    const seen = this.#seen
    switch (seen?.kind) {
      case 'card':
        return this.#driver.connect(seen.reader)
      case 'muteCard':
        return Promise.resolve(fail('CARD-MUTE'))
      case 'noCard':
        return Promise.resolve(fail('CARD-REMOVED'))
      case 'noReader':
        return Promise.resolve(fail('CARD-NO-READER'))
      case 'noService':
      case undefined:
        return Promise.resolve(fail('CARD-NO-SERVICE'))
    }
  }

  #inTurn(id: number, work: () => Promise<Result<Uint8Array | undefined>>): void {
    this.#turn = this.#turn.then(async () => {
      this.#busy = true
      const outcome = await work()
      this.#busy = false
      if (!outcome.ok) this.#report({ type: 'failed', id, failure: outcome.failure })
      else this.#report({ type: 'done', id, ...(outcome.value === undefined ? {} : { response: outcome.value }) })
    })
  }
}

function plain(result: Result<void>): Result<undefined> {
  return result.ok ? { ok: true, value: undefined } : result
}
