import { statusWord } from '../../../card/codec/status-word.ts'
import type { Applet } from '../chip/file-system.ts'
import { encodeTlv } from '../chip/tlv-encoder.ts'
import { ascii, chipDate, type CardHolder } from '../records/card-holder.ts'
import type { RecordSigner } from '../records/record-signer.ts'

export interface CardManagerContents {
  readonly holder: CardHolder
  readonly signer: RecordSigner
  readonly atr: Uint8Array
}

/** The GlobalPlatform issuer domain, selected at power-on, with the objects of GET DATA (reference card.md §1, §3). */
export function cardManager(contents: CardManagerContents | null): Applet {
  return {
    name: 'CARD-MANAGER',
    aid: Buffer.from('A0000001510000', 'hex'),
    files: [],
    dataObjects: contents === null ? new Map() : dataObjects(contents),
    sessionKeyRefusal: statusWord.securityStatusNotSatisfied,
  }
}

const dataObjects = ({ holder, signer, atr }: CardManagerContents): ReadonlyMap<number, Uint8Array> =>
  new Map([
    [0x0042, encodeTlv(0x42, signer.keyId)],
    [0x0045, ascii(holder.cardSerial)],
    [0x0066, cardRecognitionData],
    [0x00f0, ascii(holder.municipalityCode)],
    [0x00f2, chipDate(holder.expiry)],
    [0x00f7, signer.keyId],
    [0x00f8, signer.certificate],
    // Without its first byte, TS.
    [0x5f51, atr.subarray(1)],
    [0x7f21, signer.certificate],
  ])

/** Card data of GlobalPlatform (tag 66, GlobalPlatform Card Specification 2.1.1 §H.2): card manager 2.1.1, no more. */
const cardRecognitionData = encodeTlv(
  0x66,
  encodeTlv(0x73, Buffer.concat([encodeTlv(0x06, Buffer.from('2a864886fc6b01', 'hex')), encodeTlv(0x60, encodeTlv(0x06, Buffer.from('2a864886fc6b02020101', 'hex')))])),
)
