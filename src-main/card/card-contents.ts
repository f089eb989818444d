import type { KeyObject } from 'node:crypto'

/** Basic four attributes (基本4情報) as text from 券面事項入力補助AP EF 0002. */
export interface BasicAttributes {
  readonly name: string
  readonly address: string
  /** Gregorian, ISO date. */
  readonly birthDate: string
  /** '1' male, '2' female, '9' not applicable, '0' unknown. */
  readonly sex: string
}

/** EF 0006 of JPKI-AP: CK_TOKEN_INFO of PKCS#11 (reference card.md §2.6). Texts are trimmed of their padding. */
export interface TokenInfo {
  readonly label: string
  readonly manufacturerId: string
  readonly model: string
  readonly serialNumber: string
  /** CKF_ flags. */
  readonly flags: number
  readonly pinLength: { readonly min: number; readonly max: number }
  readonly hardwareVersion: string
  readonly firmwareVersion: string
}

/** Record 1 of EF 0001 of 共通カードAP (reference card.md §2.4). */
export interface CardData {
  /** 製造番号, 15 digits. */
  readonly serial: string
  /** 全国地方公共団体コード without its check digit, 5 digits. */
  readonly municipalityCode: string
  /** Last day of validity of the card, ISO date. */
  readonly expiry: string
}

/** EF 0002 of 券面事項確認AP: the printed face as data and pictures (reference card.md §5.2). */
export interface CardFace {
  /** Gregorian, ISO date. */
  readonly birthDate: string
  /** As BasicAttributes.sex. */
  readonly sex: string
  /** Last day of validity of the card, ISO date. Not signed. */
  readonly expiry: string
  /** PNG, 1 bit. */
  readonly namePicture: Uint8Array
  /** PNG, 1 bit. */
  readonly addressPicture: Uint8Array
  /** JPEG 2000 (JP2), as the chip has it: see `decodeCardPhoto`. */
  readonly photo: Uint8Array
  /** PNG of the four digits printed on the face. Not signed. */
  readonly securityCodePicture: Uint8Array
  /** Of the card's own key, for a proof of presence without a PIN. */
  readonly publicKey: KeyObject
}

/** What tells one chip from another on the staff's screen; nothing of it is about the holder. */
export interface ChipDetails {
  /** Issuer key identifiers of 共通カードAP and 住基AP, hex; null where the applet has none. */
  readonly keyIds: { readonly common: string | null; readonly residentRegister: string | null }
  /** Objects of the card manager by tag, hex: 0042 issuer, 0045 card number, 00F0 municipality, 00F2 expiry, 00F7 key id (reference card.md §3). Absent ones are left out. */
  readonly managerObjects: Readonly<Record<string, string>>
}

/** `unchecked`: no key was given that the card's records could be checked with. A wrong signature is a failure, never a value. */
export type RecordSignature = 'valid' | 'unchecked'

export interface SignedRecord<T> {
  readonly value: T
  readonly signature: RecordSignature
}
