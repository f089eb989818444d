import { z } from 'zod'
import { applicationKindSchema, collectionWaySchema, expressGroundSchema } from './application-domain.ts'
import { chosenPhotoSchema, clerkPhotoReasonSchema, photoReasonSchema, photoSourceSchema } from './application-photo.ts'
import { failureCodeSchema, isoDateSchema } from './common.ts'
import { applicationWishes } from './values.ts'

const yen = z.int().min(0)

/** 電子証明書 and what else is wanted; `signatureAllowed` false: under 15, no 署名用. */
const wishesSchema = z.strictObject({ signature: z.boolean(), userAuthentication: z.boolean(), braille: z.boolean(), formerName: z.boolean() })
export type ApplicationWishes = z.infer<typeof wishesSchema>
export const applicationWishSchema = z.enum(applicationWishes)
export type ApplicationWish = z.infer<typeof applicationWishSchema>

/** Screens of `cardApplication`, part of the resident's screens. */
export const applicationScreenSchemas = [
  z.strictObject({
    kind: z.literal('applicationKind'),
    kinds: z.array(z.strictObject({ application: applicationKindSchema, fee: yen })),
    chosen: applicationKindSchema.nullable(),
    /** Grounds of 特急発行 that fit what is chosen; empty: none is offered here. The clerk checks them. */
    express: z.array(expressGroundSchema),
    expressChosen: expressGroundSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('applicationForm'),
    /** 申請書ID so far; it reveals nothing, so it may be shown and compared with the paper. */
    digits: z.string().regex(/^\d{0,23}$/),
    /** Scanned ones can't be edited, only begun anew. */
    scanned: z.boolean(),
    /** Why the one given just before is not taken. `notAForm`: the QR code is of something else. */
    refused: z.enum(['notAForm', 'incomplete', 'stale', 'used']).nullable(),
  }),
  z.strictObject({ kind: z.literal('applicationMoved') }),
  z.strictObject({
    kind: z.literal('applicationDetails'),
    /** One question a screen. */
    question: z.enum(['birthDate', 'wishes', 'collection']),
    birthDate: isoDateSchema.nullable(),
    /** The date given just before is not possible. */
    birthDateRefused: z.boolean(),
    wishes: wishesSchema,
    signatureAllowed: z.boolean(),
    collections: z.array(collectionWaySchema),
    collection: collectionWaySchema,
  }),
  z.strictObject({
    kind: z.literal('photo'),
    /** Photos taken in this session, so that the page can say "again". Which one is kept, the resident chooses. */
    taken: z.int().min(0),
    /** Whether a photo may come from a file of the resident's. */
    fileAllowed: z.boolean(),
    /** Why main did not take the file sent just before. */
    refused: failureCodeSchema.nullable(),
  }),
  z.strictObject({
    /** What machines can't decide, or a photo that is kept against a finding: a clerk looks. */
    kind: z.literal('photoAsk'),
    findings: z.array(photoReasonSchema),
    asked: z.array(clerkPhotoReasonSchema),
    state: z.enum(['waitingForStaff', 'notAccepted']),
  }),
  z.strictObject({
    kind: z.literal('applicationConfirm'),
    application: applicationKindSchema,
    express: expressGroundSchema.nullable(),
    formId: z.string().nullable(),
    birthDate: isoDateSchema,
    wishes: wishesSchema,
    collection: collectionWaySchema,
    /** Null: no photo is put on the card (under one year). The picture itself stays in the page and in main. */
    photo: z.strictObject({ source: photoSourceSchema }).nullable(),
    fee: yen,
    /** Last day of the card, if issued now. */
    cardValidUntil: isoDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('applicationSlip'),
    /** 受付番号, such as S-017. */
    number: z.string(),
    slip: z.enum(['printed', 'failed']),
    failure: failureCodeSchema.nullable(),
    /** `staff`: a clerk has to see something before it is received. */
    next: z.enum(['received', 'staff']),
    collection: collectionWaySchema,
    express: z.boolean(),
  }),
] as const

/** What the resident does on them; `next`, `back`, `confirm` and `stop` as everywhere. */
export const applicationResidentEventSchemas = [
  z.strictObject({ type: z.literal('chooseApplicationKind'), application: applicationKindSchema }),
  z.strictObject({ type: z.literal('chooseExpress'), ground: expressGroundSchema.nullable() }),
  z.strictObject({ type: z.literal('applicationDigit'), digit: z.string().regex(/^[0-9]$/) }),
  z.strictObject({ type: z.literal('applicationErase') }),
  /** Text of the QR code, as scanned; main finds the 23 digits in it or says that it is no form. */
  z.strictObject({ type: z.literal('applicationFormId'), text: z.string().min(1).max(500) }),
  /** No form at hand: a clerk prints a new one. */
  z.strictObject({ type: z.literal('applicationWithoutForm') }),
  z.strictObject({ type: z.literal('applicationMoved'), moved: z.boolean() }),
  z.strictObject({ type: z.literal('applicationBirthDate'), date: isoDateSchema }),
  z.strictObject({ type: z.literal('setWish'), wish: applicationWishSchema, wanted: z.boolean() }),
  z.strictObject({ type: z.literal('chooseCollection'), collection: collectionWaySchema }),
  z.strictObject({ type: z.literal('photoChosen'), ...chosenPhotoSchema.shape }),
  z.strictObject({ type: z.literal('photoAgain') }),
] as const
