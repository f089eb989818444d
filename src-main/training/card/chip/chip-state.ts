import { joinResponse } from '../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../card/codec/status-word.ts'
import type { Access, Applet, ElementaryFile, SecretFile } from './file-system.ts'
import { memorySecretStore, type SecretState, type SecretStore } from './secret-store.ts'

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
  readonly secrets?: SecretStore
}

/** A response with no data. */
export function word(status: number): Uint8Array {
  return joinResponse(status)
}

/** Memory of the chip: what is selected, what is verified, and how often a secret may still be tried. */
export class ChipState {
  readonly applets: readonly [Applet, ...Applet[]]
  readonly habits: ChipHabits
  readonly #secrets: SecretStore
  readonly #verified = new Map<Applet, Set<number>>()
  #applet: Applet
  #file: ElementaryFile | null = null

  constructor(parts: ChipParts) {
    this.applets = parts.applets
    this.habits = parts.habits ?? {}
    this.#secrets = parts.secrets ?? memorySecretStore()
    this.#applet = parts.applets[0]
  }

  get applet(): Applet {
    return this.#applet
  }

  get file(): ElementaryFile | null {
    return this.#file
  }

  coldReset(): void {
    this.#verified.clear()
    this.#applet = this.applets[0]
    this.#file = null
  }

  warmReset(): void {
    if (this.habits.warmResetClearsStatus === true) this.#verified.clear()
    this.#applet = this.applets[0]
    this.#file = null
  }

  /** Selecting another applet clears the status of the others; selecting the same one keeps its own (JICSAP 5.1.3). */
  selectApplet(applet: Applet): void {
    for (const other of this.#verified.keys()) if (other !== applet) this.#verified.delete(other)
    this.#applet = applet
    this.#file = null
  }

  selectFile(id: number): ElementaryFile | null {
    const file = this.#applet.files.find((candidate) => candidate.id === id) ?? null
    if (file !== null) this.#file = file
    return file
  }

  /**
   * The file that a command addresses: by short EF identifier, which selects it, or the current one.
   * A number is the status word that refuses.
   */
  addressed(shortIdentifier: number | null): ElementaryFile | number {
    if (shortIdentifier === null) return this.#file ?? statusWord.noCurrentFile
    if (this.habits.noShortIdentifiers === true) return statusWord.wrongParameters
    const file = this.#applet.files.find((candidate) => (candidate.id & 0x1f) === shortIdentifier) ?? null
    if (file !== null) this.#file = file
    return file ?? statusWord.fileNotFound
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

  secret(file: SecretFile): SecretState {
    return this.#secrets.get(this.#nameOf(file)) ?? { left: file.triesLeft ?? file.triesMax, value: file.value }
  }

  storeSecret(file: SecretFile, state: SecretState): void {
    this.#secrets.set(this.#nameOf(file), state)
  }

  #nameOf(file: SecretFile): string {
    return `${this.#applet.name}/${file.id.toString(16).toUpperCase().padStart(4, '0')}`
  }
}
