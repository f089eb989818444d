import type { CertificateKind, PinKind } from '../../../../src-preload/contract.ts'
import type { IssuerWork } from '../../../issuer/issuer-terminal.ts'
import type { CardWorkRules } from './rules-schema.ts'
import type { CaseSituation } from './situation.ts'

/** What will be done to the card, in order, and which PINs that takes. */
export interface WorkPlan {
  readonly works: readonly IssuerWork[]
  /** Certificates that are issued. */
  readonly certificates: readonly CertificateKind[]
  /** PINs that the holder must know. */
  readonly enter: readonly PinKind[]
  /** PINs that are set. */
  readonly choose: readonly PinKind[]
}

const before: Readonly<Record<CaseSituation['kind'], IssuerWork | null>> = {
  pinReset: 'resetPins',
  certificateIssue: null,
  certificateRenewal: null,
  suspension: 'suspend',
  // A hold is never lifted from a certificate (reference counter-procedures §C): new ones follow.
  suspensionRelease: 'release',
  recordUpdate: 'updateRecord',
  continuedUse: 'continueUse',
  cardReturn: 'returnCard',
  faceAuthenticationSwitch: 'switchToFaceAuthentication',
  cardDelivery: null,
}

/** Kinds in which certificates can be issued; for some of them only 署名用, which the change has ended. */
const issuable: Readonly<Record<CaseSituation['kind'], readonly CertificateKind[]>> = {
  pinReset: [],
  certificateIssue: ['userAuthentication', 'signature'],
  certificateRenewal: ['userAuthentication', 'signature'],
  suspension: [],
  suspensionRelease: ['userAuthentication', 'signature'],
  recordUpdate: ['signature'],
  continuedUse: ['signature'],
  cardReturn: [],
  faceAuthenticationSwitch: [],
  cardDelivery: ['userAuthentication', 'signature'],
}

/** Whether the chip has no certificate of that kind, and so no PIN for it. What it does not tell counts as there. */
function absent(certificate: CertificateKind, { card }: CaseSituation): boolean {
  if (card === null) return false
  return certificate === 'userAuthentication' ? card.userAuthentication === null : card.signature === false
}

const inOrder = <T>(all: readonly T[], chosen: readonly T[]): readonly T[] => all.filter((each) => chosen.includes(each))
const allPins: readonly PinKind[] = ['userAuthentication', 'signature', 'residentRegister', 'inputSupport']

/**
 * 交付: one order for everything, so that the chip takes the certificates and all PINs at once or none of them. Where the
 * chip has its certificates already, it is the PINs alone.
 */
function planDelivery(situation: CaseSituation): WorkPlan {
  const { facts, card } = situation
  const wanted = inOrder(issuable.cardDelivery, facts.certificates)
  const certificates = wanted.filter((each) => absent(each, situation))
  const works: readonly IssuerWork[] = [certificates.length > 0 ? 'issueCertificates' : 'resetPins']
  const pins: readonly PinKind[] = [...wanted, 'residentRegister', 'inputSupport']
  const choose = card?.faceAuthentication === true ? [] : inOrder(allPins, pins)
  return { works, certificates, enter: [], choose }
}

export function planWork(situation: CaseSituation, rules: CardWorkRules): WorkPlan {
  const { kind, facts, card } = situation
  if (kind === 'cardDelivery') return planDelivery(situation)
  const first = before[kind]
  const certificates = inOrder(issuable[kind], facts.certificates)
  const works: readonly IssuerWork[] = [...(first === null ? [] : [first]), ...(certificates.length > 0 ? ['issueCertificates' as const] : [])]
  // 顔認証マイナンバーカード: no PIN is asked for nor set (§B.6).
  if (card?.faceAuthentication === true) return { works, certificates, enter: [], choose: [] }
  if (kind === 'pinReset') {
    const enter: readonly PinKind[] = facts.reservation === null ? [] : [facts.reservation.otherPin]
    return { works, certificates, enter, choose: inOrder(allPins, facts.pins) }
  }
  const { always, ofCertificates } = rules.kinds[kind].enterPins
  const used = ofCertificates ? certificates.filter((each) => !absent(each, situation)) : []
  const fresh = certificates.filter((each) => absent(each, situation))
  return { works, certificates, enter: inOrder(allPins, [...always, ...used]), choose: inOrder(allPins, fresh) }
}
