import { fail, ok, type Failure, type Result } from '../../../failures/result.ts'
import type { CardConnection } from '../../card-reader.ts'
import { encodeCommand, type CommandApdu } from '../../codec/command-apdu.ts'
import { splitResponse, type ResponseApdu } from '../../codec/response-apdu.ts'
import { formatStatusWord, statusMeaning, statusWord } from '../../codec/status-word.ts'
import { ExtendedLength, type ExtendedLengthMemory } from './extended-length.ts'

/**
 * One card between power-on and power-off: sends commands one at a time and remembers which applet is
 * selected. Selecting another applet clears the security status of the one left (reference card.md §3.2).
 */
export class CardSession {
  readonly extendedLength: ExtendedLength
  readonly #connection: CardConnection
  #applet: string | null = null
  #epoch = 0
  #released = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(connection: CardConnection, memory: ExtendedLengthMemory = { lost: 0 }) {
    this.#connection = connection
    this.extendedLength = new ExtendedLength(memory)
  }

  /** Goes up whenever somebody else has had the card: what was remembered of it before counts no more. */
  get epoch(): number {
    return this.#epoch
  }

  /** Runs a sequence of commands that must not mix with another: selected file and applet are state of the card. */
  exclusively<T>(sequence: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(sequence)
    this.#queue = run.catch(() => undefined)
    return run
  }

  /** Lends the card out for raw commands and forgets what it knew of it, however the work ends. To be called within `exclusively`. */
  async lend<T>(work: (channel: Pick<CardConnection, 'transmit'>) => Promise<T>): Promise<T> {
    let lent = true
    try {
      return await work({
        transmit: (command) => (lent && !this.#released ? this.#connection.transmit(command) : Promise.resolve(released)),
      })
    } finally {
      lent = false
      this.#applet = null
      this.#epoch += 1
    }
  }

  /**
   * Sends a command without a secret. Where it asks for data, 61xx and 6Cxx are followed, which contact
   * readers may hand through.
   */
  async send(command: CommandApdu): Promise<Result<ResponseApdu>> {
    const first = await this.#transmit(command)
    if (!first.ok || command.le === undefined) return first
    const meaning = statusMeaning(first.value.statusWord)
    if (meaning.kind === 'exactLe' && command.le !== meaning.le) return this.#transmit({ ...command, le: meaning.le })
    return meaning.kind === 'moreData' ? this.#collect(first.value, meaning.bytes) : first
  }

  /** Sends a command whose data is a secret: once, whatever the answer, and the bytes sent are zeroed. */
  async sendSecret(command: CommandApdu & { readonly data: Uint8Array }): Promise<Result<ResponseApdu>> {
    if (this.#released) return released
    const bytes = encodeCommand(command)
    try {
      const answer = await this.#connection.transmit(bytes)
      return answer.ok ? splitResponse(answer.value) : answer
    } finally {
      bytes.fill(0)
    }
  }

  /** The status word of SELECT by full AID; success also when the applet is the current one, without a command. */
  async selectApplet(aid: Uint8Array): Promise<Result<number>> {
    const key = aid.join()
    if (this.#applet === key) return ok(statusWord.success)
    this.#applet = null
    const response = await this.send({ cla: 0x00, ins: 0xa4, p1: 0x04, p2: 0x0c, data: aid })
    if (!response.ok) return response
    if (response.value.statusWord === statusWord.success) this.#applet = key
    return ok(response.value.statusWord)
  }

  /** SELECT of an elementary file of the current applet. Failure: CARD-REFUSED. */
  async selectFile(fileId: number): Promise<Result<void>> {
    const response = await this.trySelectFile(fileId)
    if (!response.ok) return response
    return response.value === statusWord.success ? ok() : refused('SELECT', fileId, response.value)
  }

  /** The status word of SELECT of an elementary file of the current applet. */
  async trySelectFile(fileId: number): Promise<Result<number>> {
    const response = await this.send({ cla: 0x00, ins: 0xa4, p1: 0x02, p2: 0x0c, data: Uint8Array.of(fileId >> 8, fileId & 0xff) })
    return response.ok ? ok(response.value.statusWord) : response
  }

  /** Powers the card off; every later command fails with CARD-REMOVED. Does not wait for a command under way. */
  async release(): Promise<void> {
    if (this.#released) return
    this.#released = true
    await this.#connection.powerOff()
  }

  get isReleased(): boolean {
    return this.#released
  }

  async #transmit(command: CommandApdu): Promise<Result<ResponseApdu>> {
    if (this.#released) return released
    const answer = await this.#connection.transmit(encodeCommand(command))
    return answer.ok ? splitResponse(answer.value) : answer
  }

  /** No command here asks for more than one GET RESPONSE brings, so a card that still has more is not believed. */
  async #collect(first: ResponseApdu, waiting: number): Promise<Result<ResponseApdu>> {
    const rest = await this.#transmit({ cla: 0x00, ins: 0xc0, p1: 0x00, p2: 0x00, le: waiting })
    if (!rest.ok) return rest
    if (statusMeaning(rest.value.statusWord).kind === 'moreData') return fail('CARD-MALFORMED', 'GET RESPONSE without end')
    return ok({ data: Buffer.concat([first.data, rest.value.data]), statusWord: rest.value.statusWord })
  }
}

const released = fail('CARD-REMOVED', 'the card was released')

/** CARD-REFUSED with what was asked and the status word, which hold nothing personal. */
export function refused(command: string, fileId: number, word: number): { readonly ok: false; readonly failure: Failure } {
  return fail('CARD-REFUSED', `${command} ${formatStatusWord(fileId)}: ${formatStatusWord(word)}`)
}
