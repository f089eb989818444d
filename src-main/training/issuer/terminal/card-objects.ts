import type { CertificateKind, PinKind } from '../../../issuer/issuer-terminal.ts'
import { applets, type AppletName } from '../../card/issuing/protocol.ts'

/** Object of a training card as issuing/protocol.ts names it: applet, then file identifier or tag of GET DATA; 3 bytes. */
export type CardObject = Uint8Array

const object = (applet: AppletName, id: number): CardObject => Uint8Array.of(applets.indexOf(applet), id >> 8, id & 0xff)

/** Keys that a PIN is held in: 住民基本台帳用 is in two applets (reference card.md §2.4, §2.5). */
export const pinObjects: Readonly<Record<PinKind, readonly CardObject[]>> = {
  userAuthentication: [object('JPKI', 0x18)],
  signature: [object('JPKI', 0x1b)],
  inputSupport: [object('INPUT-SUPPORT', 0x11)],
  residentRegister: [object('COMMON', 0x1c), object('RESIDENT-REGISTER', 0x1c)],
}

/** Keys that open records by what is printed on the card: 照合番号A and B, birth date. */
export const printedSecrets: readonly CardObject[] = [
  object('INPUT-SUPPORT', 0x14),
  object('INPUT-SUPPORT', 0x15),
  object('CARD-FACE', 0x11),
  object('CARD-FACE', 0x12),
  object('CARD-FACE', 0x13),
]

interface CertificateObjects {
  readonly key: CardObject
  readonly certificate: CardObject
  readonly authority: CardObject
  /** Its byte in the file that says which certificates there are. */
  readonly presence: number
}

export const certificateObjects: Readonly<Record<CertificateKind, CertificateObjects>> = {
  userAuthentication: { key: object('JPKI', 0x17), certificate: object('JPKI', 0x0a), authority: object('JPKI', 0x0b), presence: 1 },
  signature: { key: object('JPKI', 0x1a), certificate: object('JPKI', 0x01), authority: object('JPKI', 0x02), presence: 0 },
}

/** EF 0008 of 公的個人認証AP, and what a byte of it says (reference card.md §2.1). */
export const presenceFile = object('JPKI', 0x08)
export const presence = { there: 0x8f, absent: 0x00 } as const

export const recordObjects = {
  individualNumber: object('INPUT-SUPPORT', 0x01),
  attributes: object('INPUT-SUPPORT', 0x02),
  digests: object('INPUT-SUPPORT', 0x03),
  face: object('CARD-FACE', 0x02),
} as const

/** Where the card says whose it is: record 1 of 共通カードAP, and the card manager's object. */
export const municipalityObjects = { record: object('COMMON', 0x01), code: object('CARD-MANAGER', 0x00f0) } as const
