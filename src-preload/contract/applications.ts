import { z } from 'zod'
import {
  applicationFactsSchema,
  applicationFindingSchema,
  applicationKindSchema,
  applicationRefusalSchema,
  applicationStateSchema,
  collectionWaySchema,
  deliverySchema,
  returnReasonSchema,
} from './application-domain.ts'
import { chosenPhotoSchema, clerkPhotoReasonSchema, photoExceptionSchema, photoReasonSchema, photoSourceSchema } from './application-photo.ts'
import { cardCaseStateSchema, identityAlternativeSchema } from './card-cases.ts'
import { instantSchema, isoDateSchema } from './common.ts'

/** The staff's side of card applications: lists, details, changes, packets, batches, statistics. */

const hexId = z.string().regex(/^[0-9a-f]{32}$/)
const note = z.string().max(500)
const documentId = z.string()

export const applicationRowSchema = z.strictObject({
  applicationId: z.string(),
  /** 受付番号 of the day, such as S-003. */
  number: z.string(),
  /** The day it was begun, in Japan: a number is of its day. */
  day: isoDateSchema,
  kind: applicationKindSchema,
  state: applicationStateSchema,
  /** Who filled it in. */
  origin: z.enum(['resident', 'staff', 'list']),
  collection: collectionWaySchema,
  express: z.boolean(),
  batchId: z.string().nullable(),
  photo: z.enum(['none', 'notNeeded', 'toConfirm', 'confirmed']),
  /** To the issuer: `waiting` for a packet, or in one. */
  transfer: z.enum(['none', 'waiting', 'packed']),
  /** A draft that nobody is at because the resident went away before its end, or the program ended under it. */
  leftBy: z.enum(['resident', 'crash']).nullable(),
  /** The resident is filling it in now. */
  atResident: z.boolean(),
  /** State of the card case that sets the PINs of a card waiting to be handed over; null: none was opened. */
  pinSetting: cardCaseStateSchema.nullable(),
})
export type ApplicationRow = z.infer<typeof applicationRowSchema>

export const batchKindSchema = z.enum(['company', 'outreach', 'district'])
export type BatchKind = z.infer<typeof batchKindSchema>

export const applicationBatchSchema = z.strictObject({
  batchId: z.string(),
  kind: batchKindSchema,
  /** Company, facility or district. */
  name: z.string(),
  place: z.string(),
  heldOn: isoDateSchema,
  state: z.enum(['open', 'closed']),
  /** People in it; with a photo; received; ended otherwise. */
  counts: z.strictObject({ people: z.int(), photos: z.int(), received: z.int(), ended: z.int() }),
})
export type ApplicationBatch = z.infer<typeof applicationBatchSchema>

export const packetRowSchema = z.strictObject({
  packetId: z.string(),
  madeAt: instantSchema,
  applications: z.int(),
  /** Of the whole file; null while it is being written. */
  sha256: z.string().nullable(),
  /** Name of the file in the packets folder. */
  file: z.string(),
  state: z.enum(['writing', 'made', 'handedOver']),
})
export type PacketRow = z.infer<typeof packetRowSchema>

/** Part of the staff snapshot; empty where nobody is signed in. */
export const applicationsSchema = z.strictObject({
  /** Kinds this terminal takes; none: the page is not shown. */
  kinds: z.array(applicationKindSchema),
  collections: z.array(collectionWaySchema),
  /** Drafts, unfinished ones, and those finished today, oldest first. */
  applications: z.array(applicationRowSchema),
  batches: z.array(applicationBatchSchema),
  packets: z.array(packetRowSchema),
  /** Whether a packet could be made here (keys are configured), and how many wait for one. */
  packet: z.strictObject({ configured: z.boolean(), waiting: z.int() }),
})
export type ApplicationsView = z.infer<typeof applicationsSchema>

const named = z.strictObject({ id: documentId, ja: z.string(), en: z.string() })

/** `pinForm`: 暗証番号設定依頼書, for cards that come by post. */
export const applicationPaperSchema = z.enum(['form', 'photoSheetA4', 'photoSheetL', 'pinForm'])
export type ApplicationPaper = z.infer<typeof applicationPaperSchema>

