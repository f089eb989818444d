import type { KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../failures/result.ts'
import { cardFaceApplet } from './applets/card-face-applet.ts'
import { cardInfoInputSupportApplet } from './applets/card-info-input-support-applet.ts'
import { cardManager } from './applets/card-manager.ts'
import { commonApplet, residentRegisterApplet } from './applets/common-applet.ts'
import { jpkiApplet, type PinContents } from './applets/jpki-applet.ts'
import type { CardMemory } from './chip/card-memory.ts'
import type { Applet } from './chip/file-system.ts'
import { IssuingPort } from './chip/issuing-work.ts'
import { newRsaKey } from './chip/rsa.ts'
import { VirtualChip } from './chip/virtual-chip.ts'
import { FaultyCard, type CardTroubles } from './faulty-card.ts'
import { cardKey } from './issuing/protocol.ts'
import { cardProfileNames, cardProfiles, type CardProfile, type CardSecrets } from './profiles/card-profiles.ts'
import { holderOf } from './profiles/holder-of.ts'
import { readKitSupplies, type CardSupplies } from './profiles/kit-supplies.ts'
import { ascii, type CardHolder } from './records/card-holder.ts'
import type { SimulatedCard } from './simulated-card.ts'

/** A contact card with no historical bytes, as OpenSC knows the JPKI token (reference card.md §7). */
const contactAtr = Buffer.from('3BE000FF8131FE4514', 'hex')

export interface VirtualCardOptions {
  /** Keeps what changes on the card (PINs, tries, certificates, records) beyond the life of the card object. */
  readonly memory?: CardMemory
  /** Instead of the profile's own. */
  readonly troubles?: CardTroubles
  /** Where the chip gets a new key from: RSA-2048, private. */
  readonly newKey?: () => Promise<KeyObject>
}

/**
 * A new card of a profile of resources/training/card-profiles.json, made of what the training kit (`<kitDir>/pki`)
 * has for it. Failure: CONFIG-INVALID for an unknown profile and for a kit that is missing or broken.
 */
export function createVirtualCard(profileName: string, kitDir: string, options: VirtualCardOptions = {}): Result<SimulatedCard> {
  const profile = cardProfiles().profiles[profileName]
  if (profile === undefined) return fail('CONFIG-INVALID', `no card profile "${profileName}"; there are: ${cardProfileNames().join(', ')}`)
  if (profile.holder === undefined) return ok(bare(profile, options))
  const supplies = readKitSupplies(kitDir, profileName)
  return supplies.ok ? ok(virtualCardFrom(profile, supplies.value, options)) : supplies
}

/** The same from parts. */
export function virtualCardFrom(profile: CardProfile, supplies: CardSupplies, options: VirtualCardOptions = {}): SimulatedCard {
  const holder = holderOf(profile, supplies.expiry)
  if (holder === null) return bare(profile, options)
  const { terminalKey } = supplies
  const manager = cardManager({ holder, signer: supplies.signers.cardFace, atr: contactAtr })
  const chip = new VirtualChip(contactAtr, {
    applets: [manager, ...appletsOf(profile, holder, supplies)],
    habits: definedOnly(profile.habits),
    ...(options.memory === undefined ? {} : { memory: options.memory }),
    ...(terminalKey === null ? {} : { issuing: new IssuingPort(cardKey(terminalKey, holder.cardSerial), options.newKey ?? newRsaKey) }),
  })
  return withTroubles(chip, profile, options)
}

/** A card with a card manager and nothing else. */
const bare = (profile: CardProfile, options: VirtualCardOptions): SimulatedCard =>
  withTroubles(new VirtualChip(contactAtr, { applets: [cardManager(null)], habits: definedOnly(profile.habits) }), profile, options)

function withTroubles(chip: VirtualChip, profile: CardProfile, options: VirtualCardOptions): SimulatedCard {
  const troubles = options.troubles ?? definedOnly(profile.troubles)
  return Object.keys(troubles).length === 0 ? chip : new FaultyCard(chip, troubles)
}

function appletsOf(profile: CardProfile, holder: CardHolder, { certificates, keys, signers, pictures }: CardSupplies): Applet[] {
  const { lengthForm } = profile
  const pin = (name: keyof CardSecrets): PinContents => {
    const left = profile.triesLeft[name]
    return { value: ascii(cardProfiles().secrets[name]), ...(left === undefined ? {} : { triesLeft: left }) }
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
    inputSupport: () => cardInfoInputSupportApplet({ holder, pin: pin('inputSupport'), signer: signers.inputSupport, keys, lengthForm }),
    cardFace: () => cardFaceApplet({ holder, signer: signers.cardFace, keys, pictures, lengthForm }),
    common: () => commonApplet(holder, pin('residentRegister'), signers.cardFace.keyId, keys),
    residentRegister: () => residentRegisterApplet(pin('residentRegister'), signers.cardFace.keyId),
  }
  return profile.applets.map((name) => make[name]())
}

/** Optional settings that a profile leaves out are left out, not undefined. */
function definedOnly<T extends object>(settings: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}
