import type { KeyObject } from 'node:crypto'
import type { IndividualNumberPurpose } from '../../src-preload/contract/common.ts'
import type { Failure, Result } from '../failures/result.ts'
import type { CertificateKind, IssuerCardChannel, PinKind } from '../issuer/issuer-terminal.ts'
import type { BasicAttributes, CardData, CardFace, ChipDetails, SignedRecord, TokenInfo } from './card-contents.ts'

export type { BasicAttributes, CardData, CardFace, ChipDetails, RecordSignature, SignedRecord, TokenInfo } from './card-contents.ts'

/** Tries a PIN has left and how many it starts with. `left` 0: blocked. */
export interface PinTries {
  readonly left: number
  readonly max: number
}

/** What the card tells about its secrets and certificates without being given any secret. */
export interface CardOverview {
  /** Null: the card has no such PIN (a child's card has no 署名用, a 顔認証 card has none at all). For 住民基本台帳用 the key with fewer tries left counts. */
  readonly pins: Readonly<Record<PinKind, PinTries | null>>
  /** Certificates that are on the card (EF 0008 of JPKI-AP); says nothing about their validity. */
  readonly certificates: Readonly<Record<CertificateKind, boolean>>
  /**
   * It looks like a 顔認証マイナンバーカード: a 利用者証明用 certificate, no 署名用, and no PIN that could be used.
   * What such a chip says is not documented (reference card.md §10.14), so a card whose PINs are all locked looks the same.
   */
  readonly faceAuthenticationOnly: boolean
}

/** The two keys behind the one PIN 住民基本台帳用 (reference card.md §2.5): in 共通カードAP and in 住基AP. */
export const residentRegisterKeys = ['common', 'residentRegister'] as const
export type ResidentRegisterKey = (typeof residentRegisterKeys)[number]

/** Which value a key holds after a change that did not go through. */
export type HeldPin = 'old' | 'new' | 'unknown'

/**
 * PIN-CHANGE-UNCERTAIN: the answer to a CHANGE was lost, so a key may hold either value; only an explicit VERIFY of
 * what the holder enters after placing the card again tells which. PIN-PARTLY-CHANGED: the two keys of 住民基本台帳用
 * hold different values; `repairResidentRegisterPin` brings them together. `keys` is there for 住民基本台帳用 alone.
 */
export type PinChangeResult =
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly failure: Failure; readonly keys: Readonly<Record<ResidentRegisterKey, HeldPin>> | null }

/** Opens 券面事項入力補助AP: its PIN (all), 照合番号A (My Number alone), 照合番号B (basic four attributes alone). */
export interface InputSupportOpener {
  readonly by: 'pin' | 'verificationNumberA' | 'verificationNumberB'
  /** ASCII digits: 4, 12 or 14. The caller zeroes them. */
  readonly secret: Uint8Array
}

/** Opens 券面事項確認AP: 照合番号A (front and My Number picture) or 照合番号B (front). */
export interface CardFaceOpener {
  readonly by: 'verificationNumberA' | 'verificationNumberB'
  /** ASCII digits: 12 or 14. The caller zeroes them. */
  readonly secret: Uint8Array
}

/** A public key that the card's records are checked against, found by its identifier in the card's CV certificate (reference card.md §5.1). */
export interface RecordIssuerKey {
  /** 16 bytes: the identifier of the root, or of the signer that the card's CV certificate names. */
  readonly id: Uint8Array
  readonly key: KeyObject
}

/** Issuer keys to check with; none: the record's signature is left unchecked, and the answer says so. */
export type RecordIssuerKeys = readonly RecordIssuerKey[]

/**
 * Tells one card from another, for comparison by `sameCard` and nothing else. Both values can be read freely and so
 * be copied: this notices a mix-up, only a signature proves a card.
 */
export interface CardIdentity {
  /** Serial number of the JPKI token; outlives the renewal of certificates. */
  readonly token: string
  /** Start of the 利用者証明用 certificate with its issuer and serial number, hex; null when the card has none. */
  readonly certificate: string | null
}

export function sameCard(one: CardIdentity, other: CardIdentity): boolean {
  return one.token === other.token && one.certificate === other.certificate
}

/**
 * Port: an individual number card (個人番号カード) on the reader, held by one procedure.
 *
 * All methods may fail with the codes of CardConnection.transmit, CARD-MALFORMED or CARD-REFUSED. Methods that take
 * a secret check its format before the card is touched (PIN-FORMAT costs no try), ask for the tries left if they
 * are not known, send the secret once whatever the answer, and fail with PIN-WRONG or PIN-BLOCKED; `pinTries`
 * then tells what is left. The caller zeroes its buffer; every copy made here is zeroed here.
 *
 * A PIN stays verified until another applet is used: 利用者証明用 and 署名用 live in one applet, all others in one
 * of their own (reference card.md §3.2).
 */
export interface IndividualNumberCard {
  /** As EF 0006 of JPKI-AP has it; read when the card was opened. */
  readonly token: TokenInfo

