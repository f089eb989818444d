import type { Result } from '../../../failures/result.ts'
import { PinKey } from '../secrets/pin-key.ts'
import { enterApplet } from '../session/applet.ts'
import type { CardSession } from '../session/card-session.ts'
import { readFirstRecord } from '../session/record-reader.ts'
import { keyIdOf } from './common-applet.ts'

/** 住基AP (reference card.md §1, §2.5). */
const aid = Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01)
const keyIdFile = 0x0002

export class ResidentRegisterApplet {
  /** One of the two keys of 住民基本台帳用. */
  readonly pin: PinKey
  readonly #session: CardSession

  constructor(session: CardSession) {
    this.#session = session
    this.pin = new PinKey(session, { fileId: 0x001c, max: 3, change: 'changeKey', absent: 'CARD-FACE-ONLY' })
  }

  enter(): Promise<Result<void>> {
    return enterApplet(this.#session, aid, '住基AP')
  }

  /** Identifier of the issuer's key, hex; null when the applet gives none. */
  async readKeyId(): Promise<Result<string | null>> {
    const here = await this.enter()
    return here.ok ? keyIdOf(await readFirstRecord(this.#session, keyIdFile)) : here
  }
}
