import { z } from 'zod'
import { certificateKindSchema, failureCodeSchema, instantSchema, isoDateSchema, pinKindSchema } from './common.ts'
import { cardCaseKinds } from './values.ts'

export const cardCaseKindSchema = z.enum(cardCaseKinds)
export type CardCaseKind = z.infer<typeof cardCaseKindSchema>

/**
 * `open`: facts are being gathered. `awaitingAnswer`: 照会書兼回答書 was posted. `ready`: every rule is kept.
 * `atCard`: the resident's screen asks for the card. `uncertain`: an order to the issuer may have been done and
 * must be repeated as the same order. The last three are ends.
 */
export const cardCaseStateSchema = z.enum(['open', 'awaitingAnswer', 'ready', 'atCard', 'uncertain', 'done', 'refused', 'withdrawn'])
export type CardCaseState = z.infer<typeof cardCaseStateSchema>

/** Who stands at the counter: 本人, 法定代理人, 任意代理人. */
export const caseActorSchema = z.enum(['self', 'legalRepresentative', 'agent'])
export type CaseActor = z.infer<typeof caseActorSchema>

export const caseRefusalReasonSchema = z.enum(['identityNotProven', 'notEntitled', 'documentsDoubtful', 'answerNotGenuine', 'otherMunicipality', 'cardNotUsable', 'other'])
export type CaseRefusalReason = z.infer<typeof caseRefusalReasonSchema>

/** 氏名, 住所 (also 性別・生年月日 corrected): what changed in the record since the chip was written. */
export const changedItemSchema = z.enum(['name', 'address', 'other'])

/**
 * Why a case is not ready. `missing` can still be brought; `barred` can't at this counter or today.
 * `pins` names the PINs it is about, where it is about PINs.
 */
export const caseFindingKeys = {
  missing: [
    'actor',
    'actorIdentity',
    'principalIdentity',
    'cardNotPresented',
    'representativeDetails',
    'authorityDocument',
    'authorityTooOld',
    'powerOfAttorney',
    'inquiryNotSent',
    'answerOutstanding',
    'formNotSigned',
    'pinsNotChosen',
    'pinsNotKnown',
    'certificatesNotChosen',
    'changedItems',
    'moveDates',
    'newForm',
    'lossReason',
    'faceNotTyped',
    'secondPerson',
  ],
  barred: [
    'actorNotAllowed',
    'notGrownUp',
    'notRepresentable',
    'residentNotCurrent',
    'authorityNotFitting',
    'answerTooLate',
    'answerNotAccepted',
    'under15NoSignature',
    'wardNoSignature',
    'faceCardNoPins',
    'faceCardNoSignature',
    'faceCardAlready',
    'tooEarlyToRenew',
    'certificateAbsent',
    'certificateExpired',
    'cardExpired',
    'userAuthenticationNeeded',
    'movedInTooLate',
    'continuedUseTooLate',
    'datesImpossible',
    'reservationOver',
    'reservationOtherPin',
    'reservationScope',
    'personOnly',
    'notCommissioned',
    'notOffered',
    'issuerCannot',
  ],
} as const
export const caseFindingSchema = z.strictObject({
  key: z.enum([...caseFindingKeys.missing, ...caseFindingKeys.barred]),
  level: z.enum(['missing', 'barred']),
  pins: z.array(pinKindSchema),
})
export type CaseFinding = z.infer<typeof caseFindingSchema>

/**
 * What the clerk must (not) say. The first three are the wrong-guidance cases of 住民制度課だより
 * (reference counter-procedures §I).
 */
export const caseGuidanceKeys = [
  'neverWriteOnCard', // the clerk writes the new item on the card, never the resident
  'oldFormNotUsable', // a form or 申請書ID from before the move is void: hand out a new one
  'releaseAtHomeCounter', // released at the counter of 住所地 in person, not by the call centre
  'suspendByCallCentre', // the call centre suspends at any hour
  'holdNeverLifted', // certificates on hold stay revoked: new ones are issued
  'signatureReissue', // 署名用 ends with the change: issue a new one
  'pinResetFirst', // a PIN is unknown: 初期化 before this
  'sealedAnswer', // the principal writes the PINs and seals the envelope; the clerk doesn't read them aloud
  'letterNotForwarded', // 普通郵便・転送不要, to the address of the record only
  'cardNotHandedOverHere', // post office
  'otherMunicipalityCounter', // send to the counter of 住所地
  'faceCardLosesSignature', // 署名用 and all PINs end; no マイナポータル, no コンビニ交付
  'continuedUseDeadlines', // 14 / 30 / 90 days
  'issueInsteadOfRenewal', // expired already: 発行, free as well
  'returnedCardEnds', // the chip's certificates and PINs end for good
  'recordDelivery', // PINs are set; the delivery itself is recorded with the application
  'storeReservation', // both JPKI PINs unknown: counter; one known: convenience store within 24 h
] as const
export const caseGuidanceSchema = z.enum(caseGuidanceKeys)
export type CaseGuidance = z.infer<typeof caseGuidanceSchema>

