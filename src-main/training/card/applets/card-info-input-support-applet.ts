import { createHash } from 'node:crypto'
import { statusWord } from '../../../card/codec/status-word.ts'
import { once, type Applet, type ElementaryFile } from '../chip/file-system.ts'
import { lazyRsaPair } from '../chip/rsa.ts'
import { encodeTlv, padFile, type LengthForm } from '../chip/tlv-encoder.ts'
import { ascii, chipDate, verificationNumberB, type CardHolder } from './card-holder.ts'
import { issuerKeyId, issuerSignature, publicKeyObjects, signerCertificate } from './face-issuer.ts'
import type { PinContents } from './jpki-applet.ts'

export interface InputSupportContents {
  readonly holder: CardHolder
  readonly pin: PinContents
  /** How the outer length of EF 0002 is written. */
  readonly lengthForm: LengthForm
}

const key = { pin: 0x11, blocked: 0x12, signing: 0x13, numberA: 0x14, numberB: 0x15 } as const
const verificationNumberTries = 10
/** EF 0001 is as long as its object and two bytes of filler, and its digest takes the filler in (reference card.md §5.1). */
const individualNumberFileSize = 17
/** Not documented; larger than any content that the training cards hold. */
const basicAttributesFileSize = 512

/** 券面事項入力補助AP (reference card.md §2.2, §5.1). */
export function cardInfoInputSupportApplet({ holder, pin, lengthForm }: InputSupportContents): Applet {
  const signingKey = lazyRsaPair()
  const sessionKey = lazyRsaPair()
  const individualNumber = padFile(encodeTlv(0xff10, ascii(holder.individualNumber)), individualNumberFileSize)
  const attributes = basicAttributes(holder, lengthForm)
  const anyKey = { anyOf: [key.pin, key.numberA, key.numberB] }
  const content = (id: number, read: 'free' | { readonly anyOf: readonly number[] }, make: () => Uint8Array): ElementaryFile => ({
    kind: 'transparent',
    id,
    read,
    content: once(make),
  })
  const files: ElementaryFile[] = [
    content(0x01, { anyOf: [key.pin, key.numberA] }, () => individualNumber),
    content(0x02, { anyOf: [key.pin, key.numberB] }, () => padFile(attributes.file, basicAttributesFileSize)),
    content(0x03, anyKey, () => digests(individualNumber, attributes.signedPart)),
    content(0x04, 'free', signerCertificate),
    content(0x05, 'free', appletInfo),
    content(0x06, anyKey, () => encodeTlv(0xa1, publicKeyObjects(sessionKey()))),
    content(0x07, anyKey, () => {
      const publicKey = encodeTlv(0xdf51, publicKeyObjects(signingKey()))
      return encodeTlv(0xff50, Buffer.concat([publicKey, encodeTlv(0xdf52, issuerSignature(publicKey))]))
    }),
    content(0x08, 'free', () => padFile(new Uint8Array(0), 16)),
    { kind: 'secret', id: key.pin, triesMax: 3, change: 'changeReferenceData', ...pin },
    { kind: 'secret', id: key.blocked, triesMax: 1, triesLeft: 0, change: 'none', value: new Uint8Array(16) },
    { kind: 'privateKey', id: key.signing, use: 'free', key: () => signingKey().privateKey },
    { kind: 'secret', id: key.numberA, triesMax: verificationNumberTries, change: 'none', value: ascii(holder.individualNumber) },
    { kind: 'secret', id: key.numberB, triesMax: verificationNumberTries, change: 'none', value: ascii(verificationNumberB(holder)) },
  ]
  return {
    name: 'INPUT-SUPPORT',
    aid: Buffer.from('D3921000310001010408', 'hex'),
    files,
    defaultKey: key.signing,
    sessionKeyRefusal: statusWord.securityEnvironmentFaulty,
  }
}

/** EF 0002, and the part that its digest covers: from the name to the end, without the offset table. */
function basicAttributes(holder: CardHolder, lengthForm: LengthForm): { readonly file: Uint8Array; readonly signedPart: Uint8Array } {
  const objects = [
    encodeTlv(0xdf22, Buffer.from(holder.name, 'utf8'), lengthForm),
    encodeTlv(0xdf23, Buffer.from(holder.address, 'utf8'), lengthForm),
    encodeTlv(0xdf24, chipDate(holder.birthDate), lengthForm),
    encodeTlv(0xdf25, ascii(holder.sex), lengthForm),
  ]
  const signedPart = Buffer.concat(objects)
  const table = new Uint8Array(8)
  const wrap = (): Uint8Array => encodeTlv(0xff20, Buffer.concat([encodeTlv(0xdf21, table, lengthForm), signedPart]), lengthForm)
  // The offsets count from the start of the file, so they depend on the length of the header in front of them.
  let at = wrap().length - signedPart.length
  for (const [index, object] of objects.entries()) {
    new DataView(table.buffer).setUint16(index * 2, at)
    at += object.length
  }
  return { file: wrap(), signedPart }
}

/** EF 0003, 336 bytes. */
function digests(individualNumber: Uint8Array, basicAttributesPart: Uint8Array): Uint8Array {
  const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()
  const both = Buffer.concat([encodeTlv(0xdf31, sha256(individualNumber)), encodeTlv(0xdf32, sha256(basicAttributesPart))])
  return encodeTlv(0xff30, Buffer.concat([both, encodeTlv(0xdf33, issuerSignature(both))]))
}

/** EF 0005 as it was seen, with its lengths of two bytes where one would do: 164 bytes. */
function appletInfo(): Uint8Array {
  const vendor = padFile(new Uint8Array(32), 128)
  const objects = [encodeTlv(0xdf41, Uint8Array.of(0x01, 0x03, 0x0e, 0x01)), encodeTlv(0xdf42, issuerKeyId()), encodeTlv(0xdf43, vendor, 'twoBytes')]
  return encodeTlv(0xff40, Buffer.concat(objects), 'twoBytes')
}
