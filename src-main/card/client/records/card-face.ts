import type { KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CardFace } from '../../card-contents.ts'
import { publicKeyOf, signedDigests } from './issuer-signature.ts'
import { checkPng } from './png-check.ts'
import type { RecordFields } from './record-fields.ts'

/** Files of 券面事項確認AP and their fields (reference card.md §5.2). */
export const faceTag = { face: 0xff20, birthDate: 0xff10, individualNumber: 0xff40, info: 0xff30, infoVersion: 0xdf31 } as const
const field = {
  birthDate: 0xdf22,
  sex: 0xdf23,
  cardKey: 0xdf24,
  name: 0xdf25,
  address: 0xdf26,
  photo: 0xdf27,
  signature: 0xdf28,
  expiry: 0xdf29,
  securityCode: 0xdf2a,
} as const
/** Fields of the two small records: value, the card's key, the issuer's signature over both. */
const small = { birthDate: [0xdf11, 0xdf12, 0xdf13], individualNumber: [0xdf41, 0xdf42, 0xdf43] } as const

/** Failure: CARD-MALFORMED, also for a picture that is no PNG of a size that fits the face. */
export function parseCardFace(record: RecordFields): Result<CardFace> {
  const birthDate = record.date(field.birthDate)
  if (!birthDate.ok) return birthDate
  const sex = record.code(field.sex)
  if (!sex.ok) return sex
  const expiry = record.date(field.expiry)
  if (!expiry.ok) return expiry
  const key = record.value(field.cardKey)
  if (!key.ok) return key
  const publicKey = publicKeyOf(key.value)
  if (!publicKey.ok) return publicKey
  const namePicture = png(record, field.name)
  if (!namePicture.ok) return namePicture
  const addressPicture = png(record, field.address)
  if (!addressPicture.ok) return addressPicture
  const securityCodePicture = png(record, field.securityCode)
  if (!securityCodePicture.ok) return securityCodePicture
  const photo = record.value(field.photo)
  if (!photo.ok) return photo
  return ok({
    birthDate: birthDate.value,
    sex: sex.value,
    expiry: expiry.value,
    namePicture: namePicture.value,
    addressPicture: addressPicture.value,
    photo: photo.value,
    securityCodePicture: securityCodePicture.value,
    publicKey: publicKey.value,
  })
}

/** One signature over three digests: the person and the card's key, the two pictures of text, the photo. Failures: CARD-SIGNATURE-WRONG, CARD-MALFORMED. */
export function checkFaceSignature(record: RecordFields, issuer: KeyObject): Result<void> {
  const parts: Uint8Array[] = []
  for (const tags of [[field.birthDate, field.sex, field.cardKey], [field.name, field.address], [field.photo]]) {
    const part = record.objects(...tags)
    if (!part.ok) return part
    parts.push(part.value)
  }
  const signature = record.value(field.signature)
  if (!signature.ok) return signature
  return signedDigests(issuer, parts, signature.value) ? ok() : fail('CARD-SIGNATURE-WRONG', 'card face')
}

/** Failures: CARD-SIGNATURE-WRONG, CARD-MALFORMED. */
export function checkSmallRecord(record: RecordFields, which: keyof typeof small, issuer: KeyObject): Result<void> {
  const [value, cardKey, signatureTag] = small[which]
  const signed = record.objects(value, cardKey)
  if (!signed.ok) return signed
  const signature = record.value(signatureTag)
  if (!signature.ok) return signature
  return signedDigests(issuer, [signed.value], signature.value) ? ok() : fail('CARD-SIGNATURE-WRONG', which === 'birthDate' ? 'birth date of the face' : 'number picture')
}

export const parseFaceBirthDate = (record: RecordFields): Result<string> => record.date(small.birthDate[0])
export const parseIndividualNumberPicture = (record: RecordFields): Result<Uint8Array> => png(record, small.individualNumber[0])

function png(record: RecordFields, tag: number): Result<Uint8Array> {
  const picture = record.value(tag)
  return picture.ok ? checkPng(picture.value) : picture
}
