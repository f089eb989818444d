import type { Report, Request } from '../../../../src-main/card/reader-process/messages.ts'
import type { ProcessLauncher, ReaderProcessHandle } from '../../../../src-main/card/reader-process/process-launcher.ts'

/** A reader process that lives in the test: it notes what it is asked and says what the test makes it say. */
export class FakeProcess implements ReaderProcessHandle {
  readonly requests: Request[] = []
  killed = false
  /** What it answers to heartbeats; to none while undefined. */
  readers: string[] | undefined
  #message: (message: unknown) => void = () => undefined
  #exit: () => void = () => undefined

  send(message: unknown): void {
    const request = message as Request
    this.requests.push(request)
    if (request.type === 'heartbeat' && this.readers) this.report({ type: 'pulse', id: request.id, watched: this.readers, listed: this.readers })
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener
  }

  onExit(listener: () => void): void {
    this.#exit = listener
  }

  kill(): void {
    this.killed = true
  }

  /** Anything, for a process may be broken. */
  say(message: unknown): void {
    this.#message(message)
  }

  report(report: Report): void {
    this.#message(report)
  }

  crash(): void {
    this.#exit()
  }

  /** The last question of a kind. */
  asked<Type extends Request['type']>(type: Type): Extract<Request, { type: Type }> | undefined {
    return this.requests.findLast((request): request is Extract<Request, { type: Type }> => request.type === type)
  }

  count(type: Request['type']): number {
    return this.requests.filter((request) => request.type === type).length
  }

  answerLast(type: 'connect' | 'powerOff'): void {
    const question = this.asked(type)
    if (question === undefined) throw new Error(`nobody asked for ${type}`)
    this.report({ type: 'done', id: question.id })
  }
}

export function fakeLauncher(): ProcessLauncher & { readonly processes: FakeProcess[] } {
  const processes: FakeProcess[] = []
  return {
    processes,
    spawn() {
      const process = new FakeProcess()
      processes.push(process)
      return process
    },
  }
}
