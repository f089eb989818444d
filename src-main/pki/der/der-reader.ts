/**
 * A bare reader of DER (ITU-T X.690 §8, §10). It knows tags and lengths and nothing above them; it never recurses,
 * so the depth of an input can't exhaust the stack: each grammar opens exactly the levels it knows.
 */

/** Bytes that are not the DER a grammar asks for. Thrown inside pki/ only; `decode` turns it into a value. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

/** Identifier octets used by X.509. Class and constructed bits included. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Identifier octet of a context-specific tag, number 0 to 30. */
export const contextTag = (number: number, form: 'primitive' | 'constructed'): number => (form === 'constructed' ? 0xa0 : 0x80) | number

export interface DerElement {
  /** The identifier octet. Tag numbers above 30 are refused: no structure read here has one. */
  readonly tag: number
  readonly content: Uint8Array
  /** Identifier, length and content: what a signature or a digest covers. */
  readonly encoding: Uint8Array
}

/** Views are made when they are asked for: a list of a city has a hundred thousand elements. */
class ReadElement implements DerElement {
  readonly tag: number
  readonly content: Uint8Array
  readonly #bytes: Uint8Array
  readonly #start: number
  readonly #end: number

  constructor(bytes: Uint8Array, start: number, contentStart: number, end: number) {
    this.tag = bytes[start] ?? 0
    this.content = bytes.subarray(contentStart, end)
    this.#bytes = bytes
    this.#start = start
    this.#end = end
  }

  get encoding(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.#end)
  }
}

/** Views of a plain array are cheaper than those of a Buffer, and nothing here needs more. */
const plain = (bytes: Uint8Array): Uint8Array => (Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes)

/** Walks the elements of one level. `what` names the place in errors. */
export class DerCursor {
  readonly #bytes: Uint8Array
  readonly #what: string
  #position = 0

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = plain(bytes)
    this.#what = what
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length
  }

  /** Identifier octet of the next element, or null at the end. */
  peek(): number | null {
    return this.#bytes[this.#position] ?? null
  }

  next(): DerElement {
    const start = this.#position
    const tag = this.#octet()
    if ((tag & 0x1f) === 0x1f) throw this.#error('has a tag number above 30')
    const length = this.#length()
    if (length > this.#bytes.length - this.#position) throw this.#error('is cut short')
    const contentStart = this.#position
    this.#position += length
    return new ReadElement(this.#bytes, start, contentStart, this.#position)
  }

  take(tag: number): DerElement {
    const found = this.peek()
    if (found !== tag) throw this.#error(`lacks an element with tag 0x${tag.toString(16)}`)
    return this.next()
  }

  takeOptional(tag: number): DerElement | null {
    return this.peek() === tag ? this.next() : null
  }

  /** Opens a constructed element of this level. */
  open(tag: number, what: string): DerCursor {
    return new DerCursor(this.take(tag).content, what)
  }

  openOptional(tag: number, what: string): DerCursor | null {
    return this.peek() === tag ? this.open(tag, what) : null
  }

  /** Nothing may follow: trailing bytes are not DER. */
  end(): void {
    if (!this.atEnd) throw this.#error('has something after its end')
  }

  #octet(): number {
    const octet = this.#bytes[this.#position]
    if (octet === undefined) throw this.#error('is cut short')
    this.#position += 1
    return octet
  }

  #length(): number {
    const first = this.#octet()
    if (first < 0x80) return first
    const count = first & 0x7f
    if (count === 0) throw this.#error('has an indefinite length, which DER forbids')
    // Four octets already name more than any input that is let in.
    if (count > 4) throw this.#error('has a length of more than four octets')
    let length = 0
    for (let i = 0; i < count; i += 1) length = length * 256 + this.#octet()
    if (length < 0x80 || length < 256 ** (count - 1)) throw this.#error('has a length that is not minimal, which DER forbids')
    return length
  }

  #error(problem: string): DerError {
    return new DerError(`${this.#what} ${problem}`)
  }
}

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

/** Runs a grammar; broken input becomes `why` (a place and a rule, never bytes of the input). Bugs still throw. */
export function decode<T>(grammar: () => T): Decoded<T> {
  try {
    return { ok: true, value: grammar() }
  } catch (error) {
    if (error instanceof DerError) return { ok: false, why: error.message }
    throw error
  }
}

/** The one element that fills `bytes`. */
export function wholeElement(bytes: Uint8Array, tag: number, what: string): DerElement {
  const cursor = new DerCursor(bytes, what)
  const element = cursor.take(tag)
  cursor.end()
  return element
}

/** A cursor inside the one constructed element that fills `bytes`. */
export const openWhole = (bytes: Uint8Array, tag: number, what: string): DerCursor => new DerCursor(wholeElement(bytes, tag, what).content, what)

/** Byte equality of public values; not constant time, nothing secret is compared here. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((octet, i) => octet === b[i])

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
