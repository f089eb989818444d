import { checkNewPinFormat } from '../../../card/client/secrets/secret-formats.ts'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { certificateKinds, pinKinds, type CardRecord, type CertificateKind, type IssuerOrder, type NewPins } from '../../../issuer/issuer-terminal.ts'
import type { TrainingRevocationReason } from '../certificates/revocation-lists.ts'
import { ageAt, japaneseCalendarDay } from '../certificates/validity-period.ts'
import type { Register, RegisteredCard, RegisteredCertificate, RegisteredOrder } from '../register/register-schema.ts'
import { municipalities } from '../x509/training-profile.ts'

/** Under this age nobody gets a 署名用 certificate (reference counter-procedures §C). */
const ageOfSignature = 15
/** 全国地方公共団体コード without its check digit. */
const municipalityDigits = 5

/** An order that takes the card. */
export type CardOrder = Exclude<IssuerOrder, { readonly kind: 'suspend' }>

export interface OrderPlan {
  /** The card's entry afterwards, but for the certificates that are still to be made. */
  readonly after: RegisteredCard
  readonly revocations: RegisteredOrder['revocations']
}

const refuse = (why: string): Result<never> => fail('ISSUER-REFUSED', why)

const isRevoked = ({ revocations }: Register, kind: CertificateKind, { serial, generation }: RegisteredCertificate): boolean =>
  revocations.some((one) => one.hierarchy === kind && one.serial === serial && one.generation === generation)

/** A certificate of the card that is neither revoked nor over; null when there is none. */
export function validCertificate(register: Register, card: RegisteredCard, kind: CertificateKind, at: Date): RegisteredCertificate | null {
  const certificate = card[kind]
  if (certificate === null || isRevoked(register, kind, certificate)) return null
  return Date.parse(certificate.notAfter) < at.getTime() ? null : certificate
}

/** Revocations of what is still valid: a certificate is revoked once, and a hold is never lifted nor changed (§C). */
export const revocationsOf = (
  register: Register,
  card: RegisteredCard,
  kinds: readonly CertificateKind[],
  reason: TrainingRevocationReason,
  at: Date,
): RegisteredOrder['revocations'] =>
  kinds.flatMap((hierarchy) => {
    const valid = validCertificate(register, card, hierarchy, at)
    if (valid === null) return []
    const { serial, generation, municipalityCode } = valid
    return [{ hierarchy, generation, municipalityCode, serial, reason }]
  })

/**
 * Whether the issuer does this to the card, and what its books say then: a pure function of the books.
 * Failure: ISSUER-REFUSED with the reason.
 */
export function planOrder(order: CardOrder, register: Register, card: RegisteredCard, at: Date): Result<OrderPlan> {
  if (card.state === 'returned') return refuse('the card was returned')
  if (card.state === 'suspended' && order.kind !== 'release' && order.kind !== 'returnCard') return refuse('the card is suspended: it has to be released before')
  if (card.expiry < japaneseCalendarDay(at) && order.kind !== 'returnCard') return refuse('the card is no longer valid')
  const revoked = (kinds: readonly CertificateKind[], reason: TrainingRevocationReason): OrderPlan['revocations'] => revocationsOf(register, card, kinds, reason, at)
  switch (order.kind) {
    case 'resetPins': {
      const why = whyNotPins(order.pins, card) ?? (pinKinds.some((kind) => order.pins[kind] !== undefined) ? null : 'there is no PIN to set')
      return why === null ? ok({ after: card, revocations: [] }) : refuse(why)
    }
    case 'issueCertificates': {
      const why = whyNotCertificates(order.certificates, order.pins, card, at) ?? whyNotRecord(order.record, card) ?? whyNotPins(order.pins, card)
      return why === null ? ok({ after: card, revocations: revoked(order.certificates, 'superseded') }) : refuse(why)
    }
    case 'release':
      return card.state === 'suspended' ? ok({ after: { ...card, state: 'inUse' }, revocations: [] }) : refuse('the card is not suspended')
    case 'updateRecord': {
      const why = whyNotRecord(order.record, card)
      return why === null ? ok({ after: card, revocations: revoked(['signature'], 'affiliationChanged') }) : refuse(why)
    }
    case 'continueUse': {
      const why = whyNotRecord(order.record, card)
      if (why !== null) return refuse(why)
      const municipalityCode = order.municipalityCode.slice(0, municipalityDigits)
      if (municipalities[municipalityCode] === undefined) return refuse('no such municipality')
      return ok({ after: { ...card, municipalityCode }, revocations: revoked(['signature'], 'affiliationChanged') })
    }
    case 'returnCard':
      return ok({ after: { ...card, state: 'returned' }, revocations: revoked(certificateKinds, 'cessationOfOperation') })
    case 'switchToFaceAuthentication':
      if (card.faceAuthentication) return refuse('the card is one for face authentication already')
      // §B.6: such a card has to have a 利用者証明用 certificate.
      if (validCertificate(register, card, 'userAuthentication', at) === null) return refuse('the card has no valid 利用者証明用 certificate')
      return ok({ after: { ...card, faceAuthentication: true, signature: null }, revocations: revoked(['signature'], 'cessationOfOperation') })
  }
}

function whyNotPins(pins: NewPins, card: RegisteredCard): string | null {
  const given = pinKinds.flatMap((kind) => {
    const pin = pins[kind]
    return pin === undefined ? [] : [{ kind, pin }]
  })
  if (given.length > 0 && card.faceAuthentication) return 'a card for face authentication has no PINs'
  const wrong = given.find(({ kind, pin }) => !checkNewPinFormat(kind, pin).ok)
  return wrong === undefined ? null : `not a PIN of the kind ${wrong.kind}`
}

function whyNotCertificates(kinds: readonly CertificateKind[], pins: NewPins, card: RegisteredCard, at: Date): string | null {
  if (kinds.length === 0 || new Set(kinds).size !== kinds.length) return 'certificates to issue are named once each'
  if (kinds.includes('signature')) {
    if (card.faceAuthentication) return 'a card for face authentication has no 署名用 certificate'
    if (ageAt(card.birthDate, at) < ageOfSignature) return `no 署名用 certificate is issued under the age of ${ageOfSignature}`
  }
  const without = kinds.find((kind) => card[kind] === null && pins[kind] === undefined && !card.faceAuthentication)
  return without === undefined ? null : `the first certificate of the kind ${without} needs its PIN`
}

/** Birth date and 照合番号 are on the card for good: another one needs a new card. */
const whyNotRecord = ({ birthDate }: CardRecord, card: RegisteredCard): string | null =>
  birthDate === card.birthDate ? null : 'the birth date of the record is not the one of the card'
