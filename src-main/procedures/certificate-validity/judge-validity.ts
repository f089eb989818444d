import type { CardValidity, CertificateValidity } from '../../../src-preload/contract.ts'
import { dayInJapan } from '../../clock.ts'
import type { CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { CertificateVerdict, RevocationReason } from '../../pki/certificate-status.ts'
import { daysBetween, renewalFrom } from '../card-cases/rules/calendar.ts'

/** A renewal that can be applied for within so many days is told of beforehand; one that is years away is not. */
const announcedDays = 90

type Row = CertificateValidity
type Period = Pick<Row, 'validUntil' | 'daysLeft' | 'renewalFrom'>

const noPeriod: Period = { validUntil: null, daysLeft: null, renewalFrom: null }

/** Last day, days left and first day of 更新, all by the calendar of Japan. `lastDay`, `today`: ISO dates. */
function periodUntil(lastDay: string, today: string, renewalMonths: number): { validUntil: string; daysLeft: number; renewalFrom: string } {
  return { validUntil: lastDay, daysLeft: daysBetween(today, lastDay), renewalFrom: renewalFrom(lastDay, renewalMonths) }
}

function adviceWhileGood(from: string, today: string): Row['advice'] {
  if (today >= from) return 'renewNow'
  return daysBetween(today, from) <= announcedDays ? 'renewLater' : 'nothing'
}

/** What the resident is told of a reason, and what to do next (reference counter-procedures §C, last table). */
const revocations: Readonly<Record<RevocationReason, Required<Pick<Row, 'advice'>> & { readonly reason: NonNullable<Row['reason']> }>> = {
  affiliationChanged: { reason: 'attributesChanged', advice: 'issueAfterRecordUpdate' },
  superseded: { reason: 'superseded', advice: 'askStaff' },
  certificateHold: { reason: 'onHold', advice: 'releaseAtMunicipality' },
  cessationOfOperation: { reason: 'ceased', advice: 'askStaff' },
  unspecified: { reason: 'other', advice: 'askStaff' },
  keyCompromise: { reason: 'other', advice: 'askStaff' },
  caCompromise: { reason: 'other', advice: 'askStaff' },
  privilegeWithdrawn: { reason: 'other', advice: 'askStaff' },
  aaCompromise: { reason: 'other', advice: 'askStaff' },
}

/** One verdict as the resident should understand it. Nothing but `good` ever looks like a yes. */
export function judgeCertificate(certificate: CertificateKind, verdict: CertificateVerdict, now: Date, renewalMonths: number): Row {
  const today = dayInJapan(now)
  switch (verdict.status) {
    case 'good': {
      const period = periodUntil(dayInJapan(verdict.notAfter), today, renewalMonths)
      return { certificate, state: 'good', reason: null, ...period, advice: adviceWhileGood(period.renewalFrom, today) }
    }
    case 'expired': {
      const lastDay = dayInJapan(verdict.notAfter)
      return { certificate, state: 'expired', reason: null, validUntil: lastDay, daysLeft: daysBetween(today, lastDay), renewalFrom: null, advice: 'issueAtCounter' }
    }
    case 'notYetValid':
      return { certificate, state: 'notYetValid', reason: null, ...noPeriod, advice: 'askStaff' }
    case 'revoked':
      return { certificate, state: 'revoked', ...noPeriod, ...revocations[verdict.reason] }
    case 'unknown':
    case 'unreachable':
      return { certificate, state: 'unconfirmed', reason: null, ...noPeriod, advice: 'tryAgain' }
    case 'untrusted':
    case 'malformed':
      return { certificate, state: 'unconfirmed', reason: null, ...noPeriod, advice: 'askStaff' }
  }
}

/** 非搭載: opted out, under 15, or 顔認証 (§C). */
export function absentCertificate(certificate: CertificateKind): Row {
  return { certificate, state: 'absent', reason: null, ...noPeriod, advice: 'askStaff' }
}

/** On the card, and readable only with its password. `triesLeft` 0: the password is locked. */
export function lockedCertificate(certificate: CertificateKind, triesLeft: number): Row {
  return { certificate, state: 'locked', reason: null, ...noPeriod, advice: triesLeft > 0 ? 'enterPassword' : 'askStaff' }
}

/** The card's own period; a certificate never outlives it. `expiry`: ISO date, as 共通カードAP has it. */
export function judgeCard(expiry: string, now: Date, renewalMonths: number): CardValidity {
  return periodUntil(expiry, dayInJapan(now), renewalMonths)
}
