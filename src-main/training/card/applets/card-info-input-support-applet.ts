import { createPublicKey } from 'node:crypto'
import { statusWord } from '../../../card/codec/status-word.ts'
import { once } from '../../../once.ts'
import type { Applet, ElementaryFile } from '../chip/file-system.ts'
import { encodeTlv, padFile, type LengthForm } from '../chip/tlv-encoder.ts'
import { ascii, verificationNumberB, type CardHolder } from '../records/card-holder.ts'
import { publicKeyObjects, type RecordSigner } from '../records/record-signer.ts'
import { attributesFile, cardKeyFile, digestsFile, individualNumberFile } from '../records/text-records.ts'
import type { ChipKeys } from './chip-keys.ts'
import type { PinContents } from './jpki-applet.ts'

export interface InputSupportContents {
  readonly holder: CardHolder
  readonly pin: PinContents
  readonly signer: RecordSigner
  readonly keys: Pick<ChipKeys, 'inputSupport' | 'secureMessaging'>
  /** How the outer length of EF 0002 is written. */
  readonly lengthForm: LengthForm
}

const key = { pin: 0x11, blocked: 0x12, signing: 0x13, numberA: 0x14, numberB: 0x15 } as const
const verificationNumberTries = 10
/** Not documented; larger than any content that the training cards hold. */
const basicAttributesFileSize = 512

/** 券面事項入力補助AP (reference card.md §2.2, §5.1). */
export function cardInfoInputSupportApplet({ holder, pin, signer, keys, lengthForm }: InputSupportContents): Applet {
  const individualNumber = individualNumberFile(holder.individualNumber)
  const attributes = attributesFile(holder, lengthForm)
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
    content(0x03, anyKey, () => digestsFile(signer, individualNumber, attributes.signedPart)),
    content(0x04, 'free', () => signer.certificate),
    content(0x05, 'free', () => appletInfo(signer)),
    content(0x06, anyKey, () => encodeTlv(0xa1, publicKeyObjects(createPublicKey(keys.secureMessaging())))),
    content(0x07, anyKey, () => cardKeyFile(signer, createPublicKey(keys.inputSupport()))),
    content(0x08, 'free', () => padFile(new Uint8Array(0), 16)),
    { kind: 'secret', id: key.pin, triesMax: 3, change: 'changeReferenceData', ...pin },
    { kind: 'secret', id: key.blocked, triesMax: 1, triesLeft: 0, change: 'none', value: new Uint8Array(16) },
    { kind: 'privateKey', id: key.signing, use: 'free', key: keys.inputSupport },
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

/** EF 0005 as it was seen, with its lengths of two bytes where one would do: 164 bytes. */
function appletInfo({ keyId }: RecordSigner): Uint8Array {
  const vendor = padFile(new Uint8Array(32), 128)
  const objects = [encodeTlv(0xdf41, Uint8Array.of(0x01, 0x03, 0x0e, 0x01)), encodeTlv(0xdf42, keyId), encodeTlv(0xdf43, vendor, 'twoBytes')]
  return encodeTlv(0xff40, Buffer.concat(objects), 'twoBytes')
}
