import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CommandApdu } from '../../codec/command-apdu.ts'
import type { ResponseApdu } from '../../codec/response-apdu.ts'
import { refusesShortIdentifier, statusMeaning, statusWord } from '../../codec/status-word.ts'
import type { PinTries } from '../../individual-number-card.ts'
import { refused, type CardSession } from '../session/card-session.ts'

export interface PinKeyPlace {
  readonly fileId: number
  /** Tries of a fresh key. */
  readonly max: number
  /** ISO 7816-4 CHANGE REFERENCE DATA, or JICSAP CHANGE KEY (reference card.md §3); left out where the holder cannot change it. */
  readonly change?: 'changeReferenceData' | 'changeKey'
  /** What to say when the card has no such key. */
  readonly absent: 'CARD-FACE-ONLY' | 'CARD-NO-CERTIFICATE' | 'CARD-REFUSED'
}

/** Answers to CHANGE after which the old value surely stands: the command was refused before it did anything. */
const refusalsOfChange: ReadonlySet<string> = new Set([
  'wrongLength',
  'channelNotSupported',
  'secureMessagingNotSupported',
  'fileStructureConflict',
  'securityStatusNotSatisfied',
  'authenticationMethodBlocked',
  'keyBlocked',
  'conditionsNotSatisfied',
  'noCurrentFile',
  'secureMessagingObjectMissing',
  'secureMessagingError',
  'noSecureMessagingSession',
  'securityEnvironmentFaulty',
  'wrongData',
  'functionNotSupported',
  'fileNotFound',
  'recordNotFound',
  'wrongParameters',
  'lengthAgainstParameters',
  'referencedDataNotFound',
  'offsetPastEnd',
  'instructionNotSupported',
  'classNotSupported',
])

/**
 * A secret of the current applet. Knows the tries left without asking again: the query never says 9000, so the
 * card itself does not tell whether a PIN is verified (reference card.md §3).
 */
export class PinKey {
  readonly #session: CardSession
  readonly #place: PinKeyPlace
  /** What the card said last; null: no such key. Undefined: not asked yet, or no longer believed. */
  #left: number | null | undefined
  #epoch: number
  /** How the card lets itself be asked: by short EF identifier, or only for the selected file. */
  #addressing: 'identifier' | 'selected' = 'identifier'

  constructor(session: CardSession, place: PinKeyPlace) {
    this.#session = session
    this.#place = place
    this.#epoch = session.epoch
  }