const documentId = z.string().regex(/^[a-zA-Z0-9]{1,40}$/)
const personText = z.string().max(200)

/** Who came for the principal; printed on the form and sealed. */
export const representativeSchema = z.strictObject({ name: personText.min(1), address: personText.min(1), relationship: personText.min(1), phone: z.string().max(30) })

/** 代理権を証する書類. `onFile`, `sameHousehold`: the municipality's own records show it. */
export const caseAuthoritySchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('document'), document: documentId, issuedOn: isoDateSchema }),
  z.strictObject({ how: z.literal('onFile') }),
  z.strictObject({ how: z.literal('sameHousehold') }),
])

/** Everything the clerk saw and asked. Replaced whole by each `cardCaseFacts`. Document types only, never a copy. */
export const cardCaseFactsSchema = z.strictObject({
  actor: caseActorSchema.nullable(),
  /** 成年被後見人. Under 15 the record says. */
  ward: z.boolean(),
  representative: representativeSchema.nullable(),
  /** Ids of the catalogue, of whoever stands at the counter; the card itself apart. */
  actorDocuments: z.array(documentId).max(10),
  /** Of the holder, brought by somebody else. */
  principalDocuments: z.array(documentId).max(10),
  cardPresented: z.boolean(),
  authority: caseAuthoritySchema.nullable(),
  /** 委任状. */
  powerOfAttorney: z.boolean(),
  /** 照会書兼回答書 that came with the renewal notice, sealed: one visit is enough (renewal only). */
  noticeAnswer: z.boolean(),
  formSigned: z.boolean(),
  /** pinReset: which to set anew. */
  pins: z.array(pinKindSchema).max(4),
  /** PINs the holder says to know; the card will ask for them. */
  pinsKnown: z.array(pinKindSchema).max(4),
  /** certificateIssue, certificateRenewal, suspensionRelease: which to issue. */
  certificates: z.array(certificateKindSchema).max(2),
  /** Somebody under 15 or a ward insists on 署名用 (in principle not issued); needs the municipality's exception. */
  signatureException: z.boolean(),
  /** recordUpdate. */
  changedItems: z.array(changedItemSchema).max(3),
  /** An application form or 申請書ID from before the move was shown. */
  oldForm: z.boolean(),
  /** continuedUse: 転入した日, 転出予定日, 転入届出日. */
  move: z.strictObject({ movedOn: isoDateSchema, plannedMoveOutOn: isoDateSchema, notifiedOn: isoDateSchema }).nullable(),
  /** コンビニ予約 (§B.4): a reset that was booked with the other JPKI PIN. */
  reservation: z.strictObject({ madeAt: instantSchema, otherPin: z.enum(['userAuthentication', 'signature']) }).nullable(),
  /** suspension: what happened. */
  loss: z.enum(['lost', 'stolen', 'fire', 'other']).nullable(),
  /** The card's 追記欄 doesn't say 顔認証: a card without 署名用 whose PINs are all blocked answers as one that has none. */
  notFaceCard: z.boolean().default(false),
})
export type CardCaseFacts = z.infer<typeof cardCaseFactsSchema>

export const noFacts: CardCaseFacts = {
  actor: null,
  ward: false,
  representative: null,
  actorDocuments: [],
  principalDocuments: [],
  cardPresented: false,
  authority: null,
  powerOfAttorney: false,
  noticeAnswer: false,
  formSigned: false,
  pins: [],
  pinsKnown: [],
  certificates: [],
  signatureException: false,
  changedItems: [],
  oldForm: false,
  move: null,
  reservation: null,
  loss: null,
  notFaceCard: false,
}

