import { z } from 'zod'
import { applicationScreenSchemas } from './application-screens.ts'
import { cardCaseKindSchema } from './card-cases.ts'
import {
  certificateKindSchema,
  counterServiceSchema,
  extentSchema,
  failureCodeSchema,
  individualNumberPurposeSchema,
  isoDateSchema,
  pinKindSchema,
  pinWeaknesses,
  recordOptionSchema,
  serviceSchema,
} from './common.ts'

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

const offeredServiceSchema = z.strictObject({ service: counterServiceSchema, /** For one copy; 0 for what costs nothing. */ fee: yen })

/** What a PIN may look like; digits unless letters are said. */
const pinShape = { minLength: z.int().min(1), maxLength: z.int().min(1), alphabet: z.enum(['digits', 'digitsAndCapitals']) }

export const validityStateSchema = z.enum(['good', 'expired', 'notYetValid', 'revoked', 'absent', 'locked', 'unconfirmed'])

/** One certificate as the resident should understand it (reference counter-procedures §C, last table). */
export const certificateValiditySchema = z.strictObject({
  certificate: certificateKindSchema,
  /** `locked`: 署名用 is read only with its password, which was not entered. `unconfirmed`: nobody could be asked, or it is not known; never a yes. */
  state: validityStateSchema,
  /** Why it was revoked, as far as the resident may know. */
  reason: z.enum(['attributesChanged', 'superseded', 'onHold', 'ceased', 'other']).nullable(),
  validUntil: isoDateSchema.nullable(),
  /** Whole days, in Japan; negative when past. */
  daysLeft: z.int().nullable(),
  /** First day of 更新, the day after "three months before" (§C). */
  renewalFrom: isoDateSchema.nullable(),
  advice: z.enum(['nothing', 'renewNow', 'renewLater', 'issueAtCounter', 'issueAfterRecordUpdate', 'releaseAtMunicipality', 'askStaff', 'tryAgain', 'enterPassword']),
})
export type CertificateValidity = z.infer<typeof certificateValiditySchema>

/** The card's own period (カードの有効期間). */
export const cardValiditySchema = z.strictObject({ validUntil: isoDateSchema, daysLeft: z.int(), renewalFrom: isoDateSchema })
export type CardValidity = z.infer<typeof cardValiditySchema>

export const residentScreenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('attract'),
    services: z.array(offeredServiceSchema),
    cardPresent: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('outOfService'),
    failure: failureCodeSchema,
    /** Opening hours as "08:30" local time, when the reason is KIOSK-CLOSED. */
    opensAt: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('chooseService'), services: z.array(offeredServiceSchema) }),
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
    activity: z.enum([
      'openingCard',
      'verifyingPin',
      'provingCard',
      'checkingCertificate',
      'findingRecord',
      'registering',
      'printingSlip',
      'changingPin',
      'orderingIssuer',
      'printingReceipt',
    ]),
    /** Longest expected duration in seconds, shown when over 10. */
    expectedSeconds: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('enterPin'),
    pin: pinKindSchema,
    /**
     * `present`: the one that holds now. After a change that did not go through, `otherKey`: the other number that the
     * second key of 住民基本台帳用 still holds; `whichHolds`: the new number if it was set, else the old one.
     */
    asking: z.enum(['present', 'otherKey', 'whichHolds']),
    /** Characters entered so far; they themselves live in the main process only. */
    entered: z.int().min(0),
    ...pinShape,
    triesLeft: z.int().min(0),
    maxTries: z.int().min(1),
    /** The PIN entered just before was wrong. */
    wasWrong: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('lastTry'),
    pin: pinKindSchema,
    /** One try is left: `ask` the resident, then `waitingForStaff` for a clerk's yes (or no clerk: `unattended`). */
    state: z.enum(['ask', 'waitingForStaff']),
  }),
  z.strictObject({
    kind: z.literal('choosePin'),
    pins: z.array(
      z.strictObject({
        pin: pinKindSchema,
        /** `absent`: this card has no such PIN (a child's card has no 署名用). */
        state: z.enum(['usable', 'blocked', 'absent']),
        triesLeft: z.int().min(0),
        maxTries: z.int().min(0),
        /** Changed in this session already. */
        changed: z.boolean(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('enterNewPin'),
    pin: pinKindSchema,
    /** Asked for twice, so that a slip of the finger is noticed. */
    phase: z.enum(['first', 'repeat']),
    entered: z.int().min(0),
    ...pinShape,
    /** Why the one entered just before was not taken; `different`: the two were not the same. */
    refused: z.enum([...pinWeaknesses, 'different']).nullable(),
  }),
  z.strictObject({
    kind: z.literal('pinChanged'),
    pin: pinKindSchema,
    /** Whether another PIN of this card could be changed now. */
    more: z.boolean(),
    cardPresent: z.boolean(),
  }),
  z.strictObject({
    /** 住民基本台帳用 is two keys; one of them has the new value and the other could not be changed. */
    kind: z.literal('pinPartlyChanged'),
    pin: pinKindSchema,
    /** `repair`: the card is here and the two can be made the same again; `placeCard`: it must be put back first; `staff`: only a clerk can help. */
    next: z.enum(['repair', 'placeCard', 'staff']),
  }),
  z.strictObject({
    kind: z.literal('validity'),
    certificates: z.array(certificateValiditySchema),
    /** The card's own validity, where it could be read without a secret. */
    card: cardValiditySchema.nullable(),
    receipt: z.enum(['offered', 'printed', 'failed', 'unavailable']),
    receiptFailure: failureCodeSchema.nullable(),
    cardPresent: z.boolean(),
  }),
  z.strictObject({
    /** A clerk begins a procedure on the card; the resident follows it here. */
    kind: z.literal('cardWork'),
    work: cardCaseKindSchema,
    /** `explain`: what will be done, "next" begins; `done`; `doneBefore`: an interrupted attempt had done it, so the PINs chosen then hold, not those chosen now. */
    phase: z.enum(['explain', 'done', 'doneBefore']),
    /** PINs that will be asked for, or were set when done. */
    pins: z.array(pinKindSchema),
    cardPresent: z.boolean(),
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
  ...applicationScreenSchemas,
])
export type ResidentScreen = z.infer<typeof residentScreenSchema>
export type ResidentScreenKind = ResidentScreen['kind']
