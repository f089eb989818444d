import { fail, ok, type Result } from '../../failures/result.ts'
import type { ResponseApdu } from '../codec/response-apdu.ts'
import { refusesShortIdentifier, statusMeaning } from '../codec/status-word.ts'
import type { PinTries } from '../individual-number-card.ts'
import { refused, type CardSession } from './card-session.ts'

/**
 * A PIN of the current applet. Knows the tries left without asking again: the query never says 9000, so the
 * card itself does not tell whether a PIN is verified (reference card.md §3).
 */
export class PinKey {
  readonly #session: CardSession
  readonly #fileId: number
  readonly #max: number
  #left: number | null = null
  /** How the card lets itself be asked: by short EF identifier, or only for the selected file. */
  #addressing: 'identifier' | 'selected' = 'identifier'

  constructor(session: CardSession, fileId: number, max: number) {
    this.#session = session
    this.#fileId = fileId
    this.#max = max
  }

  /** Costs no try, and no command once known. */
  async tries(): Promise<Result<PinTries>> {
    if (this.#left === null) {
      const asked = await this.#query()
      if (!asked.ok) return asked
      this.#left = asked.value
    }
    return ok({ left: this.#left, max: this.#max })
  }

  /**
   * VERIFY, sent once whatever the answer. Asks for the tries first if they are not known, so that a blocked
   * PIN is not sent at all. Failures: PIN-WRONG, PIN-BLOCKED, CARD-REFUSED.
   */
  async verify(pin: Uint8Array): Promise<Result<void>> {
    const tries = await this.tries()
    if (!tries.ok) return tries
    if (tries.value.left === 0) return fail('PIN-BLOCKED')
    if (this.#addressing === 'selected') {
      const selected = await this.#session.selectFile(this.#fileId)
      if (!selected.ok) return selected
    }
    this.#left = null
    const response = await this.#session.sendSecret({ cla: 0x00, ins: 0x20, p1: 0x00, p2: this.#reference(), data: pin })
    if (!response.ok) return response
    const meaning = statusMeaning(response.value.statusWord)
    if (meaning.kind === 'success') {
      this.#left = this.#max
      return ok()
    }
    if (meaning.kind === 'triesLeft') {
      this.#left = Math.min(meaning.tries, this.#max)
      return this.#left === 0 ? fail('PIN-BLOCKED') : fail('PIN-WRONG')
    }
    if (isBlocked(meaning.kind)) {
      this.#left = 0
      return fail('PIN-BLOCKED')
    }
    return refused('VERIFY', this.#fileId, response.value.statusWord)
  }

  async #query(): Promise<Result<number>> {
    let response = await this.#ask()
    if (response.ok && this.#addressing === 'identifier' && refusesShortIdentifier(response.value.statusWord)) {
      const selected = await this.#session.selectFile(this.#fileId)
      if (!selected.ok) return selected
      this.#addressing = 'selected'
      response = await this.#ask()
    }
    if (!response.ok) return response
    const meaning = statusMeaning(response.value.statusWord)
    if (meaning.kind === 'triesLeft') return ok(Math.min(meaning.tries, this.#max))
    return isBlocked(meaning.kind) ? ok(0) : refused('VERIFY query', this.#fileId, response.value.statusWord)
  }

  #ask(): Promise<Result<ResponseApdu>> {
    return this.#session.send({ cla: 0x00, ins: 0x20, p1: 0x00, p2: this.#reference() })
  }

  #reference(): number {
    return this.#addressing === 'identifier' ? 0x80 | (this.#fileId & 0x1f) : 0x80
  }
}

/** 6984 is what the card was seen to answer, 6983 is what ISO 7816-4 says: both mean blocked (reference card.md §10.1). */
function isBlocked(kind: string): boolean {
  return kind === 'keyBlocked' || kind === 'authenticationMethodBlocked'
}

/** Four ASCII digits: 利用者証明用, 券面事項入力補助用 and 住民基本台帳用 (reference card.md §4). Failure: PIN-FORMAT. */
export function checkFourDigits(pin: Uint8Array): Result<void> {
  return pin.length === 4 && pin.every((byte) => byte >= 0x30 && byte <= 0x39) ? ok() : fail('PIN-FORMAT')
}
