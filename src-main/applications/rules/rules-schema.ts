import { z } from 'zod'
import { applicationKindSchema, collectionWaySchema, expressGroundSchema, identityAlternativeSchema } from '../../../src-preload/contract.ts'

/**
 * 交付申請の取扱い as data (reference counter-procedures §A). A file named by the configuration replaces the default in
 * resources/applications whole.
 */
const yen = z.int().min(0).max(100_000)
/** 手数料 in yen; `certificates` is left off where none is wanted. */
const feeSchema = z.strictObject({ card: yen, certificates: yen })
const range = (most: number) => z.strictObject({ least: z.int().min(1), most: z.int().max(most) }).refine(({ least, most: upper }) => least <= upper, 'least is more than most')
const weeks = z.strictObject({ from: z.int().min(0).max(52), to: z.int().min(0).max(52) })

/** A pattern with a group named `id`. */
const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text, 'u').source.includes('(?<id>')
  } catch {
    return false
  }
}, 'not a pattern with a group "id"')

export const applicationRulesSchema = z.strictObject({
  /** Where the rules come from, for whoever checks them. */
  source: z.string().min(1),
  /** 申請書ID; the content of the QR code is not published (reference counter-procedures §J), so how the digits are found in it is data. */
  form: z.strictObject({ digits: z.literal(23), scanned: pattern }),
  kinds: z.record(
    applicationKindSchema,
    z.strictObject({
      /** The card so far has to be handed in. */
      oldCard: z.boolean(),
      fee: feeSchema,
      /** 特急発行; null: never for this kind. */
      expressFee: feeSchema.nullable(),
    }),
  ),
  /** §A.5 */
  express: z.record(
    expressGroundSchema,
    z.strictObject({
      kinds: z.array(applicationKindSchema).min(1),
      /** `firstBirthday`: to the day before it. `days`: so many from the day after the event (初日不算入, 民法140条). */
      window: z.discriminatedUnion('by', [z.strictObject({ by: z.literal('firstBirthday') }), z.strictObject({ by: z.literal('days'), days: z.int().min(1).max(366) })]),
    }),
  ),
  /** What whoever applies must do here, by how the card comes to them. */
  collections: z.record(
    collectionWaySchema,
    z.strictObject({
      present: z.boolean(),
      /** Any one of the alternatives; none: looked at when the card is handed over. */
      identity: z.array(identityAlternativeSchema),
      /** 暗証番号設定依頼書 */
      pinForm: z.boolean(),
    }),
  ),
  /** Under this age a 法定代理人 applies, and there is no 署名用電子証明書. */
  ownActFromAge: z.int().min(1).max(20),
  photo: z.strictObject({
    /** No photo on the card below this age (applied for from 2024-12-02). */
    notUnderAge: z.int().min(0).max(20),
    /** A photo of a photo is seen by nobody but a person: `always` has a clerk look at each. */
    confirmedByClerk: z.enum(['always', 'whenHinted']),
    /** px */
    width: range(6000),
    height: range(6000),
    bytes: range(7_340_032),
  }),
  /** Up to which birthday after its issue a card is valid. */
  validity: z.strictObject({ adultAge: z.int(), adultBirthdays: z.int().min(1), minorBirthdays: z.int().min(1) }),
  renewalMonthsBefore: z.int().min(1).max(24),
  /** From application to card, for the slip. */
  leadTimeWeeks: z.strictObject({ ordinary: weeks, express: weeks }),
})
export type ApplicationRules = z.infer<typeof applicationRulesSchema>