  /** Costs no try, and no command once known. Null when the card has no such key. */
  async state(): Promise<Result<PinTries | null>> {
    if (this.#epoch !== this.#session.epoch) {
      this.#epoch = this.#session.epoch
      this.#left = undefined
    }
    if (this.#left === undefined) {
      const asked = await this.#query()
      if (!asked.ok) return asked
      this.#left = asked.value
    }
    return ok(this.#left === null ? null : { left: this.#left, max: this.#place.max })
  }

  /** The same, where the key must be there. */
  async tries(): Promise<Result<PinTries>> {
    const state = await this.state()
    if (!state.ok) return state
    return state.value === null ? fail(this.#place.absent, 'the card has no such PIN') : ok(state.value)
  }

  /**
   * VERIFY, sent once whatever the answer. Asks for the tries first if they are not known, so that a blocked
   * PIN is not sent at all. Failures: PIN-WRONG, PIN-BLOCKED, CARD-REFUSED, and the code of an absent key.
   */
  async verify(pin: Uint8Array): Promise<Result<void>> {
    const { fileId, max } = this.#place
    const tries = await this.tries()
    if (!tries.ok) return tries
    if (tries.value.left === 0) return fail('PIN-BLOCKED')
    const response = await this.#sendSecret({ cla: 0x00, ins: 0x20, p1: 0x00 }, pin)
    if (!response.ok) return response
    const meaning = statusMeaning(response.value.statusWord)
    if (meaning.kind === 'success') {
      this.#left = max
      return ok()
    }
    if (meaning.kind === 'triesLeft') {
      this.#left = Math.min(meaning.tries, max)
      return this.#left === 0 ? fail('PIN-BLOCKED') : fail('PIN-WRONG')
    }
    if (meaning.kind === 'wrongKeyWithoutLimit') return fail('PIN-WRONG')
    if (isBlocked(meaning.kind)) {
      this.#left = 0
      return fail('PIN-BLOCKED')
    }
    return refused('VERIFY', fileId, response.value.statusWord)
  }

  /**
   * Sets a new value; the old one must be verified and the applet not left since. Failures: CARD-REFUSED (the old
   * value stands), PIN-CHANGE-UNCERTAIN (the answer was lost, or leaves it open).
   */
  async change(pin: Uint8Array): Promise<Result<void>> {
    const { fileId, change } = this.#place
    if (change === undefined) throw new Error('this secret is not the holder’s to change')
    // Nothing has been sent to a card that was let go.
    if (this.#session.isReleased) return fail('CARD-REMOVED', 'the card was released')
    const selected = await this.#select()
    if (!selected.ok) return selected
    const header = change === 'changeReferenceData' ? { cla: 0x00, ins: 0x24, p1: 0x01 } : { cla: 0x80, ins: 0x32, p1: 0x00 }
    const response = await this.#sendSecretAt(header, pin)
    if (!response.ok) return fail('PIN-CHANGE-UNCERTAIN', response.failure.code)
    const word = response.value.statusWord
    if (word === statusWord.success) return ok()
    return refusalsOfChange.has(statusMeaning(word).kind) ? refused('CHANGE', fileId, word) : fail('PIN-CHANGE-UNCERTAIN', refused('CHANGE', fileId, word).failure.detail)
  }

  async #sendSecret(header: Pick<CommandApdu, 'cla' | 'ins' | 'p1'>, secret: Uint8Array): Promise<Result<ResponseApdu>> {
    const selected = await this.#select()
    return selected.ok ? this.#sendSecretAt(header, secret) : selected
  }

  #sendSecretAt(header: Pick<CommandApdu, 'cla' | 'ins' | 'p1'>, secret: Uint8Array): Promise<Result<ResponseApdu>> {
    this.#left = undefined
    return this.#session.sendSecret({ ...header, p2: this.#reference(), data: secret })
  }

  #select(): Promise<Result<void>> {
    return this.#addressing === 'selected' ? this.#session.selectFile(this.#place.fileId) : Promise.resolve(ok())
  }

  async #query(): Promise<Result<number | null>> {
    const { fileId } = this.#place
    if (this.#addressing === 'identifier') {
      const response = await this.#ask()
      if (!response.ok) return response
      if (!refusesShortIdentifier(response.value.statusWord)) return this.#triesIn(response.value)
    }
    const selected = await this.#session.trySelectFile(fileId)
    if (!selected.ok) return selected
    if (selected.value === statusWord.fileNotFound) return ok(null)
    if (selected.value !== statusWord.success) return refused('SELECT', fileId, selected.value)
    this.#addressing = 'selected'
    const response = await this.#ask()
    return response.ok ? this.#triesIn(response.value) : response
  }

  #triesIn({ statusWord: word }: ResponseApdu): Result<number | null> {
    const meaning = statusMeaning(word)
    if (meaning.kind === 'triesLeft') return ok(Math.min(meaning.tries, this.#place.max))
    if (meaning.kind === 'fileNotFound') return ok(null)
    return isBlocked(meaning.kind) ? ok(0) : refused('VERIFY query', this.#place.fileId, word)
  }

  #ask(): Promise<Result<ResponseApdu>> {
    return this.#session.send({ cla: 0x00, ins: 0x20, p1: 0x00, p2: this.#reference() })
  }

  #reference(): number {
    return this.#addressing === 'identifier' ? 0x80 | (this.#place.fileId & 0x1f) : 0x80
  }
}

/** 6984 is what the card was seen to answer, 6983 is what ISO 7816-4 says: both mean blocked (reference card.md §10.1). */
function isBlocked(kind: string): boolean {
  return kind === 'keyBlocked' || kind === 'authenticationMethodBlocked'
}