export const applicationDetailSchema = z.strictObject({
  row: applicationRowSchema,
  /** For compare-and-set of everything that changes facts or photo. */
  version: z.int(),
  /** As the record of residents says; null until linked. */
  subject: z
    .strictObject({ name: z.string(), kana: z.string().nullable(), birthDate: z.string(), /** Null: protected. */ address: z.string().nullable(), under1: z.boolean(), under15: z.boolean(), foreign: z.boolean() })
    .nullable(),
  facts: applicationFactsSchema,
  photo: z
    .strictObject({
      takenAt: instantSchema,
      source: photoSourceSchema,
      findings: z.array(photoReasonSchema),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      /** What a clerk must say about it, unless that was done. */
      ask: z.array(clerkPhotoReasonSchema),
      confirmedBy: z.string().nullable(),
      exception: z.strictObject({ reason: photoExceptionSchema, note }).nullable(),
    })
    .nullable(),
  findings: z.array(applicationFindingSchema),
  feeYen: z.int().min(0),
  cardValidUntil: isoDateSchema.nullable(),
  /** Last day on which express issue may be asked for. */
  expressUntil: isoDateSchema.nullable(),
  required: z.array(identityAlternativeSchema),
  /** `photoSheet`: in both sizes. */
  papers: z.array(z.enum(['form', 'photoSheet', 'pinForm', 'slip'])),
  choices: z.strictObject({ documents: z.array(named.extend({ class: z.enum(['A', 'B']) })) }),
  /** Changes that fit the present state. */
  can: z.array(z.enum(['edit', 'receive', 'shipped', 'prepared', 'notified', 'setPins', 'deliver', 'return', 'correct', 'refuse', 'withdraw'])),
  /** The card case of `row.pinSetting`. */
  pinCase: z.strictObject({ caseId: z.string(), number: z.string() }).nullable(),
  delivery: deliverySchema.nullable(),
  history: z.array(
    z.strictObject({
      at: instantSchema,
      /** The day it happened; earlier than `at` where it was written down later. */
      on: isoDateSchema,
      state: applicationStateSchema,
      change: z.string(),
      actor: z.string(),
      place: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>

/** Base64 of the JPEG as it is kept. */
export const applicationPhotoViewSchema = z.strictObject({ jpeg: z.string() })
export type ApplicationPhotoView = z.infer<typeof applicationPhotoViewSchema>

/** 申請受付数, 発送枚数, 交付前設定実施済み数, 交付実施済み数: the four rows of the seeds' tables. */
export const counterKeySchema = z.enum(['received', 'shipped', 'prepared', 'delivered'])
export type CounterKey = z.infer<typeof counterKeySchema>

const periodSchema = z.strictObject({ from: isoDateSchema, to: isoDateSchema, /** Not Saturdays, Sundays, holidays. */ workingDays: z.int() })
export const applicationStatisticsSchema = z.strictObject({
  /** 時点: the end of this day. */
  on: isoDateSchema,
  /** The seven days that end on it; the last calendar month before its own. */
  week: periodSchema,
  month: periodSchema,
  rows: z.array(
    z.strictObject({
      counter: counterKeySchema,
      /** 累計数 */
      total: z.int(),
      /** 1日当たり平均, rounded half up; null where the period has no day to divide by. */
      week: z.int().nullable(),
      month: z.int().nullable(),
      /** ※土日、祝日除く */
      workingDaysOnly: z.boolean(),
    }),
  ),
  /** The last 35 days, oldest first, for the chart. */
  days: z.array(z.strictObject({ day: isoDateSchema, working: z.boolean(), received: z.int(), shipped: z.int(), prepared: z.int(), delivered: z.int() })),
})
export type ApplicationStatistics = z.infer<typeof applicationStatisticsSchema>

/** What a list is like before it is taken: nothing is stored by looking. */
export const batchListCheckSchema = z.strictObject({
  encoding: z.enum(['utf8', 'shiftJis']),
  /** Columns by their names in the file. Missing ones stop the import; unknown ones are left out. */
  columns: z.strictObject({ found: z.array(z.string()), missing: z.array(z.string()), unknown: z.array(z.string()), twice: z.array(z.string()) }),
  people: z.int(),
  /** By line of the file, from 1; the heading is line 1. */
  problems: z.array(z.strictObject({ line: z.int(), column: z.string(), problem: z.enum(['empty', 'notADate', 'notAFormId', 'tooLong', 'repeated', 'unknownValue']) })),
  importable: z.boolean(),
})
export type BatchListCheck = z.infer<typeof batchListCheckSchema>

export const batchDetailSchema = z.strictObject({
  batch: applicationBatchSchema,
  people: z.array(z.strictObject({ applicationId: z.string(), place: z.int(), name: z.string(), state: applicationStateSchema, missing: z.array(applicationFindingSchema) })),
})
export type BatchDetail = z.infer<typeof batchDetailSchema>

/** 引継書 as it would be printed. */
export const batchSheetSchema = z.strictObject({
  pdfBase64: z.string(),
  sheets: z.int(),
  /** 受付番号 of those whose name no font here has; the sheet shows the number and says so. */
  unprinted: z.array(z.string()),
})
export type BatchSheet = z.infer<typeof batchSheetSchema>

/** Characters of base64: a list of 5,000 people. */
const listFile = z.base64().min(1).max(1_400_000)

export const applicationEventSchemas = [
  /** `applicationId`: 128 random bits of the page. The same event again opens nothing twice. */
  z.strictObject({ type: z.literal('applicationOpen'), applicationId: hexId, kind: applicationKindSchema, batchId: hexId.nullable() }),
  /** `subject`: from `residentSearch`; null undoes the link. */
  z.strictObject({ type: z.literal('applicationLink'), applicationId: hexId, version: z.int(), subject: z.string().max(64).nullable() }),
  z.strictObject({ type: z.literal('applicationFacts'), applicationId: hexId, version: z.int(), facts: applicationFactsSchema }),
  z.strictObject({ type: z.literal('applicationPhoto'), applicationId: hexId, version: z.int(), ...chosenPhotoSchema.shape }),
  /** The clerk looked at hat, mask, hair and photo of a photo: `true` in order, `false` the photo is dropped. */
  z.strictObject({ type: z.literal('applicationPhotoConfirm'), applicationId: hexId, version: z.int(), accepted: z.boolean() }),
  z.strictObject({ type: z.literal('applicationPhotoException'), applicationId: hexId, version: z.int(), exception: photoExceptionSchema, note: note.min(1) }),
  z.strictObject({ type: z.literal('applicationReceive'), applicationId: hexId }),
  /** Gives a draft, or a returned application, to the resident's screen, to take the photo there. */
  z.strictObject({ type: z.literal('applicationAtResident'), applicationId: hexId }),
  z.strictObject({ type: z.literal('applicationStep'), applicationId: hexId, step: z.enum(['shipped', 'prepared', 'notified']), on: isoDateSchema }),
  z.strictObject({ type: z.literal('applicationReturn'), applicationId: hexId, on: isoDateSchema, reason: returnReasonSchema, note }),
  z.strictObject({ type: z.literal('applicationCorrect'), applicationId: hexId }),
  /** Opens the card case in which the person sets the PINs on the resident's screen; again, the same one. */
  z.strictObject({ type: z.literal('applicationSetPins'), applicationId: hexId }),
  z.strictObject({ type: z.literal('applicationDeliver'), applicationId: hexId, on: isoDateSchema, delivery: deliverySchema }),
  z.strictObject({ type: z.literal('applicationRefuse'), applicationId: hexId, reason: applicationRefusalSchema, note }),
  z.strictObject({ type: z.literal('applicationWithdraw'), applicationId: hexId, note }),
  z.strictObject({ type: z.literal('applicationPrint'), applicationId: hexId, paper: z.enum([...applicationPaperSchema.options, 'slip']) }),
  /** One file of all that wait. The same id again goes on with the same packet. */
  z.strictObject({ type: z.literal('applicationPacketMake'), packetId: hexId }),
  z.strictObject({ type: z.literal('applicationPacketHandedOver'), packetId: hexId }),
  z.strictObject({ type: z.literal('applicationBatchOpen'), batchId: hexId, kind: batchKindSchema, name: z.string().trim().min(1).max(100), place: z.string().trim().min(1).max(100), heldOn: isoDateSchema }),
  z.strictObject({ type: z.literal('applicationBatchImport'), batchId: hexId, csv: listFile }),
  z.strictObject({ type: z.literal('applicationBatchClose'), batchId: hexId }),
  z.strictObject({ type: z.literal('applicationBatchPrint'), batchId: hexId }),
] as const
export type ApplicationEvent = z.infer<(typeof applicationEventSchemas)[number]>

export const applicationQuerySchemas = [
  z.strictObject({ type: z.literal('applicationDetail'), applicationId: hexId }),
  z.strictObject({ type: z.literal('applicationPhotoView'), applicationId: hexId }),
  z.strictObject({ type: z.literal('applicationPaper'), applicationId: hexId, paper: applicationPaperSchema }),
  z.strictObject({ type: z.literal('applicationStatistics'), on: isoDateSchema }),
  z.strictObject({ type: z.literal('applicationBatchCheck'), csv: listFile }),
  z.strictObject({ type: z.literal('applicationBatchDetail'), batchId: hexId }),
  z.strictObject({ type: z.literal('applicationBatchSheet'), batchId: hexId }),
] as const
export type ApplicationQuery = z.infer<(typeof applicationQuerySchemas)[number]>

export const isApplicationEvent = (event: { readonly type: string }): event is ApplicationEvent => event.type.startsWith('application')
export const isApplicationQuery = (query: { readonly type: string }): query is ApplicationQuery => query.type.startsWith('application')
