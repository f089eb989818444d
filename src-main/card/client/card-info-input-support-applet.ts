import { fail, type Result } from '../../failures/result.ts'
import { formatStatusWord, statusWord } from '../codec/status-word.ts'
import type { BasicAttributes } from '../individual-number-card.ts'
import { basicAttributesLength, parseBasicAttributes } from './basic-attributes.ts'
import type { CardSession } from './card-session.ts'
import { readObject } from './file-reader.ts'
import { checkFourDigits, PinKey } from './pin-key.ts'

/** 券面事項入力補助AP (reference card.md §1, §2.2). */
const aid = Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08)
const file = { basicAttributes: 0x0002, pin: 0x0011 } as const
const pinTries = 3

export class CardInfoInputSupportApplet {
  readonly #session: CardSession
  readonly #pin: PinKey

  constructor(session: CardSession) {
    this.#session = session
    this.#pin = new PinKey(session, file.pin, pinTries)
  }

  /** Basic four attributes. Failures: PIN-FORMAT, PIN-WRONG, PIN-BLOCKED, CARD-MALFORMED, CARD-REFUSED. */
  async readBasicAttributes(pin: Uint8Array): Promise<Result<BasicAttributes>> {
    const format = checkFourDigits(pin)
    if (!format.ok) return format
    const selected = await this.#session.selectApplet(aid)
    if (!selected.ok) return selected
    if (selected.value !== statusWord.success) return fail('CARD-REFUSED', `SELECT 券面事項入力補助AP: ${formatStatusWord(selected.value)}`)
    const verified = await this.#pin.verify(pin)
    if (!verified.ok) return verified
    const content = await readObject(this.#session, file.basicAttributes, basicAttributesLength)
    if (!content.ok) return content
    return content.value.kind === 'absent' ? fail('CARD-MALFORMED', 'no basic attributes') : parseBasicAttributes(content.value.bytes)
  }
}
