import { z } from 'zod'
import { once } from '../../../once.ts'
import source from '../../../../resources/training/card-profiles.json' with { type: 'json' }

const asciiText = z.string().regex(/^[\x20-\x7e]+$/)
const fourDigits = z.string().regex(/^\d{4}$/)
const count = z.int().min(0)

const holderSchema = z.strictObject({
  name: z.string().min(1),
  address: z.string().min(1),
  birthDate: z.iso.date(),
  sex: z.enum(['0', '1', '2', '9']),
  /** False: a stranger, whom the sample municipality does not know. */
  resident: z.boolean().default(true),
})

const revocationReason = z.enum(['unspecified', 'keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold'])

/** One certificate of a card; null where the card has none. */
const certificateSchema = z
  .strictObject({
    /** Revoked for this reason ten days before the kit is made. */
    revoked: revocationReason,
  })
  .partial()
  .nullable()

/**
 * Certificates as the training kit makes them. `issued`: `current` a year ago; `renewalDue` so that it ends in 45 days;
 * `secondGeneration`, `firstGeneration` by an older key of the authority, the latter long expired; `expired` a month
 * ago; `notYetValid` in a month.
 */
const certificatesSchema = z.strictObject({
  issued: z.enum(['current', 'renewalDue', 'secondGeneration', 'firstGeneration', 'expired', 'notYetValid']).default('current'),
  /** `other`: an authority of the same name that nobody trusts. */
  authority: z.enum(['training', 'other']).default('training'),
  userAuthentication: certificateSchema.default({}),
  signature: certificateSchema.default({}),
  /** Profile whose certificates this card carries: the same person's card in another temper, or a forgery. */
  sameAs: z.string().optional(),
  /** The card signs with a key that doesn't belong to its certificate. */
  foreignKey: z.boolean().default(false),
})
export type CertificatesOfProfile = z.output<typeof certificatesSchema>

/** What is on a card, and in which ways it differs from a new one. */
const profileSchema = z.strictObject({
  /** Key of `holders`; a card without one is no individual number card. */
  holder: z.string().optional(),
  /** Token label of the JPKI applet (reference card.md §2.6). */
  label: asciiText.max(32).default('JPKIAPICCTOKEN2'),
  /** 1: the holder's first card; more for further ones of the same person, with numbers of their own. */
  cardNumber: z.int().min(1).max(9).default(1),
  /** 全国地方公共団体コード without check digit; the sample municipality's when not given. */
  municipalityCode: z.string().regex(/^\d{5}$/).optional(),
  certificates: certificatesSchema.default(certificatesSchema.parse({})),
  applets: z
    .array(z.enum(['jpki', 'inputSupport', 'cardFace', 'common', 'residentRegister']))
    .default(['jpki', 'inputSupport', 'cardFace', 'common', 'residentRegister']),
  /** Tries left of a new card, where they are not the maximum. */
  triesLeft: z
    .strictObject({ userAuthentication: count.max(3), signature: count.max(5), inputSupport: count.max(3), residentRegister: count.max(3) })
    .partial()
    .default({}),
  lengthForm: z.enum(['minimal', 'twoBytes']).default('minimal'),
  certificateNeedsPin: z.boolean().default(false),
  habits: z
    .strictObject({
      blockedWord: z.union([z.literal(0x6983), z.literal(0x6984)]),
      warmResetClearsStatus: z.boolean(),
      firstCommandFails: z.boolean(),
      noShortIdentifiers: z.boolean(),
    })
    .partial()
    .default({}),
  troubles: z.strictObject({ delayMilliseconds: count, muteAfter: count, vanishAfter: count, garbageSeed: z.int() }).partial().default({}),
})
export type CardProfile = z.infer<typeof profileSchema>

const profilesSchema = z
  .strictObject({
    /** The same on every training card. */
    secrets: z.strictObject({
      userAuthentication: fourDigits,
      signature: z.string().regex(/^[A-Z0-9]{6,16}$/),
      inputSupport: fourDigits,
      residentRegister: fourDigits,
    }),
    municipalityCode: z.string().regex(/^\d{5}$/),
    /** Last day of validity of the cards themselves. */
    expiry: z.iso.date(),
    /** By 宛名番号 of the sample municipality, 8 digits. */
    holders: z.record(z.string().regex(/^\d{8}$/), holderSchema),
    profiles: z.record(z.string(), profileSchema),
  })
  .refine(
    ({ holders, profiles }) => Object.values(profiles).every(({ holder }) => holder === undefined || holder in holders),
    'a profile names a holder that is not there',
  )
  .refine(
    ({ profiles }) => Object.values(profiles).every(({ certificates: { sameAs } }) => sameAs === undefined || sameAs in profiles),
    'a profile carries the certificates of one that is not there',
  )

/** The training cards of resources/training/card-profiles.json. */
export const cardProfiles = once(() => profilesSchema.parse(source))

/** The secrets that every training card has. */
export type CardSecrets = z.output<typeof profilesSchema>['secrets']

export function cardProfileNames(): string[] {
  return Object.keys(cardProfiles().profiles)
}
