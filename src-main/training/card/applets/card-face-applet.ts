import { statusWord } from '../../../card/codec/status-word.ts'
import { once, type Applet } from '../chip/file-system.ts'
import { lazyRsaPair } from '../chip/rsa.ts'
import { encodeTlv, padFile } from '../chip/tlv-encoder.ts'
import { ascii, chipDate, eraBirthDate, verificationNumberB, type CardHolder } from './card-holder.ts'
import { issuerKeyId, issuerSignature, publicKeyObjects, signerCertificate } from './face-issuer.ts'

const key = { birthDate: 0x11, numberB: 0x12, numberA: 0x13, signing: 0x1a } as const
const triesMax = 10

/**
 * 券面事項確認AP (reference card.md §2.3, §5.2): the birth-date record, the free files and the keys. Training
 * cards carry no pictures of name, address and face, so EF 0002 and 0005 do not exist on them.
 */
export function cardFaceApplet(holder: CardHolder): Applet {
  const signingKey = lazyRsaPair()
  return {
    name: 'CARD-FACE',
    aid: Buffer.from('D3921000310001010402', 'hex'),
    files: [
      {
        kind: 'transparent',
        id: 0x01,
        read: { anyOf: [key.birthDate] },
        content: once(() => {
          const signed = Buffer.concat([encodeTlv(0xdf11, chipDate(holder.birthDate)), encodeTlv(0xdf12, publicKeyObjects(signingKey()))])
          return encodeTlv(0xff10, Buffer.concat([signed, encodeTlv(0xdf13, issuerSignature(signed))]))
        }),
      },
      { kind: 'transparent', id: 0x03, read: 'free', content: () => appletInfo(holder) },
      { kind: 'transparent', id: 0x04, read: 'free', content: once(signerCertificate) },
      { kind: 'transparent', id: 0x06, read: { anyOf: [key.numberA, key.numberB] }, content: () => padFile(new Uint8Array(0), 16) },
      { kind: 'secret', id: key.birthDate, triesMax, change: 'none', value: ascii(eraBirthDate(holder)) },
      { kind: 'secret', id: key.numberB, triesMax, change: 'none', value: ascii(verificationNumberB(holder)) },
      { kind: 'secret', id: key.numberA, triesMax, change: 'none', value: ascii(holder.individualNumber) },
      { kind: 'privateKey', id: key.signing, use: 'free', key: () => signingKey().privateKey },
    ],
    defaultKey: key.signing,
    sessionKeyRefusal: statusWord.securityEnvironmentFaulty,
  }
}

/** EF 0003: version bytes as seen, key identifier, version, municipality, 16 bytes of identifier and 256 opaque ones. */
function appletInfo(holder: CardHolder): Uint8Array {
  return encodeTlv(
    0xff30,
    Buffer.concat([
      encodeTlv(0xdf31, Uint8Array.of(0x06, 0x03, 0x0e, 0x01)),
      encodeTlv(0xdf32, issuerKeyId()),
      encodeTlv(0xdf33, Uint8Array.of(0x01)),
      encodeTlv(0xdf34, ascii(holder.municipalityCode)),
      encodeTlv(0xdf35, padFile(issuerKeyId(), 272)),
    ]),
  )
}
