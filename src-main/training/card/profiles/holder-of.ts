import { individualNumberOf, type CardHolder } from '../records/card-holder.ts'
import { cardProfiles, type CardProfile } from './card-profiles.ts'

/** Cards of one person are told apart by the end of this part of their 製造番号. */
const firstCard = 9_999_999

/**
 * Who holds the card of a profile; null for a card that is no individual number card. The numbers follow from the
 * resident's 宛名番号, so that they are stable and nobody's. `expiry`: instead of the one of all profiles.
 */
export function holderOf({ holder: residentId, cardNumber, municipalityCode }: CardProfile, expiry: string | null): CardHolder | null {
  if (residentId === undefined) return null
  const attributes = cardProfiles().holders[residentId]
  if (attributes === undefined) throw new Error(`no card holder ${residentId}`)
  const { name, address, birthDate, sex } = attributes
  return {
    name,
    address,
    birthDate,
    sex,
    individualNumber: individualNumberOf(`000${residentId}`),
    cardSerial: `${firstCard - (cardNumber - 1)}${residentId}`,
    municipalityCode: municipalityCode ?? cardProfiles().municipalityCode,
    expiry: expiry ?? cardProfiles().expiry,
    // Each card has its own: 照合番号B must not open another one of the same person.
    securityCode: String((Number(residentId.slice(-4)) + (cardNumber - 1) * 1111) % 10_000).padStart(4, '0'),
  }
}
