import { z } from 'zod'
import { extentSchema, individualNumberPurposeSchema, isoDateSchema, languageSchema, recordOptionSchema, serviceSchema, terminalSchema } from './common.ts'
import { failureCodeSchema } from './failure-codes.ts'

const yen = z.int().min(0)

/** A household member as the resident's own screen may show it. `memberId` is a per-session token, not a record number. */
const memberSchema = z.strictObject({
  memberId: z.string(),
  /** As recorded, variation selectors kept. */
  name: z.string(),
  isApplicant: z.boolean(),
  selected: z.boolean(),
})

const orderSchema = z.strictObject({
  service: serviceSchema,
  extent: extentSchema,
  include: z.array(recordOptionSchema),
  purpose: individualNumberPurposeSchema.nullable(),
  copies: z.int().min(1),
  /** Total fee in yen for all copies. */
  fee: yen,
})
export type OrderView = z.infer<typeof orderSchema>

export const residentScreenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('attract'),
    services: z.array(z.strictObject({ service: serviceSchema, fee: yen })),
    cardPresent: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('outOfService'),
    failure: failureCodeSchema,
    /** Opening hours as "08:30" local time, when the reason is KIOSK-CLOSED. */
    opensAt: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('chooseService'), services: z.array(z.strictObject({ service: serviceSchema, fee: yen })) }),
  z.strictObject({
    kind: z.literal('chooseOptions'),
    order: orderSchema,
    available: z.array(recordOptionSchema),
    maxCopies: z.int().min(1),
    /** 個人番号 is asked for, and its purpose is not chosen yet: "next" is refused until it is. */
    purposeNeeded: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('placeCard'),
    /** What keeps the reader from taking a card now, if anything. */
    reader: z.enum(['ready', 'noService', 'noReader', 'restarting']),
    /** Why the resident is asked again; null the first time. */
    again: failureCodeSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('working'),
    activity: z.enum(['openingCard', 'verifyingPin', 'provingCard', 'checkingCertificate', 'findingRecord', 'registering', 'printingSlip']),
    /** Longest expected duration in seconds, shown when over 10. */
    expectedSeconds: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('enterPin'),
    /** Digits entered so far; the digits themselves live in the main process only. */
    entered: z.int().min(0),
    length: z.int().min(1),
    triesLeft: z.int().min(0),
    maxTries: z.int().min(1),
    /** The PIN entered just before was wrong. */
    wasWrong: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('lastTry'),
    /** One try is left: `ask` the resident, then `waitingForStaff` for a clerk's yes (or no clerk: `unattended`). */
    state: z.enum(['ask', 'waitingForStaff']),
  }),
  z.strictObject({ kind: z.literal('chooseMembers'), members: z.array(memberSchema) }),
  z.strictObject({
    kind: z.literal('confirm'),
    order: orderSchema,
    /** Names in full here and only here: the resident must be able to check them. */
    members: z.array(z.strictObject({ name: z.string(), isApplicant: z.boolean() })),
    /** 住所, as it will be printed. */
    address: z.string(),
    certificateValidUntil: isoDateSchema,
  }),
  z.strictObject({
    kind: z.literal('slip'),
    /** 受付番号, such as A-017. */
    number: z.string(),
    /** `failed`: the request is with the staff all the same, but no slip came out. */
    slip: z.enum(['printed', 'failed']),
    failure: failureCodeSchema.nullable(),
    fee: yen,
    cardPresent: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('failed'),
    failure: failureCodeSchema,
    /** `again`: place the card again, choices are kept. `staff`: a person is needed. `over`: back to the start. */
    next: z.enum(['again', 'staff', 'over']),
    cardPresent: z.boolean(),
  }),
])
export type ResidentScreen = z.infer<typeof residentScreenSchema>
export type ResidentScreenKind = ResidentScreen['kind']

/** The steps in words, in order; the frame shows all of them and where the resident is. */
export const procedureStepSchema = z.enum(['choose', 'card', 'pin', 'confirm', 'slip'])
export type ProcedureStep = z.infer<typeof procedureStepSchema>

export const displaySchema = z.strictObject({ largeText: z.boolean(), highContrast: z.boolean(), furigana: z.boolean() })
export type Display = z.infer<typeof displaySchema>

export const residentSnapshotSchema = z.strictObject({
  side: z.literal('resident'),
  revision: z.int(),
  terminal: terminalSchema,
  language: languageSchema,
  display: displaySchema,
  /** All steps of the running procedure and the index of the present one; null on attract, out of service. */
  progress: z.strictObject({ steps: z.array(procedureStepSchema), current: z.int().min(0) }).nullable(),
  screen: residentScreenSchema,
  can: z.strictObject({ back: z.boolean(), stop: z.boolean(), next: z.boolean() }),
  /** 係員を呼ぶ was pressed and no clerk has answered yet. */
  staffCalled: z.boolean(),
  /** "続けますか": seconds left until this screen forgets; null while nobody needs warning. Pushed once a second. */
  idleSecondsLeft: z.int().min(0).nullable(),
})
export type ResidentSnapshot = z.infer<typeof residentSnapshotSchema>

export const residentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('touch') }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('chooseService'), service: serviceSchema }),
  z.strictObject({ type: z.literal('setOption'), option: recordOptionSchema, wanted: z.boolean() }),
  z.strictObject({ type: z.literal('setPurpose'), purpose: individualNumberPurposeSchema }),
  z.strictObject({ type: z.literal('setCopies'), copies: z.int().min(1).max(99) }),
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('callStaff') }),
  z.strictObject({ type: z.literal('setLanguage'), language: languageSchema }),
  z.strictObject({ type: z.literal('setDisplay'), display: displaySchema.partial() }),
  /** One digit at a time, so that the whole PIN never exists as one value outside the main process. */
  z.strictObject({ type: z.literal('pinDigit'), digit: z.string().regex(/^[0-9]$/) }),
  z.strictObject({ type: z.literal('pinErase') }),
  z.strictObject({ type: z.literal('pinSubmit') }),
  z.strictObject({ type: z.literal('tryLastTime') }),
  z.strictObject({ type: z.literal('toggleMember'), memberId: z.string().max(64) }),
  z.strictObject({ type: z.literal('confirm') }),
])
export type ResidentEvent = z.infer<typeof residentEventSchema>