  /** Two free reads, each time anew. Leaves the PINs of JPKI-AP verified when it was the applet in use. */
  identity(): Promise<Result<CardIdentity>>
  /** Tries of all PINs and the certificates there are. Costs no try; ends the verified state of all PINs. */
  overview(): Promise<Result<CardOverview>>
  /** 製造番号, municipality and expiry of the card from 共通カードAP. Ends the verified state of all PINs. */
  readCardData(): Promise<Result<CardData>>
  /** For the staff's screen. Ends the verified state of all PINs. */
  readChipDetails(): Promise<Result<ChipDetails>>

  /** The query costs no try. CARD-FACE-ONLY or (署名用) CARD-NO-CERTIFICATE when the card has no such PIN. */
  pinTries(kind: PinKind): Promise<Result<PinTries>>
  /** Of 照合番号A and B in 券面事項入力補助AP. */
  verificationNumberTries(): Promise<Result<Readonly<Record<'a' | 'b', PinTries>>>>
  /**
   * VERIFY. 署名用: 6 to 16 of A-Z and 0-9, which the caller has upper-cased; the others: 4 digits. 住民基本台帳用 is
   * verified on both keys: PIN-PARTLY-CHANGED when one took it and the other did not.
   */
  verifyPin(kind: PinKind, pin: Uint8Array): Promise<Result<void>>
  /** Verifies `oldPin`, then sets `newPin`, in one go. PIN-SAME-AS-OLD when they are equal; the rules of a good PIN are checked by the caller (pin-rules). */
  changePin(kind: PinKind, oldPin: Uint8Array, newPin: Uint8Array): Promise<PinChangeResult>
  /** Sets `newPin` on both keys of 住民基本台帳用 when they hold different values: `held` is what each holds now, as the holder says. */
  repairResidentRegisterPin(held: Readonly<Record<ResidentRegisterKey, Uint8Array>>, newPin: Uint8Array): Promise<PinChangeResult>

  /** X.509 DER, filler trimmed. 署名用 needs its verified PIN. CARD-NO-CERTIFICATE when the card carries none. */
  readCertificate(kind: CertificateKind): Promise<Result<Uint8Array>>
  /** Free to read. */
  readCaCertificate(kind: CertificateKind): Promise<Result<Uint8Array>>
  /** RSASSA-PKCS1-v1_5 with SHA-256 over `message`, 256 bytes. Needs the verified PIN of that kind. */
  sign(kind: CertificateKind, message: Uint8Array): Promise<Result<Uint8Array>>

  /** Basic four attributes (基本4情報), by PIN or 照合番号B. CARD-SIGNATURE-WRONG when a key fits and the signature does not. */
  readAttributes(opener: InputSupportOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<BasicAttributes>>>
  /**
   * 個人番号 as 12 ASCII digits, by PIN or 照合番号A, and only for a stated lawful purpose (番号法19条): the purpose is
   * what the caller audits. The caller zeroes the digits.
   */
  readIndividualNumber(opener: InputSupportOpener, purpose: IndividualNumberPurpose, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>>
  /** 券面 (front) with its pictures. Photo: `decodeCardPhoto`, for the clerk's eyes only. */
  readCardFace(opener: CardFaceOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<CardFace>>>
  /** Birth date alone, ISO, opened by the birth date itself: 6 ASCII digits, year of the era, month, day. */
  readCardFaceBirthDate(eraBirthDate: Uint8Array, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<string>>>
  /** Picture (PNG) of the 個人番号, by 照合番号A, for a stated lawful purpose. */
  readIndividualNumberPicture(verificationNumberA: Uint8Array, purpose: IndividualNumberPurpose, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>>

  /** Gives the issuer's terminal the card for itself; afterwards nothing that was known of applet, PINs and tries counts any more. */
  forIssuer<T>(work: (channel: IssuerCardChannel) => Promise<T>): Promise<T>

  /** The same as pinTries('userAuthentication'). */
  userAuthenticationPinTries(): Promise<Result<PinTries>>
  /** The same as verifyPin('userAuthentication', pin). */
  verifyUserAuthenticationPin(pin: Uint8Array): Promise<Result<void>>
  /** The same as readCertificate('userAuthentication'). */
  readUserAuthenticationCertificate(): Promise<Result<Uint8Array>>
  readUserAuthenticationCaCertificate(): Promise<Result<Uint8Array>>
  /** The same as sign('userAuthentication', message). */
  signWithUserAuthenticationKey(message: Uint8Array): Promise<Result<Uint8Array>>
  /** Basic four attributes by PIN, their signature unchecked. */
  readBasicAttributes(pin: Uint8Array): Promise<Result<BasicAttributes>>

  /** Ends use of the card and clears its security status. Never rejects. */
  release(): Promise<void>
}

/**
 * Opens the card in the reader: SELECT JPKI-AP, token information. With `expected`, the card that was there before
 * must be there again: CARD-SWAPPED when it is another one. Other failures besides those of the reader: CARD-FOREIGN, CARD-OLD-JUKI, CARD-PHONE.
 */
export type OpenCard = (expected?: CardIdentity) => Promise<Result<IndividualNumberCard>>
