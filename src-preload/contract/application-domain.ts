import { z } from 'zod'
import { representativeSchema } from './card-cases.ts'
import { isoDateSchema } from './common.ts'
import { applicationKinds, collectionWays } from './values.ts'

/** Card applications, 個人番号カード交付申請 (reference counter-procedures §A). */

export const applicationKindSchema = z.enum(applicationKinds)
export type ApplicationKind = z.infer<typeof applicationKindSchema>

/** 特急発行: by what right (§A.5); each has a window of its own. */
export const expressGroundSchema = z.enum([
  'newborn',
  'movedInFromAbroad',
  'lost',
  'newForeignResident',
  'newlyRecorded',
  'released',
  'numberChanged',
  'damaged',
  'fullNotes',
])
export type ExpressGround = z.infer<typeof expressGroundSchema>

export const collectionWaySchema = z.enum(collectionWays)
export type CollectionWay = z.infer<typeof collectionWaySchema>

/**
 * `draft`: being filled in, or left by a crash. `received` 申請受付 -> `shipped` 発送 (the issuer sent the card to the
 * municipality) -> `prepared` 交付前設定 -> `notified` 交付通知 -> `delivered` 交付. `returned`: the issuer sent the
 * application back; -> `corrected` -> `resent`. `refused`, `withdrawn`: ends, as `delivered`.
 */
export const applicationStates = [
  'draft',
  'received',
  'returned',
  'corrected',
  'resent',
  'shipped',
  'prepared',
  'notified',
  'delivered',
  'refused',
  'withdrawn',
] as const
export const applicationStateSchema = z.enum(applicationStates)
export type ApplicationState = z.infer<typeof applicationStateSchema>

/** 不備返戻: why the issuer sent it back. */
export const returnReasonSchema = z.enum(['photo', 'formFilledWrongly', 'oldForm', 'periodOfStay', 'representative', 'recordChanged', 'duplicate', 'other'])
export type ReturnReason = z.infer<typeof returnReasonSchema>

export const applicationRefusalSchema = z.enum(['identityNotProven', 'notEntitled', 'documentsDoubtful', 'photoNotThePerson', 'otherMunicipality', 'cardNotReturned', 'other'])
export type ApplicationRefusal = z.infer<typeof applicationRefusalSchema>

/** 23 digits; reveals nothing of 個人番号 (§A.2). */
export const applicationFormIdSchema = z.string().regex(/^\d{23}$/)

/** Who applies, as written on the form, where the record of residents does not say it. */
export const writtenApplicantSchema = z.strictObject({ name: z.string().min(1).max(200), kana: z.string().max(200).nullable(), address: z.string().max(300).nullable() })

/** Everything that is applied for and was seen. Replaced whole by each `applicationFacts`. */
export const applicationFactsSchema = z.strictObject({
  kind: applicationKindSchema,
  /** 申請書ID; null: none at hand. */
  formId: applicationFormIdSchema.nullable(),
  /** Whether the applicant moved since the form was printed; null: not asked. A form from before is void. */
  movedSinceForm: z.boolean().nullable(),
  /** Null until the applicant is linked to the record, or where there is none to link to (other municipality's form). */
  applicant: writtenApplicantSchema.nullable(),
  birthDate: isoDateSchema.nullable(),
  phone: z.string().max(30),
  /** Issued unless not wanted: true is wanted. */
  certificates: z.strictObject({ signature: z.boolean(), userAuthentication: z.boolean() }),
  /** 氏名の点字表記 */
  braille: z.boolean(),
  /** 旧氏 on the card. */
  formerName: z.boolean(),
  collection: collectionWaySchema,
  express: z.strictObject({ ground: expressGroundSchema, /** When its window began, such as the day of 転入届. */ since: isoDateSchema.nullable(), /** Filed together with 出生届. */ withBirthReport: z.boolean() }).nullable(),
  /** 成年被後見人 */
  ward: z.boolean(),
  representative: representativeSchema.nullable(),
  /** 中長期在留者 etc.: last day of 在留期間; `until` null: without end (永住者, 高度専門職2号, 特別永住者). Null: a Japanese national. */
  stay: z.strictObject({ until: isoDateSchema.nullable() }).nullable(),
  /** The card so far. */
  oldCard: z.enum(['none', 'handedIn', 'lost', 'kept']),
  /** Last day of the card so far, as its face says; for a renewal. */
  oldCardUntil: isoDateSchema.nullable(),
  /** The person is here. */
  present: z.boolean(),
  /** Ids of the documents of identity that were seen (申請時来庁, 出張). */
  identityDocuments: z.array(z.string().regex(/^[a-zA-Z0-9]{1,40}$/)).max(10),
  /** 暗証番号設定依頼書, written and sealed by the applicant: nobody here knows what is in it. */
  pinForm: z.boolean(),
})
export type ApplicationFacts = z.infer<typeof applicationFactsSchema>

