import { encodeTlv } from '../chip/tlv-encoder.ts'
import { ascii, chipDate, type CardHolder } from './card-holder.ts'

/** Record 1 of EF 0001 of 共通カードAP: 製造番号, municipality, expiry of the card (reference card.md §2.4). */
export const cardIdentityRecord = ({ cardSerial, municipalityCode, expiry }: Pick<CardHolder, 'cardSerial' | 'municipalityCode' | 'expiry'>): Uint8Array =>
  encodeTlv(0x01, Buffer.concat([ascii(cardSerial), ascii(municipalityCode), chipDate(expiry)]))
