import { statusWord } from '../../../card/codec/status-word.ts'
import type { Applet, ElementaryFile } from '../chip/file-system.ts'
import { encodeTlv } from '../chip/tlv-encoder.ts'
import type { CardHolder } from '../records/card-holder.ts'
import { cardIdentityRecord } from '../records/card-identity-record.ts'
import type { ChipKeys } from './chip-keys.ts'
import type { PinContents } from './jpki-applet.ts'

const internalAuthenticationKey = 0x19
const residentRegisterPinTries = 3

/** 共通カードAP, the identity verification area (本人確認業務領域; reference card.md §2.4). */
export function commonApplet(holder: CardHolder, residentRegisterPin: PinContents, keyId: Uint8Array, keys: Pick<ChipKeys, 'internalAuthentication'>): Applet {
  return {
    name: 'COMMON',
    aid: Buffer.from('D3921000310001010100', 'hex'),
    files: [
      { kind: 'record', id: 0x01, read: 'free', records: [cardIdentityRecord(holder)] },
      keyIdentifierFile(keyId),
      { kind: 'privateKey', id: internalAuthenticationKey, use: 'free', key: keys.internalAuthentication },
      residentRegisterPinFile(residentRegisterPin),
    ],
    internalAuthenticationKey,
    sessionKeyRefusal: statusWord.securityEnvironmentFaulty,
  }
}

/** 住基AP: the same key identifier and a PIN of its own with the same value (reference card.md §2.5). */
export function residentRegisterApplet(residentRegisterPin: PinContents, keyId: Uint8Array): Applet {
  return {
    name: 'RESIDENT-REGISTER',
    aid: Buffer.from('D3921000310001010401', 'hex'),
    files: [keyIdentifierFile(keyId), residentRegisterPinFile(residentRegisterPin)],
    sessionKeyRefusal: statusWord.securityStatusNotSatisfied,
  }
}

function keyIdentifierFile(keyId: Uint8Array): ElementaryFile {
  return { kind: 'record', id: 0x02, read: 'free', records: [encodeTlv(0x01, keyId)] }
}

function residentRegisterPinFile(pin: PinContents): ElementaryFile {
  return { kind: 'secret', id: 0x1c, triesMax: residentRegisterPinTries, change: 'changeKey', ...pin }
}
