import type { CertificateValidity, ResidentScreen } from '../../../../src-preload/contract.ts'
import { dayCounted } from '../../../words/dates.ts'

type ValidityScreen = Extract<ResidentScreen, { kind: 'validity' }>
export type CardValidity = NonNullable<ValidityScreen['card']>

/** The card's own state: its days are read off the card, so only they can speak against it. */
export function cardState({ validUntil, daysLeft, renewalFrom }: CardValidity): 'good' | 'renewable' | 'expired' {
  if (daysLeft < 0) return 'expired'
  return dayCounted(validUntil, daysLeft) >= renewalFrom ? 'renewable' : 'good'
}

const errands: ReadonlySet<CertificateValidity['advice']> = new Set(['renewNow', 'issueAtCounter', 'issueAfterRecordUpdate', 'releaseAtMunicipality', 'askStaff'])

/** What is not on the card, not looked at or not known is no errand of its own. */
const unsettled: ReadonlySet<CertificateValidity['state']> = new Set(['absent', 'locked', 'unconfirmed'])

/**
 * The whole in one word, for the heading. `todo`: something must be done; `unconfirmed`: something could not be
 * checked, which is never a yes; `partly`: what was looked at is in order; `fine`: all was, and it is.
 */
export function summaryOf({ certificates, card }: Pick<ValidityScreen, 'certificates' | 'card'>): 'fine' | 'partly' | 'todo' | 'unconfirmed' {
  if (certificates.some(({ state, advice }) => errands.has(advice) && !unsettled.has(state))) return 'todo'
  if (card !== null && cardState(card) !== 'good') return 'todo'
  if (certificates.some(({ state }) => state === 'unconfirmed')) return 'unconfirmed'
  return card !== null && certificates.every(({ state }) => state === 'good') ? 'fine' : 'partly'
}
