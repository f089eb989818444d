import type { KeyObject } from 'node:crypto'
import { joinResponse } from '../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../card/codec/status-word.ts'
import { cardMemory, type CardMemory, type SecretState } from './card-memory.ts'
import type { Access, Applet, ElementaryFile, PrivateKeyFile, RecordFile, SecretFile, TransparentFile } from './file-system.ts'
import type { IssuingPort } from './issuing-work.ts'

/** Ways in which real cards are known, or suspected, to differ (reference card.md §3.2, §10). */
export interface ChipHabits {
  /** VERIFY of a blocked key: 6984 was observed, 6983 is what ISO 7816-4 says. */
  readonly blockedWord?: 0x6983 | 0x6984
  /** Warm reset keeps the verified status on the surveyed card; OpenSC's logout assumes the opposite. */
  readonly warmResetClearsStatus?: boolean
  /** The first command after power-up is answered 6F00. */
  readonly firstCommandFails?: boolean
  /** Commands do not take a short EF identifier (6A86). */
  readonly noShortIdentifiers?: boolean
}

export interface ChipParts {
  /** The first one is the card manager, which is selected at power-on. */
  readonly applets: readonly [Applet, ...Applet[]]
  readonly habits?: ChipHabits
  readonly memory?: CardMemory
  /** The training issuer's way in; a chip without one does not know its command. */
  readonly issuing?: IssuingPort
}

/** A response with no data. */
export function word(status: number): Uint8Array {
  return joinResponse(status)
}

/** Name of a file or data object in the chip's memory. */
export const memoryName = (applet: string, id: number): string => `${applet}/${id.toString(16).toUpperCase().padStart(4, '0')}`

/** What is selected and what is verified, over the memory of the chip. */
export class ChipState {
  readonly applets: readonly [Applet, ...Applet[]]
  readonly habits: ChipHabits
  readonly memory: CardMemory
  readonly issuing: IssuingPort | null
  /** The last answer to GET CHALLENGE, until something uses it. */
  challenge: Uint8Array | null = null
  readonly #verified = new Map<Applet, Set<number>>()
  #applet: Applet
  #file: ElementaryFile | null = null

  constructor(parts: ChipParts) {
    this.applets = parts.applets
    this.habits = parts.habits ?? {}
    this.memory = parts.memory ?? cardMemory()
    this.issuing = parts.issuing ?? null
    this.#applet = parts.applets[0]
  }

  get applet(): Applet {
    return this.#applet
  }

  coldReset(): void {
    this.#verified.clear()
    this.#resetVolatile()
  }

  warmReset(): void {
    if (this.habits.warmResetClearsStatus === true) this.#verified.clear()
    this.#resetVolatile()
  }

  #resetVolatile(): void {
    this.#applet = this.applets[0]
    this.#file = null
    this.challenge = null
    this.issuing?.reset()
  }

  /** Selecting another applet clears the status of the others; selecting the same one keeps its own (JICSAP 5.1.3). */
  selectApplet(applet: Applet): void {
    for (const other of this.#verified.keys()) if (other !== applet) this.#verified.delete(other)
    this.#applet = applet
    this.#file = null
  }

  selectFile(id: number): ElementaryFile | null {
    const file = this.file(id)
    if (file !== null) this.#file = file
    return file
  }

  /** A file of the current applet; a key that was never made or was erased is not there. */
  file(id: number): ElementaryFile | null {
    return this.#present(this.#applet.files.find((candidate) => candidate.id === id))
  }

  /**
   * The file that a command addresses: by short EF identifier, which selects it, or the current one.
   * A number is the status word that refuses.
   */
  addressed(shortIdentifier: number | null): ElementaryFile | number {
    if (shortIdentifier === null) return this.#file ?? statusWord.noCurrentFile
    if (this.habits.noShortIdentifiers === true) return statusWord.wrongParameters
    const file = this.#present(this.#applet.files.find((candidate) => (candidate.id & 0x1f) === shortIdentifier))
    if (file !== null) this.#file = file
    return file ?? statusWord.fileNotFound
  }

  #present(file: ElementaryFile | undefined): ElementaryFile | null {
    return file === undefined || (file.kind === 'privateKey' && this.privateKey(file) === null) ? null : file
  }

  allows(access: Access): boolean {
    if (typeof access === 'string') return access === 'free'
    return access.anyOf.some((key) => this.isVerified(key))
  }

  isVerified(key: number): boolean {
    return this.#verified.get(this.#applet)?.has(key) ?? false
  }

  setVerified(key: number, verified: boolean): void {
    const keys = this.#verified.get(this.#applet) ?? new Set<number>()
    if (verified) keys.add(key)
    else keys.delete(key)
    this.#verified.set(this.#applet, keys)
  }

  /** Whoever sets or blocks secrets by order leaves nothing verified. */
  forgetVerified(): void {
    this.#verified.clear()
  }

  secret(file: SecretFile): SecretState {
    return this.memory.secret(this.#nameOf(file)) ?? { left: file.triesLeft ?? file.triesMax, value: file.value }
  }

  storeSecret(file: SecretFile, state: SecretState): void {
    this.memory.write({ secrets: new Map([[this.#nameOf(file), state]]) })
  }

  content(file: TransparentFile): Uint8Array {
    return this.memory.file(this.#nameOf(file)) ?? file.content()
  }

  /** Only record 1 is ever written anew. */
  record(file: RecordFile, number: number): Uint8Array | undefined {
    const written = number === 1 ? this.memory.file(this.#nameOf(file)) : undefined
    return written ?? file.records[number - 1]
  }

  privateKey(file: PrivateKeyFile): KeyObject | null {
    const made = this.memory.key(this.#nameOf(file))
    return made === undefined ? (file.key?.() ?? null) : made
  }

  dataObject(tag: number): Uint8Array | undefined {
    return this.memory.file(memoryName(this.#applet.name, tag)) ?? this.#applet.dataObjects?.get(tag)
  }

  #nameOf(file: ElementaryFile): string {
    return memoryName(this.#applet.name, file.id)
  }
}
