import type { Result } from '../failures/result.ts'

/** Tries a PIN has left and how many it starts with. */
export interface PinTries {
  readonly left: number
  readonly max: number
}

/** Basic four attributes (基本4情報) as text from 券面事項入力補助AP EF 0002. */
export interface BasicAttributes {
  readonly name: string
  readonly address: string
  /** Gregorian, ISO date. */
  readonly birthDate: string
  /** '1' male, '2' female, '9' not applicable, '0' unknown. */
  readonly sex: string
}

/**
 * Port: what the 証明書の窓口交付 needs of an individual number card (個人番号カード).
 * All methods may fail with the codes of CardConnection.transmit, CARD-MALFORMED or CARD-REFUSED.
 */
export interface IndividualNumberCard {
  /** 利用者証明用電子証明書 PIN (4 digits, 3 tries). The query costs no try. */
  userAuthenticationPinTries(): Promise<Result<PinTries>>
  /**
   * VERIFY. `pin` holds ASCII digits; the caller zeroes it afterwards. Format is checked before the card
   * is touched (PIN-FORMAT costs no try). Failures: PIN-WRONG, PIN-BLOCKED; triesLeft() then tells the rest.
   */
  verifyUserAuthenticationPin(pin: Uint8Array): Promise<Result<void>>
  /** X.509 DER, filler trimmed. CARD-NO-CERTIFICATE when the card carries none. */
  readUserAuthenticationCertificate(): Promise<Result<Uint8Array>>
  readUserAuthenticationCaCertificate(): Promise<Result<Uint8Array>>
  /** RSASSA-PKCS1-v1_5 with SHA-256 over `message`, 256 bytes. Needs the verified PIN. */
  signWithUserAuthenticationKey(message: Uint8Array): Promise<Result<Uint8Array>>
  /** 券面事項入力補助AP; needs its own 4-digit PIN. */
  readBasicAttributes(pin: Uint8Array): Promise<Result<BasicAttributes>>
  /** Ends use of the card and clears its security status. Never rejects. */
  release(): Promise<void>
}

/**
 * Opens the card in the reader: SELECT JPKI-AP, token label.
 * Failures besides those of the reader: CARD-FOREIGN, CARD-OLD-JUKI, CARD-PHONE.
 */
export type OpenCard = () => Promise<Result<IndividualNumberCard>>
