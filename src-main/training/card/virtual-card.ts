import { fail, ok, type Result } from '../../failures/result.ts'
import { cardFaceApplet } from './applets/card-face-applet.ts'
import { ascii, individualNumberOf, type CardHolder } from './applets/card-holder.ts'
import { cardInfoInputSupportApplet } from './applets/card-info-input-support-applet.ts'
import { cardManager } from './applets/card-manager.ts'
import { commonApplet, residentRegisterApplet } from './applets/common-applet.ts'
import { jpkiApplet, type PinContents } from './applets/jpki-applet.ts'
import type { Applet } from './chip/file-system.ts'
import type { SecretStore } from './chip/secret-store.ts'
import { VirtualChip } from './chip/virtual-chip.ts'
import { FaultyCard, type CardTroubles } from './faulty-card.ts'
import { cardProfileNames, cardProfiles, type CardProfile } from './profiles/card-profiles.ts'
import { readKitCertificates, type KitCertificates } from './profiles/kit-pki.ts'
import type { SimulatedCard } from './simulated-card.ts'

/** A contact card with no historical bytes, as OpenSC knows the JPKI token (reference card.md §7). */
const contactAtr = Buffer.from('3BE000FF8131FE4514', 'hex')

export interface VirtualCardOptions {
  /** Keeps PINs and their tries beyond the life of the card object. */
  readonly secrets?: SecretStore
  /** Instead of the profile's own. */
  readonly troubles?: CardTroubles
}

/**
 * A new card of a profile of resources/training/card-profiles.json, with its certificates from the training kit
 * (`<kitDir>/pki`). Failure: CONFIG-INVALID for an unknown profile and for a kit that is missing or broken.
 */
export function createVirtualCard(profileName: string, kitDir: string, options: VirtualCardOptions = {}): Result<SimulatedCard> {
  const profile = cardProfiles.profiles[profileName]
  if (profile === undefined) return fail('CONFIG-INVALID', `no card profile "${profileName}"; there are: ${cardProfileNames().join(', ')}`)
  const certificates = readKitCertificates(kitDir, profileName, profile.authority)
  return certificates.ok ? ok(virtualCardFrom(profile, certificates.value, options)) : certificates
}

/** The same from parts. */
export function virtualCardFrom(profile: CardProfile, certificates: KitCertificates, options: VirtualCardOptions = {}): SimulatedCard {
  const holder = profile.holder === undefined ? null : holderOf(profile.holder)
  const chip = new VirtualChip(contactAtr, {
    applets: [cardManager(holder), ...(holder === null ? [] : appletsOf(profile, holder, certificates))],
    habits: definedOnly(profile.habits),
    ...(options.secrets === undefined ? {} : { secrets: options.secrets }),
  })
  const troubles = options.troubles ?? definedOnly(profile.troubles)
  return Object.keys(troubles).length === 0 ? chip : new FaultyCard(chip, troubles)
}

function appletsOf(profile: CardProfile, holder: CardHolder, certificates: KitCertificates): Applet[] {
  const pin = (name: keyof typeof cardProfiles.secrets): PinContents => {
    const left = profile.triesLeft[name]
    return { value: ascii(cardProfiles.secrets[name]), ...(left === undefined ? {} : { triesLeft: left }) }
  }
  const make: Record<CardProfile['applets'][number], () => Applet> = {
    jpki: () =>
      jpkiApplet({
        ...certificates,
        label: profile.label,
        certificateNeedsPin: profile.certificateNeedsPin,
        userAuthenticationPin: pin('userAuthentication'),
        signaturePin: pin('signature'),
        tokenSerial: holder.cardSerial.padStart(16, '0'),
      }),
    inputSupport: () => cardInfoInputSupportApplet({ holder, pin: pin('inputSupport'), lengthForm: profile.lengthForm }),
    cardFace: () => cardFaceApplet(holder),
    common: () => commonApplet(holder, pin('residentRegister')),
    residentRegister: () => residentRegisterApplet(pin('residentRegister')),
  }
  return profile.applets.map((name) => make[name]())
}

/** The numbers on a training card follow from the resident's 宛名番号, so that they are stable and nobody's. */
function holderOf(residentId: string): CardHolder {
  const attributes = cardProfiles.holders[residentId]
  if (attributes === undefined) throw new Error(`no card holder ${residentId}`)
  return {
    ...attributes,
    individualNumber: individualNumberOf(`000${residentId}`),
    cardSerial: `9999999${residentId}`,
    municipalityCode: cardProfiles.municipalityCode,
    expiry: cardProfiles.expiry,
    securityCode: residentId.slice(-4),
  }
}

/** Optional settings that a profile leaves out are left out, not undefined. */
function definedOnly<T extends object>(settings: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}
