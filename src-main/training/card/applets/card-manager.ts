import { statusWord } from '../../../card/codec/status-word.ts'
import type { Applet } from '../chip/file-system.ts'
import { ascii, chipDate, type CardHolder } from './card-holder.ts'
import { issuerKeyId } from './face-issuer.ts'

/** The GlobalPlatform issuer domain, selected at power-on, with the objects of GET DATA (reference card.md §1, §3). */
export function cardManager(holder: CardHolder | null): Applet {
  return {
    name: 'CARD-MANAGER',
    aid: Buffer.from('A0000001510000', 'hex'),
    files: [],
    dataObjects: new Map(
      holder === null
        ? []
        : [
            [0x0045, ascii(holder.cardSerial)],
            [0x00f0, ascii(holder.municipalityCode)],
            [0x00f2, chipDate(holder.expiry)],
            [0x00f7, issuerKeyId()],
          ],
    ),
    sessionKeyRefusal: statusWord.securityStatusNotSatisfied,
  }
}
