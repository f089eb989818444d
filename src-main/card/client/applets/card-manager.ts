import { ok, type Result } from '../../../failures/result.ts'
import type { ChipDetails } from '../../card-contents.ts'
import { statusWord } from '../../codec/status-word.ts'
import { enterApplet } from '../session/applet.ts'
import type { CardSession } from '../session/card-session.ts'

/** The GlobalPlatform issuer domain (reference card.md §1). */
const aid = Uint8Array.of(0xa0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00)
/** Small objects of GET DATA (reference card.md §3). */
const tags = [0x0042, 0x0045, 0x00f0, 0x00f2, 0x00f7] as const

export class CardManager {
  readonly #session: CardSession

  constructor(session: CardSession) {
    this.#session = session
  }

  /** GET DATA; an object that the card does not have or does not give is left out. Failure: CARD-REFUSED when there is no card manager. */
  async readObjects(): Promise<Result<ChipDetails['managerObjects']>> {
    const here = await enterApplet(this.#session, aid, 'card manager')
    if (!here.ok) return here
    const objects: Record<string, string> = {}
    for (const tag of tags) {
      const response = await this.#session.send({ cla: 0x00, ins: 0xca, p1: tag >> 8, p2: tag & 0xff, le: 256 })
      if (!response.ok) return response
      if (response.value.statusWord === statusWord.success) objects[tag.toString(16).toUpperCase().padStart(4, '0')] = Buffer.from(response.value.data).toString('hex')
    }
    return ok(objects)
  }
}
