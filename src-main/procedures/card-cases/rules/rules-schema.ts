import { z } from 'zod'
import { cardCaseKindSchema, identityAlternativeSchema, pinKindSchema, roleSchema } from '../../../../src-preload/contract.ts'

/**
 * 取扱要領 as data: what a municipality asks for differs (reference counter-procedures §B.3), so nothing of it is in
 * code. A file named by the configuration replaces the default in resources/card-work whole.
 */
const id = z.string().regex(/^[a-zA-Z0-9]{1,40}$/)
const words = { ja: z.string().min(1), en: z.string().min(1) }
const alternatives = z.array(identityAlternativeSchema).min(1)

const documentSchema = z.strictObject({
  id,
  class: z.enum(['A', 'B']),
  ...words,
  /** A card of the same kind as the one the case is about: it identifies only somebody else than the holder. */
  representativeOnly: z.boolean().default(false),
})
export type IdentityDocument = z.infer<typeof documentSchema>

const authorityDocumentSchema = z.strictObject({
  id,
  ...words,
  /** Calendar months from its date of issue; null: for ever. */
  maxAgeMonths: z.int().min(1).max(120).nullable(),
  /** 親権者・未成年後見人 of somebody under age, or 成年後見人. */
  proves: z.array(z.enum(['parent', 'guardian'])).min(1),
})
export type AuthorityDocument = z.infer<typeof authorityDocumentSchema>

const actorRuleSchema = z.strictObject({
  /** Documents of whoever stands at the counter, besides the card; any one of the alternatives. */
  identity: alternatives,
  /** Documents of the holder that somebody else brings, besides the card. */
  principalIdentity: alternatives,
  /** 代理権を証する書類. */
  authority: z.boolean(),
  /** 委任状. */
  powerOfAttorney: z.boolean(),
  /** `inquiry`: 照会書兼回答書 by post, a second visit. `inquiryOrNotice`: one visit where the sealed answer of the notice is brought. */
  visits: z.enum(['one', 'inquiry', 'inquiryOrNotice']),
})
export type ActorRule = z.infer<typeof actorRuleSchema>

const kindRuleSchema = z.strictObject({
  /** Who of the staff may do it. */
  roles: z.array(roleSchema).min(1),
  /** Kinds of terminal where it can be done at all; a release never is where nobody of the 住所地 sits. */
  profiles: z.array(z.enum(['counter', 'post-office', 'outreach'])).min(1),
  /** 複数人確認. */
  secondPerson: z.enum(['none', 'otherClerk', 'supervisor']),
  feeYen: z.int().min(0).max(100_000),
  /** 申請書 signed by whoever applies. */
  form: z.boolean(),
  /** Whether the card must be there. */
  card: z.boolean(),
  /** PINs that the holder must know: always, and those of the certificates that are issued into a used place. */
  enterPins: z.strictObject({ always: z.array(pinKindSchema), ofCertificates: z.boolean() }),
  /** Null: this person may not. */
  actors: z.strictObject({ self: actorRuleSchema.nullable(), legalRepresentative: actorRuleSchema.nullable(), agent: actorRuleSchema.nullable() }),
})
export type KindRule = z.infer<typeof kindRuleSchema>

const days = z.int().min(1).max(366)
const unique = (list: readonly { readonly id: string }[]): boolean => new Set(list.map((each) => each.id)).size === list.length

export const cardWorkRulesSchema = z
  .strictObject({
    /** Where the rules come from, for whoever checks them. */
    source: z.string().min(1),
    documents: z.array(documentSchema).min(1).refine(unique, 'an id is used twice'),
    authorityDocuments: z.array(authorityDocumentSchema).refine(unique, 'an id is used twice'),
    kinds: z.record(cardCaseKindSchema, kindRuleSchema),
    /** 15歳: from this age the holder acts alone and may have 署名用. */
    ownActFromAge: z.int().min(1).max(20),
    /** Whether 署名用 may be issued to the young and to wards at all, on their representative's wish. */
    signatureException: z.boolean(),
    /** Days from posting 照会書 within which the answer counts. */
    inquiryAnswerDays: days,
    /** 更新: from the day after this many months before the last day. */
    renewalMonthsBefore: z.int().min(1).max(24),
    continuedUse: z.strictObject({ notifyWithinDaysOfMove: days, notifyWithinDaysOfPlan: days, applyWithinDaysOfNotice: days }),
    /** コンビニ予約 taken up at the counter (reference counter-procedures §B.4). */
    storeReservation: z.strictObject({ accepted: z.boolean(), hours: z.int().min(1).max(168), identity: alternatives, form: z.boolean() }),
  })
  .superRefine((rules, context) => {
    // Reference counter-procedures §G.4: only at the counter of 住所地, in person; no data may loosen that.
    const elsewhere = rules.kinds.suspensionRelease.profiles.filter((profile) => profile !== 'counter')
    if (elsewhere.length > 0) context.addIssue({ code: 'custom', path: ['kinds', 'suspensionRelease', 'profiles'], message: 'a suspension is released at the counter only' })
    if (!rules.kinds.suspension.card) return
    context.addIssue({ code: 'custom', path: ['kinds', 'suspension', 'card'], message: 'whoever lost a card has none to show' })
  })
export type CardWorkRules = z.infer<typeof cardWorkRulesSchema>