export const cardCaseRowSchema = z.strictObject({
  caseId: z.string(),
  /** 受付番号 of the day, such as K-003. */
  number: z.string(),
  openedAt: instantSchema,
  kind: cardCaseKindSchema,
  state: cardCaseStateSchema,
  /** The answer to 照会書 is due; null when none is awaited. */
  answerDueOn: isoDateSchema.nullable(),
  answerOverdue: z.boolean(),
  /** New certificates were issued, but the registry does not know them yet (`cardCaseLink`). */
  linkOutstanding: z.boolean(),
  /** Code of the last failure that waits for the clerk, if any. */
  failure: failureCodeSchema.nullable(),
})
export type CardCaseRow = z.infer<typeof cardCaseRowSchema>

/** Part of the staff snapshot; empty where nobody is signed in. */
export const cardCasesSchema = z.strictObject({
  /** Kinds this terminal may open (profile and commission); the screen offers no other. */
  kinds: z.array(cardCaseKindSchema),
  /** Unfinished cases and those finished today, oldest first. */
  cases: z.array(cardCaseRowSchema),
  /** The case whose card the resident's screen asks for now. */
  atCard: z.string().nullable(),
})
export type CardCasesView = z.infer<typeof cardCasesSchema>

/** Where a resident was found. `subject` opens a case within this sign-in only. */
export const residentHitSchema = z.strictObject({
  subject: z.string(),
  name: z.string(),
  kana: z.string().nullable(),
  /** ISO, unknown parts as "??". */
  birthDate: z.string(),
  /** Null where the record is protected: ask for it, don't read it out (reference counter-procedures §D.8). */
  address: z.string().nullable(),
})
export type ResidentHit = z.infer<typeof residentHitSchema>

/** `more`: there are others; ask for a fuller name. */
export const residentHitsSchema = z.strictObject({ hits: z.array(residentHitSchema).max(20), more: z.boolean() })
export type ResidentHits = z.infer<typeof residentHitsSchema>

/** What the card on the resident's reader says without any PIN. */
export const seenCardSchema = z.strictObject({
  userAuthentication: z.strictObject({ validUntil: isoDateSchema }).nullable(),
  /** Null: the chip does not tell. */
  signature: z.boolean().nullable(),
  faceAuthentication: z.boolean(),
  /** Card expiry, where the chip or the clerk told it. */
  expiresOn: isoDateSchema.nullable(),
  tries: z.array(z.strictObject({ pin: pinKindSchema, left: z.int(), max: z.int() })),
})
export type SeenCard = z.infer<typeof seenCardSchema>

export const cardLookSchema = z.strictObject({ hit: residentHitSchema, card: seenCardSchema })
export type CardLook = z.infer<typeof cardLookSchema>

export const casePaperSchema = z.enum(['applicationForm', 'inquiryLetter'])
export type CasePaper = z.infer<typeof casePaperSchema>

const named = z.strictObject({ id: documentId, ja: z.string(), en: z.string() })
/** Least numbers of documents of each class; one of class A may stand for one of class B. */
export const identityAlternativeSchema = z.strictObject({ A: z.int().min(0), B: z.int().min(0) })

export const cardCaseDetailSchema = z.strictObject({
  row: cardCaseRowSchema,
  /** For compare-and-set of `cardCaseFacts`. */
  version: z.int(),
  subject: z.strictObject({
    name: z.string(),
    kana: z.string().nullable(),
    birthDate: z.string(),
    address: z.string(),
    under15: z.boolean(),
  }),
  card: seenCardSchema.nullable(),
  facts: cardCaseFactsSchema,
  /** Why it is not ready; empty: it is. */
  findings: z.array(caseFindingSchema),
  guidance: z.array(caseGuidanceSchema),
  /** What the chosen actor must show, any one of the alternatives. */
  required: z.strictObject({ actorIdentity: z.array(identityAlternativeSchema), principalIdentity: z.array(identityAlternativeSchema) }),
  /** PINs that the resident's screen will ask for, and those to be set. */
  pinsToEnter: z.array(pinKindSchema),
  pinsToSet: z.array(pinKindSchema),
  /** Orders to the issuer, in order. */
  orders: z.array(z.strictObject({ work: z.string(), state: z.enum(['pending', 'begun', 'done', 'uncertain']) })),
  feeYen: z.int().min(0),
  secondPerson: z.strictObject({ needed: z.enum(['none', 'otherClerk', 'supervisor']), given: z.string().nullable() }),
  inquiry: z.strictObject({ postedOn: isoDateSchema, dueOn: isoDateSchema, receivedOn: isoDateSchema.nullable(), accepted: z.boolean().nullable() }).nullable(),
  papers: z.array(casePaperSchema),
  choices: z.strictObject({
    actors: z.array(caseActorSchema),
    documents: z.array(named.extend({ class: z.enum(['A', 'B']) })),
    authorityDocuments: z.array(named),
  }),
  history: z.array(z.strictObject({ at: instantSchema, state: cardCaseStateSchema, actor: z.string(), change: z.string(), reason: z.string().nullable() })),
})
export type CardCaseDetail = z.infer<typeof cardCaseDetailSchema>

