import { createHash, type KeyObject } from 'node:crypto'
import { encodeTlv, padFile, type LengthForm } from '../chip/tlv-encoder.ts'
import { ascii, chipDate } from './card-holder.ts'
import { publicKeyObjects, recordSignature, type RecordSigner } from './record-signer.ts'

/** EF 0001 is as long as its object and two bytes of filler, and its digest takes the filler in (reference card.md §5.1). */
const individualNumberFileSize = 17

export interface AttributeValues {
  readonly name: string
  readonly address: string
  /** ISO date. */
  readonly birthDate: string
  readonly sex: string
}

/** EF 0001 of 券面事項入力補助AP, 17 bytes. */
export const individualNumberFile = (individualNumber: string): Uint8Array => padFile(encodeTlv(0xff10, ascii(individualNumber)), individualNumberFileSize)

export interface AttributesFile {
  readonly file: Uint8Array
  /** What the digest covers: from the name to the end, without the offset table. */
  readonly signedPart: Uint8Array
}

/** EF 0002 of 券面事項入力補助AP without filler. */
export function attributesFile({ name, address, birthDate, sex }: AttributeValues, lengthForm: LengthForm): AttributesFile {
  const objects = [
    encodeTlv(0xdf22, Buffer.from(name, 'utf8'), lengthForm),
    encodeTlv(0xdf23, Buffer.from(address, 'utf8'), lengthForm),
    encodeTlv(0xdf24, chipDate(birthDate), lengthForm),
    encodeTlv(0xdf25, ascii(sex), lengthForm),
  ]
  return { file: withOffsets(0xff20, objects, lengthForm), signedPart: Buffer.concat(objects) }
}

/**
 * An object whose first member, DF21, points at the others: big-endian 16-bit offsets from the start of the file
 * (reference card.md §5.1, §5.2).
 */
export function withOffsets(tag: number, objects: readonly Uint8Array[], lengthForm: LengthForm): Uint8Array {
  const table = new Uint8Array(objects.length * 2)
  const wrap = (): Uint8Array => encodeTlv(tag, Buffer.concat([encodeTlv(0xdf21, table, lengthForm), ...objects]), lengthForm)
  // The offsets depend on the length of the header in front of them.
  let at = wrap().length - objects.reduce((sum, { length }) => sum + length, 0)
  for (const [index, object] of objects.entries()) {
    new DataView(table.buffer).setUint16(index * 2, at)
    at += object.length
  }
  return wrap()
}

/** EF 0003 of 券面事項入力補助AP, 336 bytes: digests of EF 0001 and 0002 and the issuer's signature over both objects. */
export function digestsFile(signer: RecordSigner, individualNumber: Uint8Array, signedAttributes: Uint8Array): Uint8Array {
  const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()
  const both = Buffer.concat([encodeTlv(0xdf31, sha256(individualNumber)), encodeTlv(0xdf32, sha256(signedAttributes))])
  return encodeTlv(0xff30, Buffer.concat([both, encodeTlv(0xdf33, recordSignature(signer.key, both))]))
}

/** EF 0007 of 券面事項入力補助AP: the card's own public key under the issuer's signature. */
export function cardKeyFile(signer: RecordSigner, cardKey: KeyObject): Uint8Array {
  const publicKey = encodeTlv(0xdf51, publicKeyObjects(cardKey))
  return encodeTlv(0xff50, Buffer.concat([publicKey, encodeTlv(0xdf52, recordSignature(signer.key, publicKey))]))
}
