import type { CertificateKind } from '../../../issuer/issuer-terminal.ts'
import { japaneseDate } from './japanese-day.ts'

const yearsOfCertificate = 5
const monthsOfRenewal = 3

/** YYYY-MM-DD. */
type CalendarDay = string

/** The Japanese calendar day of an instant. */
export const japaneseCalendarDay = (instant: Date): CalendarDay => japaneseDate(instant).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** The day's last second in Japan. */
export const endOfDay = (day: CalendarDay): Date => new Date(Date.parse(`${day}T23:59:59+09:00`))

/** The birthday in a year; one born on 29 February has it on the 28th where there is no 29th (no source; the earlier day never grants too much). */
function birthdayIn(year: number, birthDate: CalendarDay): CalendarDay {
  const day = `${year}${birthDate.slice(4)}`
  return day.endsWith('-02-29') && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1 ? `${year}-02-28` : day
}

/** The `count`th birthday after the day of issue. */
export function birthdayAfter(issuedOn: CalendarDay, birthDate: CalendarDay, count: number): CalendarDay {
  const year = Number(issuedOn.slice(0, 4))
  const first = birthdayIn(year, birthDate) > issuedOn ? year : year + 1
  return birthdayIn(first + count - 1, birthDate)
}

/** Last day of validity of a card: the 10th birthday after its issue, the 5th for a holder under 18 (reference card.md §6). */
export function cardExpiry(issuedOn: CalendarDay, birthDate: CalendarDay): CalendarDay {
  const adultFrom = birthdayIn(Number(birthDate.slice(0, 4)) + 18, birthDate)
  return birthdayAfter(issuedOn, birthDate, issuedOn < adultFrom ? 5 : 10)
}

/** The window in which a certificate is renewed before its end: from the day after "three months before" (counter-procedures §C). */
export function inRenewalWindow(notAfter: Date, at: Date): boolean {
  const end = japaneseCalendarDay(notAfter)
  const month = Number(end.slice(5, 7)) - monthsOfRenewal
  const year = Number(end.slice(0, 4)) - (month < 1 ? 1 : 0)
  const wrapped = month < 1 ? month + 12 : month
  const lastDay = new Date(Date.UTC(year, wrapped, 0)).getUTCDate()
  const monthsBefore = `${year}-${String(wrapped).padStart(2, '0')}-${String(Math.min(Number(end.slice(8)), lastDay)).padStart(2, '0')}`
  return japaneseCalendarDay(at) > monthsBefore && at.getTime() <= notAfter.getTime()
}

export interface ValidityFacts {
  readonly at: Date
  readonly birthDate: CalendarDay
  /** Last day of validity of the card. */
  readonly cardExpiry: CalendarDay
  /** End of the certificate that is replaced; null when there is none. */
  readonly replaced: Date | null
  /** End of the 利用者証明用 certificate; null when there is none. */
  readonly userAuthentication: Date | null
}

/**
 * Validity of a new certificate, §C: until the earliest of the 5th birthday after issue (the 6th when renewed in the
 * last three months), the end of the card and, for 署名用, the end of the 利用者証明用 certificate.
 */
export function certificateValidity(kind: CertificateKind, facts: ValidityFacts): { readonly notBefore: Date; readonly notAfter: Date } {
  const { at, birthDate, replaced, userAuthentication } = facts
  const years = replaced !== null && inRenewalWindow(replaced, at) ? yearsOfCertificate + 1 : yearsOfCertificate
  const ends = [endOfDay(birthdayAfter(japaneseCalendarDay(at), birthDate, years)), endOfDay(facts.cardExpiry)]
  if (kind === 'signature' && userAuthentication !== null) ends.push(userAuthentication)
  const notAfter = new Date(Math.min(...ends.map((end) => end.getTime())))
  return { notBefore: new Date(Math.floor(at.getTime() / 1000) * 1000), notAfter }
}

/** Age in years on the Japanese day of an instant. */
export function ageAt(birthDate: CalendarDay, at: Date): number {
  const today = japaneseCalendarDay(at)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return birthdayIn(Number(today.slice(0, 4)), birthDate) <= today ? years : years - 1
}
