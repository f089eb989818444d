import { statusWord } from '../../../card/codec/status-word.ts'
import type { Applet, ElementaryFile } from '../chip/file-system.ts'
import { lazyRsaPair } from '../chip/rsa.ts'
import { encodeTlv } from '../chip/tlv-encoder.ts'
import { ascii, chipDate, type CardHolder } from './card-holder.ts'
import { issuerKeyId } from './face-issuer.ts'
import type { PinContents } from './jpki-applet.ts'

const internalAuthenticationKey = 0x19
const residentRegisterPinTries = 3

/** 共通カードAP, the identity verification area (本人確認業務領域; reference card.md §2.4). */
export function commonApplet(holder: CardHolder, residentRegisterPin: PinContents): Applet {
  const signingKey = lazyRsaPair()
  const identity = encodeTlv(0x01, Buffer.concat([ascii(holder.cardSerial), ascii(holder.municipalityCode), chipDate(holder.expiry)]))
  return {
    name: 'COMMON',
    aid: Buffer.from('D3921000310001010100', 'hex'),
    files: [
      { kind: 'record', id: 0x01, read: 'free', records: [identity] },
      keyIdentifierFile(),
      { kind: 'privateKey', id: internalAuthenticationKey, use: 'free', key: () => signingKey().privateKey },
      residentRegisterPinFile(residentRegisterPin),
    ],
    internalAuthenticationKey,
    sessionKeyRefusal: statusWord.securityEnvironmentFaulty,
  }
}

/** 住基AP: the same key identifier and a PIN of its own with the same value (reference card.md §2.5). */
export function residentRegisterApplet(residentRegisterPin: PinContents): Applet {
  return {
    name: 'RESIDENT-REGISTER',
    aid: Buffer.from('D3921000310001010401', 'hex'),
    files: [keyIdentifierFile(), residentRegisterPinFile(residentRegisterPin)],
    sessionKeyRefusal: statusWord.securityStatusNotSatisfied,
  }
}

function keyIdentifierFile(): ElementaryFile {
  return { kind: 'record', id: 0x02, read: 'free', records: [encodeTlv(0x01, issuerKeyId())] }
}

function residentRegisterPinFile(pin: PinContents): ElementaryFile {
  return { kind: 'secret', id: 0x1c, triesMax: residentRegisterPinTries, change: 'changeKey', ...pin }
}
