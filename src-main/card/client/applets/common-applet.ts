import { ok, type Result } from '../../../failures/result.ts'
import type { CardData } from '../../card-contents.ts'
import { parseCardData } from '../records/card-data.ts'
import { PinKey } from '../secrets/pin-key.ts'
import { enterApplet } from '../session/applet.ts'
import type { CardSession } from '../session/card-session.ts'
import { readFirstRecord } from '../session/record-reader.ts'

/** 共通カードAP, 本人確認業務領域 (reference card.md §1, §2.4). */
const aid = Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00)
const file = { cardData: 0x0001, keyId: 0x0002 } as const

export class CommonApplet {
  /** One of the two keys of 住民基本台帳用. */
  readonly pin: PinKey
  readonly #session: CardSession

  constructor(session: CardSession) {
    this.#session = session
    this.pin = new PinKey(session, { fileId: 0x001c, max: 3, change: 'changeKey', absent: 'CARD-FACE-ONLY' })
  }

  enter(): Promise<Result<void>> {
    return enterApplet(this.#session, aid, '共通カードAP')
  }

  async readCardData(): Promise<Result<CardData>> {
    const here = await this.enter()
    if (!here.ok) return here
    const record = await readFirstRecord(this.#session, file.cardData)
    return record.ok ? parseCardData(record.value) : record
  }

  /** Identifier of the issuer's key, hex; null when the applet gives none. */
  async readKeyId(): Promise<Result<string | null>> {
    const here = await this.enter()
    return here.ok ? keyIdOf(await readFirstRecord(this.#session, file.keyId)) : here
  }
}

/** A card without the file, or with another one, is no broken card. */
export function keyIdOf(record: Result<Uint8Array>): Result<string | null> {
  if (record.ok) return ok(Buffer.from(record.value).toString('hex'))
  const isAbsent = record.failure.code === 'CARD-REFUSED' || record.failure.code === 'CARD-MALFORMED'
  return isAbsent ? ok(null) : record
}