/** What the clerk reads off the card for 照合番号B. */
export const cardFaceSchema = z.strictObject({ birthDate: isoDateSchema, expiresOn: isoDateSchema, securityCode: z.string().regex(/^\d{4}$/) })
export type CardFace = z.infer<typeof cardFaceSchema>

const caseId = z.string().regex(/^[0-9a-f]{32}$/)
const note = z.string().max(500)
const searchText = z.string().trim().min(1).max(100)

export const cardCaseEventSchemas = [
  /** `caseId`: 128 random bits of the page, lower-case hex. The same event again opens nothing twice. */
  z.strictObject({ type: z.literal('cardCaseOpen'), caseId, subject: z.string().max(64), kind: cardCaseKindSchema }),
  z.strictObject({ type: z.literal('cardCaseFacts'), caseId, version: z.int(), facts: cardCaseFactsSchema }),
  /** Looks at the card on the resident's reader and keeps what it says with the case; CASE-OTHER-CARD. */
  z.strictObject({ type: z.literal('cardCaseSeeCard'), caseId }),
  /** From the card's face, for 照合番号B and the weak-PIN rules; in memory only. */
  z.strictObject({ type: z.literal('cardCaseFace'), caseId, expiresOn: isoDateSchema, securityCode: z.string().regex(/^\d{4}$/) }),
  z.strictObject({ type: z.literal('cardCasePrint'), caseId, paper: casePaperSchema }),
  z.strictObject({ type: z.literal('cardCaseInquiryPosted'), caseId, postedOn: isoDateSchema }),
  z.strictObject({ type: z.literal('cardCaseAnswerReceived'), caseId, receivedOn: isoDateSchema, accepted: z.boolean() }),
  /** Four eyes: another account's password, at the same desk. */
  z.strictObject({ type: z.literal('cardCaseSecondPerson'), caseId, accountId: z.string().max(64), password: z.string().max(256) }),
  z.strictObject({ type: z.literal('cardCaseReady'), caseId }),
  /** Gives the case to the resident's screen; suspension, which needs no card, is ordered at once. Also repeats an uncertain order. */
  z.strictObject({ type: z.literal('cardCaseBegin'), caseId }),
  z.strictObject({ type: z.literal('cardCaseTakeBack'), caseId }),
  z.strictObject({ type: z.literal('cardCaseRefuse'), caseId, reason: caseRefusalReasonSchema, note }),
  /** Also ends an uncertain case for good; supervisors only. */
  z.strictObject({ type: z.literal('cardCaseWithdraw'), caseId, note }),
  z.strictObject({ type: z.literal('cardCaseLink'), caseId }),
] as const
export type CardCaseEvent = z.infer<(typeof cardCaseEventSchemas)[number]>

export const cardCaseQuerySchemas = [
  z.strictObject({ type: z.literal('cardCaseDetail'), caseId }),
  /** A PDF of the paper as it will come out; rendered anew each time. */
  z.strictObject({ type: z.literal('cardCasePaper'), caseId, paper: casePaperSchema }),
  /** By name or its kana, from the beginning, and birth date. */
  z.strictObject({ type: z.literal('residentSearch'), text: searchText, birthDate: isoDateSchema }),
  /** The card on the resident's reader: by its certificate, or by what its face says (照合番号B) where there is none. */
  z.strictObject({ type: z.literal('cardLook'), face: cardFaceSchema.nullable() }),
] as const
export type CardCaseQuery = z.infer<(typeof cardCaseQuerySchemas)[number]>

export const isCardCaseEvent = (event: { readonly type: string }): event is CardCaseEvent => event.type.startsWith('cardCase')
