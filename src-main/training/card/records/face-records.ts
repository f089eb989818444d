import type { KeyObject } from 'node:crypto'
import { readTlvs } from '../../../card/codec/tlv.ts'
import { encodeTlv, type LengthForm } from '../chip/tlv-encoder.ts'
import { ascii, chipDate } from './card-holder.ts'
import { faceSignature, publicKeyObjects, recordSignature, type RecordSigner } from './record-signer.ts'
import { withOffsets } from './text-records.ts'

/** Pictures of a card: PNG of 1 bit, the photo JPEG 2000 (JP2, greyscale) (reference card.md §5.2). */
export interface CardPictures {
  readonly name: Uint8Array
  readonly address: Uint8Array
  readonly photo: Uint8Array
  /** 24 x 12 pixels. */
  readonly securityCode: Uint8Array
  /** 72 x 12 pixels. */
  readonly individualNumber: Uint8Array
}

/** EF 0001 of 券面事項確認AP, 547 bytes: birth date and the card's key, signed as the two objects. */
export function birthDateRecord(signer: RecordSigner, birthDate: string, cardKey: KeyObject): Uint8Array {
  const signed = Buffer.concat([encodeTlv(0xdf11, chipDate(birthDate)), encodeTlv(0xdf12, publicKeyObjects(cardKey))])
  return encodeTlv(0xff10, Buffer.concat([signed, encodeTlv(0xdf13, recordSignature(signer.key, signed))]))
}

export interface FaceValues {
  readonly birthDate: string
  readonly sex: string
  readonly expiry: string
}

export type FacePictures = Omit<CardPictures, 'individualNumber'>

/** EF 0002 of 券面事項確認AP without filler: the printed face. The signed parts are the objects as they stand in the file. */
export function faceRecord(signer: RecordSigner, values: FaceValues, pictures: FacePictures, cardKey: KeyObject, lengthForm: LengthForm): Uint8Array {
  return faceOf(signer, values, pictures, publicKeyObjects(cardKey), lengthForm)
}

function faceOf(signer: RecordSigner, values: FaceValues, pictures: FacePictures, cardKey: Uint8Array, lengthForm: LengthForm): Uint8Array {
  const object = (tag: number, value: Uint8Array): Uint8Array => encodeTlv(tag, value, lengthForm)
  const person = [object(0xdf22, chipDate(values.birthDate)), object(0xdf23, ascii(values.sex)), object(0xdf24, cardKey)]
  const texts = [object(0xdf25, pictures.name), object(0xdf26, pictures.address)]
  const photo = object(0xdf27, pictures.photo)
  const signature = faceSignature(signer.key, [Buffer.concat(person), Buffer.concat(texts), photo])
  const unsigned = [object(0xdf29, chipDate(values.expiry)), object(0xdf2a, pictures.securityCode)]
  return withOffsets(0xff20, [...person, ...texts, photo, object(0xdf28, signature), ...unsigned], lengthForm)
}

/** The face of a card with other values and pictures of text, signed anew; photo, card key, expiry and security code stay. Null: not a face record. */
export function rewrittenFace(signer: RecordSigner, file: Uint8Array, values: Omit<FaceValues, 'expiry'>, pictures: Pick<FacePictures, 'name' | 'address'>): Uint8Array | null {
  const outer = readTlvs(file)
  const record = outer.ok ? outer.value.find(({ tag }) => tag === 0xff20) : undefined
  const members = record === undefined ? null : readTlvs(record.value)
  if (members?.ok !== true) return null
  const value = (tag: number): Uint8Array | undefined => members.value.find((member) => member.tag === tag)?.value
  const [cardKey, photo, expiry, securityCode] = [value(0xdf24), value(0xdf27), value(0xdf29), value(0xdf2a)]
  if (cardKey === undefined || photo === undefined || expiry === undefined || securityCode === undefined) return null
  return faceOf(signer, { ...values, expiry: Buffer.from(expiry).toString('ascii') }, { ...pictures, photo, securityCode }, cardKey, 'minimal')
}

/** EF 0005 of 券面事項確認AP: the My Number as a picture. */
export function individualNumberRecord(signer: RecordSigner, picture: Uint8Array, cardKey: KeyObject): Uint8Array {
  const signed = Buffer.concat([encodeTlv(0xdf41, picture), encodeTlv(0xdf42, publicKeyObjects(cardKey))])
  return encodeTlv(0xff40, Buffer.concat([signed, encodeTlv(0xdf43, recordSignature(signer.key, signed))]))
}
