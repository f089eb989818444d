/**
 * What an ESC/POS printer sends, told apart by its fixed bits (Epson ESC/POS command reference: DLE EOT, GS a,
 * GS r, GS ( H; the same in Citizen's and HPRT's manuals). Unknown bytes are counted, never interpreted.
 */
export type EscposAnswer =
  /** Answer to DLE EOT n: bits 0xx1xx10. */
  | { readonly kind: 'realTime'; readonly byte: number }
  /** Automatic status back, four bytes. */
  | { readonly kind: 'automatic'; readonly bytes: readonly [number, number, number, number] }
  /** Answer to GS r 1: bits 0xx0xxxx. */
  | { readonly kind: 'paperSensor'; readonly byte: number }
  /** Answer to GS ( H: the four characters it was given. */
  | { readonly kind: 'processId'; readonly id: string }
  /** Answer to DLE DC4 8. */
  | { readonly kind: 'cleared' }

const blockHeader = 0x37
const processIdentifier = 0x22
const clearIdentifier = 0x25
/** Longer than any answer asked for here; a block that does not end is noise. */
const longestBlock = 16

const isFlowControl = (byte: number): boolean => byte === 0x11 || byte === 0x13
const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12
const isAutomaticHead = (byte: number): boolean => (byte & 0x93) === 0x10
const isSensor = (byte: number): boolean => (byte & 0x90) === 0x00

/** Cuts the printer's bytes into answers, in whatever pieces they arrive. */
export class EscposAnswerReader {
  #pending: number[] = []
  /** Bytes that were no answer. */
  garbage = 0

  read(bytes: Uint8Array): EscposAnswer[] {
    this.#pending.push(...bytes)
    const answers: EscposAnswer[] = []
    for (;;) {
      const step = this.#next()
      if (step === 'incomplete') return answers
      if (step !== 'skipped') answers.push(step)
    }
  }

  #next(): EscposAnswer | 'skipped' | 'incomplete' {
    const head = this.#pending[0]
    if (head === undefined) return 'incomplete'
    if (head === blockHeader) return this.#block()
    if (isRealTime(head)) return this.#take(1, { kind: 'realTime', byte: head })
    if (isAutomaticHead(head)) {
      const [, second, third, fourth] = this.#pending
      if (second === undefined || third === undefined || fourth === undefined) {
        return this.#pending.slice(1).every(isSensor) ? 'incomplete' : this.#skip()
      }
      if (![second, third, fourth].every(isSensor)) return this.#skip()
      return this.#take(4, { kind: 'automatic', bytes: [head, second, third, fourth] })
    }
    if (isFlowControl(head)) {
      this.#pending.shift()
      return 'skipped'
    }
    if (isSensor(head)) return this.#take(1, { kind: 'paperSensor', byte: head })
    return this.#skip()
  }

  #block(): EscposAnswer | 'skipped' | 'incomplete' {
    const end = this.#pending.indexOf(0)
    if (end === -1) return this.#pending.length < longestBlock ? 'incomplete' : this.#skip()
    if (end >= longestBlock) return this.#skip()
    // XOFF may interrupt a block where the printer uses it (Epson, notes on data blocks).
    const [, identifier, ...data] = this.#pending.slice(0, end).filter((byte) => !isFlowControl(byte))
    if (identifier === processIdentifier && data.length === 4) return this.#take(end + 1, { kind: 'processId', id: String.fromCharCode(...data) })
    if (identifier === clearIdentifier && data.length === 0) return this.#take(end + 1, { kind: 'cleared' })
    return this.#skip()
  }

  #take(count: number, answer: EscposAnswer): EscposAnswer {
    this.#pending.splice(0, count)
    return answer
  }

  #skip(): 'skipped' {
    this.#pending.shift()
    this.garbage += 1
    return 'skipped'
  }
}
