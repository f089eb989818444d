import type { CardConnection } from '../card/card-reader.ts'
import type { Result } from '../failures/result.ts'

/** The four secrets of the card that a holder sets (reference counter-procedures §B.1). */
export const pinKinds = ['userAuthentication', 'signature', 'inputSupport', 'residentRegister'] as const
export type PinKind = (typeof pinKinds)[number]

/** 利用者証明用電子証明書, 署名用電子証明書. */
export const certificateKinds = ['userAuthentication', 'signature'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** What the holder's record says now, for the chip's own copies (券面事項). */
export interface CardRecord {
  readonly name: string
  readonly address: string
  /** ISO 8601 calendar date. */
  readonly birthDate: string
  /** ISO/IEC 5218 as the chip stores it. */
  readonly sex: '0' | '1' | '2' | '9'
}

/** New secrets as ASCII bytes. Whoever made the buffer zeroes it when the order is done. */
export type NewPins = Partial<Readonly<Record<PinKind, Uint8Array>>>

/**
 * An order to the issuer's terminal. The same `orderId` given twice is the same order: a repeat after a lost
 * answer does nothing twice.
 */
export type IssuerOrder = { readonly orderId: string } & (
  | { /** 暗証番号の初期化・再設定: unlocks and sets. */ readonly kind: 'resetPins'; readonly pins: NewPins }
  | {
      /** 電子証明書の発行・更新: new keys in the chip, new certificates; those replaced are revoked as superseded. */
      readonly kind: 'issueCertificates'
      readonly certificates: readonly CertificateKind[]
      readonly record: CardRecord
      /** PINs set together with a certificate that had none; when a card is delivered, all of them. */
      readonly pins: NewPins
    }
  | { /** 一時停止: no card is at hand. */ readonly kind: 'suspend'; readonly serials: readonly CertificateSerial[] }
  | { /** 一時停止解除: the card works again; certificates on hold stay revoked and are issued anew (§C, §G.4). */ readonly kind: 'release' }
  | { /** 券面事項更新: the chip's copies of name and address; 署名用 is revoked as affiliationChanged. */ readonly kind: 'updateRecord'; readonly record: CardRecord }
  | { /** 継続利用 after moving in. */ readonly kind: 'continueUse'; readonly municipalityCode: string; readonly record: CardRecord }
  | { /** 返納: certificates revoked as cessationOfOperation, all secrets blocked. */ readonly kind: 'returnCard' }
  | { /** 顔認証マイナンバーカード: no PINs, no 署名用 (§B.6). */ readonly kind: 'switchToFaceAuthentication' }
)
export type IssuerWork = IssuerOrder['kind']

export interface CertificateSerial {
  readonly certificate: CertificateKind
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array
  /** Lower-case hex without leading zeros of the positive serial number. */
  readonly serial: string
}

export interface IssuerReceipt {
  readonly orderId: string
  readonly at: Date
  /** Certificates now in the chip because of this order. */
  readonly issued: readonly (CertificateSerial & { readonly notAfter: Date })[]
  /** Certificates no longer valid because of this order. */
  readonly revoked: readonly CertificateSerial[]
}

/** The card during an order: raw commands, nobody else's in between. */
export type IssuerCardChannel = Pick<CardConnection, 'transmit'>

/**
 * Port: work on a card that only the issuer's terminal (統合端末) may do; the chip has no public command for it
 * (reference card.md §3 "Unblock"). Failures: ISSUER-NOT-CONFIGURED (also when it can't do this work),
 * ISSUER-REFUSED (its detail says why, nothing was changed), ISSUER-UNREACHABLE (nothing was changed),
 * ISSUER-UNCERTAIN (it may have been done: repeat with the same orderId), CARD-*.
 */
export interface IssuerTerminal {
  /** Empty when none is configured. */
  readonly work: ReadonlySet<IssuerWork>
  /** `card` is null for orders that need none (suspend). */
  perform(order: IssuerOrder, card: IssuerCardChannel | null): Promise<Result<IssuerReceipt>>
}
