import { createPublicKey } from 'node:crypto'
import { statusWord } from '../../../card/codec/status-word.ts'
import { once } from '../../../once.ts'
import type { Applet } from '../chip/file-system.ts'
import { encodeTlv, padFile, type LengthForm } from '../chip/tlv-encoder.ts'
import { ascii, eraBirthDate, verificationNumberB, type CardHolder } from '../records/card-holder.ts'
import { birthDateRecord, faceRecord, individualNumberRecord, type CardPictures } from '../records/face-records.ts'
import type { RecordSigner } from '../records/record-signer.ts'
import type { ChipKeys } from './chip-keys.ts'

export interface CardFaceContents {
  readonly holder: CardHolder
  readonly signer: RecordSigner
  readonly keys: Pick<ChipKeys, 'cardFace'>
  /** Drawn when they are first read. */
  readonly pictures: () => CardPictures
  readonly lengthForm: LengthForm
}

const key = { birthDate: 0x11, numberB: 0x12, numberA: 0x13, signing: 0x1a } as const
const triesMax = 10
/** Not documented: larger than the face of any training card, and short enough for 15-bit offsets. */
const faceFileSize = 0x4000

/** 券面事項確認AP (reference card.md §2.3, §5.2). */
export function cardFaceApplet({ holder, signer, keys, pictures, lengthForm }: CardFaceContents): Applet {
  const cardKey = once(() => createPublicKey(keys.cardFace()))
  const front = { anyOf: [key.numberA, key.numberB] }
  return {
    name: 'CARD-FACE',
    aid: Buffer.from('D3921000310001010402', 'hex'),
    files: [
      { kind: 'transparent', id: 0x01, read: { anyOf: [key.birthDate] }, content: once(() => birthDateRecord(signer, holder.birthDate, cardKey())) },
      { kind: 'transparent', id: 0x02, read: front, content: once(() => padFile(faceRecord(signer, holder, pictures(), cardKey(), lengthForm), faceFileSize)) },
      { kind: 'transparent', id: 0x03, read: 'free', content: () => appletInfo(holder, signer) },
      { kind: 'transparent', id: 0x04, read: 'free', content: () => signer.certificate },
      { kind: 'transparent', id: 0x05, read: { anyOf: [key.numberA] }, content: once(() => individualNumberRecord(signer, pictures().individualNumber, cardKey())) },
      { kind: 'transparent', id: 0x06, read: front, content: () => padFile(new Uint8Array(0), 16) },
      { kind: 'secret', id: key.birthDate, triesMax, change: 'none', value: ascii(eraBirthDate(holder)) },
      { kind: 'secret', id: key.numberB, triesMax, change: 'none', value: ascii(verificationNumberB(holder)) },
      { kind: 'secret', id: key.numberA, triesMax, change: 'none', value: ascii(holder.individualNumber) },
      { kind: 'privateKey', id: key.signing, use: 'free', key: keys.cardFace },
    ],
    defaultKey: key.signing,
    sessionKeyRefusal: statusWord.securityEnvironmentFaulty,
  }
}

/** EF 0003: version bytes as seen, key identifier, version, municipality, 16 bytes of identifier and 256 opaque ones. */
function appletInfo(holder: CardHolder, { keyId }: RecordSigner): Uint8Array {
  return encodeTlv(
    0xff30,
    Buffer.concat([
      encodeTlv(0xdf31, Uint8Array.of(0x06, 0x03, 0x0e, 0x01)),
      encodeTlv(0xdf32, keyId),
      encodeTlv(0xdf33, Uint8Array.of(0x01)),
      encodeTlv(0xdf34, ascii(holder.municipalityCode)),
      encodeTlv(0xdf35, padFile(keyId, 272)),
    ]),
  )
}
