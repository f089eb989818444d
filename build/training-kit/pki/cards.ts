import type { SignatureAttributes } from './training-profile.ts'

/** What is special about a card's certificate; everything else is the same for all. */
export type CertificateKind = 'good' | 'expired' | 'notYetValid' | 'revoked' | 'otherIssuer'

export interface CardSpec {
  readonly profile: string
  /** 宛名番号 in the sample municipality, or null where no resident is linked to the card. */
  readonly residentId: string | null
  readonly kind: CertificateKind
  /** Profile whose certificate this card carries: the same person's card in another temper, or a forgery. */
  readonly sameCertificateAs?: string
  /** The card signs with a key that doesn't belong to its certificate. */
  readonly foreignKey?: true
  /** 署名用電子証明書, where the card has one. */
  readonly signature?: SignatureAttributes
}

const good = (profile: string, residentId: string | null): CardSpec => ({ profile, residentId, kind: 'good' })

/**
 * Cards that carry a 利用者証明用電子証明書. Profiles without one (no-certificate, old-juki, phone, foreign-card, garbage)
 * are not here. New cards go to the end: serial numbers follow the order.
 */
export const cards: readonly CardSpec[] = [
  {
    ...good('adult', '10000102'),
    signature: { name: '見本　花子', birth: '319870715', sex: '2', address: '架空県見本市中央一丁目２番３号' },
  },
  {
    ...good('head-of-four', '10000101'),
    signature: { name: '見本　太郎', birth: '319850403', sex: '1', address: '架空県見本市中央一丁目２番３号' },
  },
  good('eight', '10000201'),
  good('single', '10000301'),
  good('foreign', '10000401'),
  good('special-permanent', '10000501'),
  good('mixed', '10000601'),
  good('former-surname', '10000701'),
  good('gaiji', '10000801'),
  good('long-name', '10000901'),
  good('support-measures', '10001001'),
  good('under-15', '10001103'),
  good('moving-out', '10001201'),
  good('deceased', '10001301'),
  good('character-pending', '10001401'),
  good('centenarian', '10001501'),
  good('four-generations', '10001601'),
  good('unknown-birthday', '10001701'),
  { profile: 'expired', residentId: '10001801', kind: 'expired' },
  { profile: 'revoked', residentId: '10001901', kind: 'revoked' },
  { profile: 'not-yet-valid', residentId: '10002001', kind: 'notYetValid' },
  { profile: 'untrusted', residentId: '10002101', kind: 'otherIssuer' },
  good('pin-blocked', '10002201'),
  good('last-try', '10002301'),
  good('no-record', null),
  good('over-length', '10002501'),
  good('incomplete', '10002601'),
  good('mute', null),
  { ...good('non-minimal', '10000101'), sameCertificateAs: 'head-of-four' },
  { ...good('slow', '10000301'), sameCertificateAs: 'single' },
  { ...good('vanishing', '10000301'), sameCertificateAs: 'single' },
  { ...good('forged', '10000102'), sameCertificateAs: 'adult', foreignKey: true },
  good('missing-glyph', '10005001'),
]

/** Municipality part of the opaque subject name (personas: a code that no municipality has). */
export const municipalityCode = '99999'
