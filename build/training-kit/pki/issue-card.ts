import type { KeyObject } from 'node:crypto'
import type { CertificateKind } from '../../../src-main/issuer/issuer-terminal.ts'
import { cardProfiles, type CertificatesOfProfile } from '../../../src-main/training/card/profiles/card-profiles.ts'
import { cardCertificate } from '../../../src-main/training/issuer/certificates/card-certificates.ts'
import { japaneseDay, lastSecondBefore } from '../../../src-main/training/issuer/certificates/japanese-day.ts'
import { cardExpiry, certificateValidity, endOfDay, japaneseCalendarDay } from '../../../src-main/training/issuer/certificates/validity-period.ts'
import type { Validity } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { newestGeneration, type Authorities, type Authority } from './authorities.ts'

export interface IssuedCertificate {
  readonly kind: CertificateKind
  readonly der: Uint8Array
  readonly key: KeyObject
  readonly serial: bigint
  readonly generation: number
  readonly notAfter: Date
}

export interface CardPlan {
  /** Last day of validity of the card, ISO date. */
  readonly expiry: string
  readonly certificates: readonly IssuedCertificate[]
}

/** JPKI's serials are counters of up to four octets; half of these start above 0x80 and so need a sign octet. */
export const serialOfCard = (index: number): bigint => (index % 2 === 0 ? 0x0133_c400n : 0x9133_c400n) + BigInt(index)

interface Dates extends Validity {
  readonly cardExpiry: string
}

/** Periods of a card's certificates: by the rules for `current`, by force where a card has to be in some state today. */
function dates(issued: CertificatesOfProfile['issued'], birthDate: string, now: Date): Dates {
  const forced = (notBefore: Date, notAfter: Date): Dates => {
    const by = cardExpiry(japaneseCalendarDay(notBefore), birthDate)
    // A certificate that ended before its time ended with its card.
    return { notBefore, notAfter, cardExpiry: issued === 'expired' ? japaneseCalendarDay(notAfter) : by }
  }
  switch (issued) {
    case 'current': {
      const notBefore = japaneseDay(now, -1)
      const expiry = cardExpiry(japaneseCalendarDay(notBefore), birthDate)
      return { ...certificateValidity('userAuthentication', { at: notBefore, birthDate, cardExpiry: expiry, replaced: null, userAuthentication: null }), cardExpiry: expiry }
    }
    case 'renewalDue':
      return forced(japaneseDay(now, -5, 46), lastSecondBefore(now, 0, 46))
    case 'secondGeneration':
      return forced(japaneseDay(now, -4), lastSecondBefore(now, 1))
    case 'firstGeneration':
      return { ...forced(japaneseDay(now, -8), lastSecondBefore(now, -3)), cardExpiry: japaneseCalendarDay(lastSecondBefore(now, 2)) }
    case 'expired':
      return forced(japaneseDay(now, -2, 1), lastSecondBefore(now, 0, -30))
    case 'notYetValid':
      return forced(japaneseDay(now, 0, 30), lastSecondBefore(now, 4))
  }
}

/** The authority whose key issued on a day: the newest that had begun. */
function issuerOn(authorities: Authorities, kind: CertificateKind, day: Date): Authority {
  const begun = authorities.trusted.filter(({ hierarchy, notBefore }) => hierarchy === kind && notBefore <= day)
  return begun.find(({ generation }) => generation === Math.max(...begun.map((one) => one.generation))) ?? authorities.of(kind, newestGeneration)
}

export interface CardRequest {
  readonly residentId: string
  readonly municipalityCode: string
  readonly certificates: CertificatesOfProfile
  readonly index: number
}

/** Issues the certificates of one card; `index` is its place among the profiles. */
export function issueCard({ residentId, municipalityCode, certificates, index }: CardRequest, authorities: Authorities, newKey: () => KeyObject, now: Date): CardPlan {
  const holder = cardProfiles().holders[residentId]
  if (holder === undefined) throw new Error(`no card holder ${residentId}`)
  const period = dates(certificates.issued, holder.birthDate, now)
  const kinds = (['userAuthentication', 'signature'] as const).filter((kind) => certificates[kind] !== null)
  return {
    expiry: period.cardExpiry,
    certificates: kinds.map((kind) => {
      const issuer = kind === 'userAuthentication' && certificates.authority === 'other' ? authorities.other : issuerOn(authorities, kind, period.notBefore)
      const [key, serial] = [newKey(), serialOfCard(index)]
      const notAfter = new Date(Math.min(period.notAfter.getTime(), endOfDay(period.cardExpiry).getTime()))
      const der = cardCertificate({ kind, serial, subjectKey: key, issuerKey: issuer.key, municipalityCode, record: holder, notBefore: period.notBefore, notAfter })
      return { kind, der, key, serial, generation: issuer.generation, notAfter }
    }),
  }
}
