import { cardProfiles } from '../../../src-main/training/card/profiles/card-profiles.ts'
import { japaneseDay } from '../../../src-main/training/issuer/certificates/japanese-day.ts'
import type { Register, RegisteredCard, RegisteredCertificate, RegisteredRevocation, TrainingAuthorityFile } from '../../../src-main/training/issuer/register/register-schema.ts'
import { serialOfCard, type IssuedCertificate } from './issue-card.ts'
import type { WrittenCard } from './write-cards.ts'

/** Serials that the issuer gives from then on: above all of the kit's. */
const issuedFrom = serialOfCard(1) + 0x1_0000n
const daysSinceRevocation = 10

/** The issuer's books on the day the kit is made. Of several cards with one 製造番号 the first one counts. */
export function firstRegister(cards: readonly WrittenCard[], authorities: readonly TrainingAuthorityFile[], now: Date): Register {
  const at = japaneseDay(now, 0, -daysSinceRevocation).toISOString()
  const entries = new Map<string, RegisteredCard>()
  const revocations: RegisteredRevocation[] = []
  for (const { profile, holder, plan } of cards) {
    const { certificates: settings, triesLeft } = cardProfiles().profiles[profile] ?? {}
    if (settings === undefined || triesLeft === undefined || entries.has(holder.cardSerial)) continue
    const registered = (kind: IssuedCertificate['kind']): RegisteredCertificate | null => {
      const found = plan.certificates.find((one) => one.kind === kind)
      if (found === undefined) return null
      return { serial: found.serial.toString(16), generation: found.generation, notAfter: found.notAfter.toISOString(), municipalityCode: holder.municipalityCode }
    }
    const certificates = { userAuthentication: registered('userAuthentication'), signature: registered('signature') }
    for (const hierarchy of ['userAuthentication', 'signature'] as const) {
      const certificate = certificates[hierarchy]
      const reason = settings[hierarchy]?.revoked
      if (certificate === null || reason === undefined) continue
      const { serial, generation, municipalityCode } = certificate
      revocations.push({ hierarchy, generation, municipalityCode, serial, at, reason })
    }
    entries.set(holder.cardSerial, {
      birthDate: holder.birthDate,
      expiry: holder.expiry,
      municipalityCode: holder.municipalityCode,
      state: settings.userAuthentication?.revoked === 'certificateHold' ? 'suspended' : 'inUse',
      faceAuthentication: profile === 'face-authentication',
      ...certificates,
    })
  }
  return { authorities: [...authorities], crlNumber: 1, nextSerial: issuedFrom.toString(16), cards: Object.fromEntries(entries), revocations, orders: {} }
}