export const emptyApplicationFacts = (kind: ApplicationKind): ApplicationFacts => ({
  kind,
  formId: null,
  movedSinceForm: null,
  applicant: null,
  birthDate: null,
  phone: '',
  certificates: { signature: true, userAuthentication: true },
  braille: false,
  formerName: false,
  collection: 'atDelivery',
  express: null,
  ward: false,
  representative: null,
  stay: null,
  oldCard: 'none',
  oldCardUntil: null,
  present: false,
  identityDocuments: [],
  pinForm: false,
})

/** Why an application can't be received yet. `missing` can still be brought; `barred` can't, or not here. */
export const applicationFindingKeys = {
  missing: [
    'formId',
    'moveNotAsked',
    'applicant',
    'birthDate',
    'photo',
    'photoNotConfirmed',
    'photoReturned',
    'representative',
    'oldCard',
    'identity',
    'pinForm',
    'presence',
    'expressSince',
    'stayUntil',
  ],
  barred: [
    'formStale',
    'formUsed',
    'birthDateDiffers',
    'bornInFuture',
    'kindNotOffered',
    'photoFindings',
    'photoNotAllowed',
    'signatureUnder15',
    'signatureWard',
    'expressNotEligible',
    'expressTooLate',
    'expressTooEarly',
    'stayOver',
    'renewalTooEarly',
    'collectionNotOffered',
    'residentNotCurrent',
  ],
} as const
export const applicationFindingSchema = z.strictObject({
  key: z.enum([...applicationFindingKeys.missing, ...applicationFindingKeys.barred]),
  level: z.enum(['missing', 'barred']),
})
export type ApplicationFinding = z.infer<typeof applicationFindingSchema>

/** What the clerk sees and decides when the card is handed over (§A.6). */
export const deliverySchema = z.strictObject({
  /** 交付通知書: brought; or the person came without, which the municipality may allow. */
  notice: z.boolean(),
  actor: z.enum(['self', 'legalRepresentative', 'agent']),
  identityDocuments: z.array(z.string().regex(/^[a-zA-Z0-9]{1,40}$/)).max(10),
  /** Only for unavoidable reasons (病気, 障害 …), proven by a document. */
  agentReason: z.enum(['illness', 'disability', 'facility', 'longAbsence', 'preSchoolChild', 'imprisoned', 'other']).nullable(),
  /** The clerk compared the face with the photo on the card. */
  faceMatches: z.boolean(),
  oldCardHandedIn: z.boolean(),
  /**
   * `set`: by the person on the resident's screen, and the chip took them. `atTerminal`: by the person at the issuer's
   * terminal, as the clerk says. `fromPinForm`: from the sealed 暗証番号設定依頼書. `none`: 顔認証マイナンバーカード.
   */
  pins: z.enum(['set', 'atTerminal', 'fromPinForm', 'none']),
  receiptSigned: z.boolean(),
  /** Sent home by 本人限定受取郵便 / 簡易書留. */
  mailed: z.boolean(),
})
export type Delivery = z.infer<typeof deliverySchema>
